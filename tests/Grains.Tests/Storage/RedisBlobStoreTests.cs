using Jinlin.Grains.Storage;
using Jinlin.Silo.Tests;
using StackExchange.Redis;

namespace Jinlin.Grains.Tests.Storage;

public sealed class RedisBlobStoreTests : IAsyncLifetime
{
    private const int MiB = 1 << 20;

    private RedisServer? _server;
    private IConnectionMultiplexer? _redis;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.Start();
        _redis = await ConnectionMultiplexer.ConnectAsync(_server.Connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(512 * 1024)]
    [InlineData(512 * 1024 + 1)]
    [InlineData(9 * MiB)]
    public async Task A_blob_of_any_size_comes_back(int length)
    {
        byte[] content = Bytes(length, 1);
        await Store().WriteAsync("run/1-15/0", content);
        Assert.Equal(content, await Store().ReadAsync("run/1-15/0"));
    }

    [Fact]
    public async Task What_is_written_is_read_listed_and_deleted_by_prefix()
    {
        RedisBlobStore store = Store();
        await store.WriteAsync("run/1-15/0", "zero"u8.ToArray());
        await store.WriteAsync("run/1-15/1", "one"u8.ToArray());
        await store.WriteAsync("run/1-15/1", "uno"u8.ToArray());
        await store.WriteAsync("run/1-150/1", "other"u8.ToArray());
        Assert.Equal("uno"u8.ToArray(), await store.ReadAsync("run/1-15/1"));
        Assert.Null(await store.ReadAsync("run/1-15/2"));
        Assert.Equal(["run/1-15/0", "run/1-15/1"], await store.ListAsync("run/1-15/"));
        Assert.Equal(["run/1-15/0", "run/1-15/1", "run/1-150/1"], await store.ListAsync(""));
        await store.DeleteAsync("run/1-15/");
        Assert.Equal(["run/1-150/1"], await store.ListAsync("run/"));
        await store.DeleteAsync("nothing/");
    }

    [Fact]
    public async Task Nothing_is_left_in_Redis_of_what_was_replaced_or_deleted()
    {
        RedisBlobStore store = Store();
        await store.WriteAsync("run/a", Bytes(3 * MiB, 1));
        await store.WriteAsync("run/a", Bytes(2 * MiB, 2));
        // Four chunks, the head, the names and their sum.
        Assert.Equal(7, await _redis!.GetServers().Single().DatabaseSizeAsync());
        await store.DeleteAsync("run/");
        Assert.Equal(["{jinlin}/blobs-bytes"], _redis.GetServers().Single().Keys().Select(k => (string)k!));
        Assert.Equal(0, (long)await _redis.GetDatabase().StringGetAsync("{jinlin}/blobs-bytes"));
    }

    [Fact]
    public async Task More_than_the_stated_size_is_refused_and_what_was_there_stays()
    {
        RedisBlobStore store = new(_redis!, bytes: 2 * MiB);
        await store.WriteAsync("run/a", Bytes(MiB, 1));
        await store.WriteAsync("run/b", Bytes(MiB, 2));
        var refused = await Assert.ThrowsAsync<IOException>(() => store.WriteAsync("run/c", new byte[MiB]));
        Assert.Contains("3 MiB, of at most 2", refused.Message);
        await Assert.ThrowsAsync<IOException>(() => store.WriteAsync("run/a", new byte[3 * MiB]));
        Assert.Equal(Bytes(MiB, 1), await store.ReadAsync("run/a"));
        Assert.Equal(["run/a", "run/b"], await store.ListAsync("run/"));
        await store.DeleteAsync("run/b");
        await store.WriteAsync("run/c", Bytes(MiB, 3));
    }

    [Fact]
    public async Task Whoever_reads_while_others_write_sees_one_whole_blob()
    {
        byte[][] versions = [.. Enumerable.Range(0, 4).Select(i => Bytes(MiB + i, i))];
        await Store().WriteAsync("run/a", versions[0]);
        Task[] writers = [.. versions.Select(v => Task.Run(async () =>
        {
            for (int i = 0; i < 5; i++) await Store().WriteAsync("run/a", v);
        }))];
        Task written = Task.WhenAll(writers);
        int reads = 0;
        do
        {
            byte[] read = (await Store().ReadAsync("run/a"))!;
            Assert.Equal(versions[read.Length - MiB], read);
            reads++;
        }
        while (!written.IsCompleted);
        await written;
        Assert.True(reads > 0);
        Assert.Equal(MiB + 3, (await LastOf(versions)).Length);

        async Task<byte[]> LastOf(byte[][] all)
        {
            await Store().WriteAsync("run/a", all[^1]);
            return (await Store().ReadAsync("run/a"))!;
        }
    }

    [Fact]
    public async Task A_blob_with_a_hole_is_refused_not_returned()
    {
        await Store().WriteAsync("run/a", Bytes(MiB, 1));
        RedisKey chunk = _redis!.GetServers().Single().Keys(pattern: "{jinlin}/chunk/*").First();
        await _redis.GetDatabase().KeyDeleteAsync(chunk);
        await Assert.ThrowsAsync<InvalidDataException>(() => Store().ReadAsync("run/a"));
    }

    [Fact]
    public async Task Blobs_outlive_a_kill_of_Redis()
    {
        await Store().WriteAsync("run/a", Bytes(MiB, 1));
        await _server!.Restart();
        await using ConnectionMultiplexer again = await ConnectionMultiplexer.ConnectAsync(_server.Connection);
        Assert.Equal(Bytes(MiB, 1), await new RedisBlobStore(again).ReadAsync("run/a"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("run//a")]
    [InlineData("run/a b")]
    [InlineData("")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store().WriteAsync(name, new byte[1]));
        await Assert.ThrowsAsync<ArgumentException>(() => Store().ReadAsync(name));
    }

    private static byte[] Bytes(int length, int version)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte)(i * 31 + version * 7 + (i >> 12));
        return bytes;
    }

    private RedisBlobStore Store() => new(_redis!);
}
