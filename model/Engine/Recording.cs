namespace Jinlin.Model.Engine;

/// <summary>
/// A town whose days are recorded for worlds beside it (see <see cref="VariantTown"/>): what each neighborhood sent and
/// received on the last day, and its state some days ago. Bounded: messages of one day, states of one midnight.
/// </summary>
/// <remarks>
/// A neighborhood's course is a function of its start, its commands and its inbound messages. As long as these are the
/// same in another world, its course there is this one, and need not be simulated again.
/// </remarks>
public sealed class Recording
{
    /// <summary>Days between midnights whose states are kept: what a neighborhood that parts runs again at most.</summary>
    public const int DaysBetweenStates = 7;

    private readonly Town _town;
    private readonly List<Envelope>[] _sent;
    private readonly List<Envelope>[] _received;
    private readonly ReadOnlyMemory<byte>[] _states;
    private readonly List<VariantTown> _variants = [];

    /// <param name="town">At a midnight; from here on it is advanced by this recording alone.</param>
    public Recording(Town town)
    {
        if (town.Clock.OfDay != 0) throw new ArgumentException("a recording begins at midnight", nameof(town));
        _town = town;
        int count = town.Neighborhoods.Count;
        _sent = [.. Enumerable.Range(0, count).Select(_ => new List<Envelope>())];
        _received = [.. Enumerable.Range(0, count).Select(_ => new List<Envelope>())];
        _states = new ReadOnlyMemory<byte>[count];
        First = town.Clock.Day;
    }

    public Town Town => _town;

    /// <summary>The first recorded day.</summary>
    public Day First { get; }

    /// <summary>Simulates and records the next day, and every variant's same day.</summary>
    /// <exception cref="OperationCanceledException">Between windows.</exception>
    public void AdvanceDay(CancellationToken cancellation = default)
    {
        bool keeps = (_town.Clock.Day - First) % DaysBetweenStates == 0;
        if (keeps)
        {
            foreach (VariantTown variant in _variants) variant.Rejoin();
            for (int n = 0; n < _states.Length; n++) _states[n] = Follows(n) ? StateOf(n) : default;
            foreach (VariantTown variant in _variants) variant.Forget();
            StatesFrom = _town.Clock;
        }
        foreach (List<Envelope> some in _sent) some.Clear();
        foreach (List<Envelope> some in _received) some.Clear();
        ulong signals = _town.Signals.Present;
        _town.Exchanged = (from, envelope) =>
        {
            _sent[from.Value].Add(envelope);
            _received[_town.Map.HomeOf(envelope.To).Value].Add(envelope);
        };
        if (!_town.Advance(_town.Clock.NextMidnight, cancellation))
            throw new InvalidOperationException("a recorded town has no open decisions");
        _town.Exchanged = null;
        foreach (VariantTown variant in _variants) variant.AdvanceDay(signals, cancellation);
    }

    /// <summary>The midnight of the kept states.</summary>
    internal Minute StatesFrom { get; private set; }

    internal void Add(VariantTown variant) => _variants.Add(variant);

    /// <summary>What a neighborhood sent on the last recorded day, in the order of sending.</summary>
    internal IReadOnlyList<Envelope> SentBy(int neighborhood) => _sent[neighborhood];

    /// <summary>What was delivered to it on the last recorded day.</summary>
    internal IReadOnlyList<Envelope> ReceivedBy(int neighborhood) => _received[neighborhood];

    /// <summary>A neighborhood's state at <see cref="StatesFrom"/>.</summary>
    internal StateReader State(int neighborhood) => new(_states[neighborhood]);

    private bool Follows(int neighborhood)
    {
        foreach (VariantTown variant in _variants)
        {
            if (variant.Follows(neighborhood)) return true;
        }
        return false;
    }

    private ReadOnlyMemory<byte> StateOf(int neighborhood)
    {
        StateWriter writer = StateWriter.ToBytes();
        _town.Neighborhoods[neighborhood].Save(writer);
        return writer.Bytes;
    }
}
