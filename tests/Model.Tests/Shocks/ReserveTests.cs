using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

public class ReserveTests
{
    private static readonly Shock Lockdown = new(ShockKind.Lockdown, 1, 0, 14 * 24, 1, new Place.City());

    /// <summary>A day for 200 people: 200 person-days, 33 packs of three days for two.</summary>
    [Fact]
    public void Serves_until_it_is_empty()
    {
        using var town = new ShockedTown(shocks: [Lockdown], levers: [(Lever.ReserveDays, 1)]);
        town.RunDays(1);
        for (int household = 0; household < 40; household++) town.Order(OrganizationSlot.Reserve, 2 * household);
        town.RunDays(1);
        Assert.Equal(33, town.Sent(Kind.OrderAccepted));
        Assert.Equal(33 * 6, town[Metric.ReserveDaysGiven]);
        Assert.Equal(7, town.Sent(Kind.OrderRefused));
    }

    [Fact]
    public void Is_not_filled_up_while_a_shock_cuts_the_way()
    {
        using var town = new ShockedTown(shocks: [Lockdown], levers: [(Lever.ReserveDays, 1)]);
        town.RunDays(1);
        for (int household = 0; household < 33; household++) town.Order(OrganizationSlot.Reserve, 2 * household);
        town.RunDays(10);
        town.Order(OrganizationSlot.Reserve, 0);
        town.RunDays(1);
        Assert.Equal(33, town.Sent(Kind.OrderAccepted));
        // The lockdown ends on day 15; 14 % a day are 28 person-days, with the 2 left five packs.
        town.RunDays(3);
        for (int household = 0; household < 10; household++) town.Order(OrganizationSlot.Reserve, 2 * household);
        town.RunDays(1);
        Assert.Equal(33 + 5, town.Sent(Kind.OrderAccepted));
    }

    [Fact]
    public void Is_none_without_the_lever()
    {
        using var town = new ShockedTown(until: 1, levers: [(Lever.ReserveDays, 3)]);
        town.RunDays(2);
        town.Order(OrganizationSlot.Reserve, 0);
        town.RunDays(1);
        Assert.Equal((0, 1), (town.Sent(Kind.OrderAccepted), town.Sent(Kind.OrderRefused)));
    }
}
