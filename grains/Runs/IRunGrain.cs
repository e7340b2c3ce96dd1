using Orleans.Concurrency;

namespace Jinlin.Grains.Runs;

/// <summary>
/// One run; its key is the run's name. It coordinates the partitions: grants time, carries no messages of the
/// simulation itself.
/// </summary>
[Alias("jinlin.IRunGrain")]
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Starts the run; the same definition again is no error.</summary>
    /// <exception cref="RunException">A run of this name exists with other inputs, or the inputs are wrong.</exception>
    [Alias("Start")]
    Task Start(RunDefinition definition);

    [Alias("Status"), AlwaysInterleave]
    Task<RunStatus> Status();

    /// <summary>Waits for a newer version than the one known, at most about a second.</summary>
    [Alias("Watch"), AlwaysInterleave]
    Task<RunStatus> Watch(long known);

    /// <summary>Stops granting time; what is granted is finished first.</summary>
    [Alias("Pause"), AlwaysInterleave]
    Task Pause();

    [Alias("Resume"), AlwaysInterleave]
    Task Resume();

    /// <summary>Runs a paused run so many minutes further, a multiple of 15, and pauses it again.</summary>
    [Alias("Step"), AlwaysInterleave]
    Task Step(int minutes);

    /// <summary>Ends the run where it stands; returns when nothing computes any more.</summary>
    [Alias("Stop"), AlwaysInterleave]
    Task Stop();

    /// <summary>Ends the run and forgets all that is kept of it.</summary>
    [Alias("Delete"), AlwaysInterleave]
    Task Delete();

    /// <summary>Takes a command in; returns when it is in the journal and will never be lost (law 6).</summary>
    [Alias("Submit"), AlwaysInterleave]
    Task<CommandReceipt> Submit(CommandOrder command);

    /// <summary>
    /// Puts an actor's decisions into the caller's hands from the next grant on. Whoever had it before loses it.
    /// </summary>
    /// <returns>The credential to decide for this actor of this run, and for no other.</returns>
    [Alias("TakeOver"), AlwaysInterleave]
    Task<string> TakeOver(uint actor);

    /// <summary>Gives an actor back to the model's own rules.</summary>
    [Alias("GiveBack"), AlwaysInterleave]
    Task GiveBack(uint actor, string credential);

    /// <summary>Answers an open decision; null lets the model's own rule answer. Returns when it is in the journal.</summary>
    /// <exception cref="RunException">The credential is not this actor's, or it has been decided.</exception>
    [Alias("Decide"), AlwaysInterleave]
    Task Decide(OpenDecision decision, uint? choice, string credential);

    /// <summary>Moves an actor into a grain of its own, or home; changes no digest.</summary>
    [Alias("Activate"), AlwaysInterleave]
    Task Activate(uint actor, bool activated);

    /// <summary>
    /// Begins another run from this one's present cut, under its own inputs on the same town. The other run has the
    /// journal of this one.
    /// </summary>
    [Alias("Fork"), AlwaysInterleave]
    Task Fork(string name, RunDefinition definition);

    /// <summary>The daily integers from a day on, at most 400 days at a time.</summary>
    [Alias("Days"), AlwaysInterleave]
    Task<DaySeries> Days(int from);

    /// <summary>Digest and counts at the present cut; waits for the grant that is under way.</summary>
    [Alias("Outcome"), AlwaysInterleave]
    Task<RunOutcome> Outcome();

    /// <summary>
    /// Reads something off neighborhoods at the present cut. The first and the number of neighborhoods bound what
    /// is held in memory at once.
    /// </summary>
    [Alias("Read"), AlwaysInterleave]
    Task<Reading[]> Read(string reader, byte[] question, int first, int count);

    /// <summary>Asks a reader about one actor.</summary>
    [Alias("ReadActor"), AlwaysInterleave]
    Task<Reading[]> ReadActor(string reader, uint actor);

    /// <summary>
    /// The records of a finished day of the neighborhoods that the definition names, as bytes of
    /// <see cref="Jinlin.Model.Engine.Record"/> in their order; null while the day is not over. Forgets all earlier
    /// days: a run whose records nobody takes waits after 32 days.
    /// </summary>
    [Alias("Records"), AlwaysInterleave]
    Task<byte[]?> Records(int day);

    /// <summary>The journal's entries from a number on.</summary>
    [Alias("Journal"), AlwaysInterleave]
    Task<byte[][]> Journal(long from);

    /// <summary>Makes an unfinished run go on after its coordinator was lost; called by the keepers.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Makes a durable run take a snapshot at its next cut, since a silo is about to leave.</summary>
    [Alias("Safeguard"), AlwaysInterleave]
    Task Safeguard();

    /// <summary>Starts the run from the cut of another; called by that one.</summary>
    /// <exception cref="RunException">A run of this name exists.</exception>
    [Alias("StartFrom")]
    Task StartFrom(RunDefinition definition, ForkPoint point);
}

/// <summary>Where a fork begins.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.ForkPoint")]
public sealed record ForkPoint
{
    /// <summary>The new run's blobs that hold the state begin with this.</summary>
    [Id(0)]
    public required string Snapshot { get; init; }

    /// <summary>The minute at which the fork begins.</summary>
    [Id(1)]
    public required int Cut { get; init; }

    [Id(2)]
    public required int Parts { get; init; }

    [Id(3)]
    public required ulong Signals { get; init; }

    [Id(4)]
    public required ulong NextSignals { get; init; }

    /// <summary>The journal up to the cut; all of it is taken in.</summary>
    [Id(5)]
    public required byte[][] Journal { get; init; }
}

/// <summary>A run cannot do what it was asked to; the message is meant for people.</summary>
[GenerateSerializer, Alias("jinlin.RunException")]
public sealed class RunException(string message) : Exception(message);
