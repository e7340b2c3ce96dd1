using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>Teams work their weekly hours in shifts.</summary>
public class ShiftsTests
{
    [Theory]
    [InlineData(Lever.SortingHours)]
    [InlineData(Lever.TreeHours)]
    [InlineData(Lever.WomensHours)]
    public void Hours_of_the_lever_become_shifts_worked_or_counted_as_unfilled(Lever lever)
    {
        using var town = new GuardedTown(levers: [(lever, 6), (Lever.Branches, 1), (Lever.BranchSupport, 1)]);
        town.RunDays(70);
        Assert.Equal(60, town.Sent(Kind.ShiftDue));
        long worked = town[Metric.Shifts], visits = town[Metric.Visits];
        Assert.InRange(worked + visits, 10, 60);
        Assert.InRange(worked + visits + town[Metric.ShiftsUnfilled] + town[Metric.VisitsUnfilled], 56, 60);
    }

    [Fact]
    public void Monitors_raise_sorting_and_without_them_it_rests()
    {
        using var idle = new GuardedTown();
        using var tended = new GuardedTown(levers:
            [(Lever.SortingHours, 10), (Lever.Branches, 1), (Lever.BranchSupport, 1)]);
        idle.RunDays(84);
        tended.RunDays(84);
        int sorting = IndicatorCatalog.Of(EstateSum.SortingPpm);
        long rest = idle.Town.Neighborhoods[0].Daily[sorting];
        Assert.InRange(rest, 399_999, 400_001);
        Assert.InRange(tended.Town.Neighborhoods[0].Daily[sorting], rest + 50_000, 1_000_000);
    }

    [Fact]
    public void The_womens_organization_gathers_its_members_and_visits_elders()
    {
        using var town = new GuardedTown(levers:
            [(Lever.WomensHours, 8), (Lever.Branches, 1), (Lever.BranchSupport, 1)]);
        town.RunDays(140);
        Assert.True(town.Count(Event.Gathered) > 20);
        Assert.True(town[Metric.Visits] > 10);
        Assert.Equal(town.Sent(Kind.GatherJoined), town.Sent(Kind.GatherWelcome));
    }

    [Fact]
    public void Marshals_stand_only_at_works_and_keep_the_way_clear()
    {
        var works = new Shock(ShockKind.GasWorks, 28, 0, 28 * 24, 1, new Place.City());
        using var town = new GuardedTown(shock: works, levers: [(Lever.MarshalHours, 10), (Lever.Branches, 1)]);
        town.RunDays(28);
        Assert.Equal(0, town[Metric.Shifts]);
        town.RunDays(28);
        Assert.True(town[Metric.Shifts] > 4);
        Assert.Equal(2 * town[Metric.Shifts], town.Sent(Kind.WayCleared));
    }
}
