using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>Why <see cref="Neighborhood.Advance"/> returned.</summary>
public enum Pause
{
    /// <summary>The granted minute is reached.</summary>
    Reached,

    /// <summary>The answer to an open call is due now and has not come in.</summary>
    AwaitsAnswer,

    /// <summary>A controlled actor has a decision to make; see <see cref="Neighborhood.OpenDecision"/>.</summary>
    Blocked,
}

/// <summary>A decision that a person or program may make for an actor that it controls (law 6).</summary>
/// <param name="Actor">Who decides.</param>
/// <param name="At">The minute in which the decision falls.</param>
/// <param name="Kind">The message kind that asks.</param>
/// <param name="Sender">Who puts the question.</param>
/// <param name="Sent">When the question was put.</param>
/// <param name="Ordinal">Tells apart what one sender put in the same minute.</param>
public readonly record struct Decision(
    ActorId Actor, Minute At, byte Kind, ActorId Sender, Minute Sent, ushort Ordinal);

/// <summary>
/// The unit of simulation: the actors of one estate (or one city service) and their queue. It advances alone as
/// far as the look-ahead of law 2 allows; what it says to others collects in <see cref="DrainOutbound"/>.
/// Not safe for concurrent use.
/// </summary>
public sealed partial class Neighborhood : ICourse
{
    private readonly IModel _model;
    private readonly IPopulation _population;
    private readonly Wheel _wheel = new();
    private readonly CanonicalOrder _order;
    private readonly Outbox _outbox;
    private readonly long[] _daily;
    private readonly Dictionary<Decision, uint?> _answers = [];
    private HashSet<ActorId>? _controlled;
    private Message[] _batch = new Message[64];
    private int _begunDay = -1;
    private int _endedDay = -1;

    public Neighborhood(IModel model, NeighborhoodId id, ActorId first, int actors)
    {
        if (actors > Message.MaxActorsPerNeighborhood)
        {
            throw new ArgumentOutOfRangeException(
                nameof(actors), actors, $"at most {Message.MaxActorsPerNeighborhood}");
        }
        _model = model;
        Id = id;
        First = first;
        Actors = actors;
        var chance = new Chance(model.Seed);
        _order = new CanonicalOrder(chance, first.Value);
        _outbox = new Outbox(_wheel, chance, model.Latencies, first, actors);
        _population = model.Populate(id);
        _daily = new long[model.Indicators.Count];
        AnswersCalls = model.AnswersCalls(id);
    }

    public NeighborhoodId Id { get; }

    /// <summary>The first of its consecutive actor ids.</summary>
    public ActorId First { get; }

    public int Actors { get; }

    /// <summary>True for a city service that answers calls.</summary>
    public bool AnswersCalls { get; }

    /// <summary>All minutes before this one are done.</summary>
    public Minute Clock { get; private set; }

    /// <summary>Messages handled since the start.</summary>
    public long Delivered { get; private set; }

    /// <summary>Messages sent since the start.</summary>
    public long Sent => _outbox.Sent;

    /// <summary>Messages waiting, here and on the way out.</summary>
    public int Pending => _wheel.Count + _outbox.Outbound.Count;

    /// <summary>Bytes held for pending messages: room for the most that were pending at once.</summary>
    public long MessageBytes => _wheel.Bytes;

    /// <summary>Messages sent since the start, by kind.</summary>
    public ReadOnlySpan<long> SentByKind => _outbox.SentByKind;

    /// <summary>The integers of the last day that has ended.</summary>
    public ReadOnlySpan<long> Daily => _daily;

    /// <summary>The decision at which it is blocked.</summary>
    public Decision? OpenDecision { get; private set; }

    /// <summary>The actors themselves, for reading between grants.</summary>
    public IPopulation Population => _population;

    /// <summary>Whether handlers write records; changes no digest (law 5).</summary>
    public bool Recording
    {
        get => _outbox.Recording;
        set => _outbox.Recording = value;
    }

    /// <summary>
    /// How far it may run before an answer must have come in: the first minute it may not handle.
    /// <see cref="int.MaxValue"/> without open calls.
    /// </summary>
    public Minute AnswerHorizon
    {
        get
        {
            int least = int.MaxValue;
            foreach (Minute due in _outbox.OpenCalls) least = Math.Min(least, due.Value);
            return new Minute(least);
        }
    }

    /// <summary>
    /// Handles everything due before <paramref name="until"/>, which may not lie beyond the next midnight. Stops
    /// earlier where an answer is missing or a decision is open.
    /// </summary>
    public Pause Advance(Minute until, ulong signals = 0)
    {
        if (until <= Clock) return Pause.Reached;
        Day day = Clock.Day;
        Minute midnight = day.Next.Start;
        if (until > midnight) throw new ArgumentOutOfRangeException(nameof(until), until, $"at most {midnight}");
        if (_begunDay != day.Value)
        {
            _wheel.OpenDay(day);
            _outbox.BeginBulk(Clock);
            Recall();
            _population.BeginDay(day, signals, _outbox);
            _outbox.End();
            _begunDay = day.Value;
        }
        while (true)
        {
            int next = _wheel.NextOccupied(Clock.OfDay);
            var minute = new Minute(day.Start.Value + next);
            Minute limit = Minute.Min(until, AnswerHorizon);
            if (minute >= limit)
            {
                Clock = limit;
                break;
            }
            Clock = minute;
            if (!Handle(minute)) return Pause.Blocked;
            Clock = minute + 1;
            if (Clock == midnight) break;
        }
        if (Clock < until) return Pause.AwaitsAnswer;
        if (until == midnight && _endedDay != day.Value)
        {
            Recall();
            _population.EndDay(day, _daily);
            _endedDay = day.Value;
            _wheel.Park();
        }
        return Pause.Reached;
    }

    /// <summary>Takes in a message from elsewhere. Refuses one for a minute that is already done.</summary>
    public void Receive(in Envelope envelope)
    {
        Message m = envelope.Message;
        if (m.Due < Clock || envelope.To.Value - First.Value >= (uint)Actors)
            throw new ModelException($"a message of kind {m.Kind} due {m.Due} came in at {Clock}", Clock, envelope.To);
        if (envelope.AnswersCall && !_outbox.OpenCalls.Remove(m.Due))
            throw new ModelException($"an answer of kind {m.Kind} to no open call", m.Due, envelope.To);
        _wheel.Add(new Message(
            m.Due, (int)(envelope.To.Value - First.Value), m.Kind, m.Sender, m.Due - m.Sent, m.Ordinal,
            m.A, m.B, m.C, m.D));
    }

    /// <summary>Adds a command of the journal, to be handled at its minute.</summary>
    public void Receive(in Command command) => Receive(new Envelope(
        command.To, false,
        new Message(
            command.At, 0, command.Kind, ActorId.Outside, 0, (int)(command.Number & 0xFFFF),
            command.A, command.B, command.C, command.D)));

    /// <summary>Hands over what is meant for others, and forgets it here.</summary>
    public void DrainOutbound(List<Envelope> into)
    {
        into.AddRange(_outbox.Outbound);
        _outbox.Outbound.Clear();
    }

    /// <summary>Hands over the records since the last time, sorted, and forgets them.</summary>
    public void DrainRecords(List<Record> into)
    {
        _outbox.Records.Sort();
        into.AddRange(_outbox.Records);
        _outbox.Records.Clear();
    }

    /// <summary>Puts an actor's decisions into somebody's hands, or takes them back.</summary>
    public void Control(ActorId actor, bool controlled)
    {
        if (controlled) (_controlled ??= []).Add(actor);
        else if (_controlled is not null && _controlled.Remove(actor) && _controlled.Count == 0) _controlled = null;
    }

    /// <summary>Answers a decision; null: the model's rule does. May come before the decision falls due.</summary>
    public void Decide(Decision decision, uint? choice)
    {
        _answers[decision] = choice;
        if (OpenDecision == decision) OpenDecision = null;
    }

    /// <summary>
    /// Hash of the canonical state and order-free sum over pending messages (law 7). Does not depend on how the
    /// state was reached.
    /// </summary>
    public UInt128 Digest()
    {
        Recall();
        StateWriter writer = StateWriter.ToHash();
        writer.Write(Clock.Value);
        _population.Save(writer);
        UInt128 sum = writer.Digest;
        foreach (Message message in _wheel.ToArray())
            sum += XxHash128.HashToUInt128(MemoryMarshal.AsBytes(new ReadOnlySpan<Message>(in message)), Id.Value);
        foreach (Envelope envelope in _outbox.Outbound)
        {
            Message message = envelope.Message;
            sum += XxHash128.HashToUInt128(
                MemoryMarshal.AsBytes(new ReadOnlySpan<Message>(in message)), envelope.To.Value);
        }
        return sum;
    }

    /// <summary>Checks the engine's own account and the model's invariants.</summary>
    public void Verify(Action<int, string> broken)
    {
        Recall();
        _population.Verify(Clock, broken);
    }

    /// <summary>Writes all that is needed to go on from here.</summary>
    public void Save(StateWriter writer)
    {
        Recall();
        writer.Write(Clock.Value);
        writer.Write(_begunDay);
        writer.Write(_endedDay);
        writer.Write(Delivered);
        writer.Write(Sent);
        writer.WriteSpan<long>(_outbox.SentByKind);
        writer.WriteSpan<long>(_daily);
        _outbox.OpenCalls.Sort();
        writer.WriteSpan<Minute>(CollectionsMarshal.AsSpan(_outbox.OpenCalls));
        Message[] pending = _wheel.ToArray();
        Array.Sort(pending, CanonicalOrder.ByMinute);
        writer.WriteSpan<Message>(pending);
        writer.Write(_outbox.Outbound.Count);
        foreach (Envelope e in _outbox.Outbound)
        {
            writer.Write(e.To.Value);
            writer.Write(e.AnswersCall);
            writer.Write(e.Message);
        }
        _population.Save(writer);
    }

    /// <summary>Goes back to a saved state, also one of another world on the same town (a fork).</summary>
    public void Load(StateReader reader)
    {
        Clock = new Minute(reader.Read<int>());
        _begunDay = reader.Read<int>();
        _endedDay = reader.Read<int>();
        Delivered = reader.Read<long>();
        _outbox.Sent = reader.Read<long>();
        reader.ReadInto<long>(_outbox.SentByKind);
        reader.ReadInto<long>(_daily);
        _outbox.OpenCalls.Clear();
        _outbox.OpenCalls.AddRange(reader.ReadArray<Minute>());
        _wheel.Clear(_begunDay == Clock.Day.Value ? Clock.Day : null);
        foreach (Message message in reader.ReadArray<Message>()) _wheel.Add(message);
        _outbox.Outbound.Clear();
        for (int n = reader.Read<int>(); n > 0; n--)
            _outbox.Outbound.Add(new Envelope(new(reader.Read<uint>()), reader.Read<bool>(), reader.Read<Message>()));
        _outbox.Records.Clear();
        OpenDecision = null;
        _away.Clear();
        _population.Load(reader);
    }

    /// <summary>False if a decision blocks the minute; nothing of it has been handled then.</summary>
    private bool Handle(Minute minute)
    {
        int count = _wheel.Take(minute.OfDay, ref _batch);
        Span<Message> sorted = _order.Sort(_batch, count);
        if (_controlled is not null && FindOpenDecision(sorted) is { } open)
        {
            foreach (ref readonly Message message in sorted) _wheel.Add(message);
            OpenDecision = open;
            return false;
        }
        if (_detached is null) HandleHere(sorted, minute);
        else HandleDetached(sorted, minute);
        Delivered += count;
        return true;
    }

    private void HandleHere(ReadOnlySpan<Message> sorted, Minute minute)
    {
        foreach (ref readonly Message message in sorted)
        {
            _outbox.Begin(minute, new ActorId(First.Value + (uint)message.Receiver));
            _outbox.Choice = _answers.Count == 0 ? null : TakeAnswer(message);
            _population.Handle(message, _outbox);
        }
    }

    private Decision? FindOpenDecision(ReadOnlySpan<Message> minute)
    {
        foreach (ref readonly Message message in minute)
        {
            if (!_population.IsDecision(message.Kind)) continue;
            Decision decision = DecisionOf(message);
            if (_controlled!.Contains(decision.Actor) && !_answers.ContainsKey(decision)) return decision;
        }
        return null;
    }

    private uint? TakeAnswer(in Message message)
    {
        if (!_population.IsDecision(message.Kind)) return null;
        return _answers.Remove(DecisionOf(message), out uint? choice) ? choice : null;
    }

    private Decision DecisionOf(in Message message) => new(
        new ActorId(First.Value + (uint)message.Receiver), message.Due, message.Kind, message.Sender,
        message.Sent, message.Ordinal);
}
