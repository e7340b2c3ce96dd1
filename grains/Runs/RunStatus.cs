namespace Jinlin.Grains.Runs;

/// <summary>Where a run stands.</summary>
[GenerateSerializer, Alias("jinlin.RunState")]
public enum RunState
{
    /// <summary>Nobody has started it.</summary>
    Unknown,

    /// <summary>Neighborhoods are being made, at the start or after a loss.</summary>
    Opening,

    Running,

    /// <summary>It waits to be resumed or stepped.</summary>
    Paused,

    /// <summary>It waits for the answer to a decision; see <see cref="RunStatus.OpenDecisions"/>.</summary>
    Deciding,

    /// <summary>It has reached its end; its state can still be read.</summary>
    Finished,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>The model broke a law or an invariant; see <see cref="RunStatus.Failure"/>.</summary>
    Failed,
}

/// <summary>What anybody may know of a run, at the last cut.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.RunStatus")]
public sealed record RunStatus
{
    [Id(0)]
    public required string Run { get; init; }

    [Id(1)]
    public required RunState State { get; init; }

    /// <summary>All minutes before this one are done, everywhere.</summary>
    [Id(2)]
    public int Minute { get; init; }

    [Id(3)]
    public int Until { get; init; }

    /// <summary>Rises with each loss and takeover.</summary>
    [Id(4)]
    public long Epoch { get; init; }

    /// <summary>Messages handled since minute 0, before the last cut.</summary>
    [Id(5)]
    public long Messages { get; init; }

    [Id(6)]
    public int Partitions { get; init; }

    /// <summary>Silos that carry partitions.</summary>
    [Id(7)]
    public int Silos { get; init; }

    /// <summary>Grain calls so far: grants, deliveries, and those to actors that live in grains of their own.</summary>
    [Id(8)]
    public long GrainCalls { get; init; }

    /// <summary>Entries of the journal that are durable.</summary>
    [Id(9)]
    public long Journal { get; init; }

    /// <summary>The cut to which the run would go back after a loss.</summary>
    [Id(10)]
    public int SafeMinute { get; init; }

    [Id(11)]
    public OpenDecision[] OpenDecisions { get; init; } = [];

    /// <summary>Why it failed or was stopped, for people.</summary>
    [Id(12)]
    public string? Failure { get; init; }

    /// <summary>The law or invariant that broke.</summary>
    [Id(16)]
    public Breach? Breach { get; init; }

    /// <summary>Rises with every change, for <see cref="IRunGrain.Watch"/>.</summary>
    [Id(13)]
    public long Version { get; init; }

    /// <summary>How often the run went back to a snapshot after a loss, since this coordinator lives.</summary>
    [Id(14)]
    public int Recoveries { get; init; }

    /// <summary>Actors that live in grains of their own.</summary>
    [Id(15)]
    public int ActivatedActors { get; init; }

    /// <summary>True if nothing more will happen by itself.</summary>
    public bool IsOver => State is RunState.Finished or RunState.Stopped or RunState.Failed or RunState.Unknown;
}

/// <summary>A broken law or invariant: what, when and with whom.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.Breach")]
public readonly record struct Breach(
    [property: Id(0)] string What, [property: Id(1)] int Minute, [property: Id(2)] uint Actor);

/// <summary>A decision that is open: <see cref="Jinlin.Model.Engine.Decision"/> on the wire.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.OpenDecision")]
public readonly record struct OpenDecision(
    [property: Id(0)] uint Actor, [property: Id(1)] int At, [property: Id(2)] byte Kind,
    [property: Id(3)] uint Sender, [property: Id(4)] int Sent, [property: Id(5)] ushort Ordinal);

/// <summary>A command on its way into a run.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.CommandOrder")]
public readonly record struct CommandOrder(
    [property: Id(0)] uint To, [property: Id(1)] byte Kind, [property: Id(2)] uint A = 0, [property: Id(3)] uint B = 0,
    [property: Id(4)] uint C = 0, [property: Id(5)] uint D = 0);

/// <summary>A command is durable: its place in the journal and the minute in which it takes effect.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.CommandReceipt")]
public readonly record struct CommandReceipt([property: Id(0)] long Number, [property: Id(1)] int At);

/// <summary>Daily integers of finished days.</summary>
/// <param name="From">The first day in it.</param>
/// <param name="Days">One row a day.</param>
[GenerateSerializer, Immutable, Alias("jinlin.DaySeries")]
public sealed record DaySeries([property: Id(0)] int From, [property: Id(1)] long[][] Days);

/// <summary>What a run has come to at its present cut.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.RunOutcome")]
public sealed record RunOutcome
{
    /// <summary>The digest's 32 hexadecimal digits.</summary>
    [Id(0)]
    public required string Digest { get; init; }

    [Id(1)]
    public required long Messages { get; init; }

    /// <summary>Messages sent, by kind's number.</summary>
    [Id(2)]
    public required long[] SentByKind { get; init; }

    [Id(3)]
    public required int Minute { get; init; }
}

/// <summary>One neighborhood's answer to a reader.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.Reading")]
public readonly record struct Reading([property: Id(0)] int Neighborhood, [property: Id(1)] byte[] Content);
