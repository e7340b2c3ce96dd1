using System.Collections.Concurrent;
using Orleans.Storage;

namespace Jinlin.Grains.Tests;

/// <summary>States of grains that outlive every silo of a test cluster, with ETags.</summary>
internal sealed class MemoryStates : IGrainStorage
{
    private readonly ConcurrentDictionary<string, (object State, string ETag)> _states = new(StringComparer.Ordinal);

    /// <summary>Waited for before a state of the name is written.</summary>
    public Func<string, Task> Writing { get; set; } = _ => Task.CompletedTask;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _states.TryGetValue(Key(stateName, grainId), out var kept);
        if (!grainState.RecordExists) return Task.CompletedTask;
        grainState.State = (T)Copy(kept.State);
        grainState.ETag = kept.ETag;
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Writing(stateName);
        string etag = Guid.NewGuid().ToString("n");
        (object, string) next = (Copy(grainState.State!), etag);
        bool written = grainState.ETag is null
            ? _states.TryAdd(Key(stateName, grainId), next)
            : _states.TryGetValue(Key(stateName, grainId), out var kept) && kept.ETag == grainState.ETag
                && _states.TryUpdate(Key(stateName, grainId), next, kept);
        if (!written) throw new InconsistentStateException($"somebody else has written {grainId}", "?", grainState.ETag);
        grainState.ETag = etag;
        grainState.RecordExists = true;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        _states.TryRemove(Key(stateName, grainId), out _);
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private static string Key(string state, GrainId grain) => $"{state}/{grain}";

    private static object Copy(object state) => state.GetType().GetMethod(
        "MemberwiseClone", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
        .Invoke(state, null)!;
}
