namespace Jinlin.Grains.Runs;

/// <summary>
/// One lane of a batch of replications; its key is the batch's name, a slash and the lane's number. Lanes are spread
/// over the silos in turn.
/// </summary>
[Alias("jinlin.IWorkerGrain")]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>How many jobs this lane's silo does well at once.</summary>
    [Alias("Threads")]
    Task<int> Threads();

    /// <summary>Does one job and returns its result.</summary>
    [Alias("Do"), ResponseTimeout("1.00:00:00")]
    Task<byte[]> Do(string work, byte[] job, CancellationToken cancellation);
}
