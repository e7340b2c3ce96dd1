using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Explain;

/// <summary>What a policy changed for one resident.</summary>
/// <param name="OnTime">More needs met on time; a week of meals counts as one need, so this is in sevenths.</param>
/// <param name="Unmet">Fewer needs that nobody met, in sevenths as well.</param>
/// <param name="Minutes">Minutes less of waiting, over the needs that were helped in both worlds.</param>
public readonly record struct Gain(ActorId Resident, int OnTime, int Unmet, long Minutes)
{
    public bool IsGain => (OnTime, Unmet, Minutes).CompareTo((0, 0, 0L)) > 0;

    public bool IsLoss => (OnTime, Unmet, Minutes).CompareTo((0, 0, 0L)) < 0;
}

/// <summary>
/// Who gained and who lost: by needs met on time, then by needs that stayed unmet, then by minutes of waiting; ties by
/// id. It ranks simulated residents of one seed to tell a story, and decides nothing.
/// </summary>
public static class Gains
{
    private const int Week = 7;

    internal static NeedTable Terms { get; } = new();

    /// <summary>Everybody with a need in either world, who gained most first.</summary>
    public static IReadOnlyList<Gain> Of(WatchedWorld baseline, WatchedWorld policy)
    {
        var found = new Dictionary<ActorId, Gain>();
        foreach (NeedName name in baseline.Needs.Keys.Union(policy.Needs.Keys))
        {
            NeedRow? a = baseline.Needs.TryGetValue(name, out NeedRow before) ? before : null;
            NeedRow? b = policy.Needs.TryGetValue(name, out NeedRow after) ? after : null;
            int weight = name.Key.Kind == NeedKind.Meal ? 1 : Week;
            Gain gain = found.GetValueOrDefault(name.Resident, new Gain(name.Resident, 0, 0, 0));
            found[name.Resident] = gain with
            {
                OnTime = gain.OnTime + (weight * (Is(b, Outcome.OnTime) - Is(a, Outcome.OnTime))),
                Unmet = gain.Unmet + (weight * (Is(a, Outcome.Lapsed) - Is(b, Outcome.Lapsed))),
                Minutes = gain.Minutes + (a is { FirstHelp: >= 0 } x && b is { FirstHelp: >= 0 } y
                    ? x.FirstHelp - y.FirstHelp : 0),
            };
        }
        return [.. found.Values.OrderByDescending(g => g.OnTime).ThenByDescending(g => g.Unmet)
            .ThenByDescending(g => g.Minutes).ThenBy(g => g.Resident)];
    }

    /// <summary>Better is more: lapsed 0, open 1, late 2, on time 3.</summary>
    internal static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.OnTime => 3,
        Outcome.Late => 2,
        Outcome.Open => 1,
        _ => 0,
    };

    private static int Is(NeedRow? row, Outcome outcome) => row is { } r && r.Outcome == outcome ? 1 : 0;
}
