using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

public class TyphoonPowerTests
{
    private static readonly Parameters P = new();

    /// <summary>Claim 21: 70 % of power back at 3.5 days; the half-life of 2 days holds to its last digit.</summary>
    [Fact]
    public void Seventy_percent_is_back_at_three_and_a_half_days()
    {
        Assert.Equal(.7, TyphoonPower.BackShare(3.5, P), 12);
        Assert.Equal(2, TyphoonPower.HalfLifeDays(P), 1);
        Assert.Equal(.5, TyphoonPower.BackShare(TyphoonPower.HalfLifeDays(P), P), 12);
        Assert.InRange(TyphoonPower.BackShare(4, P), .7, .76);
    }

    [Fact]
    public void Outages_follow_the_curve()
    {
        const int buildings = 20_000;
        var typhoon = new Shock(ShockKind.Typhoon, 10, 6, 24, 1, new Place.City());
        ShockState state = Estates.Shocked(buildings, 7, typhoon);
        Minute start = Estates.Day(10).At(6);
        foreach (double days in new[] { .5, 2, 3.5, 7 })
        {
            int back = Enumerable.Range(0, buildings).Count(b => !state.PowerOut(b, start + (int)(days * 1440)));
            double expected = TyphoonPower.BackShare(days, P);
            double error = Math.Sqrt(expected * (1 - expected) / buildings);
            Assert.InRange(back / (double)buildings, expected - (4 * error), expected + (4 * error));
        }
    }
}
