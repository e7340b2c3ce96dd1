using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using static Jinlin.Model.Tests.Shocks.Estates;

namespace Jinlin.Model.Tests.Shocks;

public class ShockStateTests
{
    private static readonly Place.City City = new();

    [Fact]
    public void Without_shocks_nothing_happens()
    {
        ShockState state = Shocked(3, 1);
        state.BeginDay(Day(5));
        Assert.False(state.Any || state.Lockdown || state.GasWorks || state.CutsSupply);
        Assert.False(state.PowerOut(0, Day(5).At(9)) || state.LiftsOut(0, Day(5).At(9)));
        Assert.Equal(1, state.ChatFactor(Day(5).At(9)));
        Assert.Equal(0, state.Stirred(Day(5), _ => 1));
    }

    [Fact]
    public void An_outage_cuts_a_share_of_buildings_for_its_hours()
    {
        ShockState state = Shocked(4000, 1, new Shock(ShockKind.Outage, 3, 18, 6, .25, City));
        state.BeginDay(Day(3));
        int[] dark = [.. Enumerable.Range(0, 4000).Where(b => state.PowerOut(b, Day(3).At(20)))];
        Assert.InRange(dark.Length, 890, 1110);
        Assert.DoesNotContain(Enumerable.Range(0, 4000), b => state.PowerOut(b, Day(3).At(17, 59)));
        Assert.DoesNotContain(Enumerable.Range(0, 4000), b => state.PowerOut(b, Day(4).Start));
        Assert.All(dark, b => Assert.True(state.LiftsOut(b, Day(3).At(20))));
        Assert.All(dark, b => Assert.Equal(Day(3).At(18), state.PowerFails(b, Day(3))));
        Assert.Equal(1 - (.5 * dark.Length / 4000), state.ChatFactor(Day(3).At(20)), 12);
    }

    [Fact]
    public void More_severe_hits_the_same_buildings_and_others()
    {
        ShockState mild = Shocked(200, 5, new Shock(ShockKind.Typhoon, 3, 0, 24, .3, City));
        ShockState hard = Shocked(200, 5, new Shock(ShockKind.Typhoon, 3, 0, 24, .6, City));
        Minute at = Day(3).At(1);
        Assert.All(Enumerable.Range(0, 200), b => Assert.True(!mild.PowerOut(b, at) || hard.PowerOut(b, at)));
    }

    [Fact]
    public void Another_shock_changes_nothing_about_this_one()
    {
        var typhoon = new Shock(ShockKind.Typhoon, 30, 0, 24, .6, City);
        ShockState alone = Shocked(200, 5, typhoon);
        ShockState both = Shocked(200, 5, new Shock(ShockKind.Outage, 3, 0, 24, 1, City), typhoon);
        for (int hour = 0; hour < 240; hour += 8)
        {
            Minute at = Day(30).At(hour);
            Assert.All(Enumerable.Range(0, 200), b => Assert.Equal(alone.PowerOut(b, at), both.PowerOut(b, at)));
        }
    }

    [Fact]
    public void A_failure_of_lifts_leaves_the_power_on()
    {
        ShockState state = Shocked(2, 1, new Shock(ShockKind.LiftFailure, 3, 0, 48, 1, City));
        state.BeginDay(Day(3));
        Assert.True(state.LiftsOut(1, Day(4).At(8)));
        Assert.False(state.PowerOut(1, Day(4).At(8)));
        Assert.False(state.LiftsOut(1, Day(5).At(8)));
    }

    [Fact]
    public void Heat_lockdown_and_works_hold_for_the_days_whose_noon_they_cover()
    {
        ShockState state = Shocked(
            1, 1, new Shock(ShockKind.Heat, 10, 0, 72, .8, City),
            new Shock(ShockKind.Lockdown, 20, 18, 14 * 24, 1, City),
            new Shock(ShockKind.GasWorks, 40, 8, 75 * 24, 1, City));
        (int Day, double Heat, double Before)[] heat = [(9, 0, 0), (10, .8, 0), (12, .8, .8), (13, 0, .8), (14, 0, 0)];
        foreach ((int day, double today, double before) in heat)
        {
            state.BeginDay(Day(day));
            Assert.Equal((today, before), (state.Heat, state.HeatYesterday));
        }
        int locked = 0, works = 0, begins = 0;
        for (int day = 0; day < 150; day++)
        {
            state.BeginDay(Day(day));
            locked += state.Lockdown ? 1 : 0;
            works += state.GasWorks ? 1 : 0;
            if (state.GasWorksBegin) begins = day;
            Assert.True(!state.Lockdown || day is >= 21 and <= 34);
        }
        Assert.Equal((14, 75, 40), (locked, works, begins));
    }

    [Fact]
    public void A_shock_elsewhere_is_none_here() => Assert.False(
        Shocked(1, 1, new Shock(ShockKind.Outage, 3, 0, 24, 1, new Place.District(1))).PowerOut(0, Day(3).At(9)));

    /// <summary>Rule 12, second sentence: half gone after 45 days, unless a branch holds it.</summary>
    [Fact]
    public void Spirit_fades_with_a_half_life_unless_a_branch_holds_it()
    {
        ShockState state = Shocked(1, 1, new Shock(ShockKind.Typhoon, 10, 0, 24, .6, City));
        Assert.Equal(0, state.Stirred(Day(9), _ => 0));
        Assert.Equal(.6, state.Stirred(Day(11), _ => 0), 12);
        Assert.Equal(.3, state.Stirred(Day(11 + 45), _ => 0), 12);
        Assert.Equal(.6, state.Stirred(Day(11 + 45), _ => 1), 12);
        Assert.Equal(.45, state.Stirred(Day(11 + 45), d => d == Day(11) ? .5 : 1), 12);
    }

    [Fact]
    public void Half_of_the_households_have_no_stock_the_same_all_along()
    {
        ShockState state = Shocked(400, 3);
        int without = Enumerable.Range(0, 4000).Count(state.IsWithoutStock);
        Assert.InRange(without, 1870, 2130);
    }
}
