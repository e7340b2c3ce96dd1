using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Sweeps;

/// <summary>One of the worlds that every point is run in.</summary>
/// <param name="Name">As results call it.</param>
/// <param name="Policies">In force from the start date on.</param>
public sealed record SweepWorld(string Name, IReadOnlyList<PolicyPlan> Policies);

/// <summary>Points × seeds × worlds: what a sweep computes. The same seeds at every point, so that points are paired.</summary>
public sealed record SweepPlan
{
    /// <summary>More runs than any machine finishes are a slip of the pen.</summary>
    public const long MostRuns = 10_000_000;

    public required string Name { get; init; }

    /// <summary>What is varied; its policies do not matter.</summary>
    public required Scenario Scenario { get; init; }

    public required IReadOnlyList<HashedFile> Files { get; init; }

    /// <summary>At least one; the first is the baseline of differences.</summary>
    public required IReadOnlyList<SweepWorld> Worlds { get; init; }

    public required ulong Seed { get; init; }

    public required int Seeds { get; init; }

    public required IReadOnlyList<Factor> Factors { get; init; }

    public required SweepDesign Design { get; init; }

    /// <summary>What is kept of a run.</summary>
    public required IReadOnlyList<Measure> Outcomes { get; init; }

    /// <summary>The command line that does it again.</summary>
    public required string Command { get; init; }

    /// <summary>Whether any factor changes what happens before the start date.</summary>
    public bool TouchesBurnIn => Factors.Any(f => f.TouchesBurnIn);

    /// <summary>Runs in all.</summary>
    public double Runs => (double)Design.Points * Seeds * Worlds.Count;

    public ulong SeedOf(int replication) => unchecked(Seed + (ulong)replication);

    /// <summary>The value of each factor at a point.</summary>
    public double[] Values(long point) => [.. Design.At(point).Zip(Factors, (unit, f) => f.At(unit))];

    /// <summary>The inputs of a point under one of the worlds.</summary>
    public Scenario ScenarioOf(IReadOnlyList<double> values, SweepWorld world)
    {
        Scenario scenario = Scenario;
        var policies = new List<PolicyPlan>(world.Policies);
        foreach ((Factor factor, double value) in Factors.Zip(values))
        {
            scenario = factor.In(scenario, value);
            if (factor.Policy(value) is { } policy) policies.Add(policy);
        }
        return scenario with { Policies = policies };
    }
}
