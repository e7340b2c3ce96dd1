using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>One measure over time, a curve for each world, averaged over pairs.</summary>
/// <param name="Days">Of the run, burn-in included; the same for all worlds.</param>
/// <param name="Worlds">By world; NaN where no pair has a value.</param>
public sealed record CurveSet(Measure Measure, IReadOnlyList<int> Days, IReadOnlyList<double[]> Worlds)
{
    /// <summary>Of an indicator at the points of <see cref="ReplicationResult.CurveDays"/>.</summary>
    public static CurveSet Of(Comparison comparison, Measure measure) => new(
        measure, comparison.Pairs[0].Worlds[0].CurveDays, Means(comparison, r =>
            Measure.IsSuppressed(r, comparison.Plan.Scenario.Town.Provenance, measure.Group)
                ? [.. r.CurveDays.Select(_ => double.NaN)] : r.Curve(measure.Indicator!, measure.Group)));

    /// <summary>Q(t) of everybody, day by day: how a course falls and recovers under a shock.</summary>
    public static CurveSet Quality(Comparison comparison)
    {
        ReplicationResult first = comparison.Pairs[0].Worlds[0];
        return new CurveSet(
            new Measure(IndicatorList.Find("quality")!.Id),
            [.. Enumerable.Range(first.BurnInDays, first.CourseDays)], Means(comparison, r => r.Quality()));
    }

    private static double[][] Means(Comparison comparison, Func<ReplicationResult, double[]> curve) =>
        [.. Enumerable.Range(0, comparison.Plan.Worlds.Count).Select(world =>
        {
            double[][] all = [.. comparison.Pairs.Select(p => curve(p.Worlds[world]))];
            return Enumerable.Range(0, all[0].Length)
                .Select(i => MeanInterval.Of(all.Select(c => c[i])).Mean).ToArray();
        })];
}
