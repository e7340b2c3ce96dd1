using StackExchange.Redis;

namespace Jinlin.Grains.Storage;

/// <summary>
/// Blobs in Redis, for a cluster whose silos share no folder. A blob lies in chunks; what makes it visible is one
/// script that puts its head in the other's place. Chunks that no head has taken in are forgotten within a quarter
/// of an hour.
/// </summary>
/// <param name="space">Before all keys; the braces keep a cluster's keys together.</param>
/// <param name="bytes">The most that all blobs may take together, those being replaced included.</param>
public sealed class RedisBlobStore(
    IConnectionMultiplexer redis, string space = RedisJournalStore.DefaultSpace, long bytes = RedisBlobStore.DefaultBytes)
    : IBlobStore
{
    /// <summary>1 GiB: a snapshot and the one before it of a town of some 1.5 million residents.</summary>
    public const long DefaultBytes = 1L << 30;

    /// <summary>Large enough that a round trip does not count, small enough that no other command waits for it.</summary>
    private const int ChunkBytes = 512 * 1024;

    /// <summary>Chunks on their way at once.</summary>
    private const int Window = 8;

    private const string Format = "1";

    private static readonly TimeSpan Unclaimed = TimeSpan.FromMinutes(15);

    // KEYS: names, total, head, chunks. ARGV: name, token, bytes, most, format, the head's chunks' common beginning.
    private const string CommitScript = """
        local old = redis.call('HMGET', KEYS[3], 'token', 'bytes', 'chunks')
        local total = tonumber(redis.call('GET', KEYS[2]) or '0') + tonumber(ARGV[3]) - tonumber(old[2] or '0')
        if total > tonumber(ARGV[4]) then return {'full', tostring(total)} end
        for i = 4, #KEYS do
            if redis.call('EXISTS', KEYS[i]) == 0 then return {'lost', KEYS[i]} end
        end
        for i = 4, #KEYS do redis.call('PERSIST', KEYS[i]) end
        redis.call('HSET', KEYS[3], 'token', ARGV[2], 'bytes', ARGV[3], 'chunks', #KEYS - 3, 'format', ARGV[5])
        redis.call('SET', KEYS[2], string.format('%.0f', total))
        redis.call('ZADD', KEYS[1], 0, ARGV[1])
        if old[1] then
            for i = 0, tonumber(old[3]) - 1 do redis.call('UNLINK', ARGV[6] .. '/' .. old[1] .. '/' .. i) end
        end
        return {'done', ''}
        """;

    // KEYS: names, total, head. ARGV: name, the beginning of its chunks' keys.
    private const string DeleteScript = """
        local old = redis.call('HMGET', KEYS[3], 'token', 'bytes', 'chunks')
        redis.call('ZREM', KEYS[1], ARGV[1])
        if not old[1] then return 0 end
        redis.call('DECRBY', KEYS[2], old[2])
        redis.call('UNLINK', KEYS[3])
        for i = 0, tonumber(old[3]) - 1 do redis.call('UNLINK', ARGV[2] .. '/' .. old[1] .. '/' .. i) end
        return 1
        """;

    private readonly IDatabase _database = redis.GetDatabase();

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        StoredName.OfBlob(name);
        if (content.Length > bytes) throw Full(name, content.Length);
        string token = Guid.NewGuid().ToString("n");
        int chunks = (content.Length + ChunkBytes - 1) / ChunkBytes;
        RedisKey[] keys = [.. Enumerable.Range(0, chunks).Select(i => Chunk(name, token, i))];
        try
        {
            foreach (int[] some in Enumerable.Range(0, chunks).Chunk(Window))
            {
                await Task.WhenAll(some.Select(i =>
                {
                    int begin = i * ChunkBytes;
                    ReadOnlyMemory<byte> chunk = content.Slice(begin, Math.Min(ChunkBytes, content.Length - begin));
                    return _database.StringSetAsync(keys[i], chunk, Unclaimed);
                })).WaitAsync(cancellation);
            }
            var answer = (RedisResult[])(await _database.ScriptEvaluateAsync(
                CommitScript, [Names, Total, Head(name), .. keys],
                [name, token, content.Length, bytes, Format, Chunks(name)]).WaitAsync(cancellation))!;
            if ((string?)answer[0] == "full") throw Full(name, long.Parse((string)answer[1]!));
            if ((string?)answer[0] == "lost") throw new IOException($"Redis has forgotten a part of {name} meanwhile");
        }
        catch (RedisException failure)
        {
            throw new IOException($"Redis has not kept {name}: {failure.Message}", failure);
        }
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        StoredName.OfBlob(name);
        while (true)
        {
            RedisValue[] head = await _database
                .HashGetAsync(Head(name), ["format", "token", "bytes", "chunks"]).WaitAsync(cancellation);
            if (head[0].IsNull) return null;
            if (head[0] != Format)
                throw new InvalidDataException($"{name} is in form {head[0]}; this version reads form {Format}");
            byte[] content = new byte[(int)head[2]];
            if (await ReadChunks(name, head[1]!, (int)head[3], content, cancellation)) return content;
            // Somebody has put another in its place, or removed it, since the head was read: unless it is broken.
            if (await _database.HashGetAsync(Head(name), "token").WaitAsync(cancellation) == head[1])
                throw new InvalidDataException($"Redis has lost a part of {name}");
        }
    }

    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default)
    {
        StoredName.OfPrefix(prefix);
        // Names are ASCII: ~ comes after every one of their characters, and bytes are in ordinal order.
        RedisValue[] names = await _database
            .SortedSetRangeByValueAsync(Names, prefix, prefix + "~").WaitAsync(cancellation);
        return [.. names.Select(n => (string)n!)];
    }

    public async Task DeleteAsync(string prefix, CancellationToken cancellation = default)
    {
        foreach (string name in await ListAsync(prefix, cancellation))
        {
            await _database.ScriptEvaluateAsync(DeleteScript, [Names, Total, Head(name)], [name, Chunks(name)])
                .WaitAsync(cancellation);
        }
    }

    private RedisKey Names => $"{space}/blobs";

    private RedisKey Total => $"{space}/blobs-bytes";

    private RedisKey Head(string name) => $"{space}/blob/{name}";

    private string Chunks(string name) => $"{space}/chunk/{name}";

    private RedisKey Chunk(string name, string token, int i) => $"{Chunks(name)}/{token}/{i}";

    private IOException Full(string name, long total) => new(
        $"{name}: the snapshots in Redis would take {total >> 20} MiB, of at most {bytes >> 20}; " +
        "give the silos a data folder that they share, or a smaller town");

    /// <summary>False if a chunk is not there.</summary>
    private async Task<bool> ReadChunks(
        string name, string token, int chunks, byte[] content, CancellationToken cancellation)
    {
        int length = 0;
        foreach (int[] some in Enumerable.Range(0, chunks).Chunk(Window))
        {
            RedisValue[] read = await Task
                .WhenAll(some.Select(i => _database.StringGetAsync(Chunk(name, token, i)))).WaitAsync(cancellation);
            foreach (ReadOnlyMemory<byte> chunk in read)
            {
                if (chunk.IsEmpty || chunk.Length > content.Length - length) return false;
                chunk.CopyTo(content.AsMemory(length));
                length += chunk.Length;
            }
        }
        return length == content.Length;
    }
}
