using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>Which of all compared policies is the best by the primary, the baseline among them.</summary>
/// <param name="Best">World that is selected; null: not yet.</param>
/// <param name="Surviving">Worlds that may still be the best.</param>
/// <param name="Judged">Pairs that the surviving ones have been judged by.</param>
/// <param name="Runs">Pairs that each world has run.</param>
/// <param name="Next">
/// Without a best one: of a hundred further runs so many for each world would help most (OCBA). It allocates effort and
/// decides nothing.
/// </param>
public sealed record PolicySelection(
    int? Best, IReadOnlyList<int> Surviving, int Judged, IReadOnlyList<int> Runs, IReadOnlyList<int>? Next)
{
    /// <summary>With which probability the selected one is the best, if it leads by the smallest effect.</summary>
    public const double Confidence = .95;

    private const int Further = 100;

    /// <summary>Judges from the first pair, so that a stopped selection goes on to the same end.</summary>
    /// <param name="plan">One that selects: its decision states a smallest effect above 0.</param>
    /// <param name="pairs">Pair by pair what each world gave; null where it was not run.</param>
    public static PolicySelection Of(ExperimentPlan plan, IReadOnlyList<IReadOnlyList<ReplicationResult?>> pairs)
    {
        var measure = new Measure(plan.Primary);
        double sign = measure.Direction == Direction.LowerIsBetter ? -1 : 1;
        var values = new List<double>[plan.Worlds.Count];
        for (int world = 0; world < values.Length; world++) values[world] = [];
        foreach (IReadOnlyList<ReplicationResult?> pair in pairs)
        {
            double?[] of = [.. pair.Select(r => r is null
                ? (double?)null : sign * measure.In(r, plan.Scenario.Town.Provenance))];
            // A pair in which the primary is not defined tells nothing.
            if (of.Any(v => v is { } defined && !double.IsFinite(defined))) continue;
            for (int world = 0; world < values.Length; world++)
            {
                // A world that was dropped is not taken up again.
                if (of[world] is { } value) values[world].Add(value);
            }
        }
        var rule = new KimNelson(
            plan.Worlds.Count, plan.Scenario.Decision!.SmallestEffect, plan.Seeds, 1 - Confidence);
        Selection selection = rule.After(values);
        return new PolicySelection(
            selection.Best, selection.Surviving, selection.Replications, [.. values.Select(v => v.Count)],
            selection.Best is null && values.All(v => v.Count > 1) ? NextRuns(selection.Surviving, values) : null);
    }

    private static int[] NextRuns(IReadOnlyList<int> surviving, List<double>[] values)
    {
        IReadOnlyList<int> runs = Ocba.Allocation(
            [.. surviving.Select(w => values[w].Average())],
            [.. surviving.Select(w => Moments.Variance(values[w]))], Further);
        var all = new int[values.Length];
        foreach ((int place, int world) in surviving.Index()) all[world] = runs[place];
        return all;
    }
}
