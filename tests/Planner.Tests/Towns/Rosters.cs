using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Planner.Tests.Towns;

/// <summary>Small estates made by hand.</summary>
internal static class Rosters
{
    /// <summary>Three people in two households and two buildings; the second is 81 and alone.</summary>
    public static Roster Three(string name, int? over80Alone = 1, int over60 = 1) => new()
    {
        Neighborhood = new NeighborhoodId(0),
        First = new ActorId(0),
        Plan = new EstatePlan
        {
            Name = name,
            Population = 3,
            Households = 2,
            Buildings = 2,
            Over60 = over60,
            Over80Alone = over80Alone,
        },
        Residents =
        [
            new ResidentTraits { Age = 81, Flags = Trait.LivesAlone | Trait.Woman | Trait.Frail },
            new ResidentTraits { Age = 40, Household = 1, Building = 1 },
            new ResidentTraits { Age = 12, Household = 1, Building = 1 },
        ],
        Households = [new HouseholdTraits(0, 1, 0), new HouseholdTraits(1, 2, 1)],
        Buildings = [new BuildingTraits(0, 1, 0, 1, 3, 0, 0, 0), new BuildingTraits(1, 2, 1, 1, 9, 1, 60, 0)],
        Ties = [new InitialTie(0, 1, .5f)],
        FarTies = [],
    };
}
