using System.Text;
using Jinlin.Grains.Storage;
using Jinlin.Silo.Tests;
using StackExchange.Redis;

namespace Jinlin.Grains.Tests.Storage;

public sealed class RedisJournalStoreTests : IAsyncLifetime
{
    private RedisServer? _server;
    private IConnectionMultiplexer? _redis;

    public async ValueTask InitializeAsync()
    {
        _server = await RedisServer.Start();
        _redis = await ConnectionMultiplexer.ConnectAsync(_server.Connection + ",allowAdmin=true");
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is not null) await _redis.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task Entries_come_back_in_their_order_until_the_journal_is_deleted()
    {
        RedisJournalStore store = Store();
        Assert.Empty(await store.OpenAsync("run", 1));
        await store.AppendAsync("run", 1, 0, [Entry(0), [], Entry(1)]);
        await store.AppendAsync("run", 1, 3, [Entry(2)]);
        await store.OpenAsync("other", 9);
        Assert.Equal([Entry(0), [], Entry(1), Entry(2)], await Store().OpenAsync("run", 2));
        await store.DeleteAsync("run");
        Assert.Empty(await store.OpenAsync("run", 1));
    }

    [Fact]
    public async Task Whoever_has_been_replaced_is_refused()
    {
        RedisJournalStore old = Store(), replacing = Store();
        // Beyond 2^53 neighbors are told apart.
        const long first = 1L << 60;
        await old.OpenAsync("run", first);
        await old.AppendAsync("run", first, 0, [Entry(0)]);
        await replacing.OpenAsync("run", first + 1);
        await Assert.ThrowsAsync<StaleEpochException>(() => old.AppendAsync("run", first, 1, [Entry(1)]));
        await Assert.ThrowsAsync<StaleEpochException>(() => old.OpenAsync("run", first));
        await Assert.ThrowsAsync<StaleEpochException>(() => replacing.AppendAsync("run", first + 1, 0, [Entry(9)]));
        await replacing.AppendAsync("run", first + 1, 1, [Entry(1)]);
        Assert.Equal([Entry(0), Entry(1)], await Store().OpenAsync("run", first + 2));
    }

    [Fact]
    public async Task A_journal_that_nobody_has_opened_takes_nothing() =>
        await Assert.ThrowsAsync<StaleEpochException>(() => Store().AppendAsync("run", 1, 0, [Entry(0)]));

    [Fact]
    public async Task Of_many_writers_one_gets_each_number()
    {
        await Store().OpenAsync("run", 1);
        int[] taken = new int[40];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            RedisJournalStore store = Store();
            for (int i = 0; i < taken.Length; i++)
            {
                try
                {
                    await store.AppendAsync("run", 1, i, [Entry(writer)]);
                    Interlocked.Increment(ref taken[i]);
                }
                catch (StaleEpochException)
                {
                    // Somebody else has this number.
                }
            }
        }));
        Assert.All(taken, t => Assert.Equal(1, t));
        Assert.Equal(40, (await Store().OpenAsync("run", 1)).Count);
    }

    [Fact]
    public async Task What_was_acknowledged_outlives_a_kill_of_Redis_and_writing_goes_on()
    {
        RedisJournalStore store = Store();
        await store.OpenAsync("run", 1);
        for (int i = 0; i < 20; i++) await store.AppendAsync("run", 1, i, [Entry(i)]);
        Task restart = _server!.Restart();
        await store.AppendAsync("run", 1, 20, [Entry(20)]);
        await restart;
        Assert.Equal([.. Enumerable.Range(0, 21).Select(Entry)], await Store().OpenAsync("run", 2));
    }

    [Fact]
    public async Task Another_form_is_refused()
    {
        await _redis!.GetDatabase().HashSetAsync("{jinlin}/journals/run/head", "format", "2");
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => Store().OpenAsync("run", 1));
        Assert.Contains("form 2", refused.Message);
        await Assert.ThrowsAsync<InvalidDataException>(() => Store().AppendAsync("run", 1, 0, [Entry(0)]));
    }

    /// <summary>A refusal is certain: nothing was kept, and the number is still free.</summary>
    [Fact]
    public async Task A_full_Redis_keeps_nothing_of_an_append()
    {
        RedisJournalStore store = Store();
        await store.OpenAsync("run", 1);
        IServer server = _redis!.GetServers().Single();
        await server.ConfigSetAsync("maxmemory", "1");
        await Assert.ThrowsAsync<IOException>(() => store.AppendAsync("run", 1, 0, [Entry(0)]));
        await server.ConfigSetAsync("maxmemory", "0");
        await store.AppendAsync("run", 1, 0, [Entry(1)]);
        Assert.Equal([Entry(1)], await store.OpenAsync("run", 1));
    }

    [Theory]
    [InlineData("../run")]
    [InlineData("run/other")]
    [InlineData("")]
    public async Task A_name_that_is_none_is_refused(string run) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store().OpenAsync(run, 1));

    [Fact]
    public async Task A_Redis_that_may_forget_is_refused_at_the_start()
    {
        await RedisDurability.Check(_redis!);
        IServer server = _redis!.GetServers().Single();
        foreach ((string setting, string value, string wanted) in ((string, string, string)[])
            [("appendfsync", "everysec", "always"), ("appendonly", "no", "yes"),
                ("maxmemory-policy", "allkeys-lru", "noeviction")])
        {
            await server.ConfigSetAsync(setting, value);
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RedisDurability.Check(_redis!));
            Assert.Contains($"{setting} {value}; expected {wanted}", refused.Message);
            await server.ConfigSetAsync(setting, wanted);
        }
    }

    private RedisJournalStore Store() => new(_redis!);

    private static byte[] Entry(int number) => Encoding.UTF8.GetBytes($"entry {number}");
}
