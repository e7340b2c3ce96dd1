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
    public void Totals_are_the_published_ones(string name, int estates, int population, double over60)
    {
        TownPlan town = PresetTown.Find(name)!;
        Assert.Equal(estates, town.Estates.Count);
        Assert.Equal(population, town.Estates.Sum(e => e.Population));
        Assert.Equal(over60, town.Estates.Sum(e => e.Over60) / (double)population, 0.002);
        Assert.Equal(estates, town.Estates.Select(e => e.Name).Distinct().Count());
    }

    [Fact]
    public void Xiamen_has_its_districts_shares_and_its_collective_households()
    {
        TownPlan town = PresetTown.Find("xiamen")!;
        Assert.Equal(6, town.Districts.Count);
        double people = town.Estates.Where(e => town.Districts[e.District] == "Siming").Sum(e => e.Population);
        Assert.Equal(106.9 / 535.0, people / 5_163_970, 0.01);
        Assert.Equal(572_923, town.Estates.Sum(e => e.Collective), 2_000.0);
        Assert.All(town.Estates, e => Assert.InRange(e.Households, 200, 4_700));
        Assert.Equal(1_969_770, town.Estates.Sum(e => e.Households), 5_000.0);
    }
}
