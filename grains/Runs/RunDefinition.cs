namespace Jinlin.Grains.Runs;

/// <summary>
/// All inputs of a run but its journal. What the world's bytes mean is known to the <see cref="IWorldSource"/> of
/// that name, which every silo has.
/// </summary>
[GenerateSerializer, Immutable, Alias("jinlin.RunDefinition")]
public sealed record RunDefinition
{
    /// <summary>Which source makes the model: "near-neighbor", or another one that the silos have.</summary>
    [Id(0)]
    public required string World { get; init; }

    /// <summary>The world's inputs, in the source's own form.</summary>
    [Id(1)]
    public required byte[] Input { get; init; }

    [Id(2)]
    public required ulong Seed { get; init; }

    /// <summary>The last minute plus one; a midnight or another quarter-hour.</summary>
    [Id(3)]
    public required int Until { get; init; }

    /// <summary>Into how many parts the town is cut; 0: one for each core of the cluster at the start.</summary>
    [Id(4)]
    public int Partitions { get; init; }

    /// <summary>
    /// Minutes granted at once, a multiple of 15; 0: as far as the model's look-ahead allows. Changes when commands
    /// can take effect, never a digest.
    /// </summary>
    [Id(5)]
    public int GrantMinutes { get; init; }

    /// <summary>Whether the run survives the loss of silos: snapshots and journal are kept.</summary>
    [Id(6)]
    public bool Durable { get; init; }

    /// <summary>Least seconds of wall time between snapshots; they take at most a twentieth of the run's time.</summary>
    [Id(7)]
    public int SnapshotSeconds { get; init; } = 60;

    /// <summary>Cancels the run if nobody has asked for its status for a minute: its client has gone.</summary>
    [Id(8)]
    public bool Leased { get; init; }

    /// <summary>Begins paused, to be stepped or resumed.</summary>
    [Id(9)]
    public bool Paused { get; init; }

    /// <summary>Checks every invariant at each midnight.</summary>
    [Id(10)]
    public bool Verify { get; init; }

    /// <summary>Neighborhoods whose records are kept day by day; none by default.</summary>
    [Id(11)]
    public int[] Recorded { get; init; } = [];

    /// <summary>First day whose records are kept.</summary>
    [Id(12)]
    public int RecordedFrom { get; init; }

    /// <summary>
    /// Seconds of wall time that a person or program has for an open decision; then the model's own rule answers.
    /// </summary>
    [Id(13)]
    public int DecisionSeconds { get; init; } = 60;

    /// <summary>
    /// The share of actors that live in grains of their own, 0 to 1, chosen by a keyed number: those of a tenth are
    /// among those of a half. Changes no digest. Only actors of neighborhoods whose model allows it.
    /// </summary>
    [Id(14)]
    public double Activated { get; init; }

    /// <summary>True if both describe the same run, byte by byte.</summary>
    public bool SameAs(RunDefinition other) =>
        Input.AsSpan().SequenceEqual(other.Input) && Recorded.AsSpan().SequenceEqual(other.Recorded)
        && this == other with { Input = Input, Recorded = Recorded };
}
