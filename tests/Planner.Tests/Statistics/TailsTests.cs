using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class TailsTests
{
    [Fact]
    public void A_median_is_known_early_and_tails_from_a_hundred_pairs_on()
    {
        Tails few = Tails.Of(Ramp(99))!;
        Assert.Null(few.Low);
        Assert.True(few.MedianInterval.Contains(few.Median));
        Tails many = Tails.Of(Ramp(101))!;
        Assert.Equal((10, 50, 90), (many.Low!.Value.Value, many.Median, many.High!.Value.Value));
        Assert.True(many.Low.Value.Interval.Contains(10) && many.High.Value.Interval.Contains(90));
        Assert.True(many.Low.Value.Interval.High < many.MedianInterval.Low);
    }

    [Fact]
    public void Better_and_worse_leave_out_what_is_equal()
    {
        Tails tails = Tails.Of(PairedDifference.Of([0, 0, 0, 0], [1, 2, 0, -1], Direction.HigherIsBetter))!;
        Assert.Equal((.5, .25), (tails.Better, tails.Worse));
        Assert.Null(Tails.Of(PairedDifference.Of([], [], Direction.HigherIsBetter)));
    }

    [Fact]
    public void Beyond_the_horizon_there_is_still_a_median()
    {
        double never = double.PositiveInfinity;
        Tails tails = Tails.Of(PairedDifference.Of(
            [30, 30, 30, never, never], [20, 20, 20, 40, never], Direction.LowerIsBetter))!;
        Assert.Equal(10, tails.Median);
        Assert.Equal(.8, tails.Better);
        Assert.False(double.IsNaN(tails.MedianInterval.High));
    }

    private static PairedDifference Ramp(int count) => PairedDifference.Of(
        new double[count], [.. Enumerable.Range(0, count).Select(i => (double)i)], Direction.HigherIsBetter);
}
