namespace Jinlin.Planner.Towns;

/// <summary>
/// A plane in metres that touches the earth at the town: x to the east, y to the north. Over a town of 20 km the error
/// stays under a few metres. Places are rounded to a decimetre, so that the last bit of a machine's sine is no input.
/// </summary>
public sealed class LocalMap(Degrees origin)
{
    private const double Axis = 6_378_137, Eccentricity = 0.00669437999014;

    private readonly double metresEast = Scale(origin).East;
    private readonly double metresNorth = Scale(origin).North;

    public Degrees Origin => origin;

    public (double X, double Y) Metres(Degrees place) =>
        (Decimetre((place.Longitude - origin.Longitude) * metresEast),
            Decimetre((place.Latitude - origin.Latitude) * metresNorth));

    public Degrees Place(double x, double y) =>
        new(origin.Longitude + (x / metresEast), origin.Latitude + (y / metresNorth));

    private static double Decimetre(double metres) => Math.Round(metres * 10) / 10;

    /// <summary>Metres of a degree eastward and northward, by the ellipsoid's two radii of curvature.</summary>
    private static (double East, double North) Scale(Degrees origin)
    {
        double radians = origin.Latitude * Math.PI / 180, sine = Math.Sin(radians);
        double w = 1 - (Eccentricity * sine * sine);
        double east = Axis / Math.Sqrt(w) * Math.Cos(radians), north = Axis * (1 - Eccentricity) / (w * Math.Sqrt(w));
        return (east * Math.PI / 180, north * Math.PI / 180);
    }
}
