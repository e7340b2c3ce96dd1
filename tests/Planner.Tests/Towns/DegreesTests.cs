using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class DegreesTests
{
    /// <summary>Sample points of the published transformations: WGS84, then GCJ-02.</summary>
    public static TheoryData<double, double, double, double> Published => new()
    {
        { 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597 },
        { 113.912316, 22.543847, 113.9171764808363, 22.540796131694766 },
        { 116.377817, 39.911954, 116.38404722455657, 39.91334545536069 },
        { 116.404, 39.915, 116.41024449916938, 39.91640428150164 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Gcj02_is_as_published_there_and_back(double east, double north, double gcjEast, double gcjNorth)
    {
        var wgs84 = new Degrees(east, north);
        var gcj02 = new Degrees(gcjEast, gcjNorth);
        Assert.InRange(Metres(wgs84.Wgs84ToGcj02(), gcj02), 0, .01);
        Assert.InRange(Metres(gcj02.ToWgs84(CoordinateSystem.Gcj02), wgs84), 0, .01);
    }

    [Fact]
    public void Bd09_is_as_published_there_and_back()
    {
        var gcj02 = new Degrees(116.404, 39.915);
        var bd09 = new Degrees(116.41036949371029, 39.92133699351021);
        Assert.InRange(Metres(gcj02.Gcj02ToBd09(), bd09), 0, .01);
        Assert.InRange(Metres(bd09.ToWgs84(CoordinateSystem.Bd09), gcj02.ToWgs84(CoordinateSystem.Gcj02)), 0, .01);
        // The usual approximate way back, which is a few metres off.
        var approximate = new Degrees(116.39762729119315, 39.90865673957631);
        Assert.InRange(Metres(new Degrees(116.404, 39.915).ToWgs84(CoordinateSystem.Bd09),
            approximate.ToWgs84(CoordinateSystem.Gcj02)), 0, 5);
    }

    [Fact]
    public void Wgs84_and_Cgcs2000_stay_and_so_does_what_lies_abroad()
    {
        var place = new Degrees(118.1, 24.6);
        Assert.Equal(place, place.ToWgs84(CoordinateSystem.Wgs84));
        Assert.Equal(place, place.ToWgs84(CoordinateSystem.Cgcs2000));
        var abroad = new Degrees(-84.5, 14.2);
        Assert.Equal(abroad, abroad.Wgs84ToGcj02());
    }

    [Fact]
    public void The_way_back_is_exact_all_over_the_country()
    {
        for (double east = 75; east <= 134; east += 7.3)
        {
            for (double north = 19; north <= 53; north += 4.1)
            {
                var place = new Degrees(east, north);
                Degrees gcj02 = place.Wgs84ToGcj02();
                Assert.InRange(Metres(gcj02.ToWgs84(CoordinateSystem.Gcj02), place), 0, .001);
                Assert.InRange(Metres(gcj02.Gcj02ToBd09().ToWgs84(CoordinateSystem.Bd09), place), 0, .001);
            }
        }
    }

    internal static double Metres(Degrees a, Degrees b)
    {
        double x = (a.Longitude - b.Longitude) * 111_320 * Math.Cos(a.Latitude * Math.PI / 180);
        double y = (a.Latitude - b.Latitude) * 110_900;
        return Math.Sqrt((x * x) + (y * y));
    }
}
