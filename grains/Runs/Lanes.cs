namespace Jinlin.Grains.Runs;

/// <summary>
/// A client's side of a batch: as many jobs under way as the cluster has cores, one result after another handed back,
/// so that neither side holds more than that. Nothing runs on when the client goes.
/// </summary>
public sealed class Lanes
{
    /// <summary>How often a job is begun again after its silo was lost.</summary>
    private const int MostTries = 8;

    private readonly IGrainFactory _grains;
    private readonly string _batch = $"batch-{Guid.NewGuid():n}";
    private readonly int _count;

    private Lanes(IGrainFactory grains, int count) => (_grains, _count) = (grains, count);

    /// <summary>How many jobs are under way at a time.</summary>
    public int Count => _count;

    /// <param name="atMost">Lanes at most; null: one for each core of the cluster.</param>
    public static async Task<Lanes> Open(IGrainFactory grains, int? atMost)
    {
        int silos = (await grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Count;
        var probe = new Lanes(grains, silos);
        int[] threads = await Task.WhenAll(Enumerable.Range(0, silos).Select(lane => probe.Lane(lane).Threads()));
        return new Lanes(grains, Math.Max(1, Math.Min(atMost ?? int.MaxValue, silos * threads.Max())));
    }

    /// <summary>Does all jobs and hands back each result as it comes, one at a time.</summary>
    /// <param name="work">The name of the <see cref="IReplicationWork"/>.</param>
    /// <param name="next">
    /// Gives a lane, by its number, its next job, or null when there is none; called by one lane at a time. A lane stays
    /// on its silo as long as that lives.
    /// </param>
    /// <param name="done">Takes the job and its result; called by one lane at a time.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was handed back stays so.</exception>
    public async Task Run<T>(
        string work, Func<int, T?> next, Func<T, byte[]> bytes, Action<T, byte[]> done, CancellationToken cancellation)
        where T : class
    {
        var gate = new Lock();
        // One that fails stops the others before they begin anew.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAll(Enumerable.Range(0, _count).Select(lane => Task.Run(
            async () =>
            {
                while (true)
                {
                    T? job;
                    lock (gate) job = stop.IsCancellationRequested ? null : next(lane);
                    if (job is null) return;
                    try
                    {
                        byte[] result = await Do(lane, work, bytes(job), cancellation);
                        lock (gate) done(job, result);
                    }
                    catch
                    {
                        await stop.CancelAsync();
                        throw;
                    }
                }
            },
            CancellationToken.None)));
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<byte[]> Do(int lane, string work, byte[] job, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await Lane(lane).Do(work, job, cancellation);
            }
            catch (Exception lost) when (
                lost is SiloUnavailableException or TimeoutException or OrleansMessageRejectionException
                && attempt < MostTries)
            {
                // Another silo has the lane once the others have noticed: at once, or only after some ten seconds.
                await Task.Delay(TimeSpan.FromMilliseconds(100 << attempt), cancellation);
            }
        }
    }

    private IWorkerGrain Lane(int lane) => _grains.GetGrain<IWorkerGrain>($"{_batch}/{lane}");
}
