using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>A household: consecutive residents of one building.</summary>
public readonly record struct HouseholdTraits(int FirstResident, int Count, int Building);

/// <summary>A building: consecutive residents, its place in the estate in metres (synthetic, 示意).</summary>
public readonly record struct BuildingTraits(
    int FirstResident, int Count, int FirstHousehold, int Households, int Floors, int Lifts, float X, float Y);

/// <summary>A tie as synthesis or an import gives it: directed, strength in (0, 1].</summary>
public readonly record struct InitialTie(int From, int To, float Strength);

/// <summary>Reads ties sorted by from, then to.</summary>
public delegate void TieVisitor(ReadOnlySpan<InitialTie> ties);

/// <summary>A tie to somebody in another estate.</summary>
public readonly record struct InitialFarTie(int From, ActorId To, float Strength);

/// <summary>
/// What synthesis froze about one estate: residents ordered by building and household, so that a building's
/// roster is a range. Local indices: residents first, then buildings, then the organizations in slot order.
/// Immutable, shared by all policies' worlds of one seed.
/// </summary>
public sealed class Roster
{
    private readonly InitialTie[]? _ties;

    public required NeighborhoodId Neighborhood { get; init; }

    /// <summary>Address of resident 0.</summary>
    public required ActorId First { get; init; }

    public required EstatePlan Plan { get; init; }

    public required ResidentTraits[] Residents { get; init; }

    public required HouseholdTraits[] Households { get; init; }

    public required BuildingTraits[] Buildings { get; init; }

    /// <summary>Ties at minute 0, sorted by from, then to; a copy.</summary>
    public InitialTie[] Ties
    {
        get
        {
            InitialTie[] copy = [];
            VisitTies(ties => copy = ties.ToArray());
            return copy;
        }
        init => _ties = value;
    }

    /// <summary>
    /// Draws the ties where none are given; keyed, so always the same. They are drawn at each reading rather than
    /// kept: they are needed once, and would take as much room as everything else together.
    /// </summary>
    public Action<TieVisitor>? DrawTies { get; init; }

    /// <summary>Shows the ties at minute 0 without a copy; they are not valid afterwards.</summary>
    public void VisitTies(TieVisitor visit)
    {
        if (_ties is not null) visit(_ties);
        else if (DrawTies is not null) DrawTies(visit);
        else visit([]);
    }

    /// <summary>Ties to other estates, sorted by from, then to.</summary>
    public required InitialFarTie[] FarTies { get; init; }

    /// <summary>Slots of those of 60 and over who live alone, whom the branch visits.</summary>
    public ushort[] EldersAlone => field ??= [.. Enumerable.Range(0, Residents.Length)
        .Where(i => Residents[i].Age >= 60 && Residents[i].Is(Trait.LivesAlone)).Select(i => (ushort)i)];

    /// <summary>Slots of able activists of 18 to 79, who are asked to give hours that are planned.</summary>
    public ushort[] Activists => field ??= [.. Enumerable.Range(0, Residents.Length)
        .Where(i => Residents[i].Is(Trait.Activist) && Residents[i].Age is >= 18 and < 80
            && (Residents[i].Flags & (Trait.Frail | Trait.Homebound)) == 0).Select(i => (ushort)i)];

    /// <summary>Slots of the mediators.</summary>
    public ushort[] Mediators => field ??= [.. Enumerable.Range(0, Residents.Length)
        .Where(i => Residents[i].Is(Trait.Mediator)).Select(i => (ushort)i)];

    /// <summary>Actors in all: residents, buildings, organizations.</summary>
    public int Actors => Residents.Length + Buildings.Length + CitySlots.PerEstate;

    public ResidentId Resident(int slot) => new(First.Value + (uint)slot);

    public BuildingId Building(int index) => new(First.Value + (uint)(Residents.Length + index));

    public OrganizationId Organization(OrganizationSlot slot) =>
        new(First.Value + (uint)(Residents.Length + Buildings.Length + (int)slot));

    /// <summary>The resident's index, or −1 for an actor that is no resident of this estate.</summary>
    public int SlotOf(ActorId actor)
    {
        uint slot = actor.Value - First.Value;
        return slot < (uint)Residents.Length ? (int)slot : -1;
    }

    /// <summary>Walking distance between two buildings' doors in metres, 20 within one building.</summary>
    public double Distance(int buildingA, int buildingB)
    {
        if (buildingA == buildingB) return 20;
        ref readonly BuildingTraits a = ref Buildings[buildingA], b = ref Buildings[buildingB];
        // Streets are no straight lines: the sum of the two legs, as on a grid.
        return 20 + Math.Abs(a.X - b.X) + Math.Abs(a.Y - b.Y);
    }
}
