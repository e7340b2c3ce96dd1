using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>One policy against the baseline.</summary>
/// <param name="World">Its index among the worlds; the baseline is 0.</param>
/// <param name="Differences">Every measure, those that decide among them.</param>
/// <param name="Verdict">Null if the scenario states no decision.</param>
/// <param name="Cost">Yuan per year of the whole town beyond the baseline's, as a loss.</param>
/// <param name="Chance">The primary, under the scenario's own parameters.</param>
/// <param name="Assumptions">The primary, with drawn assumptions.</param>
/// <param name="CostPerNeed">Extra yuan per extra need met on time; null without a pair.</param>
/// <param name="Shocks">The primary under each shock alone.</param>
public sealed record PolicyComparison(
    string Name, int World, IReadOnlyList<MeasureDifference> Differences, Verdict? Verdict, PairedDifference Cost,
    PairedDifference Chance, PairedDifference Assumptions, CostPerNeed? CostPerNeed,
    IReadOnlyList<NamedDifference> Shocks)
{
    /// <summary>What it changes in a measure.</summary>
    public MeasureDifference this[string name] => Differences.First(d => d.Measure.Name == name);
}
