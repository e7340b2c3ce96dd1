using System.Collections.Concurrent;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

/// <summary>Actors that live on another thread, each with its row; one stage for each neighborhood.</summary>
internal sealed class StagedActors(IModel model) : IRemoteActors
{
    private readonly TownMap _map = new(model.ActorCounts);
    private readonly ConcurrentDictionary<int, Stage> _stages = new();
    private readonly ConcurrentDictionary<ActorId, byte[]?> _rows = new();

    public Task<byte[]> Handle(ActorId actor, byte[] call) => Task.Run(() =>
    {
        NeighborhoodId home = _map.HomeOf(actor);
        Stage stage = _stages.GetOrAdd(home.Value, _ => new Stage(model, _map, home));
        byte[]? row = _rows.GetValueOrDefault(actor);
        byte[] effects;
        lock (stage) effects = stage.Handle(actor, call, ref row);
        _rows[actor] = row;
        return effects;
    });

    public Task<byte[]> Return(ActorId actor)
    {
        Assert.True(_rows.TryRemove(actor, out byte[]? row));
        return Task.FromResult(row!);
    }

    /// <summary>Lets a keyed share of the actors of a town's neighborhoods live here.</summary>
    public static void Detach(Town town, IModel model, double share, Func<Neighborhood, bool>? where = null)
    {
        var remote = new StagedActors(model);
        var chance = new Chance(99);
        foreach (Neighborhood n in town.Neighborhoods.Where(where ?? (_ => true)))
        {
            for (uint i = 0; i < n.Actors; i++)
            {
                var actor = new ActorId(n.First.Value + i);
                if (chance.Uniform(actor.Value, 0, 0) < share) n.Detach(actor, remote);
            }
        }
    }
}
