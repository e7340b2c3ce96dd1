namespace Jinlin.Planner.Statistics;

/// <summary>A mean over replications with its 95 % interval (Student's t).</summary>
/// <param name="Mean">NaN if no replication has a value; infinite if one is beyond the horizon.</param>
/// <param name="Half">Half the interval's width; NaN below two values.</param>
/// <param name="Count">Replications with a value.</param>
public readonly record struct MeanInterval(double Mean, double Half, int Count)
{
    /// <summary>Over all that are defined.</summary>
    public static MeanInterval Of(IEnumerable<double> values)
    {
        double[] x = [.. values.Where(v => !double.IsNaN(v))];
        if (x.Length == 0) return new MeanInterval(double.NaN, double.NaN, 0);
        double mean = x.Average();
        if (x.Length < 2 || double.IsInfinity(mean)) return new MeanInterval(mean, double.NaN, x.Length);
        double variance = x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
        return new MeanInterval(
            mean, StudentT.Quantile(.975, x.Length - 1) * Math.Sqrt(variance / x.Length), x.Length);
    }
}
