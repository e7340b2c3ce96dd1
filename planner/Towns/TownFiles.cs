using System.Globalization;
using System.Text;
using System.Text.Json;
using Jinlin.Model.Engine;
using Jinlin.Model.World;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Towns;

/// <summary>
/// Writes a synthesized town in the format in which a town is imported: buildings.geojson, households.csv,
/// residents.csv and ties.csv, so that it can be edited by hand and run again.
/// </summary>
public static class TownFiles
{
    /// <summary>
    /// Where a synthetic town lies that lies nowhere: 0° north, 0° east, in the ocean, so that nobody takes it for a
    /// place.
    /// </summary>
    private static readonly LocalMap Nowhere = new(new Degrees(0, 0));

    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the four files and returns their paths. Consented people are not written out (law 8).</summary>
    /// <exception cref="InvalidOperationException">The town is consented.</exception>
    public static IReadOnlyList<string> Write(string folder, TownPlan plan, IReadOnlyList<Roster> rosters)
    {
        if (plan.Provenance == Provenance.Consented)
            throw new InvalidOperationException("Residents who consented to a study are not written out.");
        Directory.CreateDirectory(folder);
        string[] paths = [.. ((string[])["buildings.geojson", "households.csv", "residents.csv", "ties.csv"])
            .Select(name => Path.Combine(folder, name))];
        using (FileStream stream = File.Create(paths[0])) Buildings(stream, plan, rosters);
        Csv(paths[1], ["id", "building"], rosters.SelectMany(Households));
        Csv(paths[2], ["id", "household", "age", "sex", "frail", "disabled", "migrant", "clinician"],
            rosters.SelectMany(Residents));
        Csv(paths[3], ["from", "to", "strength"], rosters.SelectMany(r => Ties(r, rosters)));
        return paths;
    }

    private static void Csv(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new StreamWriter(path, append: false, Marked);
        writer.Write(EstateSheet.CsvOf([header]));
        foreach (IReadOnlyList<string> row in rows) writer.Write(EstateSheet.CsvOf([row]));
    }

    private static IEnumerable<IReadOnlyList<string>> Households(Roster roster) =>
        roster.Households.Select((h, i) => (IReadOnlyList<string>)[Id(roster, 'h', i), Id(roster, 'b', h.Building)]);

    private static IEnumerable<IReadOnlyList<string>> Residents(Roster roster) =>
        roster.Residents.Select((r, i) => (IReadOnlyList<string>)
        [
            Id(roster, 'p', i), Id(roster, 'h', r.Household), $"{r.Age}", r.Is(Trait.Woman) ? "F" : "M",
            Bit(r, Trait.Frail), Bit(r, Trait.Disabled), Bit(r, Trait.Migrant), Bit(r, Trait.Clinician),
        ]);

    /// <summary>Within the estate, then to those of other estates that are written too.</summary>
    private static IEnumerable<IReadOnlyList<string>> Ties(Roster roster, IReadOnlyList<Roster> all) =>
        roster.Ties.Select(t => Tie(Id(roster, 'p', t.From), Id(roster, 'p', t.To), t.Strength))
            .Concat(from t in roster.FarTies
                    let other = Home(all, t.To)
                    where other.SlotOf(t.To) >= 0
                    select Tie(Id(roster, 'p', t.From), Id(other, 'p', other.SlotOf(t.To)), t.Strength));

    /// <summary>The last roster that begins at or before an address, in the order of the estates.</summary>
    private static Roster Home(IReadOnlyList<Roster> all, ActorId who)
    {
        int low = 0, high = all.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (all[middle].First.Value <= who.Value) low = middle;
            else high = middle - 1;
        }
        return all[low];
    }

    private static IReadOnlyList<string> Tie(string from, string to, float strength) =>
        [from, to, strength.ToString("0.####", CultureInfo.InvariantCulture)];

    private static string Bit(ResidentTraits resident, Trait trait) => resident.Is(trait) ? "1" : "0";

    private static string Id(Roster roster, char kind, int index) => $"{kind}{roster.Neighborhood.Value}-{index}";

    private static void Buildings(Stream stream, TownPlan plan, IReadOnlyList<Roster> rosters)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions
        {
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("note", $"{Words.Disclaimer} 示意图: places are synthetic, the town lies nowhere on the earth.");
        if (plan.Attribution is { } attribution) json.WriteString("attribution", attribution);
        json.WriteStartArray("features");
        foreach (Roster roster in rosters)
        {
            for (int i = 0; i < roster.Buildings.Length; i++) Building(json, roster, i);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Building(Utf8JsonWriter json, Roster roster, int index)
    {
        ref readonly BuildingTraits building = ref roster.Buildings[index];
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("id", Id(roster, 'b', index));
        json.WriteNumber("floors", building.Floors);
        json.WriteNumber("lifts", building.Lifts);
        json.WriteString("estate", roster.Plan.Name);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "Polygon");
        json.WriteStartArray("coordinates");
        json.WriteStartArray();
        foreach ((double x, double y) in Outline(roster, index))
        {
            Degrees place = Nowhere.Place(x, y);
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(place.Longitude, 7));
            json.WriteNumberValue(Math.Round(place.Latitude, 7));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The outline as imported, else a block of 24 by 12 metres around the door.</summary>
    private static IReadOnlyList<(double X, double Y)> Outline(Roster roster, int index)
    {
        if (roster.Plan.Footprints is { } footprints) return footprints[index].Outline;
        BuildingTraits building = roster.Buildings[index];
        double x = roster.Plan.X + building.X, y = roster.Plan.Y + building.Y;
        return [(x - 12, y - 6), (x + 12, y - 6), (x + 12, y + 6), (x - 12, y + 6), (x - 12, y - 6)];
    }
}
