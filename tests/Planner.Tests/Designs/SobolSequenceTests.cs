using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Tests.Designs;

public class SobolSequenceTests
{
    /// <summary>The first ten points in three dimensions that Joe and Kuo print beside their program (2008).</summary>
    [Fact]
    public void The_published_points()
    {
        double[][] points = SobolSequence.Points(10, 3);

        double[][] published =
        [
            [0, 0, 0], [.5, .5, .5], [.75, .25, .25], [.25, .75, .75], [.375, .375, .625], [.875, .875, .125],
            [.625, .125, .875], [.125, .625, .375], [.1875, .3125, .9375], [.6875, .8125, .4375],
        ];
        Assert.Equal(published, points);
    }

    [Fact]
    public void Every_coordinate_has_one_point_in_each_slice()
    {
        double[][] points = SobolSequence.Points(256, SobolSequence.MostDimensions);

        for (int d = 0; d < SobolSequence.MostDimensions; d++)
            Assert.Equal(256, points.Select(p => (int)(p[d] * 256)).Distinct().Count());
    }
}
