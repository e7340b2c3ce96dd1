using Jinlin.Model.World;

namespace Jinlin.Planner.Towns;

/// <summary>One total of one estate: what its plan asked for and what synthesis made of it.</summary>
/// <param name="Estate">The estate's name; null for the town's sum.</param>
/// <param name="Wanted">Null where the plan leaves it to the marginals.</param>
public readonly record struct FitRow(string? Estate, FitTotal Total, int? Wanted, int Got)
{
    /// <summary>Got less wanted; 0 where nothing was asked for.</summary>
    public int Off => Wanted is { } wanted ? Got - wanted : 0;
}

/// <summary>What is counted on both sides.</summary>
public enum FitTotal
{
    Population,
    Households,
    Buildings,
    Over60,
    Over80Alone,
}

/// <summary>How well synthetic residents match the totals that were given for their estates.</summary>
public sealed class TownFit
{
    private TownFit(IReadOnlyList<FitRow> estates, IReadOnlyList<FitRow> sums) => (Estates, Sums) = (estates, sums);

    /// <summary>Estate by estate in the town's order, each with every total.</summary>
    public IReadOnlyList<FitRow> Estates { get; }

    /// <summary>The whole town; a total is wanted only where every estate wants it.</summary>
    public IReadOnlyList<FitRow> Sums { get; }

    /// <param name="rosters">The town's estates as synthesized; each carries the plan that it followed.</param>
    public static TownFit Of(IReadOnlyList<Roster> rosters)
    {
        FitRow[] rows = [.. rosters.SelectMany(Rows)];
        FitRow[] sums = [.. rows.GroupBy(r => r.Total).OrderBy(g => g.Key).Select(g => new FitRow(null, g.Key,
            g.All(r => r.Wanted is not null) ? g.Sum(r => r.Wanted) : null, g.Sum(r => r.Got)))];
        return new TownFit(rows, sums);
    }

    private static IEnumerable<FitRow> Rows(Roster roster)
    {
        EstatePlan plan = roster.Plan;
        int over60 = 0, alone = 0;
        foreach (ref readonly ResidentTraits resident in roster.Residents.AsSpan())
        {
            if (resident.Age >= 60) over60++;
            if (resident.Age >= 80 && resident.Is(Trait.LivesAlone)) alone++;
        }
        bool agesUnknown = plan.People is { } people && people.Any(p => p.Age is null);
        return
        [
            new(plan.Name, FitTotal.Population, plan.Population, roster.Residents.Length),
            new(plan.Name, FitTotal.Households, plan.Households, FamilyHouseholds(roster)),
            new(plan.Name, FitTotal.Buildings, plan.Buildings, roster.Buildings.Length),
            new(plan.Name, FitTotal.Over60, agesUnknown ? null : plan.Over60, over60),
            new(plan.Name, FitTotal.Over80Alone, plan.Over80Alone, alone),
        ];
    }

    /// <summary>The census counts family households; a dormitory is none.</summary>
    private static int FamilyHouseholds(Roster roster) =>
        roster.Households.Count(h => h.Count > 0 && !roster.Residents[h.FirstResident].Is(Trait.Collective));
}
