using CsCheck;
using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Tests.Designs;

public class LatinHypercubeTests
{
    [Fact]
    public void One_point_lies_in_each_slice_of_each_coordinate() => Gen
        .Select(Gen.Int[1, 60], Gen.Int[1, 8], Gen.ULong).Sample((count, dimensions, seed) =>
        {
            double[][] points = LatinHypercube.Points(count, dimensions, seed);
            for (int d = 0; d < dimensions; d++)
                Assert.Equal(Enumerable.Range(0, count), points.Select(p => (int)(p[d] * count)).Order());
        }, iter: 200);

    [Fact]
    public void A_further_coordinate_moves_no_other()
    {
        double[][] two = LatinHypercube.Points(20, 2, 7), three = LatinHypercube.Points(20, 3, 7);

        Assert.Equal(two, three.Select(p => p[..2]));
    }
}
