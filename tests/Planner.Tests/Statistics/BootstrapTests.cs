using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class BootstrapTests
{
    /// <summary>Efron and Tibshirani 1993, table 14.1: spatial perception of 26 children, test A.</summary>
    private static readonly double[] Children =
    [
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
    ];

    private static double PlugInVariance(ReadOnlySpan<int> chosen)
    {
        double mean = 0, sum = 0;
        foreach (int i in chosen) mean += Children[i] / chosen.Length;
        foreach (int i in chosen) sum += (Children[i] - mean) * (Children[i] - mean);
        return sum / chosen.Length;
    }

    /// <summary>Their example of the variance: 171.5, acceleration .061.</summary>
    [Fact]
    public void Variance_and_acceleration_are_the_published_ones()
    {
        Assert.Equal(171.5, PlugInVariance([.. Enumerable.Range(0, 26)]), 1);
        Assert.Equal(.061, Bootstrap.Acceleration(26, PlugInVariance), 3);
    }

    /// <summary>
    /// Theirs at 90 %, from 2,000 resamples: percentile (100.8, 233.9), BCa (115.8, 259.6). Ends of resampled
    /// intervals vary by some units between runs of that size.
    /// </summary>
    [Fact]
    public void Intervals_are_the_published_ones()
    {
        var bootstrap = new Bootstrap(9999);
        Interval percentile = bootstrap.Percentile(26, PlugInVariance, .9);
        Assert.InRange(percentile.Low, 97, 104);
        Assert.InRange(percentile.High, 230, 238);
        Interval corrected = bootstrap.BiasCorrected(26, PlugInVariance, .9);
        Assert.InRange(corrected.Low, 112, 120);
        Assert.InRange(corrected.High, 252, 267);
    }

    [Fact]
    public void The_same_pairs_give_the_same_bits() => Assert.Equal(
        new Bootstrap().BiasCorrected(26, PlugInVariance), new Bootstrap().BiasCorrected(26, PlugInVariance));

    [Fact]
    public void Values_that_do_not_vary_give_a_point() => Assert.Equal(
        new Interval(3, 3), new Bootstrap(99).BiasCorrected(5, PairStatistics.Median([3, 3, 3, 3, 3])));

    [Fact]
    public void One_pair_or_a_ratio_without_a_value_excludes_nothing()
    {
        var bootstrap = new Bootstrap(99);
        Assert.Equal(Interval.Everything, bootstrap.Percentile(1, PairStatistics.Mean([3])));
        PairStatistic ratio = PairStatistics.Ratio([0, 1, 0], [0, 2, 0]);
        Assert.Equal(Interval.Everything, bootstrap.BiasCorrected(3, ratio));
        Assert.Equal(Interval.Everything, bootstrap.Percentile(3, ratio));
    }

    [Fact]
    public void For_a_mean_it_agrees_with_students_t()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i * 1.7))];
        double half = 1.971957 * Math.Sqrt(values.Sum(v => Math.Pow(v - values.Average(), 2)) / 199 / 200);
        Interval interval = new Bootstrap().BiasCorrected(200, PairStatistics.Mean(values));
        Assert.Equal(values.Average() - half, interval.Low, 1e-2);
        Assert.Equal(values.Average() + half, interval.High, 1e-2);
    }

    [Fact]
    public void A_quantile_of_pairs_is_one_of_the_values_or_between_two() => Assert.Equal(
        3.25, PairStatistics.Quantile([4, 1, 3, 2], .75)([0, 1, 2, 3]));
}
