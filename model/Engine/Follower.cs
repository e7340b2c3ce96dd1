using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// A neighborhood of a variant: it says what the recorded one said, as long as it hears the same, and is simulated from
/// the minute in which it does not.
/// </summary>
internal sealed class Follower(VariantTown town, int id) : ICourse
{
    /// <summary>
    /// What has come to this one more often than to the recorded one (above 0) or less often; only what differs.
    /// </summary>
    private readonly Dictionary<Envelope, int> _surplus = new(new SameBytes());

    /// <summary>What has come here since the kept states.</summary>
    private readonly List<Envelope> _received = [];

    private Minute _clock = town.Recording.Town.Clock;
    private int _said;

    /// <summary>The neighborhood itself where it is simulated; null as long as it follows.</summary>
    public Neighborhood? Own { get; private set; }

    /// <summary>Whether it was ever simulated.</summary>
    public bool HasParted { get; private set; }

    public NeighborhoodId Id => new(id);

    public int Actors => Recorded.Actors;

    public bool AnswersCalls => Recorded.AnswersCalls;

    public Minute Clock => Own?.Clock ?? _clock;

    private Neighborhood Recorded => town.Recorded(id);

    /// <summary>The day has been recorded: what was heard there is expected here.</summary>
    public void BeginDay()
    {
        _said = 0;
        if (Own is not null) return;
        foreach (Envelope envelope in town.Recording.ReceivedBy(id)) Count(envelope, -1);
    }

    public Pause Advance(Minute until, ulong signals)
    {
        if (Own is not null) return Own.Advance(until, signals);
        Minute limit = Minute.Min(until, NextAnswer());
        if (Differs(limit))
        {
            Part();
            return Own.Advance(until, signals);
        }
        _clock = limit;
        return _clock < until ? Pause.AwaitsAnswer : Pause.Reached;
    }

    public void Receive(in Envelope envelope)
    {
        if (Own is not null)
        {
            Own.Receive(envelope);
            return;
        }
        _received.Add(envelope);
        Count(envelope, 1);
    }

    public void DrainOutbound(List<Envelope> into)
    {
        // What was said before it parted and has not gone out yet goes first.
        IReadOnlyList<Envelope> sent = town.Recording.SentBy(id);
        for (; _said < sent.Count && sent[_said].Message.Sent < _clock; _said++) into.Add(sent[_said]);
        Own?.DrainOutbound(into);
    }

    /// <summary>Is simulated from here on: from the kept state, hearing what was heard since.</summary>
    [MemberNotNull(nameof(Own))]
    public void Part()
    {
        HasParted = true;
        Neighborhood own = town.Build(id);
        own.Load(town.Recording.State(id));
        var answers = new Queue<Envelope>(_received.Where(e => e.AnswersCall).OrderBy(e => e.Message.Due.Value));
        foreach (Envelope envelope in _received)
        {
            if (!envelope.AnswersCall) own.Receive(envelope);
        }
        while (own.Clock < _clock)
        {
            Minute until = Minute.Min(_clock, own.Clock.NextMidnight);
            if (own.Advance(until, town.SignalsOn(own.Clock.Day)) != Pause.AwaitsAnswer) continue;
            while (answers.TryPeek(out Envelope answer) && answer.Message.Due == own.Clock) own.Receive(answers.Dequeue());
        }
        foreach (Envelope answer in answers) own.Receive(answer);
        // All this was said when it still followed.
        own.DrainOutbound([]);
        Own = own;
        _surplus.Clear();
        _received.Clear();
    }

    /// <summary>
    /// What is pending may differ though nothing has come of it yet. It is simulated then: kept states and digests hold
    /// what is pending.
    /// </summary>
    public void Settle()
    {
        if (Own is null && _surplus.Count > 0) Part();
    }

    /// <summary>It is again as recorded.</summary>
    public void Follow()
    {
        _clock = Own!.Clock;
        Own = null;
    }

    /// <summary>The states are kept anew.</summary>
    public void Forget() => _received.Clear();

    /// <summary>The first minute of which an answer has been recorded that has not come here.</summary>
    private Minute NextAnswer()
    {
        int next = int.MaxValue;
        foreach (Envelope recorded in town.Recording.ReceivedBy(id))
        {
            if (recorded.AnswersCall && recorded.Message.Due >= _clock && recorded.Message.Due.Value < next
                && IsMissing(recorded.Message.Due)) next = recorded.Message.Due.Value;
        }
        return new Minute(next);
    }

    /// <summary>Whether fewer answers have come for a minute than were recorded, whatever they say.</summary>
    private bool IsMissing(Minute due)
    {
        int surplus = 0;
        foreach ((Envelope envelope, int count) in _surplus)
        {
            if (envelope.AnswersCall && envelope.Message.Due == due) surplus += count;
        }
        return surplus < 0;
    }

    private bool Differs(Minute limit)
    {
        foreach (Envelope envelope in _surplus.Keys)
        {
            if (envelope.Message.Due < limit) return true;
        }
        return false;
    }

    private void Count(in Envelope envelope, int by)
    {
        int count = _surplus.GetValueOrDefault(envelope) + by;
        if (count == 0) _surplus.Remove(envelope);
        else _surplus[envelope] = count;
    }

    /// <summary>Two messages are the same if their bytes are.</summary>
    private sealed class SameBytes : IEqualityComparer<Envelope>
    {
        public bool Equals(Envelope a, Envelope b) => a.To == b.To && a.AnswersCall == b.AnswersCall
            && BytesOf(a.Message).SequenceEqual(BytesOf(b.Message));

        public int GetHashCode(Envelope envelope)
        {
            var hash = new HashCode();
            hash.AddBytes(BytesOf(envelope.Message));
            hash.Add(envelope.To);
            return hash.ToHashCode();
        }

        private static ReadOnlySpan<byte> BytesOf(in Message message) =>
            MemoryMarshal.AsBytes(new ReadOnlySpan<Message>(in message));
    }
}
