using CsCheck;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class PairedDifferenceTests
{
    private static readonly Gen<(double[] Baseline, double[] Policy)> Pairs =
        Gen.Double[-100, 100].Array[3, 40].SelectMany(b => Gen.Double[-100, 100].Array[b.Length].Select(p => (b, p)));

    /// <summary>
    /// Student 1908, "The probable error of a mean", Biometrika 6, table of Cushny and Peebles: additional hours of
    /// sleep under two soporifics. Mean difference 1.58, s.d. 1.2300, t = 4.0621; the 95 % interval .7001 to 2.4599
    /// and p = .002833 are what R's t.test prints for its data set "sleep".
    /// </summary>
    [Fact]
    public void Students_sleepers_are_the_published_ones()
    {
        double[] first = [.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2];
        double[] second = [1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        PairedDifference d = PairedDifference.Of(first, second, Direction.HigherIsBetter);
        Assert.Equal(PairState.Estimated, d.State);
        Assert.Equal(10, d.Count);
        Assert.Equal(1.58, d.Mean, 10);
        Assert.Equal(1.229995, d.Deviation, 6);
        Assert.Equal(.7001142, d.Interval.Low, 7);
        Assert.Equal(2.4598858, d.Interval.High, 7);
        Assert.Equal(.002833, d.PValue, 6);
        Assert.Equal(.7951702, d.Correlation!.Value, 6);
        Assert.Equal(1.3, d.Median, 10);
    }

    [Fact]
    public void Where_lower_is_better_a_fall_is_a_gain()
    {
        PairedDifference d = PairedDifference.Of([5, 6, 9], [3, 5, 7], Direction.LowerIsBetter);
        Assert.Equal(5.0 / 3, d.Mean, 12);
        Assert.Equal([2.0, 1, 2], d.Differences);
    }

    [Fact]
    public void A_policy_without_effect_is_identical()
    {
        PairedDifference d = PairedDifference.Of([.1, .2, .7], [.1, .2, .7], Direction.HigherIsBetter);
        Assert.Equal(PairState.Identical, d.State);
        Assert.Equal((0, 0, 1), (d.Mean, d.Deviation, d.PValue));
        Assert.Equal(new Interval(0, 0), d.Interval);
        Assert.Equal(1, d.Correlation!.Value, 12);
    }

    [Fact]
    public void The_same_difference_everywhere_is_a_point()
    {
        PairedDifference d = PairedDifference.Of([10, 10, 10], [12, 12, 12], Direction.LowerIsBetter);
        Assert.Equal(PairState.Constant, d.State);
        Assert.Equal(new Interval(-2, -2), d.Interval);
        Assert.Null(d.Correlation);
        Assert.Equal(0, d.PValue);
    }

    [Fact]
    public void One_pair_excludes_nothing()
    {
        PairedDifference d = PairedDifference.Of([1], [3], Direction.HigherIsBetter);
        Assert.Equal(PairState.Undetermined, d.State);
        Assert.Equal(2, d.Mean);
        Assert.Equal(Interval.Everything, d.Interval);
        Assert.True(double.IsNaN(PairedDifference.Of([], [], Direction.Neutral).Mean));
    }

    [Fact]
    public void A_pair_that_is_not_defined_in_one_world_is_left_out_of_both()
    {
        PairedDifference d = PairedDifference.Of(
            [1, double.NaN, 3, 4], [2, 5, double.NaN, 7], Direction.HigherIsBetter);
        Assert.Equal((2, 2), (d.Count, d.Undefined));
        Assert.Equal([1.0, 4], d.Baseline);
        Assert.Equal([2.0, 7], d.Policy);
    }

    [Fact]
    public void Beyond_the_horizon_only_the_median_is_known()
    {
        double never = double.PositiveInfinity;
        PairedDifference d = PairedDifference.Of([30, never, never], [20, 40, never], Direction.LowerIsBetter);
        Assert.Equal(PairState.Censored, d.State);
        Assert.Equal(10, d.Median);
        Assert.True(double.IsNaN(d.Mean));
        Assert.Equal(Interval.Everything, d.Interval);
        Assert.Null(d.Correlation);
    }

    [Fact]
    public void Two_lists_that_differ_in_length_are_no_pairs() => Assert.Throws<ArgumentException>(
        () => PairedDifference.Of([1, 2], [1], Direction.HigherIsBetter));

    [Fact]
    public void Turning_the_direction_turns_the_sign() => Pairs.Sample(x =>
    {
        PairedDifference up = PairedDifference.Of(x.Baseline, x.Policy, Direction.HigherIsBetter);
        PairedDifference down = PairedDifference.Of(x.Baseline, x.Policy, Direction.LowerIsBetter);
        PairedDifference swapped = PairedDifference.Of(x.Policy, x.Baseline, Direction.LowerIsBetter);
        Assert.Equal(up.Mean, -down.Mean);
        Assert.Equal(up.Interval.Low, -down.Interval.High);
        Assert.Equal(up.PValue, down.PValue);
        Assert.Equal(up.Mean, swapped.Mean, 9);
        Assert.Equal(up.Interval.High, swapped.Interval.High, 9);
    });

    [Fact]
    public void The_order_of_the_pairs_does_not_matter() => Pairs.Sample(x =>
    {
        PairedDifference one = PairedDifference.Of(x.Baseline, x.Policy, Direction.HigherIsBetter);
        PairedDifference two = PairedDifference.Of(
            [.. x.Baseline.Reverse()], [.. x.Policy.Reverse()], Direction.HigherIsBetter);
        Assert.Equal(one.Mean, two.Mean, 9);
        Assert.Equal(one.Interval.Low, two.Interval.Low, 9);
        Assert.Equal(one.Median, two.Median);
    });

    [Fact]
    public void What_all_worlds_have_in_common_cancels() => Pairs.Sample(x =>
    {
        // Common random numbers: adding the same chance to both worlds changes no difference.
        PairedDifference plain = PairedDifference.Of(x.Baseline, x.Policy, Direction.HigherIsBetter);
        PairedDifference noisy = PairedDifference.Of(
            [.. x.Baseline.Select((v, i) => v + (17 * i))], [.. x.Policy.Select((v, i) => v + (17 * i))],
            Direction.HigherIsBetter);
        Assert.Equal(plain.Mean, noisy.Mean, 9);
        Assert.Equal(plain.Deviation, noisy.Deviation, 9);
    });
}
