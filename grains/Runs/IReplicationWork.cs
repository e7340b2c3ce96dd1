namespace Jinlin.Grains.Runs;

/// <summary>
/// Something that a silo does whole, on one thread, for a client: a replication of a small town. A pure function of
/// the job's bytes, so that a job whose silo was lost is simply done again. Hosts register what they have.
/// </summary>
public interface IReplicationWork
{
    /// <summary>The name under which a client asks for it.</summary>
    string Name { get; }

    /// <summary>Does the job.</summary>
    /// <exception cref="OperationCanceledException">The client no longer wants it.</exception>
    byte[] Do(byte[] job, CancellationToken cancellation);
}
