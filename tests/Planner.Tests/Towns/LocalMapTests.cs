using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class LocalMapTests
{
    [Fact]
    public void A_degree_has_the_ellipsoids_length()
    {
        // At 45° a degree of latitude is 111,131.8 m and one of longitude 78,846.8 m on the WGS84 ellipsoid.
        var map = new LocalMap(new Degrees(10, 45));
        (double x, double y) = map.Metres(new Degrees(11, 46));
        Assert.InRange(x, 78_846, 78_848);
        Assert.InRange(y, 111_131, 111_133);
    }

    [Fact]
    public void A_place_comes_back()
    {
        var map = new LocalMap(new Degrees(118.1, 24.6));
        Assert.Equal((123.4, -56.7), map.Metres(map.Place(123.4, -56.7)));
    }
}
