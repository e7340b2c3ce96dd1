using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// How far Q(t) of one world falls behind the same world and seeds without a shock, and when it is back.
/// </summary>
/// <param name="Curve">Mean over pairs of Q with the shock less Q without, in points, from the first day shown.</param>
/// <param name="Losses">By pair, in point-days from the first shock to the end.</param>
/// <param name="Lowest">By pair, the least Q.</param>
/// <param name="Days">By pair, days until Q is at nine tenths of the undisturbed course for good; infinite: not yet.</param>
public sealed record Recovery(double[] Curve, double[] Losses, double[] Lowest, double[] Days)
{
    /// <summary>Days shown before the first shock.</summary>
    public const int Before = 14;

    /// <summary>The first day shown, from the end of burn-in.</summary>
    public static int FirstDay(ExperimentPlan plan) => Math.Max(0, plan.Scenario.Shocks.Min(s => s.From) - Before);

    /// <summary>Of every world, the baseline first; null where no shock befell them or no pair ran without it.</summary>
    public static IReadOnlyList<Recovery>? Of(Comparison comparison)
    {
        ExperimentPlan plan = comparison.Plan;
        Dictionary<int, FinishedPair> calm = comparison.Calm.ToDictionary(p => p.Pair);
        FinishedPair[] pairs = [.. comparison.Pairs.Where(p => calm.ContainsKey(p.Pair))];
        if (pairs.Length == 0 || plan.Scenario.Shocks.Count == 0) return null;
        int first = FirstDay(plan), shock = plan.Scenario.Shocks.Min(s => s.From);
        if (shock >= pairs[0].Worlds[0].CourseDays) return null;
        return [.. Enumerable.Range(0, plan.Worlds.Count).Select(world =>
        {
            (double[] Shocked, double[] Calm)[] both = [.. pairs.Select(p =>
                (p.Worlds[world].Quality(), calm[p.Pair].Worlds[world].Quality()))];
            Resilience[] resilience = [.. both.Select(b =>
                Resilience.Of(b.Shocked.AsSpan(shock), b.Calm.AsSpan(shock)))];
            return new Recovery(
                [.. Enumerable.Range(first, both[0].Shocked.Length - first)
                    .Select(d => MeanInterval.Of(both.Select(b => b.Shocked[d] - b.Calm[d])).Mean)],
                [.. resilience.Select(r => r.Loss)], [.. resilience.Select(r => r.Robustness)],
                [.. resilience.Select(r => r.RecoveryDays)]);
        })];
    }
}
