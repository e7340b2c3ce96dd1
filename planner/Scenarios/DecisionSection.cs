using Jinlin.Model.Policy;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads <c>decision:</c>, what the planner will decide by.</summary>
internal static class DecisionSection
{
    internal static readonly string[] Keys = ["primary", "smallest-effect", "budget", "must-not-worsen"];

    private const double Most = 1e12;

    public static DecisionRule? Read(MapNode? map, Problems problems)
    {
        if (map is null) return null;
        var fields = new Fields(map, problems, Keys);
        string? primary = fields.Required("primary") is { } node ? IndicatorNames.Read(node, problems) : null;
        fields.Required("smallest-effect");
        double? effect = fields.Number("smallest-effect", 0, Most);
        double? budget = fields.Number("budget", 0, Most);
        var bounds = new Dictionary<string, double>();
        foreach (MapEntry entry in fields.Section("must-not-worsen")?.Entries ?? [])
        {
            string? indicator = IndicatorNames.Read(entry.Key, problems);
            double? amount = Fields.Number(entry.Value, 0, Most, problems);
            if (indicator is not null && amount is not null) bounds[indicator] = amount.Value;
        }
        return primary is null || effect is null ? null : new DecisionRule(primary, effect.Value, budget, bounds);
    }
}
