namespace Jinlin.Planner.Statistics;

/// <summary>
/// How much of a difference's spread comes from chance and how much from not knowing the labelled assumptions:
/// Var(total) = Var(between draws of assumptions) + Var(within a draw, over seeds), one-way random effects.
/// </summary>
/// <param name="Within">Variance over seeds.</param>
/// <param name="Between">Variance over draws of assumptions; 0 where the estimate falls below.</param>
public readonly record struct UncertaintySplit(double Within, double Between)
{
    public double Total => Within + Between;

    /// <summary>Share of the total that more knowledge of the assumptions could remove; 0 if nothing varies.</summary>
    public double AssumptionShare => Total > 0 ? Between / Total : 0;

    /// <summary>
    /// From several seeds under each draw, by the analysis of variance; draws may differ in their number of seeds.
    /// </summary>
    /// <param name="draws">Differences by draw of assumptions.</param>
    /// <returns>Null with fewer than two draws, or if no draw has two seeds.</returns>
    public static UncertaintySplit? OfDraws(IReadOnlyList<IReadOnlyList<double>> draws)
    {
        int groups = draws.Count, all = draws.Sum(d => d.Count);
        if (groups < 2 || all <= groups || draws.Any(d => d.Count == 0)) return null;
        double mean = draws.Sum(d => d.Sum()) / all, between = 0, within = 0;
        foreach (IReadOnlyList<double> draw in draws)
        {
            double own = draw.Average();
            between += draw.Count * (own - mean) * (own - mean);
            within += draw.Sum(v => (v - own) * (v - own));
        }
        double seeds = within / (all - groups);
        double perDraw = (all - (draws.Sum(d => (double)d.Count * d.Count) / all)) / (groups - 1);
        return new UncertaintySplit(seeds, Math.Max(0, ((between / (groups - 1)) - seeds) / perDraw));
    }

    /// <summary>
    /// With one seed per draw the two cannot be told apart from the draws alone: the seeds' variance comes from the
    /// half of the evidence under the scenario's own parameters, the total from the half with drawn assumptions.
    /// </summary>
    /// <returns>Null if either half has no spread that is known.</returns>
    public static UncertaintySplit? Of(PairedDifference chance, PairedDifference assumptions)
    {
        double within = chance.Deviation * chance.Deviation, total = assumptions.Deviation * assumptions.Deviation;
        return double.IsFinite(within) && double.IsFinite(total)
            ? new UncertaintySplit(within, Math.Max(0, total - within))
            : null;
    }
}
