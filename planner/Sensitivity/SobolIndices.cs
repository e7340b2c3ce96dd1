using Jinlin.Planner.Designs;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Sensitivity;

/// <summary>A share of the outcome's variance, and its 95 % interval.</summary>
public readonly record struct Share(double Value, Interval Interval)
{
    /// <summary>Whether the data cannot tell it from nothing.</summary>
    public bool MayBeZero => Interval.Low <= 0;
}

/// <summary>
/// How the variance of an outcome is shared among its factors (Sobol' 1993). First order: what a factor does by itself,
/// by the estimator of Saltelli et al. 2010; total: with everything it takes part in, by Jansen's 1999; second order:
/// what two do only together, by Saltelli 2002. A constant outcome has shares of zero.
/// </summary>
public sealed class SobolIndices
{
    private readonly double[] _a, _b;
    private readonly double[][] _ab, _ba;
    private readonly int[] _all;

    /// <param name="dimensions">Factors.</param>
    /// <param name="outcomes">In the order of <see cref="SaltelliPoints.Points"/>; all defined.</param>
    public SobolIndices(int dimensions, bool secondOrder, IReadOnlyList<double> outcomes)
    {
        int row = SaltelliPoints.PerSample(dimensions, secondOrder);
        if (outcomes.Count == 0 || outcomes.Count % row != 0)
            throw new ArgumentException($"{outcomes.Count} outcomes are not a multiple of {row}");
        int samples = outcomes.Count / row;
        // Centering changes no index and keeps the products small.
        double mean = outcomes.Average();
        double[] Column(int at) => [.. Enumerable.Range(0, samples).Select(s => outcomes[(s * row) + at] - mean)];
        _a = Column(0);
        _b = Column(row - 1);
        _ab = [.. Enumerable.Range(1, dimensions).Select(Column)];
        _ba = secondOrder ? [.. Enumerable.Range(1 + dimensions, dimensions).Select(Column)] : [];
        _all = [.. Enumerable.Range(0, samples)];
        Variance = VarianceOf(_all);
        var bootstrap = new Bootstrap(resamples: 999);
        Share Estimate(PairStatistic statistic) => new(statistic(_all), bootstrap.Percentile(samples, statistic));
        First = [.. Enumerable.Range(0, dimensions).Select(d => Estimate(rows => FirstOf(rows, d)))];
        Total = [.. Enumerable.Range(0, dimensions).Select(d => Estimate(rows => TotalOf(rows, d)))];
        Second = secondOrder
            ? Enumerable.Range(0, dimensions)
                .SelectMany(d => Enumerable.Range(d + 1, dimensions - d - 1).Select(e => (d, e)))
                .ToDictionary(pair => pair, pair => Estimate(rows => SecondOf(rows, pair.d, pair.e)))
            : [];
    }

    /// <summary>Of the outcome over the whole cube.</summary>
    public double Variance { get; }

    public IReadOnlyList<Share> First { get; }

    public IReadOnlyList<Share> Total { get; }

    /// <summary>By the numbers of two factors, the lower first; empty if not asked for.</summary>
    public IReadOnlyDictionary<(int First, int Second), Share> Second { get; }

    private double VarianceOf(ReadOnlySpan<int> rows)
    {
        double sum = 0, squares = 0;
        foreach (int i in rows) sum += _a[i] + _b[i];
        double mean = sum / (2 * rows.Length);
        foreach (int i in rows) squares += ((_a[i] - mean) * (_a[i] - mean)) + ((_b[i] - mean) * (_b[i] - mean));
        return squares / (2 * rows.Length);
    }

    private double FirstOf(ReadOnlySpan<int> rows, int d)
    {
        double sum = 0;
        foreach (int i in rows) sum += _b[i] * (_ab[d][i] - _a[i]);
        return ShareOf(sum / rows.Length, rows);
    }

    private double TotalOf(ReadOnlySpan<int> rows, int d)
    {
        double sum = 0;
        foreach (int i in rows) sum += (_a[i] - _ab[d][i]) * (_a[i] - _ab[d][i]);
        return ShareOf(sum / (2 * rows.Length), rows);
    }

    private double SecondOf(ReadOnlySpan<int> rows, int d, int e)
    {
        double sum = 0;
        foreach (int i in rows) sum += (_ba[d][i] * _ab[e][i]) - (_a[i] * _b[i]);
        return ShareOf(sum / rows.Length, rows) - FirstOf(rows, d) - FirstOf(rows, e);
    }

    private double ShareOf(double part, ReadOnlySpan<int> rows)
    {
        double variance = VarianceOf(rows);
        return variance > 0 ? part / variance : 0;
    }
}
