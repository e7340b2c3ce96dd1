using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Explain;

/// <summary>Puts the stories of two watched worlds of one seed together.</summary>
public sealed class StoryTeller
{
    /// <summary>A need is found at most so many minutes after the door was opened.</summary>
    private const int FoundAfter = 5;

    private readonly Scenario _scenario;
    private readonly WatchedWorld _baseline, _policy;
    private readonly PolicySchedule _before, _after;

    public StoryTeller(Scenario scenario, ulong seed, WatchedWorld baseline, WatchedWorld policy)
    {
        (_scenario, _baseline, _policy) = (scenario, baseline, policy);
        _before = new PolicySchedule(scenario with { Policies = [baseline.Policy] }, seed);
        _after = new PolicySchedule(scenario with { Policies = [policy.Policy] }, seed);
        Differences = EventDifferences.Between(baseline, policy);
    }

    public EventDifferences Differences { get; }

    public WatchedWorld Baseline => _baseline;

    public WatchedWorld Policy => _policy;

    public Calendar Calendar => _scenario.Calendar;

    /// <summary>A need's story; null if it arose in neither world.</summary>
    public Story? Tell(NeedName name)
    {
        if (!_baseline.Needs.ContainsKey(name) && !_policy.Needs.ContainsKey(name)) return null;
        Roster estate = _baseline.Estates.First(e => e.SlotOf(name.Resident) >= 0);
        LeverChange[] changes = Changes(estate, name.Key.Day);
        StoryStep Step(EventDifference d) => new(
            d, [.. LeverCause.Of(d.Event, estate).Where(l => changes.Any(c => c.Lever == l))]);
        EventDifference? first = Differences.FirstOf(name);
        EventDifference? brought = first is { } f ? Brought(f) : null;
        return new Story
        {
            Name = name,
            Estate = estate,
            Baseline = SideOf(_baseline, name),
            Policy = SideOf(_policy, name),
            Changes = changes,
            Reached = first is { } met ? [.. Reached(name.Resident, met).Select(Step)] : [],
            Brought = brought is { } b ? Step(b) : null,
            First = first is { } one ? Step(one) : null,
            Settled = Settled(name) is { } help && help != first ? Step(help) : null,
        };
    }

    /// <summary>The need of a resident that shows best what changed for them; null if they had none.</summary>
    public Story? Tell(ActorId resident)
    {
        NeedName[] needs = [.. NamesOf().Where(n => n.Resident == resident)];
        return needs.Length == 0 ? null : Tell(needs.MaxBy(n => (
            Math.Abs(Rank(_policy, n) - Rank(_baseline, n)), Differs(n), -Deadline(n), -n.Key.Day.Value,
            -(long)n.Key.Value)));
    }

    /// <summary>Those who gained and lost most, as <see cref="Gains"/> says; null: nobody did.</summary>
    public (Story? Gained, Story? Lost) Extremes()
    {
        IReadOnlyList<Gain> gains = Gains.Of(_baseline, _policy);
        if (gains.Count == 0) return (null, null);
        Gain most = gains[0], least = gains[^1];
        return (
            most.IsGain ? TellExtreme(most.Resident, 1) : null,
            least.IsLoss ? TellExtreme(least.Resident, -1) : null);
    }

    private Story? TellExtreme(ActorId resident, int sign)
    {
        NeedName? best = NamesOf().Where(n => n.Resident == resident)
            .Select(n => (NeedName?)n)
            .MaxBy(n => (
                sign * (Rank(_policy, n!.Value) - Rank(_baseline, n.Value)), -Deadline(n.Value), -n.Value.Key.Day.Value,
                -(long)n.Value.Key.Value));
        return best is { } name ? Tell(name) : null;
    }

    private IEnumerable<NeedName> NamesOf() => _baseline.Needs.Keys.Union(_policy.Needs.Keys).Order();

    private static int Rank(WatchedWorld world, NeedName name) =>
        world.Needs.TryGetValue(name, out NeedRow row) ? Gains.Rank(row.Outcome) : 0;

    private static int Deadline(NeedName name) => Gains.Terms[name.Key.Kind].DeadlineMinutes;

    private bool Differs(NeedName name) => _baseline.Needs.TryGetValue(name, out NeedRow a)
        != _policy.Needs.TryGetValue(name, out NeedRow b) || a != b;

    private LeverChange[] Changes(Roster estate, Day day)
    {
        // A trigger that may have fired counts as fired: what it sets is among the differences.
        Levers a = _before.LeversIn(estate.Neighborhood, day, ulong.MaxValue);
        Levers b = _after.LeversIn(estate.Neighborhood, day, ulong.MaxValue);
        return [.. Enum.GetValues<Lever>().Where(l => a[l] != b[l]).Select(l => new LeverChange(l, a[l], b[l]))];
    }

    /// <summary>
    /// From the resident back: the first event that differs in a life, then the first in the other's life if that is
    /// earlier still, until nobody in it was touched before.
    /// </summary>
    private List<EventDifference> Reached(ActorId resident, EventDifference need)
    {
        var steps = new List<EventDifference>();
        EventDifference before = need;
        var parties = new List<ActorId> { resident };
        while (true)
        {
            EventDifference? earliest = null;
            foreach (ActorId party in parties)
            {
                if (Differences.FirstOf(party) is { } d && d.Event.At < before.Event.At
                    && (earliest is not { } e || d.Event.CompareTo(e.Event) < 0)) earliest = d;
            }
            if (earliest is not { } step) break;
            steps.Add(step);
            before = step;
            parties = [.. EventDifferences.PartiesOf(step.Event)];
        }
        steps.Reverse();
        return steps;
    }

    /// <summary>Somebody found the need on a visit: the visit, if only that world has it.</summary>
    private EventDifference? Brought(EventDifference first)
    {
        Record r = first.Event;
        if ((Event)r.Kind != Event.NeedFound) return null;
        foreach (EventDifference d in Differences.All)
        {
            if (d.InBaseline == first.InBaseline && (Event)d.Event.Kind == Event.Visited && d.Event.Actor == r.Actor
                && d.Event.B == r.B && d.Event.At <= r.At && r.At - d.Event.At <= FoundAfter) return d;
        }
        return null;
    }

    /// <summary>The help that only one world has, by whoever was turned to for it.</summary>
    private EventDifference? Settled(NeedName name)
    {
        EventDifference? turnedTo = null;
        foreach (EventDifference d in Differences.All)
        {
            if (!EventDifferences.IsAbout(d.Event, name)) continue;
            if ((Event)d.Event.Kind == Event.Ordered) turnedTo = d;
            if ((Event)d.Event.Kind != Event.NeedResolved) continue;
            bool isNeighbor = (HelpSource)d.Event.C is HelpSource.Tie or HelpSource.Neighbor or HelpSource.Head
                or HelpSource.Clinician;
            return !isNeighbor && turnedTo is { } order && order.InBaseline == d.InBaseline ? order : d;
        }
        return null;
    }

    private static StorySide SideOf(WatchedWorld world, NeedName name)
    {
        var lines = new List<StoryLine>();
        double likelihood = double.NaN, tie = double.NaN;
        foreach (Record r in world.Events)
        {
            if (!EventDifferences.IsAbout(r, name)) continue;
            int same = IsMany((Event)r.Kind) ? lines.FindIndex(l => l.Event.Kind == r.Kind) : -1;
            if (same >= 0) lines[same] = lines[same] with { Count = lines[same].Count + 1 };
            else lines.Add(new StoryLine(r));
            if ((Event)r.Kind != Event.NeedArose) continue;
            (likelihood, tie) = (r.C / 10_000.0, r.D / 10_000.0);
        }
        return new StorySide(
            world.Needs.TryGetValue(name, out NeedRow row) ? row : null, lines, likelihood, tie);
    }

    /// <summary>Events of which a need has dozens: one line with their number.</summary>
    private static bool IsMany(Event kind) => kind is Event.Seen or Event.Offered or Event.Released;
}
