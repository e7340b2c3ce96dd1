using Jinlin.Planner.Designs;
using Jinlin.Planner.Sensitivity;

namespace Jinlin.Planner.Tests.Sensitivity;

public class MorrisEffectTests
{
    /// <summary>Saltelli et al. 2008, Global Sensitivity Analysis, exercise 4 of chapter 3 (p. 138).</summary>
    [Fact]
    public void The_published_example()
    {
        const double One = 1.0 / 3, Two = 2.0 / 3;
        double[][] points =
        [
            [0, One], [0, 1], [Two, 1], [0, One], [Two, One], [Two, 1], [Two, 0], [Two, Two], [0, Two],
            [One, 1], [1, 1], [1, One], [One, 1], [One, One], [1, One], [One, Two], [One, 0], [1, 0],
        ];
        double[] outcomes =
        [
            .97, .71, 2.39, .97, 2.30, 2.39, 1.87, 2.40, .87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0,
        ];

        IReadOnlyList<MorrisEffect> effects = MorrisEffect.Of(points, outcomes);

        // The book works with the outcomes before they were rounded to what it prints.
        Assert.Equal([.66, .21], effects.Select(e => e.Mean), Within(.011));
        Assert.Equal([1.62, .35], effects.Select(e => e.MeanAbsolute), Within(.006));
        Assert.Equal([1.79, .41], effects.Select(e => e.Deviation), Within(.006));
        Assert.All(effects, e => Assert.True(e.Interval.Contains(e.MeanAbsolute)));
    }

    [Fact]
    public void A_straight_line_has_its_slopes_and_no_spread()
    {
        double[][] points = MorrisTrajectories.Points(6, 3, 4);

        IReadOnlyList<MorrisEffect> effects =
            MorrisEffect.Of(points, [.. points.Select(p => (3 * p[0]) - (2 * p[1]))]);

        Assert.Equal([3.0, -2, 0], effects.Select(e => e.Mean), Within(1e-9));
        Assert.Equal([3.0, 2, 0], effects.Select(e => e.MeanAbsolute), Within(1e-9));
        Assert.All(effects, e => Assert.Equal(0, e.Deviation, 9));
    }

    [Fact]
    public void A_constant_outcome_has_effects_of_zero()
    {
        double[][] points = MorrisTrajectories.Points(4, 2, 4);

        Assert.All(MorrisEffect.Of(points, [.. points.Select(_ => 5.0)]), e =>
        {
            Assert.Equal(0, e.MeanAbsolute);
            Assert.Equal(new(0, 0), e.Interval);
        });
    }

    private static Func<double, double, bool> Within(double room) => (a, b) => Math.Abs(a - b) <= room;
}
