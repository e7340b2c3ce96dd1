using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class CircleSiteTests
{
    /// <summary>Sites open in the order childcare, clinic, repair.</summary>
    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(1, true, false, false)]
    [InlineData(2, true, true, false)]
    [InlineData(3, true, true, true)]
    public void Sites_open_one_after_another(int sites, bool childcare, bool clinic, bool repair)
    {
        var values = new double[Levers.Count];
        values[(int)Lever.CircleSites] = sites;
        var levers = new Levers(values);
        Assert.Equal(childcare, CircleSite.Exists(OrganizationSlot.ChildcareSite, levers));
        Assert.Equal(clinic, CircleSite.Exists(OrganizationSlot.ClinicSite, levers));
        Assert.Equal(repair, CircleSite.Exists(OrganizationSlot.RepairSite, levers));
    }

    /// <summary>No more in a day than the capacity; who comes at night is served when it opens.</summary>
    [Fact]
    public void A_site_serves_its_capacity_from_its_opening()
    {
        using var town = new CoTown(residents: 1002, levers: [(Lever.CircleSites, 1)]);
        town.RunDays(1);
        for (int i = 0; i < 12; i++)
            town.Order(OrganizationSlot.ChildcareSite, i, new NeedKey(NeedKind.Childcare, new Day(1), i % 8));
        town.RunDays(1);
        Minute[] came = [.. Enumerable.Range(0, 12)
            .Select(i => town.HelpCame(i, new NeedKey(NeedKind.Childcare, new Day(1), i % 8))).OfType<Minute>()];
        Assert.Equal(5, came.Length);
        Assert.All(came, at => Assert.Equal(new Day(1).At(7), at));
    }
}
