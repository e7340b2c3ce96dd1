using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>Worlds in this process, without silos: what any other way of running must agree with, byte for byte.</summary>
internal sealed class DirectWorlds(int threads) : IWorldRunner
{
    public void Run(
        IReadOnlyList<PairWork> pairs, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation)
    {
        var gate = new Lock();
        Parallel.ForEach(pairs, new ParallelOptions { MaxDegreeOfParallelism = threads }, pair =>
        {
            SeedFork fork = SeedFork.Run(pair.Scenario, pair.Seed, 1, CancellationToken.None);
            foreach (int world in pair.Worlds)
            {
                if (cancellation.IsCancellationRequested) return;
                ReplicationResult result = fork.World([pair.Scenario.Policies[world]], 1);
                lock (gate) finished(pair, world, result);
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }
}
