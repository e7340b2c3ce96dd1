using Jinlin.Grains.Partitions;

namespace Jinlin.Grains.Runs;

/// <summary>Does jobs on threads of their own, so that no turn and no run's grant waits for them.</summary>
[SpreadPlacement]
internal sealed class WorkerGrain(IEnumerable<IReplicationWork> works, WorkerThreads threads) : Grain, IWorkerGrain
{
    public Task<int> Threads() => Task.FromResult(threads.Cores.Count);

    public async Task<byte[]> Do(string work, byte[] job, CancellationToken cancellation)
    {
        IReplicationWork asked = works.FirstOrDefault(w => w.Name == work)
            ?? throw new RunException($"this silo does no work named '{work}'");
        byte[] result = [];
        await threads.Cores.Run(1, _ => result = asked.Do(job, threads.Cores.Count, cancellation));
        return result;
    }
}

/// <summary>The threads of replications: others than those of runs, which must not wait for a whole replication.</summary>
internal sealed class WorkerThreads(int? threads) : IDisposable
{
    public Cores Cores { get; } = new(threads);

    public void Dispose() => Cores.Dispose();
}
