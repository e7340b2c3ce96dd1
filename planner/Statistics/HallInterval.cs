namespace Jinlin.Planner.Statistics;

/// <summary>
/// Interval of a mean of skewed values: Student's t through the cubic transformation of Hall (1992, "On the removal
/// of skewness by transformation", J. R. Statist. Soc. B 54). Without skewness it is Student's own.
/// </summary>
public static class HallInterval
{
    /// <summary>Of the mean difference; a point if all differences are the same.</summary>
    /// <param name="level">Above 0, below 1.</param>
    public static Interval Of(PairedDifference pairs, double level)
    {
        if (pairs.State != PairState.Estimated) return pairs.At(level);
        double skewness = Skewness(pairs), n = pairs.Count;
        double t = StudentT.Quantile((1 + level) / 2, pairs.Count - 1) / Math.Sqrt(n);
        return new Interval(
            pairs.Mean - (pairs.Deviation * Untransformed(t)), pairs.Mean - (pairs.Deviation * Untransformed(-t)));

        // Inverse of x + γx²/3 + γ²x³/27 + γ/(6n); near γ = 0 the identity.
        double Untransformed(double y) => Math.Abs(skewness) < 1e-6
            ? y
            : 3 / skewness * (Math.Cbrt(1 + (skewness * (y - (skewness / (6 * n))))) - 1);
    }

    /// <summary>Mean cube of the standardized differences.</summary>
    private static double Skewness(PairedDifference pairs) =>
        pairs.Differences.Sum(d => Math.Pow((d - pairs.Mean) / pairs.Deviation, 3)) / pairs.Count;
}
