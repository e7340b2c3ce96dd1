using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Planner.Explain;

/// <summary>An event that only one of two worlds has.</summary>
/// <param name="InBaseline">Which of them.</param>
public readonly record struct EventDifference(Record Event, bool InBaseline);

/// <summary>
/// What happened in one of two worlds and not in the other. An event is the same if the same actor did the same to the
/// same other in the same minute; words of state that a record carries along (a tie, a likelihood) are no event.
/// </summary>
public sealed class EventDifferences
{
    private readonly Dictionary<ActorId, EventDifference> _first = [];

    private EventDifferences(List<EventDifference> all)
    {
        All = all;
        foreach (EventDifference one in all)
        {
            foreach (ActorId party in PartiesOf(one.Event)) _first.TryAdd(party, one);
        }
    }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<EventDifference> All { get; }

    public static EventDifferences Between(WatchedWorld baseline, WatchedWorld policy) =>
        Between(baseline.Events, policy.Events);

    internal static EventDifferences Between(IReadOnlyList<Record> baseline, IReadOnlyList<Record> policy)
    {
        Record[] a = Facts(baseline), b = Facts(policy);
        var all = new List<EventDifference>();
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            int order = i == a.Length ? 1 : j == b.Length ? -1 : a[i].CompareTo(b[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
            if (order < 0) all.Add(new EventDifference(a[i - 1], true));
            if (order > 0) all.Add(new EventDifference(b[j - 1], false));
        }
        return new EventDifferences(all);
    }

    /// <summary>The first in which somebody has a part; null: that life is the same in both worlds.</summary>
    public EventDifference? FirstOf(ActorId who) => _first.TryGetValue(who, out EventDifference d) ? d : null;

    /// <summary>The first about a need; null: its course is the same in both worlds.</summary>
    public EventDifference? FirstOf(NeedName need)
    {
        foreach (EventDifference one in All)
        {
            if (IsAbout(one.Event, need)) return one;
        }
        return null;
    }

    /// <summary>Whether a record is about a need: its key and, as the same key is others' too, its owner.</summary>
    public static bool IsAbout(in Record r, NeedName need) => r.A == need.Key.Value
        && (IsOfOwner((Event)r.Kind) ? r.Actor == need.Resident
            : IsOfHelper((Event)r.Kind) && r.B == need.Resident.Value);

    /// <summary>Who has a part in an event: the actor and, where there is one, the other.</summary>
    public static IEnumerable<ActorId> PartiesOf(Record r)
    {
        yield return r.Actor;
        if (HasOther((Event)r.Kind) && r.B != r.Actor.Value) yield return new ActorId(r.B);
    }

    public static bool HasOther(Event kind) => kind is not (Event.NeedArose or Event.NeedAsked or Event.NeedSilent
        or Event.Posted or Event.NeedResolved or Event.NeedLapsed or Event.ConsentReported);

    /// <summary>Written down by whoever has the need.</summary>
    private static bool IsOfOwner(Event kind) => kind is Event.NeedArose or Event.NeedAsked or Event.NeedSilent
        or Event.Posted or Event.Confirmed or Event.Released or Event.HelpArrived or Event.Advised or Event.NeedResolved
        or Event.NeedLapsed or Event.NeedFound or Event.OrderTaken or Event.AskedByName or Event.Ordered
        or Event.OrderRefused or Event.Ate;

    /// <summary>Written down by who helps, with the need's owner as the other.</summary>
    private static bool IsOfHelper(Event kind) => kind is Event.Seen or Event.Offered or Event.Thanked
        or Event.DutyTaken or Event.HotlineCalled or Event.Whistled or Event.DutyRun or Event.Coaching
        or Event.SiteServes;

    private static Record[] Facts(IReadOnlyList<Record> records)
    {
        var facts = new Record[records.Count];
        for (int i = 0; i < facts.Length; i++) facts[i] = FactOf(records[i]);
        Array.Sort(facts);
        return facts;
    }

    private static Record FactOf(in Record r) => (Event)r.Kind switch
    {
        Event.NeedArose or Event.Thanked => r with { Ordinal = 0, C = 0, D = 0 },
        Event.NeedResolved or Event.NeedLapsed => r with { Ordinal = 0, D = 0 },
        _ => r with { Ordinal = 0 },
    };
}
