using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// Where everybody of a town lives: the estates in order, the city's services, then hubs and partners; their
/// addresses are consecutive in that order.
/// </summary>
/// <param name="first">The first actor of each neighborhood.</param>
public sealed class TownAddresses(IReadOnlyList<ActorId> first)
{
    public int Estates => first.Count - 2;

    /// <summary>The first of the city's services.</summary>
    public ActorId City => first[^2];

    /// <summary>The first of hubs and partners.</summary>
    public ActorId Hubs => first[^1];

    /// <summary>An organization of an estate: organizations are the last of its actors.</summary>
    public OrganizationId Organization(int estate, OrganizationSlot slot) =>
        new(first[estate + 1].Value - CitySlots.PerEstate + (uint)slot);

    /// <summary>The estate in which an actor lives, or −1.</summary>
    public int EstateOf(ActorId actor)
    {
        if (actor.Value >= City.Value) return -1;
        int low = 0, high = Estates;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (first[middle].Value <= actor.Value) low = middle;
            else high = middle;
        }
        return low;
    }
}
