using System.Text.Json;
using System.Text.Json.Serialization;
using Jinlin.Model.Policy;

namespace Jinlin.Planner.Scenarios;

/// <summary>
/// A resolved scenario as bytes, so that a silo in another process makes the very same world: UTF-8 JSON, the same
/// bytes for the same scenario, numbers in the shortest form that reads back to the same bits.
/// </summary>
public static class ScenarioBytes
{
    /// <summary>Another version is refused: clients and silos of one cluster are of one version.</summary>
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new PlaceConverter(), new CalendarConverter(), new PricesConverter() },
    };

    public static byte[] Write(Scenario scenario) =>
        JsonSerializer.SerializeToUtf8Bytes(new Versioned(Version, scenario), Options);

    /// <exception cref="InvalidDataException">Another version, or not a scenario.</exception>
    public static Scenario Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Versioned? read = JsonSerializer.Deserialize<Versioned>(bytes, Options);
            if (read?.Version != Version)
            {
                throw new InvalidDataException(
                    $"a scenario of version {read?.Version}; this program reads version {Version}");
            }
            return read.Scenario;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"not a scenario of this program's version: {wrong.Message}", wrong);
        }
    }

    private sealed record Versioned(int Version, Scenario Scenario);

    /// <summary>A place by its kind's name, with the kind's own fields.</summary>
    private sealed class PlaceConverter : JsonConverter<Place>
    {
        public override Place Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            PlaceForm form = JsonSerializer.Deserialize<PlaceForm>(ref reader, options)!;
            return form switch
            {
                { District: { } district } => new Place.District(district),
                { Estates: { } estates } => new Place.Estates([.. estates.Select(e => new Model.Engine.NeighborhoodId(e))]),
                { Share: { } share } => new Place.Share(share),
                _ => new Place.City(),
            };
        }

        public override void Write(Utf8JsonWriter writer, Place value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value switch
            {
                Place.City => new PlaceForm(null, null, null),
                Place.District district => new PlaceForm(district.Index, null, null),
                Place.Estates estates => new PlaceForm(null, [.. estates.Ids.Select(e => e.Value)], null),
                Place.Share share => new PlaceForm(null, null, share.Fraction),
                _ => throw new NotSupportedException($"a place of kind {value.GetType().Name}"),
            }, options);

        private sealed record PlaceForm(int? District, int[]? Estates, double? Share);
    }

    private sealed class CalendarConverter : JsonConverter<Calendar>
    {
        public override Calendar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            CalendarForm form = JsonSerializer.Deserialize<CalendarForm>(ref reader, options)!;
            return new Calendar(form.Start, form.BurnInDays, form.Holidays);
        }

        public override void Write(Utf8JsonWriter writer, Calendar value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(
                writer, new CalendarForm(value.Start, value.BurnInDays, [.. value.Holidays]), options);

        private sealed record CalendarForm(DateOnly Start, int BurnInDays, Holiday[] Holidays);
    }

    private sealed class PricesConverter : JsonConverter<Prices>
    {
        public override Prices Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Prices prices = Prices.Default;
            foreach ((string id, double price) in
                JsonSerializer.Deserialize<Dictionary<string, double>>(ref reader, options)!)
            {
                if (Prices.Find(id) is null) throw new JsonException($"no price is called {id}");
                prices = prices.With(id, price);
            }
            return prices;
        }

        public override void Write(Utf8JsonWriter writer, Prices value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Prices.Items.ToDictionary(i => i.Id, i => value[i.Id]), options);
    }
}
