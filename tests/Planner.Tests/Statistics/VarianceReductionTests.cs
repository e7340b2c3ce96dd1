using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class VarianceReductionTests
{
    /// <summary>Var(D̄) = (σ₁² + σ₂² − 2ρσ₁σ₂)/n: the identity of common random numbers (Law and Kelton).</summary>
    [Fact]
    public void The_factor_follows_from_variances_and_correlation() =>
        Gen.Double[-9, 9].Array[30].Select(Gen.Double[-9, 9].Array[30]).Sample((x, y) =>
        {
            PairedDifference pairs = PairedDifference.Of(x, y, Direction.HigherIsBetter);
            double a = Moments.Variance(x), b = Moments.Variance(y);
            double expected = (a + b) / (a + b - (2 * pairs.Correlation!.Value * Math.Sqrt(a * b)));
            Assert.Equal(expected, VarianceReduction.Of(pairs)!.Value.Factor, 9 * expected * 1e-9);
        }, iter: 20);

    [Fact]
    public void Independent_worlds_save_nothing_and_twins_everything()
    {
        double[] x = Draws(1, 300), y = Draws(2, 300);
        VarianceReduction apart = VarianceReduction.Of(PairedDifference.Of(x, y, Direction.HigherIsBetter))!.Value;
        Assert.True(apart.Interval.Contains(1));
        Assert.InRange(apart.Factor, .8, 1.25);
        VarianceReduction twins = VarianceReduction.Of(
            PairedDifference.Of(x, [.. x.Select(v => v + 1 - 1)], Direction.HigherIsBetter))!.Value;
        Assert.True(double.IsPositiveInfinity(twins.Factor));
    }

    [Fact]
    public void Worlds_that_share_nine_tenths_of_their_variance_need_a_tenth_of_the_pairs()
    {
        double[] shared = Draws(1, 300), own = Draws(2, 300), other = Draws(3, 300);
        VarianceReduction saving = VarianceReduction.Of(PairedDifference.Of(
            [.. shared.Select((s, i) => (3 * s) + own[i])], [.. shared.Select((s, i) => (3 * s) + other[i])],
            Direction.HigherIsBetter))!.Value;
        Assert.True(saving.Interval.Contains(10));
        Assert.InRange(saving.Interval.Low, 7, 10);
    }

    [Fact]
    public void Nothing_that_varies_is_nothing_to_reduce()
    {
        Assert.Null(VarianceReduction.Of(PairedDifference.Of([1, 1], [2, 2], Direction.HigherIsBetter)));
        Assert.Null(VarianceReduction.Of(PairedDifference.Of([1], [2], Direction.HigherIsBetter)));
    }

    /// <summary>Uniform, by stream.</summary>
    private static double[] Draws(uint stream, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Chance(7).Uniform(stream, 0, 1, (uint)i))];
}
