using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class DeliberationTests
{
    private const OrganizationSlot Committee = OrganizationSlot.OwnersCommittee;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Is_held_as_often_as_the_lever_says(double perMonth) =>
        Assert.Equal(10 * perMonth, Held(perMonth, months: 10).Count);

    /// <summary>A fraction is held in that share of months; what is held is held at any higher value too.</summary>
    [Theory]
    [InlineData(.25)]
    [InlineData(1.5)]
    public void A_fraction_is_the_share_of_months_in_which_one_more_is_held(double perMonth)
    {
        const int months = 1000;
        HashSet<uint> held = Held(perMonth, months);
        double fraction = perMonth % 1, sd = Math.Sqrt(fraction * (1 - fraction) * months);
        Assert.InRange(held.Count, (perMonth * months) - (4 * sd), (perMonth * months) + (4 * sd));
        Assert.Superset(held, Held(2, months));
    }

    [Fact]
    public void Thirty_households_are_asked()
    {
        var yard = new Courtyard(1200);
        int asked = 0;
        for (uint k = 0; k < 50; k++)
        {
            Chaired(yard, k);
            Message[] sent = yard.Sent;
            Assert.All(sent.Where(m => m.Kind == (byte)Kind.DeliberationAsked), m => Assert.Equal(0, m.Receiver % 2));
            asked += Courtyard.Of(sent, Kind.DeliberationAsked);
        }
        Assert.InRange(asked / 50.0, 27, 33);
    }

    /// <summary>Four hours (section 5): the chair's two, and two of writing up on the day after.</summary>
    [Fact]
    public void Neighbors_give_the_hours_of_a_deliberation()
    {
        var yard = new Courtyard(600) { Now = new Day(3).At(19) };
        Deliberation.OnOpens(yard.Organization(Committee), yard.From(0, Kind.DeliberationOpens, 6), yard.Turn);
        yard.Settle(Kind.ShiftDue, Kind.Duty, Kind.DutyTaken, Kind.DutyDeclined);
        Assert.Equal(1, yard.Tally[Metric.Deliberations]);
        Assert.Equal(240, yard.Tally[Metric.PlannedMinutes] + yard.Tally[Metric.PlannedMinutesUnfilled]);
        Assert.Equal(yard.Tally[Metric.VolunteerMinutes], yard.Tally[Metric.PlannedMinutes]);
        Assert.True(yard.Tally[Metric.PlannedMinutes] >= 120);
    }

    [Fact]
    public void Without_a_chair_there_is_none()
    {
        var yard = new Courtyard(600, each: (int i, ref ResidentTraits t) => t.Flags = 0) { Now = new Day(3).At(19) };
        Deliberation.OnOpens(yard.Organization(Committee), yard.From(0, Kind.DeliberationOpens, 6), yard.Turn);
        Assert.Empty(yard.Sent);
        Assert.Equal(0, yard.Tally[Metric.Deliberations]);
        Assert.Equal(1, yard.Tally[Metric.DeliberationsCancelled]);
        Assert.Equal(120, yard.Tally[Metric.PlannedMinutesUnfilled]);
    }

    [Fact]
    public void Who_trusts_is_in_favor()
    {
        var yard = new Courtyard(2000);
        for (int i = 0; i < 2000; i++)
        {
            Resident me = yard.Resident(i);
            me.State.Trust = .8f;
            ActorId committee = yard.Roster.Organization(Committee);
            Deliberation.OnAsked(me, yard.From(committee, Kind.DeliberationAsked, 3), yard.Turn);
        }
        Message[] opinions = yard.Sent;
        Assert.Equal(2000, opinions.Length);
        Assert.InRange(opinions.Sum(m => m.B), 1600 - 72, 1600 + 72);
    }

    /// <summary>A majority adopts, consent moves a tenth of the way, who spoke hears whether it was theirs.</summary>
    [Fact]
    public void The_majority_decides()
    {
        var yard = new Courtyard();
        yard.Organization(Committee).State.Stock = .5f;
        for (int i = 0; i < 10; i++)
        {
            Deliberation.OnOpinion(
                yard.Organization(Committee), yard.From(i, Kind.DeliberationOpinion, 0, i < 7 ? 1u : 0u));
        }
        Deliberation.OnDecides(yard.Organization(Committee), yard.From(0, Kind.DeliberationDecides), yard.Turn);
        Assert.Equal(.5 + (.1 * (.7 - .5)), yard.Organization(Committee).State.Stock, 5);
        foreach (Message m in yard.Sent)
        {
            Assert.Equal(m.Receiver < 7 ? 1u : 0u, m.B);
            yard.Deliver(m);
        }
        Assert.Equal(.5 + (.02 * .5), yard.Resident(0).State.Trust, 5);
        Assert.Equal(.5 + (.01 * .5), yard.Resident(9).State.Trust, 5);
        Assert.Equal(.5, yard.Resident(10).State.Trust, 5);
    }

    private static void Chaired(Courtyard yard, uint occasion) => Deliberation.OnTaken(
        yard.Organization(Committee),
        yard.From(15, Kind.DutyTaken, Callout.Share(occasion, 0), 0, (uint)DutySort.Chair, 120), yard.Turn);

    private static HashSet<uint> Held(double perMonth, int months)
    {
        var yard = new Courtyard(levers: (Lever.Deliberation, perMonth));
        var held = new HashSet<uint>();
        for (int day = 0; day < 30 * months; day++)
        {
            yard.Now = new Day(day).Start;
            Deliberation.BeginDay(yard.Organization(Committee), yard.Turn);
            Message[] sent = yard.Sent;
            Assert.InRange(sent.Length, 0, 1);
            foreach (Message m in sent) Assert.True(held.Add(m.A));
        }
        return held;
    }
}
