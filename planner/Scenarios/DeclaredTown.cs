using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>What every town of given residents declares: its name, provenance, year and attribution.</summary>
internal abstract class DeclaredTown : TownSource
{
    protected static readonly string[] Declared = ["name", "provenance", "census-year", "attribution"];

    private static readonly string[] Provenances = ["synthetic", "consented"];

    protected static JsonObject WithDeclared(JsonObject keys)
    {
        keys["name"] = SchemaTerms.Text("The town's name.");
        keys["provenance"] = SchemaTerms.Choice("Invented residents, or people who consented.", Provenances);
        keys["census-year"] = SchemaTerms.Whole("The year that the data belong to.", 1950, 2100);
        keys["attribution"] = SchemaTerms.Text("What maps and reports say about the source.");
        return keys;
    }

    /// <summary>The declarations; null after a problem was noted.</summary>
    protected static (string Name, Provenance Provenance, int Year, string? Attribution)? Declarations(Fields fields)
    {
        foreach (string key in Declared.SkipLast(1)) fields.Required(key);
        string? name = fields.Text("name");
        string? provenance = fields.Choice("provenance", Provenances);
        long? year = fields.Whole("census-year", 1950, 2100);
        string? attribution = fields.Text("attribution");
        if (name is null || provenance is null || year is null) return null;
        return (name, provenance == "consented" ? Provenance.Consented : Provenance.Synthetic, (int)year, attribution);
    }

    /// <summary>The path of the file under a key; null where there is none or after a problem was noted.</summary>
    protected static string? Path(
        Fields fields, string key, InputFolder folder, List<string> files, Problems problems)
    {
        InputNode? node = fields.Node(key);
        if (node is not (ScalarNode or null)) problems.Add(node, Words.FileName);
        if (node is not ScalarNode file || folder.Resolve(file, problems) is not { } path) return null;
        files.Add(path);
        return path;
    }
}
