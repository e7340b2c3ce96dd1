namespace Jinlin.Grains.Runs;

/// <summary>
/// Something that a silo does whole for a client: a replication of a small town. Its result is a pure function of the
/// job's bytes, so that a job whose silo was lost is simply done again. Hosts register what they have.
/// </summary>
public interface IReplicationWork
{
    /// <summary>The name under which a client asks for it.</summary>
    string Name { get; }

    /// <summary>Does the job, on the thread that calls.</summary>
    /// <param name="job">What is asked.</param>
    /// <param name="threads">How many jobs this silo does at once; one that needs all its memory may use as many.</param>
    /// <param name="cancellation">The client no longer wants it.</param>
    /// <exception cref="OperationCanceledException">The client no longer wants it.</exception>
    byte[] Do(byte[] job, int threads, CancellationToken cancellation);
}
