using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class EventsTests
{
    private static readonly Kind[] Round =
    [
        Kind.EventOpens, Kind.EventInvite, Kind.EventReply, Kind.EventCloses, Kind.EventList, Kind.EventAttend,
        Kind.EventMingles, Kind.EventMeet, Kind.GiftCarried, Kind.Gift, Kind.GiftThanks, Kind.EventBegins,
        Kind.ShiftDue, Kind.Duty, Kind.DutyTaken, Kind.DutyDeclined,
    ];

    /// <summary>Rule 14: σ(−2.5 + 1.5·tie + .7·in person + affinity − F).</summary>
    [Theory]
    [InlineData(0, false, 0, 0)]
    [InlineData(.8, true, .4, .3)]
    public void Attendance_is_the_rule_s(double tie, bool inPerson, double affinity, double fatigue)
    {
        double x = -2.5 + (1.5 * tie) + (inPerson ? .7 : 0) + affinity - fatigue;
        Assert.Equal(
            1 / (1 + Math.Exp(-x)), Events.Attendance(tie, inPerson, affinity, fatigue, new Parameters()), 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(8)]
    public void So_many_are_held_a_month_and_fewer_are_among_more(double perMonth)
    {
        HashSet<uint> held = Held(perMonth);
        Assert.Equal(20 * perMonth, held.Count);
        Assert.Superset(held, Held(8));
        Assert.Equal(held.Count, held.Select(occasion => occasion >> 3).Distinct().Count());
    }

    /// <summary>Strangers attend at σ(−2.5): everybody's own strongest tie thins the invitation's draw.</summary>
    [Fact]
    public void Strangers_come_at_the_rule_s_rate()
    {
        const int people = 4000;
        var yard = new Courtyard(people, parameters: new Parameters { EventPlaces = 4000, EventInvitations = 0 });
        Hold(yard);
        double p = 1 / (1 + Math.Exp(2.5)), sd = Math.Sqrt(p * (1 - p) / people);
        Assert.InRange(yard.Tally[Metric.EventAttendance] / (double)people, p - (4 * sd), p + (4 * sd));
    }

    [Fact]
    public void Friends_come_together()
    {
        var strangers = new Courtyard(400);
        var friends = new Courtyard(400);
        for (int i = 0; i < 400; i++)
        {
            for (int k = 1; k < 10; k++) friends.Tie(i, (i + k) % 400, .8);
        }
        Hold(strangers);
        Hold(friends);
        Assert.True(
            friends.Tally[Metric.EventAttendance] > 1.3 * strangers.Tally[Metric.EventAttendance],
            $"{friends.Tally[Metric.EventAttendance]}, {strangers.Tally[Metric.EventAttendance]}");
    }

    [Fact]
    public void There_are_sixty_places_and_the_host()
    {
        var yard = new Courtyard(3000);
        Hold(yard);
        Assert.InRange(yard.Tally[Metric.EventAttendance], 30, 61);
    }

    /// <summary>Both ends of a meeting keep it, and those who come meet at least one other.</summary>
    [Fact]
    public void Those_who_come_meet_each_other()
    {
        var yard = new Courtyard(600);
        Hold(yard);
        int met = 0;
        for (int i = 0; i < 600; i++)
        {
            foreach (ushort other in yard.Resident(i).Ties.Slots)
            {
                met++;
                Assert.Equal(
                    yard.Resident(i).Ties.Strength(other, yard.Now.Day),
                    yard.Resident(other).Ties.Strength(i, yard.Now.Day));
            }
        }
        Assert.Equal(4 * yard.Tally[Metric.EventAttendance], met);
    }

    /// <summary>Ten hours an event (section 5): a host's three and seven of preparing, given by activists.</summary>
    [Fact]
    public void Neighbors_give_the_hours_of_an_event()
    {
        var yard = new Courtyard(600);
        Hold(yard);
        Assert.Equal(600, yard.Tally[Metric.PlannedMinutes] + yard.Tally[Metric.PlannedMinutesUnfilled]);
        Assert.Equal(yard.Tally[Metric.VolunteerMinutes], yard.Tally[Metric.PlannedMinutes]);
        int[] givers = [.. Enumerable.Range(0, 600).Where(i => yard.Resident(i).State.MinutesGiven > 0)];
        Assert.All(givers, i => Assert.Equal(15, i % 16));
        Assert.Contains(givers, i => yard.Resident(i).State.MinutesGiven >= 180);
        Assert.All(givers, i => Assert.True(yard.Resident(i).State.Fatigue > 0));
        Assert.Equal(1, yard.Tally[Metric.Events]);
    }

    /// <summary>Nobody opens the venue: nobody comes, and it is counted.</summary>
    [Fact]
    public void Without_a_host_the_event_is_cancelled()
    {
        var yard = new Courtyard(600, each: (int i, ref ResidentTraits t) => t.Flags = 0);
        Hold(yard);
        Assert.Equal(0, yard.Tally[Metric.Events] + yard.Tally[Metric.EventAttendance]);
        Assert.Equal(1, yard.Tally[Metric.EventsCancelled]);
        Assert.Equal(600, yard.Tally[Metric.PlannedMinutesUnfilled]);
    }

    [Fact]
    public void Gifts_go_to_elders_disabled_people_and_children()
    {
        var yard = new Courtyard(600, levers: (Lever.TargetedShare, .5), each: (int i, ref ResidentTraits t) =>
        {
            if (i % 10 == 0) t.Age = 70;
            if (i % 10 == 1) t.Flags |= Trait.Disabled;
        });
        Hold(yard);
        Assert.Equal(10, yard.Tally[Metric.Gifts]);
        int given = Enumerable.Range(0, 600).Count(i => i % 10 < 2 && yard.Resident(i).State.SeenDay > 0);
        Assert.True(given >= 5, $"{given} of the groups were seen");
    }

    /// <summary>A shut door: the gift is carried there again the next evening, and kept after the third.</summary>
    [Fact]
    public void A_gift_waits_for_somebody_to_open()
    {
        var yard = new Courtyard(each: (int i, ref ResidentTraits t) =>
        {
            if (i == 1) t.Timetable = Timetable.DayWorker;
        });
        Events.OnGiftCarried(
            yard.Resident(0), yard.From(ActorId.Outside, Kind.GiftCarried, 9, yard.Roster.Resident(1).Value), yard.Turn);
        Message gift = Assert.Single(yard.Sent);
        yard.Now = new Day(1).At(11);
        Events.OnGift(yard.Resident(1), yard.From(0, Kind.Gift, gift.A, 0, gift.C), yard.Turn);
        Message answer = Assert.Single(yard.Sent);
        Assert.Equal((0u, 0L), (answer.B, yard.Tally[Metric.Gifts]));
        Assert.Equal(0, yard.Resident(1).State.SeenDay);
        yard.Deliver(answer);
        Message again = Assert.Single(yard.Sent);
        Assert.Equal(((byte)Kind.GiftCarried, new Day(2).At(18), 1u), (again.Kind, again.Due, again.C));
        Events.OnGiftThanks(
            yard.Resident(0), yard.From(1, Kind.GiftThanks, 9, 0, (uint)yard.P.GiftTries - 1), yard.Turn);
        Assert.Empty(yard.Sent);
        Assert.Equal(1, yard.Tally[Metric.GiftsKept]);
    }

    private static HashSet<uint> Held(double perMonth)
    {
        var yard = new Courtyard(levers: (Lever.Events, perMonth));
        var held = new HashSet<uint>();
        for (int day = 0; day < 600; day++)
        {
            yard.Now = new Day(day).Start;
            Events.BeginDay(yard.Organization(OrganizationSlot.Venue), yard.Turn);
            foreach (Message m in yard.Sent) Assert.True(held.Add(m.A));
        }
        return held;
    }

    private static void Hold(Courtyard yard)
    {
        yard.Now = new Day(0).At(9);
        Events.OnOpens(yard.Organization(OrganizationSlot.Venue), yard.From(0, Kind.EventOpens, 1), yard.Turn);
        yard.Settle(Round);
    }
}
