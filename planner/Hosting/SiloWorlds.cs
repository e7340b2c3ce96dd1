using System.Runtime.CompilerServices;
using Jinlin.Grains.Runs;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Hosting;

/// <summary>
/// Runs an experiment's worlds on every core of the silos: one in this process, or a cluster's. A silo is started, or a
/// cluster called, with the first world that is missing: what comes from the store needs none.
/// </summary>
/// <param name="cluster">HOST:PORT of a gateway; null: a silo in this process.</param>
/// <param name="threads">Threads that compute in this process; null: one for each core.</param>
public sealed class SiloWorlds(string? cluster, int? threads) : IWorldRunner, IAsyncDisposable
{
    private readonly ConditionalWeakTable<PairWork, byte[]> _scenarios = [];
    private (Carrier Carrier, Lanes Lanes)? _open;

    /// <summary>What was simulated of worlds that ran beside their baseline.</summary>
    public Resimulated Effort { get; private set; }

    /// <exception cref="InputException">The cluster is not there, is lost, or is of another version.</exception>
    public void Run(
        IReadOnlyList<PairWork> pairs, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation)
    {
        if (pairs.Count == 0) return;
        RunAsync(pairs, finished, cancellation).GetAwaiter().GetResult();
    }

    public ValueTask DisposeAsync() => _open is { } open ? open.Carrier.DisposeAsync() : ValueTask.CompletedTask;

    private async Task RunAsync(
        IReadOnlyList<PairWork> pairs, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation)
    {
        try
        {
            (Carrier carrier, Lanes lanes) = _open ??= await Open(cancellation);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, carrier.Lost);
            var queue = new WorldQueue(pairs);
            await lanes.Run(
                WorldWork.WorkName, queue.Next, job => WorldWork.Ask(BytesOf(job.Pair), job),
                (job, answer) =>
                {
                    (IReadOnlyList<ReplicationResult> results, Resimulated effort) =
                        WorldWork.Read(answer, job.Pair.Seed);
                    Effort += effort;
                    // A baseline that only showed the way is in the store already.
                    foreach ((int world, ReplicationResult result) in job.Worlds.Zip(results))
                    {
                        if (job.Pair.Worlds.Contains(world)) finished(job.Pair, world, result);
                    }
                },
                stop.Token);
        }
        catch (Exception lost) when (!cancellation.IsCancellationRequested && cluster is not null
            && lost is OrleansException or TimeoutException or OperationCanceledException)
        {
            throw new InputException(new InputError("--cluster", 0, SafeText.Quoted(cluster!), Words.ClusterLost));
        }
    }

    private async Task<(Carrier, Lanes)> Open(CancellationToken cancellation)
    {
        Carrier carrier = await Carrier.Open(cluster, threads, cancellation);
        return (carrier, await Lanes.Open(carrier.Grains, threads));
    }

    private byte[] BytesOf(PairWork pair) => _scenarios.GetValue(pair, p => ScenarioBytes.Write(p.Scenario));
}
