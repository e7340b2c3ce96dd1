using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class TownFitTests
{
    [Fact]
    public void Each_total_is_counted_and_compared()
    {
        TownFit fit = TownFit.Of([Rosters.Three("A", over60: 2)]);
        Assert.Equal(
        [
            new FitRow("A", FitTotal.Population, 3, 3), new FitRow("A", FitTotal.Households, 2, 2),
            new FitRow("A", FitTotal.Buildings, 2, 2), new FitRow("A", FitTotal.Over60, 2, 1),
            new FitRow("A", FitTotal.Over80Alone, 1, 1),
        ], fit.Estates);
        Assert.Equal([0, 0, 0, -1, 0], fit.Estates.Select(r => r.Off));
    }

    [Fact]
    public void A_sum_is_wanted_where_every_estate_wants_it()
    {
        TownFit fit = TownFit.Of([Rosters.Three("A"), Rosters.Three("B", over80Alone: null)]);
        Assert.Equal(new FitRow(null, FitTotal.Population, 6, 6), fit.Sums[0]);
        Assert.Equal(new FitRow(null, FitTotal.Over80Alone, null, 2), fit.Sums[4]);
    }
}
