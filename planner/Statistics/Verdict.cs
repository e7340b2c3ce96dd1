namespace Jinlin.Planner.Statistics;

/// <summary>What the evidence says to a decision.</summary>
public enum VerdictOutcome
{
    /// <summary>Every bound that was stated holds, under both uncertainties.</summary>
    Supported,

    /// <summary>An interval excludes a bound that was stated.</summary>
    NotSupported,

    /// <summary>Neither; the verdict says what would settle it.</summary>
    Undecided,
}

/// <summary>Why a verdict is not "supported".</summary>
public enum VerdictReason
{
    /// <summary>It is supported.</summary>
    None,

    /// <summary>An interval excludes its bound.</summary>
    Excluded,

    /// <summary>An interval lies on both sides of its bound.</summary>
    Open,

    /// <summary>No labelled assumption was drawn.</summary>
    AssumptionsNotDrawn,

    /// <summary>The comparison was stopped by hand.</summary>
    Interrupted,
}

/// <summary>One endpoint under one uncertainty, held against its bound.</summary>
/// <param name="Interval">Of the difference, at the family's level for each interval.</param>
/// <param name="Replications">
/// About how many pairs under this uncertainty would settle it, were mean and spread to stay; null if no number would.
/// </param>
public sealed record VerdictItem(
    Endpoint Endpoint, Uncertainty Uncertainty, PairedDifference Difference, Interval Interval, int? Replications)
{
    public bool Holds => Endpoint.Holds(Interval);

    public bool Fails => Endpoint.Fails(Interval);

    /// <summary>Neither holds nor fails.</summary>
    public bool IsOpen => !Holds && !Fails;
}

/// <summary>What follows for one policy from thresholds that were stated before any seed ran.</summary>
public sealed record Verdict
{
    public required string Policy { get; init; }

    public required VerdictOutcome Outcome { get; init; }

    public required VerdictReason Reason { get; init; }

    /// <summary>
    /// The item on which it turns: the one that excludes, or the one to settle; of a supported policy, the primary.
    /// </summary>
    public required VerdictItem Limiting { get; init; }

    /// <summary>Of every endpoint under every uncertainty at hand.</summary>
    public required IReadOnlyList<VerdictItem> Items { get; init; }

    /// <summary>
    /// About how many pairs in all, under both uncertainties, would settle an open verdict; null if it is not open or
    /// no number would.
    /// </summary>
    public int? PairsToSettle { get; init; }

    /// <summary>The group with the least gain in the primary; null if it has no groups.</summary>
    public NamedDifference? WorstGroup { get; init; }

    /// <summary>The shock with the least gain in the primary; null without shocks.</summary>
    public NamedDifference? WorstShock { get; init; }

    /// <summary>
    /// The most that the primary falls short of the best policy (the baseline among them), over the states of the
    /// world that were simulated. 0: the best in each.
    /// </summary>
    public double Regret { get; init; }
}
