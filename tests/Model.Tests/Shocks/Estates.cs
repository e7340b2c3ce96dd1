using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.Tests.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

/// <summary>Estates of households of two, one elder each, for these tests.</summary>
internal static class Estates
{
    /// <param name="buildings">Buildings of 20 residents and one lift.</param>
    public static Roster Of(int buildings)
    {
        int people = 20 * buildings;
        return new Roster
        {
            Neighborhood = new NeighborhoodId(0),
            First = new ActorId(0),
            Plan = Towns.Of(1).Estates[0],
            Residents =
            [
                .. Enumerable.Range(0, people).Select(i => new ResidentTraits
                {
                    Household = i / 2, Building = (ushort)(i / 20), Age = (byte)(i % 2 == 0 ? 75 : 40),
                    Flags = i % 2 == 0 ? Trait.HouseholdHead : Trait.None,
                }),
            ],
            Households = [.. Enumerable.Range(0, people / 2).Select(h => new HouseholdTraits(2 * h, 2, h / 10))],
            Buildings =
            [
                .. Enumerable.Range(0, buildings).Select(b => new BuildingTraits(20 * b, 20, 10 * b, 10, 8, 1, 0, 0)),
            ],
            Ties = [],
            FarTies = [],
        };
    }

    public static ShockState Shocked(int buildings, ulong seed, params Shock[] shocks) => new(
        Towns.Scenario(1) with { Shocks = shocks }, Of(buildings), new PlaceMap(Towns.Of(1), seed));

    /// <summary>A day counted from the end of burn-in.</summary>
    public static Day Day(int day) => new(180 + day);
}
