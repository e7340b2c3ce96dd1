using CsCheck;
using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Tests.Designs;

public class MorrisTrajectoriesTests
{
    [Fact]
    public void A_trajectory_moves_each_coordinate_once_by_a_step_on_the_grid() => Gen
        .Select(Gen.Int[1, 12], Gen.Int[1, 4].Select(h => 2 * h), Gen.ULong).Sample((dimensions, levels, seed) =>
        {
            double[][] points = MorrisTrajectories.Points(3, dimensions, seed, levels);
            double step = MorrisTrajectories.Step(levels);
            Assert.Equal(3 * (dimensions + 1), points.Length);
            foreach (double[][] walk in points.Chunk(dimensions + 1))
            {
                var moved = new List<int>();
                for (int i = 1; i < walk.Length; i++)
                {
                    int d = Assert.Single(Enumerable.Range(0, dimensions), d => walk[i][d] != walk[i - 1][d]);
                    Assert.Equal(step, Math.Abs(walk[i][d] - walk[i - 1][d]), 12);
                    moved.Add(d);
                }
                Assert.Equal(Enumerable.Range(0, dimensions), moved.Order());
            }
            foreach (double x in points.SelectMany(p => p))
            {
                double level = x * (levels - 1);
                Assert.Equal(Math.Round(level), level, 9);
                Assert.InRange(x, -1e-12, 1 + 1e-12);
            }
        }, iter: 100);

    [Fact]
    public void All_levels_are_equally_likely()
    {
        double[][] points = MorrisTrajectories.Points(2_000, 5, 11);

        foreach (IGrouping<int, double> level in points.SelectMany(p => p).GroupBy(x => (int)Math.Round(x * 3)))
            Assert.InRange(level.Count() / 60_000.0, .24, .26);
    }
}
