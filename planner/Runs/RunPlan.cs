using Jinlin.Model.Policy;

namespace Jinlin.Planner.Runs;

/// <summary>What <c>jinlin run</c> was asked to do, its files read and checked.</summary>
public sealed record RunPlan
{
    public required Scenario Scenario { get; init; }

    public required IReadOnlyList<HashedFile> Files { get; init; }

    /// <summary>The first seed; further replications count up from it.</summary>
    public required ulong Seed { get; init; }

    public int Replications { get; init; } = 1;

    public int? Threads { get; init; }

    /// <summary>Folder, or null: the default's, or none with <see cref="Json"/>.</summary>
    public string? Out { get; init; }

    public bool Json { get; init; }

    public bool VerifyInvariants { get; init; }

    public bool ShowMessages { get; init; }

    /// <summary>HOST:PORT of a cluster's gateway; null: a silo in this process.</summary>
    public string? Cluster { get; init; }

    /// <summary>Share of actors that live in grains of their own, 0 to 1.</summary>
    public double Activated { get; init; }

    /// <summary>The command line for one seed.</summary>
    public required Func<ulong, string> CommandFor { get; init; }

    /// <summary>The command line of the whole.</summary>
    public required string Command { get; init; }

    public RunInputs InputsOf(int replication) => new()
    {
        Scenario = Scenario,
        Seed = Seed + (ulong)replication,
        Files = Files,
        Command = Replications == 1 ? CommandFor(Seed) : Command,
    };
}
