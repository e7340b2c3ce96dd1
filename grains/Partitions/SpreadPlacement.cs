using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace Jinlin.Grains.Partitions;

/// <summary>
/// Puts part k of a run on the k-th silo, counted round from one that the run's name chooses, so that parts are
/// spread evenly and neighbors of consecutive number do not crowd one silo.
/// </summary>
[GenerateSerializer, Immutable, Alias("jinlin.SpreadPlacement")]
internal sealed class SpreadPlacement : PlacementStrategy;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SpreadPlacementAttribute() : PlacementAttribute(new SpreadPlacement());

internal sealed class SpreadPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        SiloAddress[] silos = context.GetCompatibleSilos(target);
        Array.Sort(silos);
        string key = target.GrainIdentity.Key.ToString() ?? "";
        int slash = key.LastIndexOf('/');
        uint part = uint.TryParse(key.AsSpan(slash + 1), out uint number) ? number : 0;
        uint first = StableHash.ComputeHash(slash < 0 ? key : key[..slash]);
        return Task.FromResult(silos[(int)((first + part) % (uint)silos.Length)]);
    }
}
