using System.Collections.Concurrent;
using System.Text;
using Jinlin.Grains.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Jinlin.Grains.Tests.Runs;

public class LanesTests
{
    [Fact]
    public async Task Every_job_is_done_once_over_all_silos_and_handed_back()
    {
        var doublings = new Doubling();
        await using RunCluster cluster = await RunCluster.Start(
            2, silo => silo.Services.AddSingleton<IReplicationWork>(doublings));
        Lanes lanes = await Lanes.Open(cluster.Silos.Client, null);
        Assert.Equal(4, lanes.Count);
        var jobs = new Queue<string>(Enumerable.Range(0, 50).Select(i => $"job {i}"));
        var results = new Dictionary<string, string>();
        await lanes.Run(
            "doubling", _ => jobs.TryDequeue(out string? job) ? job : null, Encoding.UTF8.GetBytes,
            (job, result) => results.Add(job, Encoding.UTF8.GetString(result)), CancellationToken.None);
        Assert.Equal(50, results.Count);
        Assert.All(results, r => Assert.Equal(r.Key + r.Key, r.Value));
        Assert.InRange(doublings.Most, 1, 4);
    }

    [Fact]
    public async Task Cancelled_it_keeps_what_was_handed_back_and_begins_nothing_more()
    {
        var doublings = new Doubling();
        await using RunCluster cluster = await RunCluster.Start(
            1, silo => silo.Services.AddSingleton<IReplicationWork>(doublings));
        Lanes lanes = await Lanes.Open(cluster.Silos.Client, 1);
        using var stop = new CancellationTokenSource();
        int given = 0, done = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lanes.Run(
            "doubling", _ => $"job {given++}", Encoding.UTF8.GetBytes,
            (_, _) =>
            {
                if (++done == 3) stop.Cancel();
            },
            stop.Token));
        Assert.Equal(3, done);
        Assert.Equal(3, given);
    }

    [Fact]
    public async Task Work_that_no_silo_has_is_refused()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        Lanes lanes = await Lanes.Open(cluster.Silos.Client, 1);
        var jobs = new Queue<string>(["one"]);
        RunException refused = await Assert.ThrowsAsync<RunException>(() => lanes.Run(
            "weaving", _ => jobs.TryDequeue(out string? job) ? job : null, Encoding.UTF8.GetBytes,
            (_, _) => { }, CancellationToken.None));
        Assert.Contains("weaving", refused.Message);
    }

    private sealed class Doubling : IReplicationWork
    {
        private readonly ConcurrentDictionary<int, bool> _threads = new();

        public string Name => "doubling";

        /// <summary>Threads that have worked.</summary>
        public int Most => _threads.Count;

        public byte[] Do(byte[] job, int threads, CancellationToken cancellation)
        {
            _threads[Environment.CurrentManagedThreadId] = true;
            return [.. job, .. job];
        }
    }
}
