using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Turns an estate's totals into people, keyed by the seed: the same estate of the same seed has the same people in
/// every policy's world, whichever thread draws them.
/// </summary>
public static class Synthesis
{
    /// <summary>Residents, buildings and organizations of an estate; known before anybody is drawn.</summary>
    public static int ActorCount(EstatePlan plan) => plan.Population + plan.Buildings + CitySlots.PerEstate;

    public static Roster Build(
        TownPlan town, NeighborhoodId id, IReadOnlyList<ActorId> first, Parameters p, Chance chance)
    {
        EstatePlan plan = town.Estates[id.Value];
        var draw = new SynthesisDraw(chance, first[id.Value]);
        ResidentTraits[] residents;
        HouseholdTraits[] households;
        if (plan.People is { } people) (residents, households) = ImportedPeople.Build(plan, people, draw, p);
        else
        {
            households = Households.Build(plan, draw);
            residents = new ResidentTraits[plan.Population];
            Ages.Assign(plan, households, residents, draw, p);
        }
        BuildingTraits[] buildings = Buildings.Build(plan, households, draw);
        Persons.Assign(plan, households, buildings, residents, draw, p);
        return new Roster
        {
            Neighborhood = id,
            First = first[id.Value],
            Plan = plan,
            Residents = residents,
            Households = households,
            Buildings = buildings,
            DrawTies = visit =>
            {
                if (plan.Ties is { } ties) visit([.. ties]);
                else StationaryTies.Build(buildings, residents, draw, p, visit);
            },
            FarTies = FarFriends.Build(town, id, first, residents.Length, draw, p),
        };
    }
}

/// <summary>Keyed draws of one estate's synthesis.</summary>
public readonly struct SynthesisDraw(Chance chance, ActorId first)
{
    /// <summary>A uniform number about a resident.</summary>
    public double Of(int slot, Purpose purpose, uint index = 0) =>
        chance.Uniform(first.Value + (uint)slot, 0, (uint)purpose, index);

    /// <summary>A uniform number about the estate: about one household or building of it.</summary>
    public double OfEstate(Purpose purpose, uint index) => chance.Uniform(first.Value, 1, (uint)purpose, index);

    /// <summary>A row of draws of one resident: index 0, 1, 2 …</summary>
    public void Fill(int slot, Purpose purpose, Span<uint> bits) =>
        chance.Fill(first.Value + (uint)slot, 0, (uint)purpose, bits);

    /// <summary>0 … count − 1 in the order of keyed draws: a keyed permutation.</summary>
    public int[] Order(Purpose purpose, int count)
    {
        var keys = new uint[count];
        chance.Fill(first.Value, 1, (uint)purpose, keys);
        var order = new int[count];
        for (int i = 0; i < count; i++) order[i] = i;
        Array.Sort(keys, order);
        return order;
    }
}
