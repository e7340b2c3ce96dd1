using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using static Jinlin.Model.Tests.Shocks.Estates;

namespace Jinlin.Model.Tests.Shocks;

public class ShockNeedsTests
{
    private static readonly Parameters P = new();
    private static readonly Roster Roster = Of(50);
    private static readonly Place.City City = new();

    [Fact]
    public void In_ordinary_times_a_shock_causes_nothing()
    {
        ShockState state = Shocked(50, 1);
        state.BeginDay(Day(1));
        foreach (NeedKind kind in ShockNeeds.Kinds)
            Assert.All(Roster.Residents, t => Assert.Equal(0, ShockNeeds.PerDay(kind, t, state, 1, P)));
    }

    [Fact]
    public void Heat_brings_emergencies_to_elders_by_its_severity()
    {
        ShockState state = Shocked(50, 1, new Shock(ShockKind.Heat, 1, 0, 72, .8, City));
        state.BeginDay(Day(2));
        Assert.Equal(.8 * .5 * .02, ShockNeeds.PerDay(NeedKind.Emergency, Roster.Residents[0], state, .02, P), 12);
        Assert.Equal(0, ShockNeeds.PerDay(NeedKind.Emergency, Roster.Residents[1], state, .02, P));
        Assert.Equal(0, ShockNeeds.PerDay(NeedKind.Fall, Roster.Residents[0], state, .02, P));
    }

    [Fact]
    public void In_lockdown_households_without_stock_run_short()
    {
        ShockState state = Shocked(50, 1, new Shock(ShockKind.Lockdown, 1, 0, 14 * 24, 1, City));
        state.BeginDay(Day(2));
        for (int h = 0; h < Roster.Households.Length; h++)
        {
            double expected = state.IsWithoutStock(h) ? 1 / 3.0 : 0;
            Assert.Equal(expected, ShockNeeds.PerDay(NeedKind.Supply, Roster.Residents[2 * h], state, 0, P));
            Assert.Equal(0, ShockNeeds.PerDay(NeedKind.Supply, Roster.Residents[(2 * h) + 1], state, 0, P));
        }
    }

    [Fact]
    public void In_the_dark_elders_fall_more_and_households_run_short()
    {
        ShockState state = Shocked(50, 1, new Shock(ShockKind.Outage, 1, 12, 48, .5, City));
        state.BeginDay(Day(1));
        Assert.All(Roster.Residents, t => Assert.Equal(0, ShockNeeds.PerDay(NeedKind.Fall, t, state, 1, P)));
        state.BeginDay(Day(2));
        for (int i = 0; i < Roster.Residents.Length; i += 2)
        {
            ResidentTraits elder = Roster.Residents[i];
            bool dark = state.PowerOut(elder.Building, Day(2).Start);
            Assert.Equal(dark ? .5 : 0, ShockNeeds.PerDay(NeedKind.Fall, elder, state, 1, P));
            bool supply = ShockNeeds.PerDay(NeedKind.Supply, elder, state, 1, P) > 0;
            Assert.Equal(dark && state.IsWithoutStock(elder.Household), supply);
        }
    }
}
