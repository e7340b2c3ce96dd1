using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Tests.World;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class MeetingsTests
{
    [Fact]
    public void A_slot_proposes_to_one_of_the_building_but_not_of_the_household()
    {
        var yard = new Courtyard(parameters: new Parameters { MeetStranger = 1 });
        for (uint day = 0; day < 200; day++)
        {
            Resident me = yard.Resident(4);
            me.State.BusyUntil = new Minute(0);
            Meetings.OnMeetingSlot(me, yard.From(4, Kind.MeetingSlot, day), yard.Turn);
            Message meet = Assert.Single(yard.Sent);
            Assert.InRange(meet.Receiver, 0, Courtyard.PerBuilding - 1);
            Assert.NotEqual(2, meet.Receiver / 2);
        }
    }

    [Fact]
    public void Who_is_free_talks_and_both_ends_keep_a_tie()
    {
        var yard = new Courtyard();
        Meetings.OnMeet(yard.Resident(1), yard.From(4, Kind.Meet, 0), yard.Turn);
        yard.Deliver(Assert.Single(yard.Sent));
        Assert.Equal(.05, yard.Resident(1).Ties.Strength(4, yard.Now.Day), 3);
        Assert.Equal(.05, yard.Resident(4).Ties.Strength(1, yard.Now.Day), 3);
        Assert.False(yard.Resident(4).IsFree(yard.Now));
        Meetings.OnMeet(yard.Resident(4), yard.From(2, Kind.Meet, 0), yard.Turn);
        Assert.Empty(yard.Sent);
    }

    /// <summary>Strangers one time in twenty, friends always: ε + (1 − ε)s per candidate.</summary>
    [Fact]
    public void Friends_meet_more_often_than_strangers()
    {
        int Proposals(double tie)
        {
            var yard = new Courtyard(20);
            for (int other = 2; other < 20; other++) yard.Tie(0, other, tie);
            int n = 0;
            for (uint slot = 0; slot < 500; slot++)
            {
                Resident me = yard.Resident(0);
                me.State.BusyUntil = new Minute(0);
                Meetings.OnMeetingSlot(me, yard.From(0, Kind.MeetingSlot, slot), yard.Turn);
                n += yard.Sent.Length;
            }
            return n;
        }

        // Sixteen candidates, nine tenths of them neither oneself nor of the household.
        double strangers = 1 - Math.Pow(1 - (.9 * .05), 16);
        Assert.InRange(Proposals(0) / 500.0, strangers - .09, strangers + .09);
        Assert.True(Proposals(.8) > 495);
    }

    /// <summary>Synthesis starts ties near where meetings leave them: 60 days change their sum little.</summary>
    [Fact]
    public void Ties_stay_near_where_synthesis_starts_them()
    {
        using Town town = Villages.Open(Villages.Scene("none", TownPlans.Estate()));
        var estate = (EstatePopulation)town.Neighborhoods[0].Population;
        double start = estate.ReadTies(new Day(0), 1).Sum(t => t.Strength);
        town.Advance(new Day(60).Start);
        Assert.InRange(estate.ReadTies(new Day(60), 1).Sum(t => t.Strength) / start, .85, 1.2);
    }
}
