using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.Tests.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class SettingTests
{
    private static readonly Place.City City = new();
    private static readonly Shock Lockdown = new(ShockKind.Lockdown, 1, 0, 14 * 24, 1, City);

    [Fact]
    public void Levers_are_those_of_the_day()
    {
        using var town = new ShockedTown(until: 3, levers: [(Lever.Visits, 2)]);
        town.Setting.BeginDay(new Day(2), 0);
        Assert.Equal(2, town.Setting.Levers[Lever.Visits]);
        town.Setting.BeginDay(new Day(3), 0);
        Assert.Equal(0, town.Setting.Levers[Lever.Visits]);
    }

    [Theory]
    [InlineData(Trait.None, Roles.None, 1, false)]
    [InlineData(Trait.None, Roles.None, 0, true)]
    [InlineData(Trait.Clinician, Roles.None, 1, true)]
    [InlineData(Trait.None, Roles.HomeServiceTeam, 1, true)]
    [InlineData(Trait.None, Roles.SortingTeam, 1, false)]
    public void In_a_lockdown_few_may_go_to_another_building(Trait flags, Roles roles, int to, bool may)
    {
        using var town = new ShockedTown(shocks: [Lockdown]);
        var state = new ResidentState { Roles = roles };
        var traits = new ResidentTraits { Flags = flags, Building = 0 };
        var me = new Resident(0, new ResidentId(0), ref state, in traits, default, default, default);
        town.Setting.BeginDay(new Day(0), 0);
        Assert.True(town.Setting.MayTravel && town.Setting.MayVisit(me, to));
        town.Setting.BeginDay(new Day(1), 0);
        Assert.False(town.Setting.MayTravel);
        Assert.Equal(may, town.Setting.MayVisit(me, to));
    }

    /// <summary>
    /// Rule 12: half as willing again in a lockdown; 45 days later a quarter, unless a branch was there and is.
    /// </summary>
    [Theory]
    [InlineData(0, null, 1.25)]
    [InlineData(1, null, 1.5)]
    [InlineData(.5, null, 1.375)]
    [InlineData(1, 40, 1.25)]
    public void Spirit_fades_unless_a_branch_holds_it(double support, int? until, double expected)
    {
        using var town = new ShockedTown(
            shocks: [Lockdown], until: until, levers: [(Lever.Branches, 1), (Lever.BranchSupport, support)]);
        town.Setting.BeginDay(new Day(0), 0);
        Assert.Equal(1, town.Setting.Spirit);
        town.Setting.BeginDay(new Day(10), 0);
        Assert.Equal(1.5, town.Setting.Spirit, 12);
        town.Setting.BeginDay(new Day(15 + 45), 0);
        Assert.Equal(expected, town.Setting.Spirit, 12);
    }

    [Fact]
    public void Works_begin_once()
    {
        using var town = new ShockedTown(shocks: [new Shock(ShockKind.GasWorks, 2, 8, 75 * 24, 1, City)]);
        int begins = 0, days = 0;
        for (int day = 0; day < 100; day++)
        {
            town.Setting.BeginDay(new Day(day), 0);
            begins += town.Setting.WorksBegin ? 1 : 0;
            days += town.Setting.HasWorks ? 1 : 0;
        }
        Assert.Equal((1, 75), (begins, days));
    }
}
