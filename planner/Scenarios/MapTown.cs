using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Scenarios;

/// <summary>A town from a map of its buildings and tables of who lives there.</summary>
internal sealed class MapTown : DeclaredTown
{
    public override string Key => "map";

    public override IReadOnlyCollection<string> Keys { get; } =
        ["map", "coordinates", "households", "residents", "ties", .. Declared];

    public override JsonObject Schema() => WithDeclared(new JsonObject
    {
        ["map"] = SchemaTerms.Text("Footprints, GeoJSON: polygons with id, floors, lifts and estate."),
        ["coordinates"] = SchemaTerms.Choice("What the map's degrees mean; never guessed.", Degrees.Names.Keys),
        ["households"] = SchemaTerms.Text("A table with id and building."),
        ["residents"] = SchemaTerms.Text("A table with id, household, age and what else is known."),
        ["ties"] = SchemaTerms.Text("A table with from, to and strength; without it ties are drawn."),
    });

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        foreach (string key in (string[])["coordinates", "households", "residents"]) fields.Required(key);
        string? coordinates = fields.Choice("coordinates", [.. Degrees.Names.Keys]);
        string? map = Path(fields, Key, folder, files, problems);
        string? households = Path(fields, "households", folder, files, problems);
        string? residents = Path(fields, "residents", folder, files, problems);
        string? ties = Path(fields, "ties", folder, files, problems);
        if (Declarations(fields) is not { } declared || coordinates is null || map is null || households is null
            || residents is null || (ties is null && fields.Has("ties")))
            return null;
        return TownMap.Read(new TownMapSource
        {
            Buildings = map,
            Households = households,
            Residents = residents,
            Ties = ties,
            Coordinates = Degrees.Names[coordinates],
            Name = declared.Name,
            Provenance = declared.Provenance,
            CensusYear = declared.Year,
            Attribution = declared.Attribution,
        });
    }
}
