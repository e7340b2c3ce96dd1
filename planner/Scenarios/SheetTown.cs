using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A town from a spreadsheet with one row per estate.</summary>
internal sealed class SheetTown : TownSource
{
    public override string Key => "spreadsheet";

    public override IReadOnlyCollection<string> Keys { get; } = ["spreadsheet", "name", "census-year"];

    public override JsonObject Schema() => new()
    {
        ["spreadsheet"] = SchemaTerms.Text("An .xlsx or .csv file with one row per estate, in this folder."),
        ["name"] = SchemaTerms.Text("The town's name."),
        ["census-year"] = SchemaTerms.Whole("The year that the totals belong to.", 1950, 2100),
    };

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        fields.Required("name");
        fields.Required("census-year");
        string? name = fields.Text("name");
        long? year = fields.Whole("census-year", 1950, 2100);
        if (fields.Node(Key) is not ScalarNode file)
        {
            problems.Add(fields.Node(Key)!, Words.FileName);
            return null;
        }
        if (folder.Resolve(file, problems) is not { } path || name is null || year is null) return null;
        files.Add(path);
        return EstateSheet.Read(path, name, (int)year.Value);
    }
}
