using System.Text.Json.Nodes;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>The towns that ship, by name.</summary>
internal sealed class PresetTown : TownSource
{
    public static readonly string[] Names = ["estate", "old-estate", "subdistrict", "district", "xiamen"];

    public override string Key => "preset";

    public override IReadOnlyCollection<string> Keys { get; } = ["preset"];

    public override JsonObject Schema() => new() { ["preset"] = SchemaTerms.Choice("A town that ships.", Names) };

    public override TownPlan? Read(Fields fields, InputFolder folder, List<string> files, Problems problems)
    {
        if (fields.Node(Key) is ScalarNode name) return Read(name, problems);
        problems.Add(fields.Node(Key)!, Words.ATown(Names));
        return null;
    }

    public static TownPlan? Read(ScalarNode name, Problems problems)
    {
        if (Find(name.Text) is { } plan) return plan;
        problems.Add(name, Words.KnownTown(name.Text, Names));
        return null;
    }

    /// <summary>The plan of a name, or null.</summary>
    public static TownPlan? Find(string name) => name switch
    {
        "estate" => TownPlans.Estate(),
        "old-estate" => TownPlans.OldEstate(),
        "subdistrict" => TownPlans.Subdistrict(),
        "district" => TownPlans.District(),
        "xiamen" => TownPlans.Xiamen(),
        _ => null,
    };
}
