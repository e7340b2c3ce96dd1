namespace Jinlin.Model.Engine;

/// <summary>
/// A population whose actors can live elsewhere, one by one: the row moves, the handlers are the same. What handlers
/// read beside their row (the context) goes with it; what they counted for observers comes back.
/// </summary>
public interface IDetachable : IPopulation
{
    /// <summary>Writes one actor's own state.</summary>
    void SaveRow(int actor, StateWriter writer);

    /// <summary>Reads what <see cref="SaveRow"/> wrote, in place of what is there.</summary>
    void LoadRow(int actor, StateReader reader);

    /// <summary>Writes what handlers read of the day and of what was published in the neighborhood.</summary>
    void SaveContext(StateWriter writer);

    void LoadContext(StateReader reader);

    /// <summary>Writes what handlers counted and published since the last time, and forgets the counts.</summary>
    void TakeCounts(StateWriter writer);

    /// <summary>Takes in what <see cref="TakeCounts"/> wrote elsewhere.</summary>
    void AddCounts(StateReader reader);
}
