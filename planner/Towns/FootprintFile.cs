using System.Text;
using System.Text.Json;
using Jinlin.Planner.Input;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Valid;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>One building of a map, in the file's degrees.</summary>
/// <param name="Number">Number of the feature, from 1.</param>
/// <param name="Line">Line at which the feature begins.</param>
/// <param name="Id">The file's own id.</param>
/// <param name="Estate">Name of the estate; null: the whole town is one.</param>
/// <param name="Outline">Outer ring, closed; of several parts the largest.</param>
public sealed record MapBuilding(
    int Number, int Line, string Id, string? Estate, int Floors, int Lifts, IReadOnlyList<Degrees> Outline);

/// <summary>Reads footprints from GeoJSON: a collection of polygons with id, floors, lifts and estate.</summary>
public sealed class FootprintFile
{
    /// <summary>What OpenStreetMap's licence asks to be said.</summary>
    public const string OpenStreetMap = "© OpenStreetMap contributors";

    private static readonly JsonSerializerOptions Options = new()
    {
        MaxDepth = ImportLimits.Depth,
        Converters = { new GeoJsonConverterFactory() },
    };

    private readonly string path;
    private readonly CoordinateSystem declared;
    private readonly List<MapBuilding> buildings = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private int vertices;

    private FootprintFile(string path, CoordinateSystem declared)
    {
        this.path = path;
        this.declared = declared;
    }

    public IReadOnlyList<MapBuilding> Buildings => buildings;

    /// <summary>What the file itself says about its source, or null.</summary>
    public string? Attribution { get; private set; }

    /// <param name="path">A GeoJSON file.</param>
    /// <param name="declared">The system that its degrees are in, as the scenario says.</param>
    /// <exception cref="InputException">The first thing wrong with the file.</exception>
    public static FootprintFile Read(string path, CoordinateSystem declared)
    {
        var file = new FootprintFile(path, declared);
        byte[] bytes = Encoding.UTF8.GetBytes(SourceFile.Text(path));
        try
        {
            file.Collection(bytes);
        }
        catch (JsonException e)
        {
            throw SourceFile.Error(path, (int)(e.LineNumber ?? -1) + 1, "what is no GeoJSON",
                $"a GeoJSON feature collection nested at most {ImportLimits.Depth} deep");
        }
        if (file.buildings.Count == 0) throw SourceFile.Error(path, 0, "no feature",
            Say("a polygon for each building",
                "每栋楼一个多边形"));
        return file;
    }

    private void Collection(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ImportLimits.Depth });
        string? type = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw SourceFile.Error(path, 1, $"{reader.TokenType}", "a GeoJSON feature collection");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            int line = LineAt(bytes, reader.TokenStartIndex);
            if (name == "features" && reader.TokenType == JsonTokenType.StartArray)
            {
                Features(bytes, ref reader);
                continue;
            }
            using JsonDocument value = JsonDocument.ParseValue(ref reader);
            if (name == "type") type = Text(value.RootElement);
            if (name == "crs") CheckSystem(value.RootElement, line);
            if (name is "attribution" or "copyright" or "generator") Attribute(name, Text(value.RootElement));
        }
        // Whatever follows the object is an error too, and reading on finds it.
        while (reader.Read()) { }
        if (type != "FeatureCollection")
            throw SourceFile.Error(path, 1, $"type {Table.Quote(type ?? "")}", "type \"FeatureCollection\"");
    }

    private void Features(byte[] bytes, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            int line = LineAt(bytes, reader.TokenStartIndex), number = buildings.Count + 1;
            if (number > ImportLimits.Features)
                throw Error(line, number, "one more", $"at most {ImportLimits.Features} features");
            using JsonDocument feature = JsonDocument.ParseValue(ref reader);
            buildings.Add(Building(feature.RootElement, line, number));
        }
    }

    private MapBuilding Building(JsonElement feature, int line, int number)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out JsonElement geometry)
            || geometry.ValueKind != JsonValueKind.Object)
            throw Error(line, number, $"{feature.ValueKind} without a geometry",
                Say("a feature with a polygon",
                    "含多边形的要素"));
        JsonElement? properties = feature.TryGetProperty("properties", out JsonElement p)
            && p.ValueKind == JsonValueKind.Object ? p : null;
        if (properties is { } given) RefusePersonal(given, line, number);
        string id = Property(properties, "id") ?? (feature.TryGetProperty("id", out JsonElement own) ? Text(own) : null)
            ?? throw Error(line, number, "no id", Say("a property \"id\"", "属性 id"));
        if (!ids.TryAdd(id, number))
            throw Error(line, number, $"id {Table.Quote(id)}",
                Say($"an id of its own (feature {ids[id]} has it already)",
                    $"不重复的编号（第 {ids[id]} 个要素已用）"));
        int floors = Whole(properties, "floors", 1, 60, line, number)
            ?? throw Error(line, number, "no floors",
                Say("a property \"floors\", a whole number from 1 to 60",
                    "属性 floors，1 至 60 的整数"));
        int lifts = Whole(properties, "lifts", 0, 20, line, number) ?? (floors >= 7 ? 1 : 0);
        return new MapBuilding(number, line, id, Property(properties, "estate"), floors, lifts,
            Outline(geometry, line, number));
    }

    private List<Degrees> Outline(JsonElement json, int line, int number)
    {
        Geometry? shape;
        try
        {
            shape = json.Deserialize<Geometry>(Options);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException
            or FormatException or NotSupportedException)
        {
            throw Error(line, number, e.Message.Split('\n')[0],
                Say("a geometry by the GeoJSON standard",
                    "符合 GeoJSON 标准的几何图形"));
        }
        if (shape is not (Polygon or MultiPolygon) || shape.IsEmpty)
            throw Error(line, number, shape?.GeometryType ?? "nothing",
                Say("a Polygon or MultiPolygon",
                    "Polygon 或 MultiPolygon"));
        vertices += shape.NumPoints;
        if (vertices > ImportLimits.Vertices)
            throw Error(line, number, $"{vertices} vertices so far", $"at most {ImportLimits.Vertices} in the file");
        foreach (Coordinate c in shape.Coordinates)
        {
            if (!(c.X is >= -180 and <= 180 && c.Y is >= -85 and <= 85))
                throw Error(line, number, FormattableString.Invariant($"({c.X}, {c.Y})"),
                    Say("longitude and latitude in degrees, in this order", "以度为单位的经度和纬度，按此顺序"));
            if (declared is CoordinateSystem.Gcj02 or CoordinateSystem.Bd09 && !new Degrees(c.X, c.Y).InChina)
                throw Error(line, number, FormattableString.Invariant($"({c.X}, {c.Y})"),
                    $"a place in China, where alone the declared system is used");
        }
        var valid = new IsValidOp(shape);
        if (!valid.IsValid)
            throw Error(line, number, $"{valid.ValidationError.Message}",
                Say("a valid polygon that does not cross itself",
                    "不自相交的有效多边形"));
        Polygon largest = Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).Cast<Polygon>()
            .MaxBy(part => part.Area)!;
        return [.. largest.ExteriorRing.Coordinates.Select(c => new Degrees(c.X, c.Y))];
    }

    private void CheckSystem(JsonElement crs, int line)
    {
        string? name = crs.ValueKind == JsonValueKind.Object && crs.TryGetProperty("properties", out JsonElement p)
            && p.ValueKind == JsonValueKind.Object && p.TryGetProperty("name", out JsonElement n) ? Text(n) : null;
        if (name is null) return;
        bool wgs84 = name.Contains("CRS84", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(":4326", StringComparison.Ordinal);
        bool cgcs2000 = name.EndsWith(":4490", StringComparison.Ordinal);
        bool agrees = declared switch
        {
            CoordinateSystem.Wgs84 => wgs84,
            CoordinateSystem.Cgcs2000 => cgcs2000,
            _ => !wgs84 && !cgcs2000,
        };
        if (!agrees)
        {
            throw SourceFile.Error(path, line, $"crs {Table.Quote(name)}",
                Say($"the declared coordinate system, {declared}", $"所声明的坐标系 {declared}"));
        }
    }

    private void Attribute(string member, string? text)
    {
        if (text is null) return;
        bool open = text.Contains("openstreetmap", StringComparison.OrdinalIgnoreCase)
            || text.Contains("overpass", StringComparison.OrdinalIgnoreCase);
        if (open) Attribution = OpenStreetMap;
        else if (member != "generator") Attribution ??= text;
    }

    /// <summary>A building may have a name; an owner or a telephone may not stand beside it.</summary>
    private void RefusePersonal(JsonElement properties, int line, int number)
    {
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            bool place = HeaderName.Key(property.Name) is "name" or "名称";
            if ((!place && PersonalData.SaysPersonal(property.Name))
                || PersonalData.LooksPersonal(Text(property.Value) ?? ""))
                throw Error(line, number, $"property {Table.Quote(property.Name)}", PersonalData.Expected);
        }
    }

    private int? Whole(JsonElement? properties, string name, int low, int high, int line, int number)
    {
        string? text = Property(properties, name);
        if (text is null) return null;
        return int.TryParse(text, out int value) && value >= low && value <= high
            ? value
            : throw Error(line, number, $"{name} {Table.Quote(text)}",
                Say($"a whole number from {low} to {high}",
                    $"{low} 至 {high} 的整数"));
    }

    private static string? Property(JsonElement? properties, string name) =>
        properties is { } p && p.TryGetProperty(name, out JsonElement value) ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private InputException Error(int line, int number, string value, string expectation) =>
        SourceFile.Error(path, line, Say($"feature {number}: {value}", $"第 {number} 个要素：{value}"), expectation);

    private static int LineAt(byte[] bytes, long position) => bytes.AsSpan(0, (int)position).Count((byte)'\n') + 1;
}
