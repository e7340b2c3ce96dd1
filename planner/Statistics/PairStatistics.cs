namespace Jinlin.Planner.Statistics;

/// <summary>Statistics of pairs that a bootstrap is often asked for.</summary>
public static class PairStatistics
{
    public static PairStatistic Mean(IReadOnlyList<double> values) => pairs =>
    {
        double sum = 0;
        foreach (int i in pairs) sum += values[i];
        return sum / pairs.Length;
    };

    public static PairStatistic Median(IReadOnlyList<double> values) => Quantile(values, .5);

    /// <summary>The value below which a share <paramref name="p"/> of the pairs lies.</summary>
    public static PairStatistic Quantile(IReadOnlyList<double> values, double p) => pairs =>
    {
        double[] chosen = new double[pairs.Length];
        for (int i = 0; i < chosen.Length; i++) chosen[i] = values[pairs[i]];
        Array.Sort(chosen);
        return Quantiles.OfSorted(chosen, p);
    };

    /// <summary>Ratio of the means, as extra yuan per extra need resolved. NaN if both are zero.</summary>
    public static PairStatistic Ratio(IReadOnlyList<double> above, IReadOnlyList<double> below) => pairs =>
    {
        double a = 0, b = 0;
        foreach (int i in pairs)
        {
            a += above[i];
            b += below[i];
        }
        return a / b;
    };
}
