namespace Jinlin.Planner.Statistics;

/// <summary>
/// More than a mean: how the differences spread over seeds. A policy that helps on average and harms in one run of
/// ten shows here.
/// </summary>
/// <param name="Better">Share of the pairs in which the policy is better.</param>
/// <param name="Worse">Share of the pairs in which it is worse; the rest are equal.</param>
/// <param name="Median">The difference that half of the pairs exceed.</param>
/// <param name="MedianInterval">Bootstrap over pairs.</param>
/// <param name="Low">
/// The difference that nine pairs of ten exceed; null below <see cref="StoppingRule.LeastForTailsAndRatios"/> pairs.
/// </param>
/// <param name="High">The difference that one pair of ten exceeds; null as <paramref name="Low"/>.</param>
public sealed record Tails(
    double Better, double Worse, double Median, Interval MedianInterval, Quantile? Low, Quantile? High)
{
    /// <summary>Of the pairs; null without a pair.</summary>
    /// <param name="level">Of the intervals, above 0, below 1.</param>
    public static Tails? Of(PairedDifference pairs, double level = .95)
    {
        if (pairs.Count == 0) return null;
        var bootstrap = new Bootstrap();
        bool enough = pairs.Count >= StoppingRule.LeastForTailsAndRatios;
        return new Tails(
            Share(d => d > 0), Share(d => d < 0), pairs.Median,
            bootstrap.Percentile(pairs.Count, PairStatistics.Median(pairs.Differences), level),
            enough ? At(.1) : null, enough ? At(.9) : null);

        double Share(Func<double, bool> which) => (double)pairs.Differences.Count(which) / pairs.Count;
        Quantile At(double p) => new(
            Quantiles.Of(pairs.Differences, p),
            bootstrap.Percentile(pairs.Count, PairStatistics.Quantile(pairs.Differences, p), level));
    }
}

/// <summary>A quantile with its bootstrap interval.</summary>
public readonly record struct Quantile(double Value, Interval Interval);
