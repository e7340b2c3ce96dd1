namespace Jinlin.Planner.Statistics;

/// <summary>Spearman's rank correlation: how surely one number goes up with another, on whatever scale.</summary>
/// <param name="Value">−1 to 1; NaN below three pairs or where one of the two does not vary.</param>
/// <param name="PValue">Two-sided, of no correlation (Student's t on n − 2); 1 where the value is NaN.</param>
/// <param name="Count">Pairs.</param>
public readonly record struct RankCorrelation(double Value, double PValue, int Count)
{
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static RankCorrelation Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count != y.Count) throw new ArgumentException($"{x.Count} values beside {y.Count}", nameof(y));
        int n = x.Count;
        double r = n < 3 ? double.NaN : Moments.Correlation(Ranks(x), Ranks(y)) ?? double.NaN;
        if (double.IsNaN(r)) return new RankCorrelation(r, 1, n);
        double left = 1 - (r * r);
        double p = left <= 1e-12 ? 0 : 2 * StudentT.Cumulative(-Math.Abs(r) * Math.Sqrt((n - 2) / left), n - 2);
        return new RankCorrelation(r, p, n);
    }

    /// <summary>Ranks from 1; ties share their mean.</summary>
    internal static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        var ranks = new double[values.Count];
        for (int first = 0; first < order.Length;)
        {
            int end = first + 1;
            while (end < order.Length && values[order[end]].Equals(values[order[first]])) end++;
            for (int i = first; i < end; i++) ranks[order[i]] = (first + 1 + end) / 2.0;
            first = end;
        }
        return ranks;
    }
}
