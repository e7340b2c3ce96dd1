namespace Jinlin.Model.World;

/// <summary>Households as imported; ages that are missing come from the marginals.</summary>
internal static class ImportedPeople
{
    public static (ResidentTraits[] Residents, HouseholdTraits[] Households) Build(
        EstatePlan plan, IReadOnlyList<ImportedResident> people, SynthesisDraw draw, Parameters p)
    {
        var residents = new ResidentTraits[people.Count];
        var households = new List<HouseholdTraits>();
        double over60 = (double)plan.Over60 / Math.Max(1, plan.Population);
        for (int i = 0; i < people.Count; i++)
        {
            ImportedResident person = people[i];
            if (i == 0 || person.Household != people[i - 1].Household)
                households.Add(new HouseholdTraits(i, 0, person.Building));
            households[^1] = households[^1] with { Count = households[^1].Count + 1 };
            residents[i].Age = (byte)(person.Age ?? DrawAge(draw.Of(i, Purpose.Age), over60, p));
        }
        return (residents, [.. households]);
    }

    private static int DrawAge(double u, double over60, Parameters p)
    {
        if (u < p.ShareChildren) return (int)(16 * u / p.ShareChildren);
        u -= p.ShareChildren;
        double adults = Math.Max(0, 1 - p.ShareChildren - over60);
        if (u < adults) return 16 + (int)(44 * u / adults);
        return 60 + (int)(30 * Math.Min(1, (u - adults) / Math.Max(1e-9, over60)));
    }
}
