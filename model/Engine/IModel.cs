namespace Jinlin.Model.Engine;

/// <summary>
/// What a model plugs into the engine: who lives where, how long messages take, and the rules. One instance
/// describes one world (town, policies, shocks, parameters, seed); it is immutable and shared by all threads.
/// </summary>
public interface IModel
{
    /// <summary>Short name, for manifests and tables.</summary>
    string Name { get; }

    /// <summary>The seed of every draw.</summary>
    ulong Seed { get; }

    /// <summary>How long messages take between neighborhoods; the look-ahead of the parallel run.</summary>
    Latencies Latencies { get; }

    /// <summary>Names of the message kinds, by number; at most 256.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Names of the daily integers that <see cref="IPopulation.EndDay"/> writes, by position.</summary>
    IReadOnlyList<string> Indicators { get; }

    /// <summary>How many actors each neighborhood has, in their order. The same in every policy's world.</summary>
    IReadOnlyList<int> ActorCounts { get; }

    /// <summary>True for a neighborhood that answers calls (a city service); it makes none itself.</summary>
    bool AnswersCalls(NeighborhoodId neighborhood);

    /// <summary>Makes one neighborhood's actors as they are at minute 0. Called from many threads.</summary>
    IPopulation Populate(NeighborhoodId neighborhood);

    /// <summary>
    /// Evaluates triggers on the merged indicators of a finished day (law 6). What it returns is handed to
    /// every neighborhood at the midnight after the next: <c>BeginDay(day + 2)</c>.
    /// </summary>
    /// <param name="day">The day that has ended.</param>
    /// <param name="indicators">That day's integers, summed over neighborhoods in their order.</param>
    /// <param name="signals">What the last evaluation returned.</param>
    ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals);
}

/// <summary>
/// The actors of one neighborhood and the rules that move them. The engine calls it from one thread at a time.
/// </summary>
public interface IPopulation
{
    /// <summary>The daily bulk hook, before any message of the day: needs arise, slots are drawn.</summary>
    void BeginDay(Day day, ulong signals, Outbox outbox);

    /// <summary>Lets one actor handle one message, touching only that actor's row.</summary>
    void Handle(in Message message, Outbox outbox);

    /// <summary>Writes the day's indicators; reads only.</summary>
    void EndDay(Day day, Span<long> indicators);

    /// <summary>True if a person or program that controls the receiver may answer this kind of message.</summary>
    bool IsDecision(byte kind);

    /// <summary>Writes the canonical state: the same bytes for the same state, whatever led there.</summary>
    void Save(StateWriter writer);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    void Load(StateReader reader);

    /// <summary>Checks the model's invariants; reports what is broken through <paramref name="broken"/>.</summary>
    void Verify(Minute now, Action<int, string> broken);
}

/// <summary>How long messages take between neighborhoods (law 2).</summary>
/// <param name="MailMinutes">Least time of mail in minutes, or null: no earlier than the next midnight.</param>
/// <param name="CallMinutes">Time of a call, each way, in minutes.</param>
public readonly record struct Latencies(int? MailMinutes, int CallMinutes)
{
    /// <summary>Mail by the next midnight, calls a quarter-hour each way.</summary>
    public static readonly Latencies NearNeighbor = new(null, Minute.QuarterHour);

    /// <summary>When everything sent at <paramref name="now"/> or later can arrive at the earliest.</summary>
    public Minute MailHorizon(Minute now) => MailMinutes is { } m ? now + m : now.NextMidnight;
}
