using Jinlin.Grains.Partitions;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Runs;

/// <summary>
/// The parts of one run as their coordinator sees them in one epoch, and the look-ahead of law 2 over them: who may
/// run how far, and who need not be asked at all.
/// </summary>
internal sealed class Window
{
    private readonly long _epoch;
    private readonly Latencies _latencies;
    private readonly Part[] _parts;
    private long _grants;

    public Window(long epoch, Latencies latencies, IReadOnlyList<(IPartitionGrain Grain, PartitionOpened Opened)> parts)
    {
        _epoch = epoch;
        _latencies = latencies;
        _parts = [.. parts.Select(p => new Part(p.Grain, p.Opened))];
        Silos = parts.Select(p => p.Opened.Silo).Distinct().Count();
    }

    public int Parts => _parts.Length;

    /// <summary>Silos that carry parts.</summary>
    public int Silos { get; }

    /// <summary>Grain calls made for grants and deliveries.</summary>
    public long Calls { get; private set; }

    /// <summary>Actors that live in grains of their own.</summary>
    public int ActivatedActors => _parts.Sum(p => p.Report?.ActivatedActors ?? 0);

    /// <summary>Calls to them.</summary>
    public long ActorCalls => _parts.Sum(p => p.Report?.ActorCalls ?? 0);

    /// <summary>Messages handled since minute 0, before the last cut.</summary>
    public long Delivered => _parts.Sum(p => p.Report?.Delivered ?? 0);

    /// <summary>Messages sent, and messages handled, waiting or on their way between parts: equal at a cut.</summary>
    public (long Sent, long Accounted) Account => (
        _parts.Sum(p => p.Report?.Sent ?? 0),
        _parts.Sum(p => p.OwedMessages + ((p.Report?.Delivered + p.Report?.Pending) ?? 0)));

    /// <summary>Hands an entry of the journal to a part with its next grant.</summary>
    public void Enter(int part, byte[] entry) => _parts[part].Entries.Add(entry);

    /// <summary>Changes who decides for an actor or where it lives, with the part's next grant.</summary>
    public void Change(int part, ActorChange change) => _parts[part].Changes.Add(change);

    /// <summary>Asks every part at once, at a cut.</summary>
    /// <param name="takesIn">Whether each takes in the mail it is owed before it answers.</param>
    public async Task<T[]> Ask<T>(Func<IPartitionGrain, long, BatchId[], Task<T>> question, bool takesIn = true)
    {
        var answers = new List<Task<T>>();
        foreach (Part part in _parts)
        {
            answers.Add(question(part.Grain, _epoch, [.. part.Owed]));
            if (takesIn) part.TookIn();
        }
        Calls += _parts.Length;
        return await Task.WhenAll(answers);
    }

    /// <summary>Brings all parts to <paramref name="end"/>, asking for decisions as they come up.</summary>
    /// <param name="decide">Called while nothing can go on without an answer; enters at least one.</param>
    /// <returns>The day's integers, summed in the order of the parts, if the window ends at midnight; else empty.</returns>
    /// <exception cref="RunFailure">A law or an invariant is broken in one of the parts.</exception>
    public async Task<long[]> Run(Minute start, Minute end, ulong signals, Func<OpenDecision[], Task> decide)
    {
        foreach (Part part in _parts) part.Begun = false;
        Minute slowest = start;
        while (true)
        {
            Minute cityEnd = slowest >= end ? end : Minute.Min(end, slowest + _latencies.CallMinutes);
            Part[] due = [.. _parts.Where(p => p.IsDue(end, cityEnd))];
            if (due.Length == 0)
            {
                if (slowest >= end) break;
                OpenDecision[] open = [.. _parts.SelectMany(p => p.Report!.OpenDecisions)];
                if (open.Length == 0)
                {
                    throw new RunFailure(new Breach(
                        $"nothing can go on before {end}", start.Value, ActorId.Outside.Value));
                }
                await decide(open);
                continue;
            }
            GrantReport[] reports = await Task.WhenAll(due.Select(p => p.Grain.Advance(GrantFor(p, end, cityEnd, signals))));
            Calls += due.Length;
            for (int i = 0; i < due.Length; i++) Note(due[i], reports[i]);
            slowest = new Minute(Math.Min(end.Value, _parts.Min(p => p.Report!.Slowest)));
        }
        return end.OfDay == 0 ? SumDaily() : [];
    }

    private Grant GrantFor(Part part, Minute end, Minute cityEnd, ulong signals)
    {
        var grant = new Grant
        {
            Epoch = _epoch,
            Number = ++_grants,
            End = end.Value,
            CityEnd = cityEnd.Value,
            Signals = signals,
            Expected = [.. part.Owed],
            Entries = [.. part.Entries],
            Changes = [.. part.Changes],
        };
        part.Number = grant.Number;
        part.Entries.Clear();
        part.Changes.Clear();
        part.TookIn();
        return grant;
    }

    private void Note(Part from, GrantReport report)
    {
        if (report.Breach is { } breach) throw new RunFailure(breach);
        from.Report = report;
        from.Begun = true;
        foreach (Written written in report.Wrote)
        {
            Part to = _parts[written.To];
            to.Owed.Add(new BatchId(Array.IndexOf(_parts, from), from.Number));
            to.OwedMessages += written.Messages;
            to.Urgent |= written.Urgent;
            Calls++;
        }
    }

    private long[] SumDaily()
    {
        var sum = new long[_parts[0].Report!.Daily.Length];
        foreach (Part part in _parts)
        {
            for (int i = 0; i < sum.Length; i++) sum[i] += part.Report!.Daily[i];
        }
        return sum;
    }

    private sealed class Part(IPartitionGrain grain, PartitionOpened opened)
    {
        public IPartitionGrain Grain => grain;

        public GrantReport? Report { get; set; }

        /// <summary>Whether it has had time in the present window.</summary>
        public bool Begun { get; set; }

        /// <summary>The number of its last grant.</summary>
        public long Number { get; set; }

        /// <summary>Batches that were written to it since it last took any in.</summary>
        public List<BatchId> Owed { get; } = [];

        public long OwedMessages { get; set; }

        /// <summary>Whether any of them is due in the present window.</summary>
        public bool Urgent { get; set; }

        public List<byte[]> Entries { get; } = [];

        public List<ActorChange> Changes { get; } = [];

        public bool IsDue(Minute end, Minute cityEnd) =>
            !Begun || Urgent || Entries.Count > 0 || Changes.Count > 0 || Report!.Ready
            || (opened.Answers && Report.SlowestService < cityEnd.Value);

        public void TookIn()
        {
            Owed.Clear();
            OwedMessages = 0;
            Urgent = false;
        }
    }
}

/// <summary>The model broke a law or an invariant: it would again, so nothing is tried a second time.</summary>
internal sealed class RunFailure(Breach breach) : Exception(breach.What)
{
    public Breach Breach => breach;
}
