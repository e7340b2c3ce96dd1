using MathNet.Numerics.Distributions;

namespace Jinlin.Planner.Statistics;

/// <summary>How many pairs an interval needs, were mean and spread to stay as they are.</summary>
public static class SampleSize
{
    /// <summary>More pairs than this are no answer to a planner.</summary>
    public const int Most = 1_000_000;

    /// <summary>
    /// Pairs in all after which the interval would lie on one side of the threshold; the pairs at hand if it does
    /// already. Null if more than <see cref="Most"/> would be needed, or the spread is not known.
    /// </summary>
    public static int? ToSettle(PairedDifference difference, double threshold, double level) => difference.State switch
    {
        PairState.Identical or PairState.Constant => difference.Count,
        PairState.Estimated => ForHalf(
            difference.Deviation, Math.Abs(difference.Mean - threshold), level, difference.Count),
        _ => null,
    };

    /// <summary>
    /// The least n ≥ <paramref name="least"/> whose t interval has at most this half-width; null beyond
    /// <see cref="Most"/>.
    /// </summary>
    /// <param name="deviation">Standard deviation of one pair's difference.</param>
    public static int? ForHalf(double deviation, double half, double level, int least = 2)
    {
        double z = Normal.InvCDF(0, 1, (1 + level) / 2), atLeast = Math.Pow(z * deviation / half, 2);
        if (!(atLeast <= Most)) return null;
        // The normal quantile lies below Student's, so the answer is a few pairs above.
        int n = Math.Max(Math.Max(2, least), (int)atLeast);
        while (n <= Most && !Fits(n)) n++;
        return n <= Most ? n : null;

        bool Fits(int n) => StudentT.Quantile(1 - ((1 - level) / 2), n - 1) * deviation / Math.Sqrt(n) <= half;
    }
}
