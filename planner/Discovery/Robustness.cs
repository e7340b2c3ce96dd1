namespace Jinlin.Planner.Discovery;

/// <summary>
/// One number for how an option does over many states of the world, when nobody knows their odds (McPhail et al. 2018,
/// Earth's Future 6, 169). Of all of them more is better; an outcome is one option's value in one state, higher is better.
/// </summary>
public static class Robustness
{
    /// <summary>The worst state's.</summary>
    public static double Maximin(IReadOnlyList<double> outcomes) => outcomes.Min();

    /// <summary>The best state's.</summary>
    public static double Maximax(IReadOnlyList<double> outcomes) => outcomes.Max();

    /// <summary>Between the two.</summary>
    /// <param name="pessimism">α, 0 to 1: the weight of the worst.</param>
    public static double Hurwicz(IReadOnlyList<double> outcomes, double pessimism) =>
        (pessimism * outcomes.Min()) + ((1 - pessimism) * outcomes.Max());

    /// <summary>All states alike.</summary>
    public static double Laplace(IReadOnlyList<double> outcomes) => outcomes.Average();

    /// <summary>Mean over spread: (mean + 1) / (deviation + 1), which stays defined at zero (McPhail et al.).</summary>
    public static double MeanVariance(IReadOnlyList<double> outcomes)
    {
        double mean = outcomes.Average();
        return (mean + 1) / (Math.Sqrt(outcomes.Average(v => (v - mean) * (v - mean))) + 1);
    }

    /// <summary>Share of the states in which it is good enough (domain criterion).</summary>
    public static double Satisficing(IReadOnlyList<double> outcomes, double threshold) =>
        (double)outcomes.Count(v => v >= threshold) / outcomes.Count;

    /// <summary>
    /// Of each option what it loses most, in any state, against the best there; negative, so that more is better.
    /// </summary>
    /// <param name="outcomes">By option, then by state.</param>
    public static IReadOnlyList<double> MinimaxRegret(IReadOnlyList<IReadOnlyList<double>> outcomes) =>
        PercentileRegret(outcomes, 1);

    /// <summary>As <see cref="MinimaxRegret"/>, at a quantile of the regrets instead of their largest.</summary>
    /// <param name="share">0 to 1.</param>
    public static IReadOnlyList<double> PercentileRegret(IReadOnlyList<IReadOnlyList<double>> outcomes, double share)
    {
        double[] best = [.. Enumerable.Range(0, outcomes[0].Count).Select(s => outcomes.Max(o => o[s]))];
        return [.. outcomes.Select(o =>
            -Statistics.Quantiles.Of([.. o.Select((v, s) => best[s] - v)], share))];
    }
}
