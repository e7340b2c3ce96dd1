namespace Jinlin.Planner.Statistics;

/// <summary>
/// Looks after 30, 60, 120, … pairs. Few looks: each further one is a chance to stop on a spread that happens to be
/// small, which costs the interval some of its coverage.
/// </summary>
public sealed class DoublingLooks(
    double half, int maximum, double level = .95, int least = StoppingRule.LeastForMeans)
    : StoppingRule(half, maximum, level, least)
{
    public override Interval IntervalOf(PairedDifference primary) => primary.At(Level);

    protected override int Wanted(PairedDifference primary, int run) => 2 * run;
}
