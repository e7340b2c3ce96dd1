namespace Jinlin.Planner.Statistics;

/// <summary>Why a decision looks at a number.</summary>
public enum EndpointKind
{
    /// <summary>The indicator that the decision is about.</summary>
    Primary,

    /// <summary>The same indicator for one group: nobody is to be left behind.</summary>
    Group,

    /// <summary>Another indicator that must not get worse.</summary>
    Guard,

    /// <summary>Yuan a year beyond what the baseline costs.</summary>
    Cost,
}

/// <summary>One number on which a verdict depends, and the bound that was stated before any seed ran.</summary>
/// <param name="Name">
/// The indicator as in files, <c>on-time-rate.migrant</c>; <see cref="Budget"/> for money.
/// </param>
/// <param name="Threshold">
/// The difference to the baseline that is needed, positive is better: the primary must exceed it, the others must
/// reach it (−5: may get worse by 5; for money −budget).
/// </param>
public sealed record Endpoint(EndpointKind Kind, string Name, double Threshold)
{
    /// <summary>Name of the cost: yuan per year of the whole town, beyond the baseline's, as a loss.</summary>
    public const string Budget = "budget";

    /// <summary>The interval shows what was asked for.</summary>
    public bool Holds(Interval interval) =>
        Kind == EndpointKind.Primary ? interval.Low > Threshold : interval.Low >= Threshold;

    /// <summary>The interval excludes what was asked for.</summary>
    public bool Fails(Interval interval) =>
        Kind == EndpointKind.Primary ? interval.High <= Threshold : interval.High < Threshold;
}
