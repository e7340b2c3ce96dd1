using Jinlin.Planner.Discovery;

namespace Jinlin.Planner.Tests.Discovery;

/// <summary>The example of the Rhodium documentation: two options in three states, higher is better.</summary>
public class RobustnessTests
{
    private static readonly double[][] Options = [[.99, 1, .5], [.69, .6, .6]];

    [Fact]
    public void The_published_values()
    {
        Assert.Equal([.5, .6], Options.Select(Robustness.Maximin));
        Assert.Equal([1, .69], Options.Select(Robustness.Maximax));
        Assert.Equal([.625, .6225], Options.Select(o => Robustness.Hurwicz(o, .75)), Near);
        Assert.Equal([.83, .63], Options.Select(Robustness.Laplace), Near);
        Assert.Equal([-.1, -.4], Robustness.MinimaxRegret(Options), Near);
    }

    [Fact]
    public void Percentiles_shares_and_spread_by_hand()
    {
        // Regrets of the first option: 0, 0, .1; of the second: .3, .4, 0.
        Assert.Equal([0, -.3], Robustness.PercentileRegret(Options, .5), Near);
        Assert.Equal(2.0 / 3, Robustness.Satisficing(Options[0], .9), 12);
        Assert.Equal(1.83 / (1 + Math.Sqrt((.0256 + .0289 + .1089) / 3)), Robustness.MeanVariance(Options[0]), 9);
        Assert.Equal(4, Robustness.MeanVariance([3, 3, 3]));
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;
}
