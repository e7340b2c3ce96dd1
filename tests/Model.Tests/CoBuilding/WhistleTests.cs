using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class WhistleTests
{
    private static readonly (Lever, double)[] Whistling = [(Lever.Whistle, 2), (Lever.WhistleDeadline, 168)];

    /// <summary>
    /// Claim 7: against the hotline, whistling raises 7-day resolution by 25 points or more and halves the median.
    /// </summary>
    [Fact]
    public void Whistling_beats_the_hotline()
    {
        double[] hotline = Days(OrganizationSlot.HotlineDesk, Kind.HotlineCall);
        double[] whistle = Days(OrganizationSlot.Branch, Kind.Order);
        double byHotline = hotline.Count(d => d <= 7) / (double)hotline.Length;
        double byWhistle = whistle.Count(d => d <= 7) / (double)whistle.Length;
        Assert.True(byWhistle - byHotline >= 0.25, $"{byWhistle:p0} by whistle, {byHotline:p0} by hotline in 7 days");
        Assert.True(whistle[whistle.Length / 2] <= hotline[hotline.Length / 2] / 2);
    }

    /// <summary>All departments of a matter are called at the same minute and work in parallel; rated once.</summary>
    [Fact]
    public void Departments_are_called_once_each_and_answer_in_half_an_hour()
    {
        using var town = new CoTown(levers: Whistling);
        town.RunDays(1);
        for (int i = 0; i < 100; i++) town.Order(OrganizationSlot.Branch, i, Matter(i));
        town.RunDays(40);
        long calls = town.Sent(Kind.DepartmentCall);
        Assert.InRange(calls, 180, 260);
        Assert.Equal(calls, town.Sent(Kind.Booked) + town.Sent(Kind.BookingRefused));
        Assert.Equal(100, Enumerable.Range(0, 100).Count(i => town.HelpCame(i, Matter(i)) is not null));
    }

    /// <summary>Whistling at everything: the gain is gone (claim 7, second half).</summary>
    [Fact]
    public void Over_whistling_takes_the_gain_away()
    {
        (Lever, double)[] everything =
            [(Lever.Whistle, 3), (Lever.WhistleRepairShare, 1), (Lever.WhistleDeadline, 168)];
        using var town = new CoTown(levers: everything);
        town.RunDays(120);
        for (int i = 0; i < 200; i++) town.Order(OrganizationSlot.Branch, i, Matter(i, 120));
        town.RunDays(60);
        int within7 = Enumerable.Range(0, 200)
            .Count(i => town.HelpCame(i, Matter(i, 120)) is { } at && at.Day.Value - 120 < 7);
        Assert.True(within7 < 40, $"{within7} of 200 within 7 days");
    }

    /// <summary>
    /// What is due sooner comes first: bookings that have not begun move back, say so by mail, and the matter is closed
    /// no earlier than the last finish it was told.
    /// </summary>
    [Fact]
    public void Bookings_that_move_back_close_the_matter_later()
    {
        using var town = new CoTown(
            cityPopulation: 200_000, parameters: new Parameters { HotlineDueDays = 2 },
            levers: [(Lever.Whistle, 2), (Lever.WhistleDeadline, 360)]);
        town.RunDays(1);
        for (int i = 0; i < 60; i++) town.Order(OrganizationSlot.Branch, i, Own(i));
        for (int i = 60; i < 260; i++) town.Order(OrganizationSlot.HotlineDesk, i, Own(i), kind: Kind.HotlineCall);
        town.RunDays(200);
        var moved = town.Records.Where(r => r.Kind == (ushort)Event.BookingMoved)
            .GroupBy(r => r.A).ToDictionary(g => g.Key, g => g.Max(r => (int)r.D));
        Assert.Equal(town.Sent(Kind.BookingMoved), town.Records.Count(r => r.Kind == (ushort)Event.BookingMoved));
        Assert.Equal(0, town.Sent(Kind.BookingRefused));
        int seen = 0;
        for (int i = 0; i < 60; i++)
        {
            if (!moved.TryGetValue(Own(i).Value, out int finish)) continue;
            Assert.True(town.HelpCame(i, Own(i)) is { } at && at.Value >= finish, $"{i} was moved to {finish}");
            seen++;
        }
        Assert.True(seen > 5, $"{seen} matters moved");

        static NeedKey Own(int i) => new(NeedKind.Public, new Day(i), 1);
    }

    [Fact]
    public void Without_the_lever_the_branch_refuses()
    {
        using var town = new CoTown();
        town.RunDays(1);
        town.Order(OrganizationSlot.Branch, 5, Matter(5));
        town.RunDays(2);
        Assert.Equal(0, town.Sent(Kind.Whistle));
        Assert.Equal(1, town.Sent(Kind.OrderRefused));
    }

    /// <summary>Subdistrict committee: the first search is saved, Exp(1.5 d) in the mean.</summary>
    [Fact]
    public void Routes_set_beforehand_shorten_the_hotline()
    {
        double without = Days(OrganizationSlot.HotlineDesk, Kind.HotlineCall, 20).Average();
        double with = Days(
            OrganizationSlot.HotlineDesk, Kind.HotlineCall, 20, (Lever.SubdistrictCommittee, 1)).Average();
        Assert.Equal(1.5, without - with, 0.35);
    }

    private static double[] Days(
        OrganizationSlot to, Kind kind, int start = 1, params (Lever, double)[] levers)
    {
        using var town = new CoTown(levers: to == OrganizationSlot.Branch ? Whistling : levers);
        town.RunDays(start);
        Minute asked = town.Town.Clock;
        for (int i = 0; i < 300; i++) town.Order(to, i, Matter(i, start), kind: kind);
        town.RunDays(90);
        return [.. Enumerable.Range(0, 300).Select(i => town.HelpCame(i, Matter(i, start)) is { } at
            ? (at - asked) / 1440.0 : double.PositiveInfinity).Order()];
    }

    private static NeedKey Matter(int i, int day = 1) => new(NeedKind.Public, new Day(day), i % 8);
}
