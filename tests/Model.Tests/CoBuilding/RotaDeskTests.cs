using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class RotaDeskTests
{
    /// <summary>n days a week are n weekdays, and fewer days are among more.</summary>
    [Fact]
    public void Fewer_rota_days_are_among_more()
    {
        for (uint desk = 0; desk < 50; desk++)
        {
            for (int days = 0; days <= 7; days++)
            {
                int[] on = Weekdays(desk, days);
                Assert.Equal(days, on.Length);
                if (days > 0) Assert.All(Weekdays(desk, days - 1), day => Assert.Contains(day, on));
            }
        }
    }

    /// <summary>A different organization each weekday; after the first mails one check-in per rota day.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public void Organizations_check_in_on_their_day(int days)
    {
        using var town = new CoTown(levers: [(Lever.RotaDays, days), (Lever.CleanUps, 1), (Lever.Publicity, 1)]);
        town.RunDays(3 + (7 * 10));
        var checkIns = town.Records.Where(r => r.Kind == (ushort)Event.RotaCheckedIn).ToList();
        Assert.Equal(days * 10, checkIns.Count);
        Assert.Equal(days, checkIns.Select(r => r.B).Distinct().Count());
        Assert.All(checkIns, r => Assert.Equal(9 * 60, r.At.OfDay));
        Assert.Equal(days * 10, town.Sent(Kind.CleanUp));
    }

    /// <summary>Each comes once a week: of five days two are held by two organizations, none without any.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    public void As_many_organizations_come_as_there_are(int organizations)
    {
        using var town = new CoTown(organizations: organizations, levers: [(Lever.RotaDays, 5)]);
        town.RunDays(3 + (7 * 4));
        var checkIns = town.Records.Where(r => r.Kind == (ushort)Event.RotaCheckedIn).ToList();
        Assert.Equal(organizations, checkIns.Select(r => r.B).Distinct().Count());
        Assert.Equal(4 * organizations, checkIns.Count);
        Assert.Equal(240 * checkIns.Count, town.Town.Neighborhoods[0].Daily[
            IndicatorCatalog.Metrics + (int)Metric.CheckInMinutes]);
    }

    [Fact]
    public void The_desk_serves_at_its_next_opening()
    {
        using var town = new CoTown(levers: [(Lever.RotaDays, 7)]);
        town.RunDays(5);
        var need = new NeedKey(NeedKind.Digital, new Day(5), 0);
        town.Order(OrganizationSlot.RotaDesk, 4, need);
        town.RunDays(1);
        Assert.Equal(new Day(5).At(9, 1), town.HelpCame(4, need));
    }

    [Fact]
    public void Without_rota_the_desk_refuses()
    {
        using var town = new CoTown();
        town.RunDays(1);
        town.Order(OrganizationSlot.RotaDesk, 4, new NeedKey(NeedKind.Digital, new Day(1), 0));
        town.RunDays(1);
        Assert.Equal(0, town.Sent(Kind.RotaInvited));
        Assert.Equal(1, town.Sent(Kind.OrderRefused));
    }

    private static int[] Weekdays(uint desk, int days) =>
        [.. Enumerable.Range(0, 7).Where(d => RotaDesk.IsRotaDay(new ActorId(desk), d, days, new Chance(3)))];
}
