using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class StoppingRuleTests
{
    [Fact]
    public void The_first_look_comes_after_thirty() =>
        Assert.Equal(new NextLook(30, null), new DoublingLooks(.1, 1000).After([]));

    [Fact]
    public void Looks_double_until_the_interval_is_narrow()
    {
        var rule = new DoublingLooks(.05, 10_000);
        // s = 1: a half-width of .05 needs about 1,540 pairs.
        List<int> looks = [];
        NextLook next = rule.After([]);
        while (next.Stop is null)
        {
            looks.Add(next.Replications);
            next = rule.After([Alternating(next.Replications)]);
        }
        Assert.Equal([30, 60, 120, 240, 480, 960, 1920], looks);
        Assert.Equal(new NextLook(1920, StopReason.PreciseEnough), next);
    }

    [Fact]
    public void The_maximum_is_never_passed()
    {
        var rule = new DoublingLooks(.001, 100);
        Assert.Equal(new NextLook(60, null), rule.After([Alternating(30)]));
        Assert.Equal(new NextLook(100, null), rule.After([Alternating(60)]));
        Assert.Equal(new NextLook(100, StopReason.MaximumReached), rule.After([Alternating(100)]));
        Assert.Equal(new NextLook(12, null), new DoublingLooks(.1, 12).After([]));
    }

    /// <summary>Stein 1945: n = ⌈(t·s/d)²⌉ with s of the first stage: (2.045230·1.017095/.2)² = 108.2.</summary>
    [Fact]
    public void The_first_stage_fixes_the_second()
    {
        var rule = new SteinsTwoStages(.2, 10_000);
        PairedDifference first = Alternating(30);
        Assert.Equal(1.0170952, first.Deviation, 6);
        Assert.Equal(new NextLook(109, null), rule.After([first]));
        PairedDifference all = Alternating(109);
        Assert.Equal(StopReason.PreciseEnough, rule.After([all]).Stop);
        Assert.Equal(2.045230 * 1.0170952 / Math.Sqrt(109), rule.IntervalOf(all).Half, 6);
    }

    [Fact]
    public void The_policy_with_the_widest_spread_decides_for_all() => Assert.Equal(
        new NextLook(109, null), new SteinsTwoStages(.2, 10_000).After([Constant(30), Alternating(30)]));

    [Fact]
    public void An_identical_policy_stops_at_the_first_look() => Assert.Equal(
        new NextLook(30, StopReason.PreciseEnough), new DoublingLooks(.01, 300).After([Constant(30)]));

    [Fact]
    public void Undefined_pairs_are_made_up_for()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => i >= 30 ? double.NaN : i % 2 == 0 ? 1.0 : -1)];
        PairedDifference primary = PairedDifference.Of(new double[40], values, Direction.HigherIsBetter);
        Assert.Equal(new NextLook(119, null), new SteinsTwoStages(.2, 10_000).After([primary]));
    }

    [Fact]
    public void What_has_no_interval_goes_on_to_the_maximum()
    {
        PairedDifference never = PairedDifference.Of(
            new double[30], [.. Enumerable.Repeat(double.PositiveInfinity, 30)], Direction.LowerIsBetter);
        Assert.Equal(new NextLook(500, null), new SteinsTwoStages(.2, 500).After([never]));
        Assert.Equal(new NextLook(60, null), new DoublingLooks(.2, 500).After([never]));
    }

    [Fact]
    public void Interruption_stops_at_once() => Assert.Equal(
        new NextLook(30, StopReason.Interrupted), new DoublingLooks(.01, 300).After([Constant(30)], interrupted: true));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(-1, 100)]
    [InlineData(.1, 1)]
    public void A_precision_of_zero_is_refused(double half, int maximum) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DoublingLooks(half, maximum));

    [Fact]
    public void Where_the_interval_lies_does_not_matter()
    {
        var rule = new DoublingLooks(.3, 1000);
        for (int shift = -3; shift <= 3; shift++)
            Assert.Equal(rule.After([Alternating(30)]), rule.After([Alternating(30, shift)]));
    }

    /// <summary>±1 about the shift.</summary>
    private static PairedDifference Alternating(int count, double shift = 0) => PairedDifference.Of(
        new double[count], [.. Enumerable.Range(0, count).Select(i => shift + (i % 2 == 0 ? 1 : -1))],
        Direction.HigherIsBetter);

    private static PairedDifference Constant(int count) =>
        PairedDifference.Of(new double[count], new double[count], Direction.HigherIsBetter);
}
