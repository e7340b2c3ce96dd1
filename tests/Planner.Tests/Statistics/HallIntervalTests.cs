using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class HallIntervalTests
{
    [Fact]
    public void Without_skewness_it_is_students()
    {
        PairedDifference even = Of(-3, -1, 0, 1, 3);
        Assert.Equal(even.At(.9).Low, HallInterval.Of(even, .9).Low, 9);
        Assert.Equal(even.At(.9).High, HallInterval.Of(even, .9).High, 9);
    }

    [Fact]
    public void It_reaches_further_toward_the_long_tail()
    {
        PairedDifference skewed = Of(0, 0, 0, 1, 0, 1, 0, 9, 0, 1);
        Interval student = skewed.At(.95), hall = HallInterval.Of(skewed, .95);
        Assert.True(hall.Low > student.Low && hall.High > student.High);
        Interval mirrored = HallInterval.Of(Of(0, 0, 0, -1, 0, -1, 0, -9, 0, -1), .95);
        Assert.Equal(-hall.High, mirrored.Low, 12);
        Assert.Equal(-hall.Low, mirrored.High, 12);
    }

    [Fact]
    public void What_has_no_spread_has_no_skewness()
    {
        Assert.Equal(new Interval(2, 2), HallInterval.Of(Of(2, 2, 2), .95));
        Assert.Equal(Interval.Everything, HallInterval.Of(Of(2), .95));
    }

    private static PairedDifference Of(params double[] differences) =>
        PairedDifference.Of(new double[differences.Length], differences, Direction.HigherIsBetter);
}
