using System.Security.Cryptography;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Runs;

/// <summary>
/// The models in use on one silo. Partitions and coordinator of a run share one: what synthesis froze is held once.
/// </summary>
internal sealed class Worlds(IEnumerable<IWorldSource> sources, ILocalSiloDetails silo)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (IModel Model, int Users)> _models = [];
    private readonly Dictionary<string, (IModel Model, TownMap Map, int Partitions)> _runs = [];

    /// <summary>This silo's address, for people.</summary>
    public string Silo => silo.SiloAddress.ToParsableString();

    /// <summary>The run's model; give it back with <see cref="Release"/>.</summary>
    /// <exception cref="RunException">No such source on this silo, or inputs that it cannot read.</exception>
    public IModel Take(RunDefinition definition)
    {
        string key = KeyOf(definition);
        lock (_gate)
        {
            IModel model = _models.TryGetValue(key, out var known) ? known.Model : Create(definition);
            _models[key] = (model, known.Users + 1);
            return model;
        }
    }

    public void Release(RunDefinition definition)
    {
        string key = KeyOf(definition);
        lock (_gate)
        {
            if (!_models.TryGetValue(key, out var known)) return;
            if (known.Users == 1) _models.Remove(key);
            else _models[key] = (known.Model, known.Users - 1);
        }
    }

    /// <summary>A partition of the run lives here: actors of it may, too.</summary>
    public void Settle(string run, IModel model)
    {
        lock (_gate)
        {
            _runs[run] = _runs.TryGetValue(run, out var known) && ReferenceEquals(known.Model, model)
                ? known with { Partitions = known.Partitions + 1 } : (model, new TownMap(model.ActorCounts), 1);
        }
    }

    /// <summary>The model of a run of which a partition lives here.</summary>
    public (IModel Model, TownMap Map)? Of(string run)
    {
        lock (_gate) return _runs.TryGetValue(run, out var known) ? (known.Model, known.Map) : null;
    }

    /// <summary>A partition that was settled here no longer lives here.</summary>
    public void Leave(string run)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(run, out var known)) return;
            if (known.Partitions == 1) _runs.Remove(run);
            else _runs[run] = known with { Partitions = known.Partitions - 1 };
        }
    }

    private IModel Create(RunDefinition definition)
    {
        IWorldSource source = sources.FirstOrDefault(s => s.Name == definition.World) ?? throw new RunException(
            $"no world named '{definition.World}' on this silo; it has: {string.Join(", ", sources.Select(s => s.Name))}");
        try
        {
            return source.Create(definition.Input, definition.Seed);
        }
        catch (InvalidDataException wrong)
        {
            throw new RunException(wrong.Message);
        }
    }

    private static string KeyOf(RunDefinition definition) =>
        $"{definition.World}/{definition.Seed}/{Convert.ToHexString(SHA256.HashData(definition.Input))}";
}
