namespace Jinlin.Planner.Chaos;

/// <summary>What a chaos run is told.</summary>
public sealed record ChaosPlan
{
    /// <summary>Keys what happens when: the same seed is the same schedule of the same length.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How long silos come and go.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Silos in this process instead of processes: faster, and a kill is only an end without a farewell.</summary>
    public bool InProcess { get; init; }

    /// <summary>Silos at most at a time, from 2.</summary>
    public int Silos { get; init; } = 3;

    /// <summary>Whether a dead silo is noticed within about two seconds, or with Orleans' own patience.</summary>
    public bool FastMembership { get; init; } = true;

    /// <summary>The silo's program, <c>jinlin-silo.dll</c>; not needed in process.</summary>
    public string? Program { get; init; }

    /// <summary>Does all of it again.</summary>
    public required string Command { get; init; }
}

/// <summary>What came of it.</summary>
public sealed record ChaosResult
{
    public required ulong Seed { get; init; }

    /// <summary>What is wrong; null: nothing.</summary>
    public string? Failure { get; init; }

    /// <summary>Where the silos' output and data were left; null: removed, since nothing is wrong.</summary>
    public string? Folder { get; init; }

    public required string Command { get; init; }

    /// <summary>Wall time, with start and checks.</summary>
    public double Seconds { get; init; }

    public ChaosTally Tally { get; init; } = new();

    /// <summary>Simulated days that were reached.</summary>
    public int Days { get; init; }

    /// <summary>The run's last epoch: it rises with each loss and takeover.</summary>
    public long Epochs { get; init; }

    public string? Digest { get; init; }
}

/// <summary>How often what was done.</summary>
public sealed class ChaosTally
{
    public int Starts { get; set; }

    public int Kills { get; set; }

    public int Stops { get; set; }

    /// <summary>Silos that were held still for seconds and let go again.</summary>
    public int Stalls { get; set; }

    /// <summary>Commands that were acknowledged.</summary>
    public int Acknowledged { get; set; }

    /// <summary>Commands and other calls of which the client never learned.</summary>
    public int Unanswered { get; set; }
}
