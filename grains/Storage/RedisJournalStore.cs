using System.Globalization;
using StackExchange.Redis;

namespace Jinlin.Grains.Storage;

/// <summary>
/// Journals in Redis, one list for each run beside the newest epoch. One script compares epoch and length and
/// appends, so no two writers can interleave. Whoever uses it makes sure by <see cref="RedisDurability"/> that Redis
/// syncs each write before it answers.
/// </summary>
/// <param name="space">Before all keys; the braces keep a cluster's keys together.</param>
public sealed class RedisJournalStore(IConnectionMultiplexer redis, string space = RedisJournalStore.DefaultSpace)
    : IJournalStore
{
    public const string DefaultSpace = "{jinlin}";

    /// <summary>The form of the keys; another one is refused.</summary>
    private const string Format = "1";

    /// <summary>Attempts of an append whose answer did not come, and the pause before each further one.</summary>
    private const int Attempts = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Epochs are written with 19 digits, so that comparing texts compares numbers: Lua's would end at 2^53.
    private const string OpenScript = """
        local form = redis.call('HGET', KEYS[1], 'format')
        if form and form ~= ARGV[2] then return {'format', form} end
        local newest = redis.call('HGET', KEYS[1], 'epoch')
        if newest and newest > ARGV[1] then return {'stale', newest} end
        redis.call('HSET', KEYS[1], 'format', ARGV[2], 'epoch', ARGV[1])
        return {'done', redis.call('LRANGE', KEYS[2], 0, -1)}
        """;

    // The last append's token tells an append that is tried again from one that comes second.
    private const string AppendScript = """
        local kept = redis.call('HMGET', KEYS[1], 'format', 'epoch', 'token')
        if kept[1] and kept[1] ~= ARGV[4] then return {'format', kept[1]} end
        if kept[2] ~= ARGV[1] then return {'stale', kept[2] or 'none'} end
        if kept[3] == ARGV[3] then return {'done', ''} end
        local length = redis.call('LLEN', KEYS[2])
        if length ~= tonumber(ARGV[2]) then return {'taken', tostring(length)} end
        for i = 5, #ARGV do redis.call('RPUSH', KEYS[2], ARGV[i]) end
        redis.call('HSET', KEYS[1], 'token', ARGV[3])
        return {'done', ''}
        """;

    private readonly IDatabase _database = redis.GetDatabase();

    public async Task AppendAsync(
        string run, long epoch, long number, IReadOnlyList<byte[]> entries, CancellationToken cancellation = default)
    {
        RedisValue[] values =
        [
            Digits(epoch), number, Guid.NewGuid().ToString("n"), Format, .. entries.Select(e => (RedisValue)e),
        ];
        RedisResult[] answer;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                answer = await Ask(AppendScript, run, values, cancellation);
                break;
            }
            catch (RedisServerException refusal) when (attempt == 1)
            {
                throw new IOException($"Redis has not kept an entry of {run}: {refusal.Message}", refusal);
            }
            catch (Exception lost) when (lost is RedisException or TimeoutException)
            {
                // It may be there or not, and Redis may be reading its log. The token makes trying again safe.
                if (attempt == Attempts) throw;
                await Task.Delay(Pause, cancellation);
            }
        }
        string found = (string?)answer[1] ?? "";
        switch ((string?)answer[0])
        {
            case "done":
                return;
            case "taken":
                throw new StaleEpochException($"journal of {run}: entry {number}, it has {found}");
            case "stale":
                throw new StaleEpochException($"journal of {run}: epoch {epoch}, the newest is {found.TrimStart('0')}");
            default:
                throw Foreign(run, found);
        }
    }

    public async Task<IReadOnlyList<byte[]>> OpenAsync(string run, long epoch, CancellationToken cancellation = default)
    {
        RedisResult[] answer = await Ask(OpenScript, run, [Digits(epoch), Format], cancellation);
        return (string?)answer[0] switch
        {
            "done" => [.. ((RedisResult[])answer[1]!).Select(e => (byte[])e!)],
            "stale" => throw new StaleEpochException(
                $"journal of {run}: epoch {epoch}, the newest is {((string?)answer[1])?.TrimStart('0')}"),
            _ => throw Foreign(run, (string?)answer[1]),
        };
    }

    public async Task DeleteAsync(string run, CancellationToken cancellation = default) =>
        await _database.KeyDeleteAsync(Keys(run)).WaitAsync(cancellation);

    private static InvalidDataException Foreign(string run, string? format) =>
        new($"the journal of {run} is in form {format}; this version reads form {Format}");

    private static string Digits(long epoch) => epoch >= 0 ? epoch.ToString("d19", CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "expected 0 or more");

    private async Task<RedisResult[]> Ask(
        string script, string run, RedisValue[] values, CancellationToken cancellation) =>
        (RedisResult[])(await _database.ScriptEvaluateAsync(script, Keys(run), values).WaitAsync(cancellation))!;

    private RedisKey[] Keys(string run)
    {
        StoredName.OfRun(run);
        return [$"{space}/journals/{run}/head", $"{space}/journals/{run}/entries"];
    }
}
