namespace Jinlin.Model.Engine;

/// <summary>
/// Advances all neighborhoods of one process by windows in which none can hear of another but by calls (law 2).
/// </summary>
/// <param name="courses">By neighborhood id.</param>
internal sealed class LookAhead(ICourse[] courses, TownMap map, Latencies latencies, Crew crew)
{
    // The largest first, so that no thread ends the window alone with a large one.
    private readonly ICourse[] _callers =
        [.. courses.Where(n => !n.AnswersCalls).OrderByDescending(n => n.Actors).ThenBy(n => n.Id)];

    private readonly ICourse[] _answerers = [.. courses.Where(n => n.AnswersCalls)];
    private readonly List<Envelope> _mail = [];

    /// <summary>Called for each message that leaves a neighborhood, as it is delivered.</summary>
    public Action<NeighborhoodId, Envelope>? Delivered { get; set; }

    /// <summary>The end of the window that begins at <paramref name="clock"/>.</summary>
    public Minute WindowEnd(Minute clock, Minute until) =>
        Minute.Min(Minute.Min(until, clock.NextMidnight), latencies.MailHorizon(clock));

    /// <summary>
    /// One window: callers run as far as their open calls allow, city services a call's way past the slowest
    /// possible caller, answers go back, until all are at the window's end. False where a decision is open.
    /// </summary>
    public bool Advance(Minute end, ulong signals)
    {
        while (true)
        {
            bool blocked = AdvanceAll(_callers, end, signals);
            Deliver(_callers);
            int slowest = end.Value;
            foreach (ICourse n in _callers) slowest = Math.Min(slowest, n.Clock.Value);
            Minute cityEnd = slowest >= end.Value
                ? end : Minute.Min(end, new Minute(slowest + latencies.CallMinutes));
            blocked |= AdvanceAll(_answerers, cityEnd, signals);
            Deliver(_answerers);
            if (slowest >= end.Value && _answerers.All(n => n.Clock >= end)) return true;
            if (blocked) return false;
        }
    }

    private bool AdvanceAll(ICourse[] some, Minute end, ulong signals)
    {
        int blocked = 0;
        crew.Run(some.Length, i =>
        {
            if (some[i].Clock < end && some[i].Advance(end, signals) == Pause.Blocked)
                Interlocked.Increment(ref blocked);
        });
        return blocked > 0;
    }

    private void Deliver(ICourse[] from)
    {
        foreach (ICourse n in from)
        {
            n.DrainOutbound(_mail);
            foreach (Envelope envelope in _mail)
            {
                Delivered?.Invoke(n.Id, envelope);
                courses[map.HomeOf(envelope.To).Value].Receive(envelope);
            }
            _mail.Clear();
        }
    }
}
