using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class FarFriendsTests
{
    /// <summary>Imported ties between estates are the only ones there are, and asks travel along them by mail.</summary>
    [Fact]
    public void Imported_ties_between_estates_carry_mail()
    {
        TownPlan three = Villages.Of(3);
        EstatePlan[] plans = [.. three.Estates.Select(e => e with { Ties = [], FarTies = [] })];
        plans[0] = plans[0] with
        {
            FarTies = [.. Enumerable.Range(0, Villages.People).Select(i => new ImportedFarTie(i, 1, i, .5f))],
        };
        Scenario scenario = Villages.Scene("none", three with { Estates = plans });
        using Town town = Villages.Open(scenario);
        var model = new NearNeighborModel(scenario, 7);
        Roster[] rosters = [.. Enumerable.Range(0, 3).Select(e => model.RosterOf(new NeighborhoodId(e)))];
        Assert.Equal([Villages.People, 0, 0], rosters.Select(r => r.FarTies.Length));
        Assert.All(rosters[0].FarTies, t => Assert.Equal(t.From, rosters[1].SlotOf(t.To)));
        town.Advance(new Day(60).Start);
        long[] evenings = [.. town.Neighborhoods.Take(3).Select(n => n.SentByKind[(int)Kind.VisitFriend])];
        Assert.True(evenings[1] > 0, "no friend went to see who asked");
        Assert.Equal((0, 0), (evenings[0], evenings[2]));
    }

    [Fact]
    public void Without_a_table_some_have_a_friend_across_town()
    {
        var model = new NearNeighborModel(Villages.Scene("none"), 7);
        Assert.InRange(model.RosterOf(new NeighborhoodId(0)).FarTies.Length, 60, 120);
    }
}
