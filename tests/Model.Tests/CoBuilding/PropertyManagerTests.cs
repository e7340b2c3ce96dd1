using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class PropertyManagerTests
{
    /// <summary>Fixed point of x ← x(1−s) + f(1 − x(1−s)): f / (1 − (1−f)(1−s)).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    public void Litter_settles_where_fall_and_sweeping_meet(double care)
    {
        var p = new Parameters();
        double litter = 1;
        for (int day = 0; day < 500; day++)
        {
            litter = PropertyManager.NextLitter(litter, care, p);
            Assert.InRange(litter, 0, 1);
        }
        double f = p.LitterPerDay * (1 - (0.5 * care));
        Assert.Equal(f / (1 - ((1 - f) * (1 - p.SweptPerDay))), litter, 1e-9);
    }

    /// <summary>One repair after another, five a day per 1,000 households, within working hours.</summary>
    [Fact]
    public void Repairs_are_done_at_the_managers_capacity()
    {
        using var town = new CoTown(residents: 1200);
        town.RunDays(1);
        for (int i = 0; i < 30; i++) town.Order(OrganizationSlot.PropertyManager, i, Repair(i));
        town.RunDays(20);
        Minute[] done = [.. Enumerable.Range(0, 30).Select(i => town.HelpCame(i, Repair(i))!.Value).Order()];
        Assert.All(done, at => Assert.InRange(at.OfDay, 8 * 60, 18 * 60));
        // 600 households: 3 a day.
        Assert.All(done.GroupBy(at => at.Day.Value), day => Assert.InRange(day.Count(), 1, 4));
        Assert.InRange(done[^1].Day.Value, 9, 12);
    }

    private static NeedKey Repair(int i) => new(NeedKind.Repair, new Day(1), i % 8);
}
