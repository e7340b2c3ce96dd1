using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class RankCorrelationTests
{
    /// <summary>
    /// IQ and hours of TV, the worked example of Wikipedia's "Spearman's rank correlation coefficient": −29/165, p = .627188.
    /// </summary>
    [Fact]
    public void Agrees_with_the_worked_example()
    {
        double[] iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110], hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
        RankCorrelation found = RankCorrelation.Of(iq, hours);
        Assert.Equal(-29.0 / 165, found.Value, 1e-12);
        Assert.Equal(.627188, found.PValue, 1e-6);
    }

    [Fact]
    public void Ties_share_their_mean_rank() =>
        Assert.Equal([1, 2.5, 2.5, 4], RankCorrelation.Ranks([3, 5, 5, 9]));

    [Fact]
    public void A_monotone_relation_is_one_whatever_its_scale()
    {
        double[] x = [1, 2, 3, 4, 5];
        Assert.Equal((1.0, 0.0), (RankCorrelation.Of(x, [.. x.Select(Math.Exp)]).Value, RankCorrelation.Of(x, x).PValue));
        Assert.Equal(-1, RankCorrelation.Of(x, [.. x.Select(v => -v)]).Value, 1e-12);
    }

    [Fact]
    public void What_does_not_vary_has_none()
    {
        Assert.True(double.IsNaN(RankCorrelation.Of([1, 2, 3], [4, 4, 4]).Value));
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3], [4, 4, 4]).PValue);
        Assert.True(double.IsNaN(RankCorrelation.Of([1, 2], [1, 2]).Value));
    }
}
