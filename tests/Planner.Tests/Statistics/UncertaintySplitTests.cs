using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class UncertaintySplitTests
{
    /// <summary>
    /// Snedecor and Cochran, "Statistical Methods", calcium in turnip greens: four leaves, four determinations each;
    /// mean squares .2961 and .0066, so .0724 between leaves.
    /// </summary>
    [Fact]
    public void The_turnip_leaves()
    {
        UncertaintySplit split = UncertaintySplit.OfDraws(
        [
            [3.28, 3.09, 3.03, 3.03], [3.52, 3.48, 3.38, 3.38], [2.88, 2.80, 2.81, 2.76], [3.34, 3.38, 3.23, 3.26],
        ])!.Value;
        Assert.Equal(.0066, split.Within, 4);
        Assert.Equal(.0724, split.Between, 4);
        Assert.Equal(.916, split.AssumptionShare, 3);
    }

    [Fact]
    public void Draws_may_differ_in_their_seeds()
    {
        UncertaintySplit split = UncertaintySplit.OfDraws([[1, 3], [6], [4, 5, 6]])!.Value;
        // Within: (2 + 0 + 2)/3. Between: mean square (2·(13/6)² + (11/6)² + 3·(5/6)²)/2 over (6 − 14/6)/2 seeds.
        Assert.Equal(4.0 / 3, split.Within, 12);
        Assert.Equal((((2 * 169) + 121 + (3 * 25)) / 72.0 - (4.0 / 3)) / ((6 - (14.0 / 6)) / 2), split.Between, 12);
    }

    [Fact]
    public void One_seed_per_draw_cannot_be_split_alone()
    {
        Assert.Null(UncertaintySplit.OfDraws([[1], [2], [3]]));
        Assert.Null(UncertaintySplit.OfDraws([[1, 2, 3]]));
    }

    [Fact]
    public void With_one_seed_per_draw_the_chance_half_says_what_seeds_do()
    {
        double[] seeds = Draws(1, 2000), others = Draws(2, 2000), assumptions = Draws(3, 2000);
        UncertaintySplit split = UncertaintySplit.Of(
            Of(seeds), Of([.. others.Select((v, i) => v + (2 * assumptions[i]))]))!.Value;
        Assert.Equal(1, split.Within, .1);
        Assert.Equal(4, split.Between, .4);
        Assert.Equal(0, UncertaintySplit.Of(Of([1, 9, 5]), Of([4, 5, 6]))!.Value.Between);
        Assert.Equal(0, UncertaintySplit.Of(Of([1, 1]), Of([1, 1]))!.Value.AssumptionShare);
        Assert.Null(UncertaintySplit.Of(Of([1]), Of([1, 2])));
    }

    private static PairedDifference Of(double[] differences) =>
        PairedDifference.Of(new double[differences.Length], differences, Direction.HigherIsBetter);

    private static double[] Draws(uint stream, int count) =>
    [
        .. Enumerable.Range(0, count)
            .Select(i => PortableMath.NormalInverse(new Chance(3).Uniform(stream, 0, 1, (uint)i))),
    ];
}
