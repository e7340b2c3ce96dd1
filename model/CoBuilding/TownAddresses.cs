using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// Where everybody of a town lives: the estates in order, the city's services, then hubs and partners; their
/// addresses are consecutive in that order.
/// </summary>
public sealed class TownAddresses
{
    private readonly uint[] _first;

    /// <param name="estateActors">Actors of each estate, in order.</param>
    public TownAddresses(IReadOnlyList<int> estateActors)
    {
        _first = new uint[estateActors.Count + 1];
        for (int i = 0; i < estateActors.Count; i++) _first[i + 1] = _first[i] + (uint)estateActors[i];
    }

    public int Estates => _first.Length - 1;

    /// <summary>The first of the city's services.</summary>
    public ActorId City => new(_first[^1]);

    /// <summary>The first of hubs and partners.</summary>
    public ActorId Hubs => new(_first[^1] + CitySlots.Services);

    public ActorId FirstOf(int estate) => new(_first[estate]);

    /// <summary>An organization of an estate: organizations are the last of its actors.</summary>
    public OrganizationId Organization(int estate, OrganizationSlot slot) =>
        new(_first[estate + 1] - CitySlots.PerEstate + (uint)slot);

    /// <summary>The estate in which an actor lives, or −1.</summary>
    public int EstateOf(ActorId actor)
    {
        if (actor.Value >= City.Value) return -1;
        int i = Array.BinarySearch(_first, actor.Value);
        if (i < 0) return ~i - 1;
        while (_first[i + 1] == actor.Value) i++;
        return i;
    }
}
