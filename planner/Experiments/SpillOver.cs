using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// What a pilot changes inside its estates and outside of them, until the policy reaches the rest. Read over whole
/// quarters, because that is what is kept of each estate.
/// </summary>
/// <param name="Days">From the start date on.</param>
/// <param name="Inside">In the pilot's estates.</param>
/// <param name="Outside">In all others: spill-over, by ties, partners, departments and hubs.</param>
public sealed record SpillOver(int Days, PairedDifference Inside, PairedDifference Outside)
{
    /// <summary>What is kept of each estate: the headline indicators that need no group to be told apart.</summary>
    public static IReadOnlyList<Indicator> Indicators { get; } =
        [.. IndicatorList.All.Where(i => i.Headline && i.ByGroup && i.TrailingDays == 0)];

    /// <summary>Of a policy; null if it begins everywhere, or reaches everywhere within a quarter.</summary>
    public static SpillOver? Of(Comparison comparison, PolicyPlan policy, int world, Indicator indicator)
    {
        Scenario scenario = comparison.Plan.Scenario;
        PolicyStep[] steps = [.. policy.Steps.Where(s => s.When is null)];
        PolicyStep[] pilot = [.. steps.Where(s => s.From < ReplicationResult.Quarter)];
        if (pilot.Length == 0 || pilot.Any(s => s.Place is Place.City)) return null;
        int days = Math.Min(
            scenario.HorizonDays, steps.Except(pilot).Select(s => s.From).DefaultIfEmpty(int.MaxValue).Min());
        IReadOnlyList<int> kept = ReplicationResult.EstateDays(scenario.BurnInDays,
            scenario.BurnInDays + scenario.HorizonDays);
        days = kept.Where(d => d < scenario.BurnInDays + days).Max() + 1 - scenario.BurnInDays;
        if (days <= 0) return null;
        var values = new List<(double, double)>[2];
        for (int side = 0; side < 2; side++) values[side] = [];
        foreach (FinishedPair pair in comparison.Pairs)
        {
            var places = new PlaceMap(scenario.Town, comparison.Plan.SeedOf(pair.Pair));
            bool[] inside = new bool[scenario.Town.Estates.Count];
            foreach (PolicyStep step in pilot)
            {
                bool[] of = places.Of(step.Place);
                for (int e = 0; e < inside.Length; e++) inside[e] |= of[e];
            }
            foreach (bool side in (bool[])[true, false])
            {
                int[] estates = [.. Enumerable.Range(0, inside.Length).Where(e => inside[e] == side)];
                values[side ? 0 : 1].Add((
                    pair.Worlds[0].OfEstates(indicator, estates, days),
                    pair.Worlds[world].OfEstates(indicator, estates, days)));
            }
        }
        return new SpillOver(days, Paired(values[0]), Paired(values[1]));

        PairedDifference Paired(List<(double Baseline, double Policy)> both) => PairedDifference.Of(
            [.. both.Select(v => v.Baseline)], [.. both.Select(v => v.Policy)], indicator.Direction);
    }
}
