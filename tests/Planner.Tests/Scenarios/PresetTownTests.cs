using Jinlin.Model.World;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Scenarios;

public class PresetTownTests
{
    [Theory]
    [InlineData("estate", 1, 1_400, .12)]
    [InlineData("old-estate", 1, 1_400, .30)]
    [InlineData("subdistrict", 20, 61_880, .12)]
    [InlineData("district", 323, 1_000_000, .12)]
    [InlineData("xiamen", 1_669, 5_163_970, .12)]
    public void A_name_is_the_town_of_its_size(string name, int estates, int population, double over60)
    {
        TownPlan town = PresetTown.Find(name)!;
        Assert.Equal(estates, town.Estates.Count);
        Assert.Equal(population, town.Estates.Sum(e => e.Population));
        Assert.Equal(over60, town.Estates.Sum(e => e.Over60) / (double)population, 0.03);
        Assert.Equal(estates, town.Estates.Select(e => e.Name).Distinct().Count());
    }
}
