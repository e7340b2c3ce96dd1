namespace Jinlin.Model.World;

/// <summary>Buildings from household order: rosters, storeys, lifts, and places that are synthetic (示意).</summary>
internal static class Buildings
{
    /// <summary>From this many storeys on a building has a lift; one more for every 60 households.</summary>
    private const int LiftFrom = 7;

    private const double Spacing = 55;

    public static BuildingTraits[] Build(EstatePlan plan, HouseholdTraits[] households, SynthesisDraw draw)
    {
        var buildings = new BuildingTraits[plan.Buildings];
        int h = 0;
        for (int b = 0; b < buildings.Length; b++)
        {
            int firstHousehold = h;
            int firstResident = h < households.Length ? households[h].FirstResident : plan.Population;
            int people = 0;
            for (; h < households.Length && households[h].Building == b; h++) people += households[h].Count;
            int count = h - firstHousehold;
            Footprint? footprint = plan.Footprints is { } f && b < f.Count ? f[b] : null;
            int drawn = plan.Floors + (int)(draw.OfEstate(Purpose.Floors, (uint)b) * 5) - 2;
            int floors = footprint?.Floors ?? Math.Max(2, drawn);
            int lifts = footprint?.Lifts ?? (floors < LiftFrom ? 0 : 1 + (count / 60));
            (double x, double y) = PlaceOf(plan, b, draw);
            buildings[b] = new BuildingTraits(
                firstResident, people, firstHousehold, count, floors, lifts, (float)x, (float)y);
        }
        return buildings;
    }

    /// <summary>Where a building stands, metres from the estate's centre.</summary>
    public static (double X, double Y) PlaceOf(EstatePlan plan, int building, SynthesisDraw draw)
    {
        if (plan.Footprints is { } f && building < f.Count) return Centre(f[building], plan);
        int columns = (int)Math.Ceiling(Math.Sqrt(plan.Buildings));
        return (Grid(building % columns, columns, draw.OfEstate(Purpose.Place, 2 * (uint)building)),
            Grid(building / columns, columns, draw.OfEstate(Purpose.Place, (2 * (uint)building) + 1)));
    }

    /// <summary>A place on a loose grid about the estate's centre, metres.</summary>
    private static double Grid(int place, int places, double u) =>
        (Spacing * (place - ((places - 1) / 2.0))) + (10 * u);

    private static (double X, double Y) Centre(Footprint footprint, EstatePlan plan)
    {
        double x = 0, y = 0;
        foreach ((double px, double py) in footprint.Outline)
        {
            x += px;
            y += py;
        }
        return ((x / footprint.Outline.Count) - plan.X, (y / footprint.Outline.Count) - plan.Y);
    }
}
