using Jinlin.Grains.Runs;
using Orleans.Concurrency;

namespace Jinlin.Grains.Partitions;

/// <summary>
/// Some neighborhoods of one run on one silo; its key is the run's name, a slash and the part's number. Obeys one
/// coordinator: every call carries its epoch, and an older one is refused.
/// </summary>
[Alias("jinlin.IPartitionGrain")]
internal interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>Makes the neighborhoods, as they are at minute 0 or as a snapshot has them.</summary>
    [Alias("Open"), ResponseTimeout("00:10:00")]
    Task<PartitionOpened> Open(PartitionOrder order);

    /// <summary>Advances the neighborhoods as far as granted, hands on their mail and reports.</summary>
    [Alias("Advance"), ResponseTimeout("00:10:00")]
    Task<GrantReport> Advance(Grant grant);

    /// <summary>Takes in what another partition's neighborhoods wrote; twice is as good as once.</summary>
    [Alias("Deliver"), AlwaysInterleave]
    Task Deliver(Batch batch);

    /// <summary>Writes a snapshot of every neighborhood under a name.</summary>
    [Alias("Save"), ResponseTimeout("00:10:00")]
    Task Save(long epoch, string snapshot, BatchId[] expected);

    /// <summary>The digests of the neighborhoods in order, and what they sent by kind.</summary>
    [Alias("Sum"), ResponseTimeout("00:10:00")]
    Task<PartitionSum> Sum(long epoch, BatchId[] expected);

    [Alias("Read"), ResponseTimeout("00:10:00")]
    Task<Reading[]> Read(long epoch, string reader, byte[] question, int first, int count, BatchId[] expected);

    /// <summary>The records of one day, and forgets earlier ones.</summary>
    [Alias("Records")]
    Task<byte[]> Records(long epoch, int day);

    /// <summary>Forgets everything; nothing computes when it returns.</summary>
    [Alias("Close")]
    Task Close(long epoch);
}

/// <summary>What a partition is to make.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.PartitionOrder")]
internal sealed record PartitionOrder
{
    [Id(0)]
    public required long Epoch { get; init; }

    [Id(1)]
    public required RunDefinition Definition { get; init; }

    /// <summary>Into how many parts the town is cut.</summary>
    [Id(2)]
    public required int Parts { get; init; }

    /// <summary>The snapshot to go on from; null: minute 0.</summary>
    [Id(3)]
    public string? Snapshot { get; init; }

    /// <summary>Actors whose decisions are in somebody's hands.</summary>
    [Id(4)]
    public uint[] Controlled { get; init; } = [];

    /// <summary>Actors that live in grains of their own, beside those of the definition's share.</summary>
    [Id(5)]
    public uint[] Activated { get; init; } = [];
}

/// <summary>What a partition has made.</summary>
/// <param name="Calls">True if neighborhoods live here that live by their own clock.</param>
/// <param name="Answers">True if city services live here that answer calls.</param>
/// <param name="Silo">Where it lives.</param>
[GenerateSerializer, Immutable, Alias("jinlin.PartitionOpened")]
internal readonly record struct PartitionOpened(
    [property: Id(0)] bool Calls, [property: Id(1)] bool Answers, [property: Id(2)] string Silo);

/// <summary>Time for a partition, and what it must have and take in before it uses it.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.Grant")]
internal sealed record Grant
{
    [Id(0)]
    public required long Epoch { get; init; }

    /// <summary>Numbers the grants of one epoch.</summary>
    [Id(1)]
    public required long Number { get; init; }

    /// <summary>The end of the window, at most the next midnight.</summary>
    [Id(2)]
    public required int End { get; init; }

    /// <summary>How far city services may go: a call's way past the slowest caller.</summary>
    [Id(3)]
    public required int CityEnd { get; init; }

    [Id(4)]
    public ulong Signals { get; init; }

    /// <summary>Batches that were written to it since its last grant.</summary>
    [Id(5)]
    public BatchId[] Expected { get; init; } = [];

    /// <summary>Entries of the journal for its actors, in order.</summary>
    [Id(6)]
    public byte[][] Entries { get; init; } = [];

    [Id(7)]
    public ActorChange[] Changes { get; init; } = [];
}

/// <summary>An actor comes into somebody's hands or out of them, or moves into a grain of its own or home.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.ActorChange")]
internal readonly record struct ActorChange(
    [property: Id(0)] uint Actor, [property: Id(1)] bool? Controlled, [property: Id(2)] bool? Activated);

/// <summary>Names a batch: who wrote it in which grant.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.BatchId")]
internal readonly record struct BatchId([property: Id(0)] int From, [property: Id(1)] long Grant);

/// <summary>What one partition's neighborhoods wrote to another's in one grant.</summary>
/// <param name="Content">Bytes of <see cref="Jinlin.Model.Engine.MailBatch"/>.</param>
[GenerateSerializer, Immutable, Alias("jinlin.Batch")]
internal sealed record Batch(
    [property: Id(0)] long Epoch, [property: Id(1)] BatchId Id, [property: Id(2)] byte[] Content);

/// <summary>How far a partition came.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.GrantReport")]
internal sealed record GrantReport
{
    /// <summary>The clock of its slowest neighborhood that calls; <see cref="int.MaxValue"/> if it has none.</summary>
    [Id(0)]
    public required int Slowest { get; init; }

    /// <summary>The clock of its slowest city service; <see cref="int.MaxValue"/> if it has none.</summary>
    [Id(1)]
    public required int SlowestService { get; init; }

    /// <summary>To whom it wrote, and whether any of it is due before the window's end.</summary>
    [Id(2)]
    public Written[] Wrote { get; init; } = [];

    /// <summary>Decisions at which neighborhoods are blocked.</summary>
    [Id(3)]
    public OpenDecision[] OpenDecisions { get; init; } = [];

    /// <summary>The day's integers summed over its neighborhoods, once all are at midnight; else empty.</summary>
    [Id(4)]
    public long[] Daily { get; init; } = [];

    /// <summary>Messages sent and handled since minute 0, and those that wait or are on their way out.</summary>
    [Id(5)]
    public long Sent { get; init; }

    [Id(6)]
    public long Delivered { get; init; }

    [Id(7)]
    public long Pending { get; init; }

    /// <summary>True if a neighborhood that calls could go on at once, given what is here already.</summary>
    [Id(9)]
    public bool Ready { get; init; }

    /// <summary>Calls to actors that live in grains of their own, in this epoch.</summary>
    [Id(10)]
    public long ActorCalls { get; init; }

    /// <summary>Actors that live in grains of their own.</summary>
    [Id(11)]
    public int ActivatedActors { get; init; }

    /// <summary>A broken law or invariant. It would break again: nothing is tried a second time.</summary>
    [Id(8)]
    public Breach? Breach { get; init; }
}

/// <summary>A batch that was delivered.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.Written")]
internal readonly record struct Written(
    [property: Id(0)] int To, [property: Id(1)] bool Urgent, [property: Id(2)] int Messages);

[GenerateSerializer, Immutable, Alias("jinlin.PartitionSum")]
internal sealed record PartitionSum(
    [property: Id(0)] UInt128[] Digests, [property: Id(1)] long[] SentByKind, [property: Id(2)] long Delivered);

/// <summary>
/// The coordinator that asked has been replaced, or the partition, or an actor of it, never heard of its epoch.
/// </summary>
[GenerateSerializer, Alias("jinlin.PartitionLostException")]
internal sealed class PartitionLostException(string message) : Exception(message);
