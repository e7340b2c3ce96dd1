using Jinlin.Model.Policy;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>What is compared, and how far; fixed before any seed runs.</summary>
public sealed record ExperimentPlan
{
    /// <summary>Pairs at most where a precision is asked for and the user gives no bound.</summary>
    public const int DefaultMaximum = 480;

    /// <summary>The primary of a scenario that states no decision.</summary>
    public const string DefaultPrimary = "on-time-rate";

    /// <summary>All inputs; its policies are the worlds, the baseline first, each with a name of its own.</summary>
    public required Scenario Scenario { get; init; }

    public required IReadOnlyList<HashedFile> Files { get; init; }

    /// <summary>The first seed; further pairs count up from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Pairs before the first look; without a precision, all of them.</summary>
    public int Seeds { get; init; } = StoppingRule.LeastForMeans;

    /// <summary>Half-width of the primary's intervals that is narrow enough; null: the number of seeds is fixed.</summary>
    public double? Precision { get; init; }

    /// <summary>Pairs at most.</summary>
    public int Maximum { get; init; } = DefaultMaximum;

    /// <summary>The command line that does it again.</summary>
    public required string Command { get; init; }

    public IReadOnlyList<PolicyPlan> Worlds => Scenario.Policies;

    /// <summary>The policies that are compared with the baseline.</summary>
    public IEnumerable<PolicyPlan> Policies => Scenario.Policies.Skip(1);

    /// <summary>The indicator that it is about, as in files.</summary>
    public string Primary => Scenario.Decision?.Primary ?? DefaultPrimary;

    /// <summary>The endpoints that decide; null if the scenario states no decision.</summary>
    public DecisionFamily? Family => Scenario.Decision is { } rule ? new DecisionFamily(rule, Worlds.Count - 1) : null;

    public ulong SeedOf(int pair) => unchecked(Seed + (ulong)pair);

    /// <summary>
    /// Every second pair draws the labelled assumptions, so that any even number of pairs is half of each kind.
    /// </summary>
    public static bool IsDrawn(int pair) => pair % 2 == 1;

    /// <summary>The inputs of a pair, the same for all its worlds but their policies.</summary>
    public Scenario ScenarioOf(int pair) => IsDrawn(pair) ? AssumptionDraws.Of(Scenario, SeedOf(pair)) : Scenario;

    /// <summary>
    /// Where several shocks befall the worlds together: each of them by itself, with as many pairs as a first look has.
    /// </summary>
    public IReadOnlyList<ExperimentPlan> ShockPlans => Scenario.Shocks.Count < 2
        ? []
        : [.. Scenario.Shocks.Select(s => this with { Scenario = Scenario with { Shocks = [s] }, Precision = null })];

    /// <summary>Under shocks: the same without any, beside which a course's fall and recovery are read; else null.</summary>
    public ExperimentPlan? CalmPlan => Scenario.Shocks.Count == 0
        ? null
        : this with { Scenario = Scenario with { Shocks = [] }, Precision = null };

    /// <summary>When to stop.</summary>
    public StoppingRule? Stopping => Precision is { } half
        ? new DoublingLooks(half, Math.Max(Seeds, Maximum), Family?.IntervalLevel ?? .95, Seeds)
        : null;
}
