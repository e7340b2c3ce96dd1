using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Calibration;

/// <summary>What an outcome should be.</summary>
/// <param name="Value">Middle of what is allowed.</param>
/// <param name="Tolerance">Half of its width, above 0.</param>
public sealed record Target(Measure Outcome, double Value, double Tolerance);

/// <summary>Reads <c>targets:</c> of a sweep file that is calibrated.</summary>
internal static class TargetsSection
{
    internal static readonly string[] Keys = ["indicator", "value", "tolerance", "low", "high"];

    private const int Most = 20;
    private const double Largest = 1e12;

    public static IReadOnlyList<Target> Read(Fields fields, Problems problems)
    {
        IReadOnlyList<InputNode> nodes = fields.List("targets");
        if (nodes.Count is 0 or > Most) problems.Add(fields.Node("targets") ?? fields.Map, Words.SomeTargets(Most));
        return [.. nodes.Take(Most).Select(n => Read(n, problems)).OfType<Target>()];
    }

    private static Target? Read(InputNode node, Problems problems)
    {
        if (Fields.Section(node, problems) is not { } map) return null;
        var fields = new Fields(map, problems, Keys);
        string? indicator = fields.Required("indicator") is { } named ? IndicatorNames.Read(named, problems) : null;
        double? low = fields.Number("low", -Largest, Largest), high = fields.Number("high", -Largest, Largest);
        double? value = fields.Number("value", -Largest, Largest), tolerance = fields.Number("tolerance", 0, Largest);
        bool band = low is not null && high is not null && value is null && tolerance is null && low < high;
        bool around = value is not null && tolerance > 0 && low is null && high is null;
        if (!band && !around)
        {
            problems.Add(map, Words.BandOrAround);
            return null;
        }
        if (indicator is null) return null;
        return band
            ? new Target(new Measure(indicator), (low!.Value + high!.Value) / 2, (high.Value - low.Value) / 2)
            : new Target(new Measure(indicator), value!.Value, tolerance!.Value);
    }
}
