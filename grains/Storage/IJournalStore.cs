namespace Jinlin.Grains.Storage;

/// <summary>
/// The ordered, append-only input of each run (law 6). An entry is acknowledged to nobody before it is durable here.
/// </summary>
public interface IJournalStore
{
    /// <summary>
    /// Appends entries with consecutive numbers from <paramref name="number"/> on; durable when it returns.
    /// </summary>
    /// <param name="epoch">Who writes: a writer of an older epoch than the newest seen is refused.</param>
    /// <param name="number">The number of the first entry; must be the journal's present length.</param>
    /// <exception cref="StaleEpochException">A newer epoch has opened the journal, or the number is taken.</exception>
    Task AppendAsync(
        string run, long epoch, long number, IReadOnlyList<byte[]> entries, CancellationToken cancellation = default);

    /// <summary>
    /// Opens the journal for a new epoch, which fences all older ones, and reads what is in it. An entry that was
    /// half-written when a process died is dropped: it was never acknowledged.
    /// </summary>
    /// <exception cref="StaleEpochException">A newer epoch has opened it.</exception>
    Task<IReadOnlyList<byte[]>> OpenAsync(string run, long epoch, CancellationToken cancellation = default);

    /// <summary>Removes a run's journal.</summary>
    Task DeleteAsync(string run, CancellationToken cancellation = default);
}

/// <summary>Somebody with a newer epoch has taken over the run; whoever gets this must stop.</summary>
public sealed class StaleEpochException(string message) : Exception(message);
