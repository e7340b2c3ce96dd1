using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>Names of indicators in files: an id, or an id and a group as in <c>on-time-rate.migrant</c>.</summary>
public static class IndicatorNames
{
    /// <summary>Every name that a file may use.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. IndicatorList.All.Select(i => i.Id),
        .. IndicatorList.All.Where(i => i.ByGroup)
            .SelectMany(i => IndicatorCatalog.Groups.Skip(1).Select(g => $"{i.Id}.{g}")),
    ];

    public static string? Read(InputNode node, Problems problems)
    {
        if (node is ScalarNode scalar && TriggerIndicator.TryFind(scalar.Text, out _, out _)) return scalar.Text;
        problems.Add(node, Words.KnownIndicator((node as ScalarNode)?.Text ?? "", All));
        return null;
    }
}
