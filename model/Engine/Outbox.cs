using System.Runtime.CompilerServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// All that a handler may do to the world outside its row: send, mail, call, answer, record, draw. It belongs to
/// one neighborhood and to the actor that is handling a message at the moment.
/// </summary>
public sealed class Outbox
{
    private readonly Wheel _wheel;
    private readonly Chance _chance;
    private readonly Latencies _latencies;
    private readonly uint _first;
    private readonly uint _count;
    private ushort _ordinal;

    /// <summary>An outbox that only collects: what it sends happens elsewhere.</summary>
    internal static Outbox Capturing(Chance chance, Latencies latencies, ActorId first, int count) =>
        new(new Wheel(), chance, latencies, first, count) { Captured = [] };

    internal Outbox(Wheel wheel, Chance chance, Latencies latencies, ActorId first, int count)
    {
        _wheel = wheel;
        _chance = chance;
        _latencies = latencies;
        _first = first.Value;
        _count = (uint)count;
    }

    /// <summary>The minute that is being handled.</summary>
    public Minute Now { get; private set; }

    /// <summary>The actor that is handling.</summary>
    public ActorId Self { get; private set; }

    /// <summary>
    /// What a person or program answered to this decision, or null: the model's own rule decides (law 6).
    /// </summary>
    public uint? Choice { get; internal set; }

    /// <summary>True while somebody listens to records; a handler may skip preparing them otherwise.</summary>
    public bool Recording { get; internal set; }

    /// <summary>Keyed chance, for bulk draws over rosters.</summary>
    public Chance Chance => _chance;

    /// <summary>What was sent within the neighborhood, where the neighborhood is not here; else null.</summary>
    internal List<Message>? Captured { get; private init; }

    internal List<Envelope> Outbound { get; } = [];

    /// <summary>When the answers to open calls are due; unordered.</summary>
    internal List<Minute> OpenCalls { get; } = [];

    internal List<Record> Records { get; } = [];

    internal long Sent { get; set; }

    internal long[] SentByKind { get; } = new long[256];

    /// <summary>A uniform number for the handling actor; see <see cref="Engine.Chance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Draw(uint occasion, uint purpose, uint index = 0) =>
        _chance.Uniform(Self.Value, occasion, purpose, index);

    /// <summary>Tells an actor of the same neighborhood, <paramref name="delay"/> ≥ 1 minutes from now.</summary>
    public void Send(ActorId to, byte kind, int delay, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        uint receiver = to.Value - _first;
        if (receiver >= _count || (uint)(delay - 1) >= Message.MaxDelay) RefuseSend(to, kind, delay);
        Sent++;
        SentByKind[kind]++;
        var message = new Message(Now + delay, (int)receiver, kind, Self, delay, _ordinal++, a, b, c, d);
        if (Captured is null) _wheel.Add(message);
        else Captured.Add(message);
    }

    /// <summary>A message to oneself: a timer, or a decision.</summary>
    public void SendSelf(byte kind, int delay, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        Send(Self, kind, delay, a, b, c, d);

    /// <summary>
    /// Writes to an actor of another neighborhood. Arrives <paramref name="after"/> ≥ 0 minutes after the
    /// earliest that the model's latencies allow (near-neighbor: the next midnight).
    /// </summary>
    public void Mail(ActorId to, byte kind, int after, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        Minute due = _latencies.MailHorizon(Now) + after;
        if (after < 0 || due - Now > Message.MaxDelay) RefuseSend(to, kind, due - Now);
        Post(to, kind, due, a, b, c, d);
    }

    /// <summary>Tells an actor wherever it is: sends within the neighborhood, mails beyond it.</summary>
    public void SendOrMail(
        ActorId to, byte kind, int delay, int after, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        if (IsHere(to)) Send(to, kind, delay, a, b, c, d);
        else Mail(to, kind, after, a, b, c, d);
    }

    /// <summary>
    /// Calls an organization of the city. It answers in the minute in which the call arrives, and the answer is
    /// here twice the call latency from now; until it is, the neighborhood runs no further than that.
    /// </summary>
    public void Call(ActorId to, byte kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        if (IsHere(to)) RefuseSend(to, kind, _latencies.CallMinutes);
        OpenCalls.Add(Now + (2 * _latencies.CallMinutes));
        Post(to, kind, Now + _latencies.CallMinutes, a, b, c, d);
    }

    /// <summary>Answers a call in the minute in which it arrived.</summary>
    public void Answer(in Message call, byte kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        Post(call.Sender, kind, Now + _latencies.CallMinutes, a, b, c, d, answersCall: true);

    /// <summary>Writes a line of the run's own record, if somebody listens. Never read back by a rule.</summary>
    public void Record(ushort kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        if (Recording) Records.Add(new Record(Now, Self, kind, _ordinal, a, b, c, d));
    }

    /// <summary>True if the actor lives in this neighborhood.</summary>
    public bool IsHere(ActorId actor) => actor.Value - _first < _count;

    /// <summary>Names the actor on whose behalf the bulk hook acts from here on.</summary>
    public void ActAs(ActorId actor)
    {
        if (!IsHere(actor)) throw new ModelException($"{actor} is not of this neighborhood", Now, actor);
        if (actor == Self) return;
        Self = actor;
        _ordinal = FirstBulkOrdinal;
    }

    /// <summary>The bulk hook's messages rank behind those of the minute itself, which have the same senders.</summary>
    private const ushort FirstBulkOrdinal = 0x8000;

    internal void Begin(Minute now, ActorId self)
    {
        if (now != Now || self != Self) _ordinal = 0;
        Now = now;
        Self = self;
    }

    internal void BeginBulk(Minute now)
    {
        Now = now;
        Self = ActorId.Outside;
        _ordinal = FirstBulkOrdinal;
    }

    /// <summary>Nobody is handling any more: whoever comes next numbers its messages from 0.</summary>
    internal void End() => Self = ActorId.Outside;

    /// <summary>Sends what an actor that lives elsewhere has sent.</summary>
    internal void Resend(in Message message)
    {
        Sent++;
        SentByKind[message.Kind]++;
        _wheel.Add(message);
    }

    /// <inheritdoc cref="Resend(in Message)"/>
    internal void Resend(in Envelope envelope)
    {
        Sent++;
        SentByKind[envelope.Message.Kind]++;
        Outbound.Add(envelope);
    }

    private void Post(
        ActorId to, byte kind, Minute due, uint a, uint b, uint c, uint d, bool answersCall = false)
    {
        Sent++;
        SentByKind[kind]++;
        Outbound.Add(new Envelope(to, answersCall, new Message(due, 0, kind, Self, due - Now, _ordinal++, a, b, c, d)));
    }

    private void RefuseSend(ActorId to, byte kind, int delay) => throw new ModelException(
        $"message kind {kind} to {to} with delay {delay}: a message within a neighborhood takes 1 to " +
        $"{Message.MaxDelay} minutes, and leaves it only as mail or call", Now, Self);
}

/// <summary>A message on its way to another neighborhood.</summary>
public readonly record struct Envelope(ActorId To, bool AnswersCall, Message Message);

/// <summary>One line of the run's own record. What A to D mean is a matter of the kind.</summary>
/// <param name="Ordinal">Orders the lines of one actor and minute.</param>
public readonly record struct Record(
    Minute At, ActorId Actor, ushort Kind, ushort Ordinal, uint A, uint B, uint C, uint D) : IComparable<Record>
{
    public int CompareTo(Record other)
    {
        int c = At.CompareTo(other.At);
        if (c == 0) c = Actor.CompareTo(other.Actor);
        if (c == 0) c = Ordinal.CompareTo(other.Ordinal);
        if (c == 0) c = Kind.CompareTo(other.Kind);
        if (c == 0) c = A.CompareTo(other.A);
        if (c == 0) c = B.CompareTo(other.B);
        if (c == 0) c = C.CompareTo(other.C);
        return c == 0 ? D.CompareTo(other.D) : c;
    }
}

/// <summary>A law or an invariant is broken: the model is wrong, not the input.</summary>
public sealed class ModelException : Exception
{
    public ModelException(string message, Minute at, ActorId actor)
        : this(at, actor, $"{message} (at {at}, minute {at.Value}, actor {actor})")
    {
    }

    private ModelException(Minute at, ActorId actor, string whole)
        : base(whole) => (At, Actor) = (at, actor);

    /// <summary>As somebody else tells of it: the message says when and who already.</summary>
    public static ModelException Told(string message, Minute at, ActorId actor) => new(at, actor, message);

    public Minute At { get; }

    public ActorId Actor { get; }
}
