using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A town whose estates stand in the scenario itself, with their totals.</summary>
internal sealed class InlineTown : TownSource
{
    internal static readonly string[] EstateKeys =
    [
        "name", "district", "subdistrict", "community", "population", "households", "buildings", "over-60",
        "over-80-alone", "organizations", "collective", "migrant-share", "floors", "x", "y",
    ];

    private const int MostEstates = 5_000;
    private const double MostMetres = 200_000;

    public override string Key => "estates";

    public override IReadOnlyCollection<string> Keys { get; } = ["estates", "name", "census-year"];

    public override JsonObject Schema() => new()
    {
        ["estates"] = SchemaTerms.ListOf(EstateSchema(), "The estates with their totals."),
        ["name"] = SchemaTerms.Text("The town's name."),
        ["census-year"] = SchemaTerms.Whole("The year that the totals belong to.", 1950, 2100),
    };

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        IReadOnlyList<InputNode> nodes = fields.List(Key);
        if (nodes.Count is 0 or > MostEstates)
        {
            if (fields.Node(Key) is ListNode list) problems.Add(list, Words.Estates(MostEstates));
            return null;
        }
        var districts = new List<string>();
        var names = new Dictionary<string, int>();
        var estates = new List<EstatePlan>();
        foreach (InputNode node in nodes)
        {
            if (Fields.Section(node, problems) is { } map && Estate(map, names, districts, problems) is { } estate)
                estates.Add(estate);
        }
        return new TownPlan
        {
            Name = fields.Text("name") ?? "",
            Provenance = Provenance.Aggregate,
            CensusYear = (int)(fields.Whole("census-year", 1950, 2100) ?? 2020),
            Districts = districts,
            Estates = estates,
        };
    }

    private static EstatePlan? Estate(
        MapNode map, Dictionary<string, int> names, List<string> districts, Problems problems)
    {
        var fields = new Fields(map, problems, EstateKeys);
        foreach (string key in (string[])["name", "population", "households", "buildings", "over-60"])
            fields.Required(key);
        string? name = fields.Text("name");
        if (name is not null && !names.TryAdd(name, map.Line))
            problems.Add(fields.Node("name")!, Words.NameOnce(names[name]));
        string district = fields.Text("district") ?? "";
        if (!districts.Contains(district)) districts.Add(district);
        int population = (int)(fields.Whole("population", 1, 60_000) ?? 0);
        int households = (int)(fields.Whole("households", 1, Math.Max(1, population)) ?? 0);
        int buildings = (int)(fields.Whole("buildings", 1, Math.Clamp(households, 1, 500)) ?? 0);
        int collective = (int)(fields.Whole("collective", 0, Math.Max(0, population - households)) ?? 0);
        int over60 = (int)(fields.Whole("over-60", 0, population - collective) ?? 0);
        long? alone = fields.Whole("over-80-alone", 0, Math.Min(over60, households));
        long? organizations = fields.Whole("organizations", 0, 1_000);
        var estate = new EstatePlan
        {
            Name = name ?? "",
            District = districts.IndexOf(district),
            Subdistrict = (int)(fields.Whole("subdistrict", 0, MostEstates) ?? 0),
            Community = (int)(fields.Whole("community", 0, MostEstates) ?? 0),
            Population = population,
            Households = households,
            Buildings = buildings,
            Over60 = over60,
            Over80Alone = (int?)alone,
            Organizations = (int?)organizations,
            Collective = collective,
            MigrantShare = fields.Number("migrant-share", 0, 1) ?? 0.3,
            Floors = (int)(fields.Whole("floors", 1, 60) ?? 8),
            X = fields.Number("x", -MostMetres, MostMetres) ?? 0,
            Y = fields.Number("y", -MostMetres, MostMetres) ?? 0,
        };
        return name is null || buildings == 0 ? null : estate;
    }

    private static JsonObject EstateSchema() => SchemaTerms.Section("One estate.", new JsonObject
    {
        ["name"] = SchemaTerms.Text("Its name; no other estate has it."),
        ["district"] = SchemaTerms.Text("Name of its district."),
        ["subdistrict"] = SchemaTerms.Whole("Number of its subdistrict (街道).", 0, MostEstates),
        ["community"] = SchemaTerms.Whole("Number of its community (社区).", 0, MostEstates),
        ["population"] = SchemaTerms.Whole("Residents.", 1, 60_000),
        ["households"] = SchemaTerms.Whole("Households, at most the residents.", 1, 60_000),
        ["buildings"] = SchemaTerms.Whole("Buildings.", 1, 500),
        ["over-60"] = SchemaTerms.Whole("Residents aged 60 and over.", 0, 60_000),
        ["over-80-alone"] = SchemaTerms.Whole("Residents aged 80 and over who live alone.", 0, 60_000),
        ["organizations"] = SchemaTerms.Whole("Organizations with premises in the estate.", 0, 1_000),
        ["collective"] = SchemaTerms.Whole("Residents of collective households; each other household has at least one.",
            0, 60_000),
        ["migrant-share"] = SchemaTerms.Number("Share of adults without local registration.", 0, 1),
        ["floors"] = SchemaTerms.Whole("Floors of a typical building.", 1, 60),
        ["x"] = SchemaTerms.Number("Metres to the east.", -MostMetres, MostMetres),
        ["y"] = SchemaTerms.Number("Metres to the north.", -MostMetres, MostMetres),
    }, "name", "population", "households", "buildings", "over-60");
}
