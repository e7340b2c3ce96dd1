using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Scenarios;

/// <summary>A town from a network: who lives there and which pairs of them are tied.</summary>
internal sealed class DyadTown : DeclaredTown
{
    private static readonly string[] ColumnKeys = ["id", "household", "age", "sex", "from", "to", "reports"];

    private const int MostReports = 10;

    public override string Key => "dyads";

    public override IReadOnlyCollection<string> Keys { get; } =
        ["dyads", "residents", "columns", "strength", .. Declared];

    public override JsonObject Schema() => WithDeclared(new JsonObject
    {
        ["dyads"] = SchemaTerms.Text("A table with one row per directed pair."),
        ["residents"] = SchemaTerms.Text("A table with one row per resident."),
        ["strength"] = SchemaTerms.Number("Strength of every tie, above 0.", .04, 1),
        ["columns"] = SchemaTerms.Section("The tables' own names for their columns.", new JsonObject
        {
            ["id"] = SchemaTerms.Text("A resident's id; default id."),
            ["household"] = SchemaTerms.Text("A resident's household; default household."),
            ["age"] = SchemaTerms.Text("Whole years; without it ages are drawn."),
            ["sex"] = SchemaTerms.Text("F or M; without it drawn."),
            ["from"] = SchemaTerms.Text("Whose tie it is; default from."),
            ["to"] = SchemaTerms.Text("To whom; default to."),
            ["reports"] = SchemaTerms.ListOf(SchemaTerms.Text("A column of 0, 1 and NA."),
                "A pair is tied if all of these say 1; without any, every row is a tie."),
        }),
    });

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        fields.Required("residents");
        string? dyads = Path(fields, Key, folder, files, problems);
        string? residents = Path(fields, "residents", folder, files, problems);
        double? strength = fields.Number("strength", .04, 1);
        Fields? columns = fields.Section("columns") is { } map ? new Fields(map, problems, ColumnKeys) : null;
        List<string> reports = [];
        foreach (InputNode report in (columns?.List("reports") ?? []).Take(MostReports))
            if (Fields.Text(report, problems) is { } name) reports.Add(name);
        if (Declarations(fields) is not { } declared || dyads is null || residents is null) return null;
        return NetworkTown.Read(new NetworkSource
        {
            Dyads = dyads,
            Residents = residents,
            Name = declared.Name,
            Provenance = declared.Provenance,
            CensusYear = declared.Year,
            Attribution = declared.Attribution,
            Id = columns?.Text("id") ?? "id",
            Household = columns?.Text("household") ?? "household",
            Age = columns?.Text("age"),
            Sex = columns?.Text("sex"),
            From = columns?.Text("from") ?? "from",
            To = columns?.Text("to") ?? "to",
            Reports = reports,
            Strength = strength ?? .5,
        });
    }
}
