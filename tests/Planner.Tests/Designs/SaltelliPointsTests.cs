using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Tests.Designs;

public class SaltelliPointsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_point_between_takes_one_coordinate_from_the_other_set(bool secondOrder)
    {
        double[][] points = SaltelliPoints.Points(8, 3, secondOrder);

        int row = SaltelliPoints.PerSample(3, secondOrder);
        Assert.Equal(8 * row, points.Length);
        foreach (double[][] sample in points.Chunk(row))
        {
            double[] a = sample[0], b = sample[^1];
            for (int d = 0; d < 3; d++)
            {
                Assert.Equal([.. a.Select((x, i) => i == d ? b[i] : x)], sample[1 + d]);
                if (secondOrder) Assert.Equal([.. b.Select((x, i) => i == d ? a[i] : x)], sample[4 + d]);
            }
        }
    }
}
