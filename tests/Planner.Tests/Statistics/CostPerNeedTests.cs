using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class CostPerNeedTests
{
    [Fact]
    public void Extra_yuan_over_extra_needs_with_both_intervals()
    {
        CostPerNeed cost = CostPerNeed.Of(
            [1000, 1000, 1000, 1000, 1000], [4000, 4000, 4000, 4000, 4000], [50, 61, 55, 48, 70], [60, 70, 66, 59, 79])!;
        Assert.Equal(300, cost.Ratio, 9);
        Assert.Equal(CostSide.Buys, cost.Side);
        Assert.True(cost.Fieller.Interval.Contains(300) && cost.Bootstrap.Contains(300));
        Assert.InRange(cost.Bootstrap.Half, 1, cost.Fieller.Interval.Half);
        Assert.False(cost.IsTrusted);
    }

    [Fact]
    public void Where_no_need_may_be_gained_there_is_no_end()
    {
        CostPerNeed cost = CostPerNeed.Of([0, 0, 0, 0], [5, 6, 5, 6], [9, 9, 9, 9], [8, 10, 11, 9])!;
        Assert.NotEqual(RatioBounds.Bounded, cost.Fieller.Bounds);
        Assert.Equal(Interval.Everything, cost.Bootstrap);
    }

    [Theory]
    [InlineData(5, 1, CostSide.Buys)]
    [InlineData(-5, 1, CostSide.Saves)]
    [InlineData(0, 1, CostSide.Saves)]
    [InlineData(-5, 0, CostSide.Saves)]
    [InlineData(5, -1, CostSide.Wastes)]
    [InlineData(5, 0, CostSide.Wastes)]
    [InlineData(0, -1, CostSide.Wastes)]
    [InlineData(-5, -1, CostSide.Cuts)]
    [InlineData(0, 0, CostSide.Same)]
    public void One_ratio_stands_for_opposite_corners_so_the_side_is_told(double yuan, double needs, CostSide side) =>
        Assert.Equal(side, CostPerNeed.Of([0, 0], [yuan, yuan], [0, 0], [needs, needs])!.Side);

    [Fact]
    public void A_pair_with_a_hole_is_left_out_whole()
    {
        CostPerNeed cost = CostPerNeed.Of([0, 0, 0], [6, 7, 8], [0, double.NaN, 0], [3, 1, 4])!;
        Assert.Equal((2, 2), (cost.Pairs, cost.Ratio));
        Assert.Null(CostPerNeed.Of([], [], [], []));
        Assert.Throws<ArgumentException>(() => CostPerNeed.Of([1], [1], [1], []));
    }
}
