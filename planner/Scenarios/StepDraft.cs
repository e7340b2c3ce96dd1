using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>One step of a policy as a file gives it.</summary>
public sealed class StepDraft
{
    internal static readonly string[] Keys = ["set", "from", "until", "when", "place"];
    internal static readonly string[] TriggerKeys = ["indicator", "above", "below"];

    private readonly Dictionary<Lever, (double Value, InputNode Key)> _set = [];
    private readonly MapNode _at;
    private readonly DayDraft? _from;
    private readonly DayDraft? _until;
    private readonly IndicatorTrigger? _when;
    private readonly PlaceDraft _place;

    public StepDraft(MapNode at, Problems problems)
    {
        _at = at;
        var fields = new Fields(at, problems, Keys);
        ReadSet(fields, problems);
        _from = DayDraft.Read(fields, "from", problems);
        _until = DayDraft.Read(fields, "until", problems);
        if (_until is { } until && (_from?.IsNotBefore(until) ?? (until.Date is null && until.Number == 0)))
            problems.Add(until.At, Words.EndAfterStart);
        _when = ReadTrigger(fields, problems);
        _place = PlaceDraft.Read(fields.Node("place"), problems);
    }

    /// <summary>Where a lever is set, for an error about it; else where the step begins.</summary>
    public InputNode At(Lever lever) => _set.TryGetValue(lever, out (double, InputNode Key) set) ? set.Key : _at;

    /// <summary>The step in a town and time.</summary>
    public PolicyStep In(TownPlan town, DateOnly start, int horizon, Problems problems)
    {
        int from = _from?.From(start) ?? 0;
        int? until = _until?.From(start);
        if (_from is { } first && (from < 0 || from >= horizon))
            problems.Add(first.At, Words.DayWithin(start, horizon));
        else if (_until is { } last && until <= from)
            problems.Add(last.At, Words.EndAfterStart);
        return new PolicyStep
        {
            Set = _set.ToDictionary(s => s.Key, s => s.Value.Value),
            Place = _place.In(town, problems),
            From = from,
            Until = until,
            When = _when,
        };
    }

    private void ReadSet(Fields fields, Problems problems)
    {
        if (fields.Required("set") is not { } node || Fields.Section(node, problems) is not { } set) return;
        if (set.Entries.Count == 0) problems.Add(set, Words.ALever);
        foreach (MapEntry entry in set.Entries)
        {
            if (LeverCatalog.Find(entry.Key.Text) is not { } info)
                problems.Add(entry.Key, Words.KnownLever(entry.Key.Text, [.. LeverCatalog.All.Select(l => l.Name)]));
            else if (LeverValue.Read(info, entry.Value, problems) is { } value)
                _set[info.Lever] = (value, entry.Key);
        }
    }

    private static IndicatorTrigger? ReadTrigger(Fields fields, Problems problems)
    {
        if (fields.Section("when") is not { } map) return null;
        var when = new Fields(map, problems, TriggerKeys);
        if (when.Has("above") == when.Has("below")) problems.Add(map, Words.AboveOrBelow);
        bool above = when.Has("above");
        double? threshold = when.Number(above ? "above" : "below", -1e12, 1e12);
        if (when.Required("indicator") is not { } node) return null;
        string? indicator = IndicatorNames.Read(node, problems);
        return indicator is null || threshold is null ? null : new IndicatorTrigger(indicator, above, threshold.Value);
    }
}
