namespace Jinlin.Planner.Statistics;

/// <summary>What the data say about a ratio of two means.</summary>
public enum RatioBounds
{
    /// <summary>Between two values.</summary>
    Bounded,

    /// <summary>The lower mean may be zero: only values between two roots are excluded.</summary>
    OutsideOfTwo,

    /// <summary>Nothing is excluded.</summary>
    Unbounded,
}

/// <summary>
/// A ratio of two paired means with its exact interval (Fieller 1954), as yuan per extra need resolved. Where the
/// denominator may be zero the interval has no end, and no approximation can give it one.
/// </summary>
/// <param name="Ratio">Of the means; infinite or NaN if the denominator's is zero.</param>
/// <param name="Bounds">What kind of set it is.</param>
/// <param name="Interval">The values kept; everything unless bounded.</param>
/// <param name="Excluded">The values excluded if the set lies outside of two roots.</param>
public readonly record struct FiellerInterval(double Ratio, RatioBounds Bounds, Interval Interval, Interval? Excluded)
{
    /// <summary>Mean of <paramref name="above"/> over mean of <paramref name="below"/>, pair by pair.</summary>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static FiellerInterval Of(IReadOnlyList<double> above, IReadOnlyList<double> below, double level = .95)
    {
        if (above.Count != below.Count)
            throw new ArgumentException($"{above.Count} values above and {below.Count} below");
        int n = above.Count;
        if (n < 2)
        {
            double only = n == 0 ? double.NaN : above[0] / below[0];
            return new FiellerInterval(only, RatioBounds.Unbounded, Interval.Everything, null);
        }
        double a = above.Average(), b = below.Average();
        double scale = Math.Pow(StudentT.Quantile((1 + level) / 2, n - 1), 2) / n;
        // Kept are the θ with (a − θb)² ≤ t²/n · Var(A − θB): a parabola qθ² − 2pθ + r ≤ 0.
        double q = (b * b) - (scale * Moments.Variance(below));
        double p = (a * b) - (scale * Moments.Covariance(above, below));
        double r = (a * a) - (scale * Moments.Variance(above));
        double discriminant = (p * p) - (q * r);
        if (q == 0 || discriminant < 0)
            return new FiellerInterval(a / b, RatioBounds.Unbounded, Interval.Everything, null);
        double root = Math.Sqrt(discriminant), one = (p - root) / q, two = (p + root) / q;
        var roots = new Interval(Math.Min(one, two), Math.Max(one, two));
        return q > 0
            ? new FiellerInterval(a / b, RatioBounds.Bounded, roots, null)
            : new FiellerInterval(a / b, RatioBounds.OutsideOfTwo, Interval.Everything, roots);
    }
}
