namespace Jinlin.Model.Engine;

/// <summary>
/// Another world beside a recorded one: it simulates only the neighborhoods that its policy touches and those that a
/// message of theirs reaches, and takes the course of all others from the recording. The digest is that of the whole
/// world simulated.
/// </summary>
public sealed class VariantTown : IDisposable
{
    private readonly IModel _model;
    private readonly Recording _recording;
    private readonly Follower[] _courses;
    private readonly LookAhead _lookAhead;
    private readonly Crew _crew;
    private readonly Touches _touches;
    private readonly long[] _daily;
    private readonly long[] _sentBeyond;
    private readonly List<ulong> _signals = [];
    private ulong _present;
    private ulong _coming;

    /// <summary>Whether a world's own rules differ from the recorded world's in a neighborhood on a day.</summary>
    /// <param name="signals">What the recorded world's bulk hook is handed.</param>
    /// <param name="own">What this world's is handed.</param>
    public delegate bool Touches(NeighborhoodId neighborhood, Day day, ulong signals, ulong own);

    /// <summary>Begins where the recorded town is; from here on both advance together.</summary>
    /// <param name="model">This world's; of the same town and seed as the recorded one.</param>
    /// <param name="recording">Which has not recorded a day yet.</param>
    /// <param name="touches">True too often costs time; false where rules differ would be wrong.</param>
    /// <param name="threads">How many threads advance it, at least 1.</param>
    public VariantTown(IModel model, Recording recording, Touches touches, int threads)
    {
        if (recording.Town.Clock != recording.First.Start)
            throw new ArgumentException("the recording has begun already", nameof(recording));
        (_model, _recording, _touches) = (model, recording, touches);
        IReadOnlyList<Neighborhood> recorded = recording.Town.Neighborhoods;
        _courses = [.. recorded.Select(n => new Follower(this, n.Id.Value))];
        _crew = new Crew(Math.Max(1, Math.Min(threads, recorded.Count)));
        _lookAhead = new LookAhead([.. _courses], recording.Town.Map, model.Latencies, _crew);
        _daily = new long[model.Indicators.Count];
        _sentBeyond = new long[recorded.Count];
        (_present, _coming) = recording.Town.Signals;
        Clock = recording.Town.Clock;
        recording.Add(this);
    }

    /// <summary>All minutes before this one are done.</summary>
    public Minute Clock { get; private set; }

    /// <summary>Called at each midnight with the day that ended and this world's merged indicators.</summary>
    public Action<Day, ReadOnlyMemory<long>>? DayEnded { get; set; }

    /// <summary>How many neighborhoods have been simulated here, each counted once.</summary>
    public int Simulated => _courses.Count(c => c.HasParted);

    /// <summary>Days of neighborhoods that were simulated here.</summary>
    public long SimulatedDays { get; private set; }

    /// <summary>Messages sent since the start, as this world simulated alone would have sent them.</summary>
    public long Sent => Enumerable.Range(0, _courses.Length).Sum(n => At(n).Sent + _sentBeyond[n]);

    /// <summary>A neighborhood as it is in this world, for reading between days.</summary>
    public Neighborhood At(int neighborhood) => _courses[neighborhood].Own ?? Recorded(neighborhood);

    /// <summary>The world's digest (law 7).</summary>
    public UInt128 Digest()
    {
        Settle();
        return TownMap.Fold([.. Enumerable.Range(0, _courses.Length).Select(n => At(n).Digest())]);
    }

    public void Dispose() => _crew.Dispose();

    internal bool Follows(int neighborhood) => _courses[neighborhood].Own is null;

    internal Neighborhood Recorded(int neighborhood) => _recording.Town.Neighborhoods[neighborhood];

    internal Recording Recording => _recording;

    internal Neighborhood Build(int neighborhood) =>
        _recording.Town.Map.Build(_model, new NeighborhoodId(neighborhood));

    /// <summary>What this world's bulk hooks were handed on a day since the kept states.</summary>
    internal ulong SignalsOn(Day day) => _signals[day - _recording.StatesFrom.Day];

    /// <summary>Simulates what differs of the day that has just been recorded.</summary>
    internal void AdvanceDay(ulong recorded, CancellationToken cancellation)
    {
        Day day = Clock.Day;
        _signals.Add(_present);
        for (int n = 0; n < _courses.Length; n++)
        {
            _courses[n].BeginDay();
            if (Follows(n) && _touches(new NeighborhoodId(n), day, recorded, _present)) _courses[n].Part();
        }
        Minute end = day.Next.Start;
        while (Clock < end)
        {
            cancellation.ThrowIfCancellationRequested();
            Minute window = _lookAhead.WindowEnd(Clock, end);
            if (!_lookAhead.Advance(window, _present))
                throw new InvalidOperationException("a variant has no open decisions");
            Clock = window;
        }
        SimulatedDays += _courses.Count(c => c.Own is not null);
        Array.Clear(_daily);
        for (int n = 0; n < _courses.Length; n++)
        {
            ReadOnlySpan<long> own = At(n).Daily;
            for (int i = 0; i < own.Length; i++) _daily[i] += own[i];
        }
        (_present, _coming) = (_coming, _model.Signals(day, _daily, _coming));
        DayEnded?.Invoke(day, _daily);
    }

    /// <summary>
    /// Simulates also those to which something else is on its way; lets those that are again as recorded follow again.
    /// </summary>
    internal void Rejoin()
    {
        Settle();
        for (int n = 0; n < _courses.Length; n++)
        {
            if (_courses[n].Own is not { } own || _touches(own.Id, Clock.Day, _recording.Town.Signals.Present, _present)
                || own.AnswerHorizon.Value != int.MaxValue || Recorded(n).AnswerHorizon.Value != int.MaxValue
                || own.Digest() != Recorded(n).Digest()) continue;
            _sentBeyond[n] += own.Sent - Recorded(n).Sent;
            _courses[n].Follow();
        }
    }

    private void Settle()
    {
        foreach (Follower course in _courses) course.Settle();
    }

    /// <summary>What lies before the states that are kept now is not needed again.</summary>
    internal void Forget()
    {
        _signals.Clear();
        foreach (Follower course in _courses) course.Forget();
    }
}
