using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Tests.World;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Engine;

/// <summary>Where an actor lives changes no digest: none, some or all of them elsewhere.</summary>
public class StageTests
{
    [Theory]
    [InlineData(.1)]
    [InlineData(1)]
    public void The_digest_does_not_depend_on_where_actors_live(double share)
    {
        var model = new Bazaar(7, 4, 30);
        using var home = new Town(model, 1);
        using var away = new Town(model, 2);
        StagedActors.Detach(away, model, share);
        for (int day = 1; day <= 8; day++)
        {
            home.Advance(new Day(day).Start);
            away.Advance(new Day(day).Start);
            Assert.Equal(home.Digest(), away.Digest());
        }
        Assert.True(away.Neighborhoods.Sum(n => n.RemoteCalls) > 100);
        Assert.Equal(home.Delivered, away.Delivered);
    }

    [Fact]
    public void Cuts_snapshots_and_the_way_home_change_nothing_either() => Gen.Int[1, 96 * 4].Array[1, 5]
        .Sample(cuts =>
        {
            var model = new Bazaar(3, 3, 20);
            using var home = new Town(model, 1);
            home.Advance(new Day(5).Start);
            using var away = new Town(model, 1);
            StagedActors.Detach(away, model, .5);
            bool detached = true;
            foreach (int cut in cuts.Order())
            {
                away.Advance(new Minute(cut * Minute.QuarterHour));
                byte[] saved = away.Save();
                away.Load(saved);
                Neighborhood some = away.Neighborhoods[cut % 3];
                if (detached) some.Detach(some.First, null);
                detached = !detached;
            }
            away.Advance(new Day(5).Start);
            Assert.Equal(home.Digest(), away.Digest());
        }, iter: 30);

    [Theory]
    [InlineData("all", .1)]
    [InlineData("all", 1)]
    [InlineData("none", 1)]
    public void Estates_of_the_near_neighbor_model_may_live_elsewhere(string policy, double share)
    {
        Scenario scenario = Villages.Scene(policy);
        var model = new NearNeighborModel(scenario, 7);
        using var home = new Town(model, 1) { VerifyInvariants = true };
        using var away = new Town(new NearNeighborModel(scenario, 7), 2) { VerifyInvariants = true };
        StagedActors.Detach(away, model, share, n => n.Population is EstatePopulation);
        for (int day = 10; day <= 30; day += 10)
        {
            home.Advance(new Day(day).Start);
            away.Advance(new Day(day).Start);
            Assert.Equal(home.Digest(), away.Digest());
        }
    }

    [Fact]
    public void Only_actors_of_estates_may_live_elsewhere()
    {
        var model = new NearNeighborModel(Villages.Scene("none"), 7);
        using var town = new Town(model, 1);
        Neighborhood city = town.Neighborhoods.Single(n => n.AnswersCalls);
        NotSupportedException refused = Assert.Throws<NotSupportedException>(
            () => city.Detach(city.First, new StagedActors(model)));
        Assert.Contains("cannot live elsewhere", refused.Message);
    }
}
