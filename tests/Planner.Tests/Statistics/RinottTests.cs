using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class RinottTests
{
    /// <summary>Rinott's constants at n₀ = 20, P* = .95 (Wilcox 1984; Bechhofer, Santner and Goldsman 1995).</summary>
    [Theory]
    [InlineData(2, 2.452)]
    [InlineData(3, 2.937)]
    public void Constants_are_the_published_ones(int policies, double h) =>
        Assert.Equal(h, Rinott.H(policies, 20, .95), .0015);

    [Fact]
    public void The_second_stage_grows_with_the_spread()
    {
        Assert.Equal(20, Rinott.Replications(2.452, 20, .5, 1));
        Assert.Equal(151, Rinott.Replications(2.452, 20, 5, 1));
    }
}
