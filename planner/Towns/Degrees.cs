namespace Jinlin.Planner.Towns;

/// <summary>
/// A place in degrees, and its way between coordinate systems. GCJ-02 and BD-09 are defined by the published forward
/// formulas only; the way back solves them by fixed-point steps, to well under a centimetre.
/// </summary>
public readonly record struct Degrees(double Longitude, double Latitude)
{
    /// <summary>Semi-major axis in metres and squared eccentricity of the ellipsoid in GCJ-02's formula.</summary>
    private const double Axis = 6_378_245, Eccentricity = 0.00669342162296594323;

    /// <summary>The names by which a scenario declares a system.</summary>
    public static readonly IReadOnlyDictionary<string, CoordinateSystem> Names =
        new Dictionary<string, CoordinateSystem>(StringComparer.OrdinalIgnoreCase)
        {
            ["WGS84"] = CoordinateSystem.Wgs84,
            ["CGCS2000"] = CoordinateSystem.Cgcs2000,
            ["GCJ-02"] = CoordinateSystem.Gcj02,
            ["BD-09"] = CoordinateSystem.Bd09,
        };

    /// <summary>The rectangle outside which GCJ-02 is WGS84.</summary>
    public bool InChina => Longitude is >= 72.004 and <= 137.8347 && Latitude is >= .8293 and <= 55.8271;

    /// <summary>This place, given in a system, in WGS84.</summary>
    public Degrees ToWgs84(CoordinateSystem from) => from switch
    {
        CoordinateSystem.Gcj02 => Invert(static d => d.Wgs84ToGcj02()),
        CoordinateSystem.Bd09 => Invert(static d => d.Wgs84ToGcj02().Gcj02ToBd09()),
        _ => this,
    };

    public Degrees Wgs84ToGcj02()
    {
        if (!InChina) return this;
        double x = Longitude - 105, y = Latitude - 35;
        double radians = Latitude / 180 * Math.PI, sine = Math.Sin(radians), magic = 1 - (Eccentricity * sine * sine);
        double root = Math.Sqrt(magic);
        double north = NorthShift(x, y) * 180 / (Axis * (1 - Eccentricity) / (magic * root) * Math.PI);
        double east = EastShift(x, y) * 180 / (Axis / root * Math.Cos(radians) * Math.PI);
        return new Degrees(Longitude + east, Latitude + north);
    }

    public Degrees Gcj02ToBd09()
    {
        const double Wave = Math.PI * 3000 / 180;
        double radius = Math.Sqrt((Longitude * Longitude) + (Latitude * Latitude))
            + (.00002 * Math.Sin(Latitude * Wave));
        double angle = Math.Atan2(Latitude, Longitude) + (.000003 * Math.Cos(Longitude * Wave));
        return new Degrees((radius * Math.Cos(angle)) + .0065, (radius * Math.Sin(angle)) + .006);
    }

    private Degrees Invert(Func<Degrees, Degrees> forward)
    {
        Degrees guess = this;
        // The shift changes by less than a hundredth over its own length: each step gains two digits.
        for (int i = 0; i < 12; i++)
        {
            Degrees there = forward(guess);
            guess = new Degrees(guess.Longitude + Longitude - there.Longitude,
                guess.Latitude + Latitude - there.Latitude);
        }
        return guess;
    }

    private static double NorthShift(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (.2 * y * y) + (.1 * x * y) + (.2 * Math.Sqrt(Math.Abs(x)))
        + (((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) * 2 / 3)
        + (((20 * Math.Sin(y * Math.PI)) + (40 * Math.Sin(y / 3 * Math.PI))) * 2 / 3)
        + (((160 * Math.Sin(y / 12 * Math.PI)) + (320 * Math.Sin(y * Math.PI / 30))) * 2 / 3);

    private static double EastShift(double x, double y) =>
        300 + x + (2 * y) + (.1 * x * x) + (.1 * x * y) + (.1 * Math.Sqrt(Math.Abs(x)))
        + (((20 * Math.Sin(6 * x * Math.PI)) + (20 * Math.Sin(2 * x * Math.PI))) * 2 / 3)
        + (((20 * Math.Sin(x * Math.PI)) + (40 * Math.Sin(x / 3 * Math.PI))) * 2 / 3)
        + (((150 * Math.Sin(x / 12 * Math.PI)) + (300 * Math.Sin(x / 30 * Math.PI))) * 2 / 3);
}
