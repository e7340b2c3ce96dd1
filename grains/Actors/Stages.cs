using System.Collections.Concurrent;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Actors;

/// <summary>
/// On each silo: the rules that actors living outside their partitions handle messages by. Shared by all actors of a
/// neighborhood: a handler takes microseconds, a stage some hundred kilobytes.
/// </summary>
internal sealed class Stages(Worlds worlds)
{
    private readonly ConcurrentDictionary<(string Run, int Neighborhood), ConcurrentBag<Stage>> _free = new();

    /// <summary>True if a partition of the run lives on this silo: only then do its actors know their rules.</summary>
    public bool Has(string run) => worlds.Of(run) is not null;

    public byte[] Handle(string run, ActorId actor, ReadOnlyMemory<byte> call, ref byte[]? row)
    {
        (IModel model, TownMap map) = worlds.Of(run)
            ?? throw new RunException($"no partition of run {run} lives on this silo; actor {actor.Value} cannot either");
        NeighborhoodId home = map.HomeOf(actor);
        ConcurrentBag<Stage> free = _free.GetOrAdd((run, home.Value), _ => []);
        if (!free.TryTake(out Stage? stage) || !stage.IsOf(model)) stage = new Stage(model, map, home);
        byte[] effects = stage.Handle(actor, call, ref row);
        free.Add(stage);
        return effects;
    }

    /// <summary>Forgets a run's stages.</summary>
    public void Forget(string run)
    {
        foreach (var key in _free.Keys.Where(k => k.Run == run)) _free.TryRemove(key, out _);
    }
}
