using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class TownPlansTests
{
    /// <summary>The seventh census's totals, to the head.</summary>
    [Fact]
    public void All_Xiamen_adds_up()
    {
        TownPlan town = TownPlans.Xiamen();
        Assert.Equal(1_669, town.Estates.Count);
        Assert.Equal(5_163_970, town.Estates.Sum(e => e.Population));
        Assert.Equal(1_969_770, town.Estates.Sum(e => e.Households));
        Assert.Equal(493_579, town.Estates.Sum(e => e.Over60));
        Assert.Equal(572_923, town.Estates.Sum(e => e.Collective));
        Assert.Equal(6, town.Districts.Count);
        double[] published = [106.9, 100.5, 110.1, 89.8, 65.1, 62.6];
        for (int d = 0; d < 6; d++)
        {
            double share = town.Estates.Where(e => e.District == d).Sum(e => e.Households) / 1_969_770.0;
            Assert.InRange(share, (published[d] / published.Sum()) - .005, (published[d] / published.Sum()) + .005);
        }
    }

    [Fact]
    public void A_district_and_a_subdistrict_add_up()
    {
        TownPlan district = TownPlans.District(), subdistrict = TownPlans.Subdistrict();
        Assert.Equal((323, 1_000_000, 381_400, 110_900, 120_000), (
            district.Estates.Count, district.Estates.Sum(e => e.Population), district.Estates.Sum(e => e.Households),
            district.Estates.Sum(e => e.Collective), district.Estates.Sum(e => e.Over60)));
        Assert.Equal((20, 61_880, 26_000), (
            subdistrict.Estates.Count, subdistrict.Estates.Sum(e => e.Population),
            subdistrict.Estates.Sum(e => e.Households)));
    }

    [Fact]
    public void Every_estate_can_be_lived_in()
    {
        foreach (TownPlan town in new[]
        {
            TownPlans.Estate(), TownPlans.OldEstate(), TownPlans.Subdistrict(), TownPlans.District(),
            TownPlans.Xiamen(),
        })
        {
            Assert.All(town.Estates, e =>
            {
                Assert.InRange(e.Population, e.Households, 60_000);
                Assert.InRange(e.Over60, 0, e.Population - e.Collective);
                Assert.InRange(e.Buildings, 1, 500);
                Assert.InRange(e.Floors, 1, 60);
                Assert.InRange(e.District, 0, town.Districts.Count - 1);
            });
        }
        Assert.Equal(TownPlans.Xiamen().Estates, TownPlans.Xiamen().Estates);
    }
}
