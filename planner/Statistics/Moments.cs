namespace Jinlin.Planner.Statistics;

/// <summary>Variance and correlation of samples, about the mean first so that large values lose no digits.</summary>
public static class Moments
{
    /// <summary>Sum of squares about the mean over n − 1; 0 below two values.</summary>
    public static double Variance(IReadOnlyList<double> x)
    {
        if (x.Count < 2) return 0;
        double mean = x.Average(), sum = 0;
        foreach (double v in x) sum += (v - mean) * (v - mean);
        return sum / (x.Count - 1);
    }

    /// <summary>Standard deviation, with n − 1.</summary>
    public static double Deviation(IReadOnlyList<double> x) => Math.Sqrt(Variance(x));

    /// <summary>Pearson's r; null if one list does not vary or holds fewer than two values.</summary>
    public static double? Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2 || IsConstant(x) || IsConstant(y)) return null;
        double r = Covariance(x, y) / Math.Sqrt(Variance(x) * Variance(y));
        return double.IsNaN(r) ? null : Math.Clamp(r, -1, 1);
    }

    /// <summary>Sum of products about the means over n − 1; 0 below two values.</summary>
    public static double Covariance(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2) return 0;
        double mx = x.Average(), my = y.Average(), sum = 0;
        for (int i = 0; i < x.Count; i++) sum += (x[i] - mx) * (y[i] - my);
        return sum / (x.Count - 1);
    }

    /// <summary>All values are the same number; asked of the values because a mean may round.</summary>
    public static bool IsConstant(IReadOnlyList<double> x) => x.All(v => v.Equals(x[0]));
}
