using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>How a policy's effect moves with one labelled assumption, over the pairs that drew it.</summary>
/// <param name="Correlation">Of the drawn value with the primary's difference (better is up).</param>
/// <param name="AdjustedP">Holm's, among all assumptions that were drawn.</param>
public sealed record AssumptionInfluence(ParameterName Assumption, RankCorrelation Correlation, double AdjustedP)
{
    /// <summary>Fewer drawn pairs than this say nothing of any single assumption.</summary>
    public const int LeastPairs = 10;

    /// <summary>The assumptions, the strongest first; empty below <see cref="LeastPairs"/>.</summary>
    /// <param name="world">The policy's.</param>
    public static IReadOnlyList<AssumptionInfluence> Of(Comparison comparison, int world)
    {
        ExperimentPlan plan = comparison.Plan;
        double[] baseline = comparison.Values(comparison.Primary, 0), policy = comparison.Values(comparison.Primary, world);
        (Model.World.Parameters Drawn, double Effect)[] pairs = [.. comparison.Pairs
            .Select((p, i) => (p.Pair, Effect: Signed(comparison.Primary, policy[i] - baseline[i])))
            .Where(p => ExperimentPlan.IsDrawn(p.Pair) && double.IsFinite(p.Effect))
            .Select(p => (plan.ScenarioOf(p.Pair).Parameters, p.Effect))];
        if (pairs.Length < LeastPairs) return [];
        double[] effects = [.. pairs.Select(p => p.Effect)];
        (ParameterName Name, RankCorrelation Correlation)[] found = [.. AssumptionDraws.Labelled
            .Select(name => (name, RankCorrelation.Of([.. pairs.Select(p => name.ValueIn(p.Drawn))], effects)))
            .Where(f => !double.IsNaN(f.Item2.Value))];
        IReadOnlyList<double> adjusted = Holm.Adjusted([.. found.Select(f => f.Correlation.PValue)]);
        return [.. found.Select((f, i) => new AssumptionInfluence(f.Name, f.Correlation, adjusted[i]))
            .OrderByDescending(i => Math.Abs(i.Correlation.Value)).ThenBy(i => i.Assumption.Name, StringComparer.Ordinal)];
    }

    private static double Signed(Measure measure, double difference) =>
        measure.Direction == Model.Indicators.Direction.LowerIsBetter ? -difference : difference;
}
