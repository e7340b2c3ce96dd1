using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class DisputesTests
{
    private static readonly NeedKey Quarrel = new(NeedKind.Dispute, new Day(0), 0);

    /// <summary>Rule 8: σ(2 + 2(trust − .5) + tier − 2.2·severity − .03·days).</summary>
    [Theory]
    [InlineData(.5, 0, false, 0)]
    [InlineData(.9, 1, true, 9)]
    [InlineData(.1, 1, false, 30)]
    public void Settles_as_the_rule_says(double trust, int tier, bool big, int days)
    {
        double x = 2 + (2 * (trust - .5)) + tier - (big ? 2.2 : 0) - (.03 * days);
        Assert.Equal(1 / (1 + Math.Exp(-x)), Disputes.Settles(trust, tier, big, days, new Parameters()), 9);
    }

    [Fact]
    public void Four_of_five_are_small_and_are_brought_to_the_building()
    {
        Courtyard yard = Quarrelling(2000);
        Message[] sent = yard.Sent;
        Assert.InRange(Courtyard.Of(sent, Kind.Order), 1600 - 72, 1600 + 72);
        Assert.All(sent.Where(m => m.Kind == (byte)Kind.Order), m => Assert.Equal(m.B, (uint)(m.Receiver - 2000)));
        // Without a reasoning room a big one goes to court and sours both ends.
        Assert.Equal(2000 - Courtyard.Of(sent, Kind.Order), yard.Outbox.Outbound.Count);
        Assert.Equal(yard.Outbox.Outbound.Count, Courtyard.Of(sent, Kind.DisputeSoured));
    }

    [Fact]
    public void The_building_settles_at_the_rule_s_rate_within_a_day()
    {
        Courtyard yard = Quarrelling(2000);
        Message[] orders = [.. yard.Sent.Where(m => m.Kind == (byte)Kind.Order)];
        foreach (Message m in orders) yard.Deliver(m);
        Message[] answers = yard.Sent;
        Assert.Equal(orders.Length, answers.Length);
        Assert.All(answers, m => Assert.Equal(Minute.PerDay, m.Due - m.Sent));
        double p = 1 / (1 + Math.Exp(-2)), sd = Math.Sqrt(p * (1 - p) / orders.Length);
        Assert.InRange(
            Courtyard.Of(answers, Kind.HelpArrives) / (double)orders.Length, p - (4 * sd), p + (4 * sd));
    }

    [Fact]
    public void Who_controls_a_building_may_decline_to_hear()
    {
        Courtyard yard = Quarrelling(20);
        Message order = yard.Sent.First(m => m.Kind == (byte)Kind.Order);
        yard.Outbox.Choice = 0;
        yard.Deliver(order);
        Assert.Equal((byte)Kind.OrderRefused, Assert.Single(yard.Sent).Kind);
        Assert.Equal(0, yard.Building(0).State.DisputesHeard);
    }

    /// <summary>Reconciled: trust and a tie at both ends, and the other party lives next door.</summary>
    [Fact]
    public void What_is_settled_reconciles_both_ends()
    {
        var yard = new Courtyard();
        for (int owner = 0; owner < 200; owner++)
        {
            Disputes.Reconcile(yard.Resident(owner), Quarrel, yard.Turn);
            Message word = Assert.Single(yard.Sent);
            Assert.Equal(owner / Courtyard.PerBuilding, word.Receiver / Courtyard.PerBuilding);
            Assert.NotEqual(owner, word.Receiver);
            yard.Deliver(word);
            Assert.True(yard.Resident(word.Receiver).Ties.Strength(owner, yard.Now.Day) > .049);
            Assert.True(yard.Resident(owner).Ties.Strength(word.Receiver, yard.Now.Day) > .049);
        }
        Assert.Equal(200, yard.Tally[Metric.DisputesSettled]);
        Assert.All(Enumerable.Range(0, 200), i => Assert.True(yard.Resident(i).State.Trust > .5));
    }

    /// <summary>Small ones go to the building first, big ones straight to tea; what neither settles sours once.</summary>
    [Fact]
    public void What_is_not_settled_goes_one_tier_up_and_never_back()
    {
        var yard = new Courtyard(200, levers: (Lever.Mediators, 1));
        int room = 200 + (200 / Courtyard.PerBuilding) + (int)OrganizationSlot.ReasoningRoom, small = 0;
        for (int i = 0; i < 200; i++)
        {
            var need = new NeedState { Key = Quarrel };
            List<int> tiers = [];
            for (int attempt = 0; attempt < 5; attempt++)
            {
                Disputes.Bring(yard.Resident(i), ref need, yard.Turn);
                tiers.AddRange(yard.Sent.Where(m => m.Kind == (byte)Kind.Order).Select(m => m.Receiver));
            }
            small += tiers.Count - 1;
            Assert.Equal(tiers.Count == 1 ? [room] : [200 + (i / Courtyard.PerBuilding), room], tiers);
            Assert.Equal(.5 * .9, yard.Resident(i).State.Trust, 5);
        }
        Assert.InRange(small, 160 - 23, 160 + 23);
        Assert.Equal(200, yard.Outbox.Outbound.Count);
    }

    /// <summary>Nobody quarrels with themselves: alone in a house, it is somebody of another.</summary>
    [Fact]
    public void Alone_in_a_house_one_quarrels_with_somebody_of_another()
    {
        var yard = new Courtyard();
        BuildingTraits first = yard.Roster.Buildings[0];
        HashSet<int> others = [];
        for (int day = 0; day < 100; day++)
        {
            yard.Roster.Buildings[0] = first with { Count = 1 };
            Disputes.Reconcile(yard.Resident(0), new NeedKey(NeedKind.Dispute, new Day(day), 0), yard.Turn);
            others.Add(Assert.Single(yard.Sent).Receiver);
        }
        Assert.DoesNotContain(0, others);
        Assert.DoesNotContain((ushort)0, yard.Resident(0).Ties.Slots.ToArray());
        Assert.True(others.Count > 50, $"{others.Count} different people");
    }

    /// <summary>Two hours a mediator and week; whoever is not heard waits for the next week's tea.</summary>
    [Fact]
    public void The_room_hears_as_many_as_its_mediators_have_hours()
    {
        var yard = new Courtyard(levers: (Lever.Mediators, 2), each: (int i, ref ResidentTraits t) =>
        {
            if (i < 5) t.Flags |= Trait.Mediator;
        });
        for (int i = 0; i < 6; i++)
        {
            Disputes.OnBrought(
                yard.Organization(OrganizationSlot.ReasoningRoom),
                yard.From(i, Kind.Order, Quarrel.Value, 0, 0, 500), yard.Turn);
        }
        Assert.Equal([0, 1, 2, 3], Tea(yard, day: 0));
        Assert.Equal(4 * 60, yard.Tally[Metric.VolunteerMinutes]);
        Assert.Equal(yard.Tally[Metric.VolunteerMinutes], yard.Tally[Metric.PlannedMinutes]);
        Assert.Equal([4, 5], Tea(yard, day: 7));
    }

    /// <summary>A mediator who is out or busy hears nobody: the matter waits for the next tea (rule 8).</summary>
    [Fact]
    public void Without_a_mediator_a_hearing_is_moved()
    {
        var yard = new Courtyard(levers: (Lever.Mediators, 2), each: (int i, ref ResidentTraits t) =>
        {
            if (i == 5) t.Flags |= Trait.Mediator;
        });
        Disputes.OnBrought(
            yard.Organization(OrganizationSlot.ReasoningRoom), yard.From(0, Kind.Order, Quarrel.Value, 0, 0, 500),
            yard.Turn);
        yard.Resident(5).State.BusyUntil = new Day(0).At(20);
        Assert.Empty(Tea(yard, day: 0));
        Assert.Equal(2, yard.Tally[Metric.HearingsMoved]);
        Assert.Equal(1, yard.Organization(OrganizationSlot.ReasoningRoom).Orders.Count);
        Assert.Equal([0], Tea(yard, day: 7));
    }

    [Fact]
    public void A_mediator_s_hour_is_given_and_a_closed_room_sends_on()
    {
        var yard = new Courtyard();
        ActorId room = yard.Roster.Organization(OrganizationSlot.ReasoningRoom);
        Volunteering.OnDuty(
            yard.Resident(0), yard.From(room, Kind.Duty, 0, room.Value, (uint)DutySort.Hearing, 60), yard.Turn);
        Assert.Equal(60, yard.Resident(0).State.MinutesGiven);
        Assert.Equal(yard.Now + 60, yard.Resident(0).State.BusyUntil);
        Disputes.OnBrought(
            yard.Organization(OrganizationSlot.ReasoningRoom), yard.From(3, Kind.Order, Quarrel.Value), yard.Turn);
        Disputes.OnHearing(
            yard.Organization(OrganizationSlot.ReasoningRoom), yard.From(ActorId.Outside, Kind.HearingHeld), yard.Turn);
        Assert.Equal(3, Assert.Single(yard.Sent, m => m.Kind == (byte)Kind.OrderRefused).Receiver);
        Assert.Equal(0, yard.Organization(OrganizationSlot.ReasoningRoom).Orders.Count);
    }

    /// <summary>Both hours of a tea; who was answered.</summary>
    private static int[] Tea(Courtyard yard, int day)
    {
        var heard = new List<int>();
        for (int hour = 0; hour < 2; hour++)
        {
            yard.Now = new Day(day).At(15 + hour);
            Disputes.OnHearing(
                yard.Organization(OrganizationSlot.ReasoningRoom),
                yard.From(ActorId.Outside, Kind.HearingHeld, (uint)hour), yard.Turn);
            var waiting = new Queue<Message>(yard.Sent);
            while (waiting.TryDequeue(out Message m))
            {
                if (m.Kind is (byte)Kind.HelpArrives or (byte)Kind.OrderRefused) heard.Add(m.Receiver);
                else yard.Deliver(m);
                foreach (Message next in yard.Sent) waiting.Enqueue(next);
            }
        }
        return [.. heard.Order()];
    }

    private static Courtyard Quarrelling(int people)
    {
        var yard = new Courtyard(people);
        for (int i = 0; i < people; i++)
        {
            var need = new NeedState { Key = Quarrel };
            Disputes.Bring(yard.Resident(i), ref need, yard.Turn);
        }
        return yard;
    }
}
