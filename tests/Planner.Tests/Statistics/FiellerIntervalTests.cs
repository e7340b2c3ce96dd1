using CsCheck;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class FiellerIntervalTests
{
    /// <summary>
    /// Fieller 1954, by definition: θ is kept exactly if Student's test does not reject that the mean of A − θB is 0.
    /// </summary>
    [Fact]
    public void It_keeps_exactly_what_students_test_does_not_reject() =>
        Gen.Double[-3, 9].Array[8].Select(Gen.Double[-3, 9].Array[8], Gen.Double[-5, 5]).Sample((a, b, theta) =>
        {
            FiellerInterval ratio = FiellerInterval.Of(a, b);
            double p = PairedDifference.Of([.. b.Select(v => v * theta)], a, Direction.HigherIsBetter).PValue;
            if (Math.Abs(p - .05) < 1e-9) return;
            bool kept = ratio.Excluded is { } hole
                ? theta <= hole.Low || theta >= hole.High
                : ratio.Interval.Contains(theta);
            Assert.Equal(p > .05, kept);
        });

    [Fact]
    public void A_denominator_far_from_zero_bounds_it_around_the_ratio()
    {
        FiellerInterval ratio = FiellerInterval.Of([9, 11, 10, 12], [2, 2.1, 1.9, 2]);
        Assert.Equal(RatioBounds.Bounded, ratio.Bounds);
        Assert.Equal(5.25, ratio.Ratio, 12);
        Assert.True(ratio.Interval.IsBounded && ratio.Interval.Contains(5.25));
    }

    [Fact]
    public void A_denominator_that_may_be_zero_has_no_end()
    {
        FiellerInterval hole = FiellerInterval.Of([9, 11, 10, 12], [-1, 1, 2, -1]);
        Assert.Equal(RatioBounds.OutsideOfTwo, hole.Bounds);
        Assert.False(hole.Interval.IsBounded);
        Assert.True(hole.Excluded!.Value.Contains(0));
        FiellerInterval nothing = FiellerInterval.Of([9, -11, 10, -12], [-1, 1, 2, -1]);
        Assert.Equal(RatioBounds.Unbounded, nothing.Bounds);
        Assert.Equal(RatioBounds.Unbounded, FiellerInterval.Of([1], [2]).Bounds);
        Assert.Equal(RatioBounds.Unbounded, FiellerInterval.Of([1, 2], [0, 0]).Bounds);
    }

    [Fact]
    public void Two_constants_have_a_ratio_and_no_doubt()
    {
        FiellerInterval ratio = FiellerInterval.Of([600, 600, 600], [2, 2, 2]);
        Assert.Equal((300, RatioBounds.Bounded), (ratio.Ratio, ratio.Bounds));
        Assert.Equal(300, ratio.Interval.Low, 6);
        Assert.Equal(300, ratio.Interval.High, 6);
    }
}
