using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class ServiceDeskTests
{
    private static readonly uint Need = new NeedKey(NeedKind.Emergency, new Day(0), 0).Value;

    [Fact]
    public void The_quota_is_never_exceeded_and_is_of_the_day()
    {
        var yard = new Courtyard();
        for (int caller = 0; caller < 5; caller++) Call(yard, caller);
        Message[] sent = yard.Sent;
        Assert.Equal(2, Courtyard.Of(sent, Kind.HelpArrives));
        Assert.Equal(3, Courtyard.Of(sent, Kind.OrderRefused));
        yard.Now = new Day(1).At(8);
        Call(yard, 6);
        Assert.Equal(1, Courtyard.Of(yard.Sent, Kind.HelpArrives));
    }

    [Fact]
    public void The_station_s_mail_sets_the_quota_and_hears_of_the_day()
    {
        var yard = new Courtyard();
        Organization desk = yard.Organization(OrganizationSlot.AmbulanceDesk);
        ServiceDesk.OnQuota(desk, yard.From(ActorId.Outside, Kind.Quota, 0, 4));
        for (int caller = 0; caller < 6; caller++) Call(yard, caller);
        Assert.Equal(4, Courtyard.Of(yard.Sent, Kind.HelpArrives));
        yard.Now = new Day(1).Start;
        ServiceDesk.BeginDay(yard.Organization(OrganizationSlot.AmbulanceDesk), yard.Turn);
        Message report = Assert.Single(yard.Outbox.Outbound).Message;
        Assert.Equal(((byte)Kind.QuotaUsed, 4u, 2u), (report.Kind, report.A, report.B));
        yard.Now = new Day(2).Start;
        ServiceDesk.BeginDay(yard.Organization(OrganizationSlot.AmbulanceDesk), yard.Turn);
        Assert.Single(yard.Outbox.Outbound);
    }

    [Theory]
    [InlineData(OrganizationSlot.AmbulanceDesk, 12)]
    [InlineData(OrganizationSlot.LiftDesk, 15.7)]
    public void Help_comes_in_the_median_time(OrganizationSlot slot, double median)
    {
        var yard = new Courtyard(2000);
        ServiceDesk.OnQuota(yard.Organization(slot), yard.From(ActorId.Outside, Kind.Quota, 0, 2000));
        for (int caller = 0; caller < 2000; caller++) Call(yard, caller, slot);
        int[] minutes = [.. yard.Sent.Select(m => m.Due - m.Sent).Order()];
        Assert.Equal(2000, minutes.Length);
        Assert.InRange(minutes[1000], median - 1, median + 1);
    }

    private static void Call(Courtyard yard, int caller, OrganizationSlot slot = OrganizationSlot.AmbulanceDesk) =>
        ServiceDesk.OnServiceCall(yard.Organization(slot), yard.From(caller, Kind.ServiceCall, Need), yard.Turn);
}
