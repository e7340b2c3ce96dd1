using Jinlin.Model.Indicators;

namespace Jinlin.Model.Tests.Indicators;

public class ResilienceTests
{
    private static readonly double[] Calm = [.. Enumerable.Repeat(100.0, 30)];

    /// <summary>A straight recovery from 40 by ten points a day: the triangle has 60·6/2 point-days.</summary>
    [Fact]
    public void Reads_loss_bottom_and_recovery()
    {
        double[] q = [.. Enumerable.Range(0, 30).Select(t => Math.Min(100, 40 + (10.0 * t)))];
        Resilience r = Resilience.Of(q, Calm);
        Assert.Equal(180, r.Loss, 9);
        Assert.Equal(40, r.Robustness);
        Assert.Equal(0, r.RobustnessDay);
        Assert.Equal(5, r.RecoveryDays);
        Assert.Equal(10, r.Rapidity, 9);
    }

    [Fact]
    public void A_fall_that_lasts_has_no_recovery()
    {
        Resilience r = Resilience.Of([.. Enumerable.Repeat(50.0, 30)], Calm);
        Assert.Equal(double.PositiveInfinity, r.RecoveryDays);
        Assert.True(double.IsNaN(r.Rapidity));
        Assert.Equal(29 * 50, r.Loss, 9);
    }

    [Fact]
    public void No_fall_needs_no_recovery() => Assert.Equal(0, Resilience.Of(Calm, Calm).RecoveryDays);

    [Fact]
    public void One_good_day_is_no_recovery()
    {
        double[] q = [.. Calm];
        for (int t = 2; t < 12; t++) q[t] = t == 6 ? 95 : 60;
        Assert.Equal(12, Resilience.Of(q, Calm).RecoveryDays);
    }

    [Fact]
    public void A_day_on_which_nothing_was_due_takes_the_day_before()
    {
        double[] q = [80, double.NaN, 80];
        Assert.Equal(40, Resilience.Of(q, [100, 100, 100]).Loss, 9);
    }

    /// <summary>Zobel 2010: X = .4, T = 10, T* = 30 → .93333.</summary>
    [Fact]
    public void Zobel_predicts() => Assert.Equal(.93333, Resilience.Zobel(.4, 10, 30), 5);

    /// <summary>ARSE: y = (64, 40, 35, 38, 47), x = 0..4 → 87.5; scaled by base/end 119.15.</summary>
    [Fact]
    public void Area_below_baseline()
    {
        double area = Resilience.AreaBelowBaseline([64, 40, 35, 38, 47], [0, 1, 2, 3, 4]);
        Assert.Equal(87.5, area, 12);
        Assert.Equal(119.15, area * 64 / 47, 2);
    }
}
