namespace Jinlin.Grains.Runs;

/// <summary>
/// What is committed of a durable run: from it and the journal everything else is recomputed. Its ETag fences older
/// coordinators.
/// </summary>
[GenerateSerializer, Alias("jinlin.RunManifest")]
internal sealed class RunManifest
{
    [Id(0)]
    public RunDefinition? Definition { get; set; }

    [Id(1)]
    public long Epoch { get; set; }

    /// <summary>Into how many parts the town is cut; fixed at the start.</summary>
    [Id(2)]
    public int Parts { get; set; }

    /// <summary>The snapshot's blobs begin with this; null: the run begins at minute 0.</summary>
    [Id(3)]
    public string? Snapshot { get; set; }

    /// <summary>The snapshot's cut.</summary>
    [Id(4)]
    public int Cut { get; set; }

    /// <summary>The model's signals in force at the cut, and those of the next midnight.</summary>
    [Id(5)]
    public ulong Signals { get; set; }

    [Id(6)]
    public ulong NextSignals { get; set; }

    // 7 was the number of entries that the snapshot has taken in: those that take effect before its cut.
    /// <summary>Where the run stood when it was written.</summary>
    [Id(8)]
    public RunState State { get; set; }

    [Id(9)]
    public string? Failure { get; set; }

    [Id(15)]
    public Breach? Breach { get; set; }

    /// <summary>Actors whose decisions are in somebody's hands, each with the credential of that one.</summary>
    [Id(10)]
    public Dictionary<uint, string> Controlled { get; set; } = [];

    /// <summary>Actors that were told to live in grains of their own.</summary>
    [Id(14)]
    public HashSet<uint> Activated { get; set; } = [];

    /// <summary>Whether it waits at <see cref="Goal"/>, the minute up to which it was stepped.</summary>
    [Id(12)]
    public bool Paused { get; set; }

    [Id(13)]
    public int Goal { get; set; }

    /// <summary>The form of all this; another one is refused.</summary>
    [Id(11)]
    public int Format { get; set; } = CurrentFormat;

    public const int CurrentFormat = 1;
}
