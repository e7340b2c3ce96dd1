namespace Jinlin.Planner.Statistics;

/// <summary>Where the spread of the pairs comes from.</summary>
public enum Uncertainty
{
    /// <summary>Seeds alone; every parameter is the scenario's.</summary>
    Chance,

    /// <summary>Seeds, and labelled assumptions drawn from their ranges, the same draw for every policy.</summary>
    Assumptions,
}

/// <summary>A difference under a name: of a group or of a shock.</summary>
public sealed record NamedDifference(string Name, PairedDifference Difference);

/// <summary>All that is known of one policy against the baseline.</summary>
public sealed record Evidence
{
    public required string Policy { get; init; }

    /// <summary>Every endpoint of the family by its name, under seeds alone.</summary>
    public required IReadOnlyDictionary<string, PairedDifference> Chance { get; init; }

    /// <summary>The same from pairs with drawn assumptions; null: none were drawn, so nothing can be supported.</summary>
    public IReadOnlyDictionary<string, PairedDifference>? Assumptions { get; init; }

    /// <summary>The primary's difference under each shock.</summary>
    public IReadOnlyList<NamedDifference> Shocks { get; init; } = [];

    /// <summary>Whether it was stopped before its stopping rule said so.</summary>
    public bool Interrupted { get; init; }
}
