using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Tests.World;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class CanteenReachTests
{
    private const ulong Seed = 3;

    /// <summary>From each door to the nearest of three open canteens in each of two estates, within 1,000 m.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_building_has_the_nearest_open_canteen_of_the_circle(int perEstate)
    {
        Scenario scenario = Villages.Scene("none", Villages.Of(3, 450)) with
        {
            Policies =
            [
                new PolicyPlan("canteens", [new PolicyStep
                {
                    Set = new Dictionary<Lever, double> { [Lever.Canteens] = perEstate },
                    Place = new Place.Estates([new NeighborhoodId(1), new NeighborhoodId(2)]),
                }]),
            ],
        };
        var model = new NearNeighborModel(scenario, Seed);
        Roster[] rosters = [.. Enumerable.Range(0, 3).Select(e => model.RosterOf(new NeighborhoodId(e)))];
        var setting = new Setting(
            scenario, rosters[0], new ActorId(10_000), new HubPlan(scenario.Town), new PolicySchedule(scenario, Seed));
        setting.BeginDay(new Day(0), 0);
        var chance = new Chance(Seed);
        int found = 0;
        for (int b = 0; b < rosters[0].Buildings.Length; b++)
        {
            (ActorId counter, double metres) = (
                from e in Enumerable.Range(1, 2)
                from c in Enumerable.Range(0, perEstate)
                let there = rosters[e].Buildings[Canteen.BuildingOf(rosters[e], c, chance)]
                let here = rosters[0].Buildings[b]
                let way = 20 + Math.Abs(rosters[e].Plan.X + there.X - here.X) + Math.Abs(there.Y - here.Y)
                orderby way
                select ((ActorId)rosters[e].Organization(Canteen.SlotAt(c)), way)).First();
            FarCanteen? nearest = setting.FarCanteens[b];
            Assert.Equal(metres <= 1000, nearest is not null);
            if (nearest is not { } far) continue;
            found++;
            Assert.Equal(counter, far.Canteen);
            Assert.Equal(metres, far.Metres, 2);
        }
        Assert.True(found > 0);
    }

    [Fact]
    public void Beyond_the_circle_there_is_none()
    {
        Scenario scenario = Villages.Scene("all", Villages.Of(2, 1500), new Place.Estates([new NeighborhoodId(1)]));
        var model = new NearNeighborModel(scenario, Seed);
        var setting = new Setting(
            scenario, model.RosterOf(new NeighborhoodId(0)), new ActorId(10_000), new HubPlan(scenario.Town),
            new PolicySchedule(scenario, Seed));
        setting.BeginDay(new Day(0), 0);
        foreach (FarCanteen? far in setting.FarCanteens) Assert.Null(far);
    }
}
