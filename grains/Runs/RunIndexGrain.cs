namespace Jinlin.Grains.Runs;

/// <summary>The durable runs that are not over; the keepers watch them.</summary>
[Alias("jinlin.IRunIndexGrain")]
public interface IRunIndexGrain : IGrainWithIntegerKey
{
    [Alias("Add")]
    Task Add(string run);

    [Alias("Remove")]
    Task Remove(string run);

    [Alias("List")]
    Task<string[]> List();
}

[GenerateSerializer, Alias("jinlin.RunIndex")]
internal sealed class RunIndex
{
    [Id(0)]
    public SortedSet<string> Runs { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>One small document for the whole cluster.</summary>
internal sealed class RunIndexGrain(
    [PersistentState("index", RunServices.StorageName)] IPersistentState<RunIndex> index) : Grain, IRunIndexGrain
{
    public async Task Add(string run)
    {
        if (!index.State.Runs.Add(run)) return;
        try
        {
            await index.WriteStateAsync();
        }
        catch
        {
            // What is not kept must not look kept: the next call tries again.
            index.State.Runs.Remove(run);
            throw;
        }
    }

    public async Task Remove(string run)
    {
        if (!index.State.Runs.Remove(run)) return;
        try
        {
            await index.WriteStateAsync();
        }
        catch
        {
            index.State.Runs.Add(run);
            throw;
        }
    }

    public Task<string[]> List() => Task.FromResult(index.State.Runs.ToArray());
}
