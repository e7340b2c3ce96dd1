namespace Jinlin.Model.Engine;

/// <summary>
/// All neighborhoods of one run in one process, advanced in parallel under the look-ahead of law 2. How many
/// threads do it, and where the run is cut, changes no digest.
/// </summary>
public sealed class Town : IDisposable
{
    private readonly IModel _model;
    private readonly Neighborhood[] _neighborhoods;
    private readonly TownMap _map;
    private readonly LookAhead _lookAhead;

    /// <summary>Commands of a journal whose window has not come: a live run would not know of them either.</summary>
    private readonly Queue<Command> _replayed = [];
    private readonly Crew _crew;
    private readonly long[] _daily;
    private ulong _signals;
    private ulong _nextSignals;
    private int _endedDays;
    private long _taken;

    /// <summary>Builds the town as it is at minute 0.</summary>
    /// <param name="threads">How many threads advance neighborhoods, at least 1; default all cores.</param>
    public Town(IModel model, int? threads = null)
    {
        _model = model;
        int count = model.ActorCounts.Count;
        _map = new TownMap(model.ActorCounts);
        _neighborhoods = new Neighborhood[count];
        _crew = new Crew(Math.Max(1, Math.Min(threads ?? Environment.ProcessorCount, count)));
        _crew.Run(count, i => _neighborhoods[i] = _map.Build(model, new NeighborhoodId(i)));
        _lookAhead = new LookAhead([.. _neighborhoods], _map, model.Latencies, _crew);
        _daily = new long[model.Indicators.Count];
    }

    /// <summary>What it plays.</summary>
    public IModel Model => _model;

    public IReadOnlyList<Neighborhood> Neighborhoods => _neighborhoods;

    /// <summary>All minutes before this one are done, everywhere.</summary>
    public Minute Clock { get; private set; }

    public Journal Journal { get; } = new();

    /// <summary>Called at each midnight with the day that ended and its merged indicators.</summary>
    public Action<Day, ReadOnlyMemory<long>>? DayEnded { get; set; }

    /// <summary>Checks every invariant at each midnight; a broken one throws <see cref="ModelException"/>.</summary>
    public bool VerifyInvariants { get; set; }

    /// <summary>Called for each message that leaves a neighborhood, as it is delivered.</summary>
    internal Action<NeighborhoodId, Envelope>? Exchanged
    {
        get => _lookAhead.Delivered;
        set => _lookAhead.Delivered = value;
    }

    /// <summary>What the next day's bulk hooks are handed, and those of the day after.</summary>
    internal (ulong Present, ulong Coming) Signals => (_signals, _nextSignals);

    internal TownMap Map => _map;

    public long Delivered => _neighborhoods.Sum(n => n.Delivered);

    /// <summary>
    /// Advances everything to <paramref name="until"/>, a quarter-hour. Returns false where a decision is open:
    /// answer it with <see cref="Decide"/> and call again.
    /// </summary>
    /// <exception cref="OperationCanceledException">Between windows; the town is at a consistent cut then.</exception>
    public bool Advance(Minute until, CancellationToken cancellation = default)
    {
        if (!until.IsCut) throw new ArgumentOutOfRangeException(nameof(until), until, "a quarter-hour");
        while (Clock < until)
        {
            cancellation.ThrowIfCancellationRequested();
            Minute window = _lookAhead.WindowEnd(Clock, until);
            while (_replayed.TryPeek(out Command next) && next.At < window) HomeOf(next.To).Receive(_replayed.Dequeue());
            if (!_lookAhead.Advance(window, _signals)) return false;
            Clock = window;
            if (Clock.OfDay == 0) EndDay(new Day(Clock.Day.Value - 1));
        }
        return true;
    }

    /// <summary>
    /// Takes a command in: fixes its minute (the first quarter-hour not yet granted), writes it to the journal and
    /// delivers it.
    /// </summary>
    public Command Submit(ActorId to, byte kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0)
    {
        Neighborhood home = HomeOf(to);
        int quarter = Minute.QuarterHour;
        var command = new Command(
            Journal.Next, new Minute((home.Clock.Value + quarter - 1) / quarter * quarter), to, kind, a, b, c, d);
        Journal.Add(command);
        home.Receive(command);
        return command;
    }

    /// <summary>Answers a decision and writes the answer to the journal; null lets the model's rule answer.</summary>
    public void Decide(Decision decision, uint? choice)
    {
        Journal.Add(new Decided(Journal.Next, decision, choice));
        HomeOf(decision.Actor).Decide(decision, choice);
    }

    /// <summary>
    /// Feeds a recorded journal to a run at its start, or at the cut of the snapshot it goes on from: what the
    /// snapshot had taken in is not delivered again. Decisions are, since one may have come before it fell due.
    /// </summary>
    public void Replay(Journal journal)
    {
        foreach (Command command in journal.Commands)
        {
            Journal.Add(command);
            if (command.Number >= _taken && command.At >= HomeOf(command.To).Clock) _replayed.Enqueue(command);
        }
        foreach (Decided decided in journal.Decisions)
        {
            Journal.Add(decided);
            HomeOf(decided.Decision.Actor).Decide(decided.Decision, decided.Choice);
        }
    }

    /// <summary>The decisions that block the run now.</summary>
    public IEnumerable<Decision> OpenDecisions =>
        from n in _neighborhoods where n.OpenDecision is not null select n.OpenDecision!.Value;

    public Neighborhood HomeOf(ActorId actor) => _neighborhoods[_map.HomeOf(actor).Value];

    /// <summary>The run's digest: the neighborhoods' digests folded in the order of their ids (law 7).</summary>
    public UInt128 Digest()
    {
        var digests = new UInt128[_neighborhoods.Length];
        _crew.Run(digests.Length, i => digests[i] = _neighborhoods[i].Digest());
        return TownMap.Fold(digests);
    }

    /// <summary>All state at the present cut.</summary>
    public byte[] Save()
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(SnapshotFormat);
        writer.Write(Journal.Next);
        writer.Write(Clock.Value);
        writer.Write(_signals);
        writer.Write(_nextSignals);
        writer.Write(_endedDays);
        writer.WriteSpan(_map.FirstActors);
        foreach (Neighborhood n in _neighborhoods) n.Save(writer);
        return writer.Bytes.ToArray();
    }

    /// <summary>Goes on from a snapshot of this run, or of another world on the same town (a fork).</summary>
    /// <exception cref="InvalidDataException">Another format, another town, or damaged data.</exception>
    public void Load(ReadOnlyMemory<byte> snapshot)
    {
        var reader = new StateReader(snapshot);
        uint format = reader.Read<uint>();
        if (format is not (SnapshotFormat or PreviousFormat))
        {
            throw new InvalidDataException(
                $"snapshot format {format:x8}, this version reads {PreviousFormat:x8} and {SnapshotFormat:x8}");
        }
        _taken = format == PreviousFormat ? 0 : reader.Read<long>();
        Clock = new Minute(reader.Read<int>());
        _signals = reader.Read<ulong>();
        _nextSignals = reader.Read<ulong>();
        _endedDays = reader.Read<int>();
        if (!reader.ReadArray<uint>().AsSpan().SequenceEqual(_map.FirstActors))
            throw new InvalidDataException("the snapshot is of another town");
        foreach (Neighborhood n in _neighborhoods) n.Load(reader);
        if (!reader.AtEnd) throw new InvalidDataException("the snapshot is longer than its content");
    }

    public void Dispose() => _crew.Dispose();

    /// <summary>"JL" and the format's version.</summary>
    private const uint SnapshotFormat = 0x4A4C_0002;

    /// <summary>Without the number of journal entries taken in: commands due at the very cut would be delivered twice.</summary>
    private const uint PreviousFormat = 0x4A4C_0001;

    private void EndDay(Day day)
    {
        if (day.Value < _endedDays) return;
        _endedDays = day.Value + 1;
        Array.Clear(_daily);
        foreach (Neighborhood n in _neighborhoods)
        {
            ReadOnlySpan<long> own = n.Daily;
            for (int i = 0; i < own.Length; i++) _daily[i] += own[i];
        }
        _signals = _nextSignals;
        _nextSignals = _model.Signals(day, _daily, _nextSignals);
        if (VerifyInvariants) Verify();
        DayEnded?.Invoke(day, _daily);
    }

    private void Verify()
    {
        long sent = _neighborhoods.Sum(n => n.Sent) + Journal.Commands.Count - _replayed.Count;
        long accounted = _neighborhoods.Sum(n => n.Delivered + n.Pending);
        if (sent != accounted)
        {
            throw new ModelException(
                $"{sent} messages sent, {accounted} delivered or in flight", Clock, ActorId.Outside);
        }
        foreach (Neighborhood n in _neighborhoods)
            n.Verify((actor, what) => throw new ModelException(what, Clock, new ActorId(n.First.Value + (uint)actor)));
    }
}
