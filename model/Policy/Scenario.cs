using Jinlin.Model.Engine;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Policy;

/// <summary>
/// All inputs of a run but the seed: town, calendar, parameters, what is in force, what happens. Days of policies
/// and shocks count from the end of burn-in (day 0 is the scenario's start date).
/// </summary>
public sealed record Scenario
{
    public required string Name { get; init; }

    public required TownPlan Town { get; init; }

    /// <summary>Date, weekday and holidays of each day.</summary>
    public required Calendar Calendar { get; init; }

    public Parameters Parameters { get; init; } = new();

    /// <summary>What things cost; enters costs only, never what happens.</summary>
    public Prices Prices { get; init; } = Prices.Default;

    /// <summary>Days before the start date in which the scenario's status quo settles.</summary>
    public int BurnInDays { get; init; } = 180;

    /// <summary>Days from the start date on, 1 to 1,095.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>What is in force before the start date too; overlaid by <see cref="Policies"/> from then on.</summary>
    public PolicyPlan? StatusQuo { get; init; }

    /// <summary>Policies in force; no two may set one lever at one place and time.</summary>
    public IReadOnlyList<PolicyPlan> Policies { get; init; } = [];

    public IReadOnlyList<Shock> Shocks { get; init; } = [];

    /// <summary>
    /// What the planner will decide by, stated before any seed runs; null if nothing is to be decided.
    /// </summary>
    public DecisionRule? Decision { get; init; }

    /// <summary>The last minute plus one.</summary>
    public Minute End => new Day(BurnInDays + HorizonDays).Start;
}

/// <summary>A policy: steps that each set some levers at a place for a time.</summary>
public sealed record PolicyPlan(string Name, IReadOnlyList<PolicyStep> Steps);

/// <summary>
/// Lever values with a trigger, an end and a place. From the day on which it takes effect to the day before
/// <see cref="Until"/>.
/// </summary>
public sealed record PolicyStep
{
    public required IReadOnlyDictionary<Lever, double> Set { get; init; }

    public required Place Place { get; init; }

    /// <summary>First day in force; ignored where <see cref="When"/> is given, but for the earliest day.</summary>
    public int From { get; init; }

    /// <summary>First day no longer in force; null: to the end.</summary>
    public int? Until { get; init; }

    /// <summary>Takes effect when an indicator crosses a value; null: on <see cref="From"/>.</summary>
    public IndicatorTrigger? When { get; init; }
}

/// <summary>
/// Fires at the midnight after a day on which the indicator lies beyond the threshold, acts at the next; stays.
/// </summary>
public sealed record IndicatorTrigger(string Indicator, bool Above, double Threshold);

/// <summary>Where a step or shock applies.</summary>
public abstract record Place
{
    private Place()
    {
    }

    /// <summary>Everywhere, the background of estates that are not simulated included.</summary>
    public sealed record City : Place;

    /// <summary>One district, by its index in the town plan.</summary>
    public sealed record District(int Index) : Place;

    /// <summary>Named estates, by neighborhood.</summary>
    public sealed record Estates(IReadOnlyList<NeighborhoodId> Ids) : Place;

    /// <summary>
    /// The share of estates that come first when ranked by one keyed number, so that 20 % is contained in 40 %.
    /// </summary>
    public sealed record Share(double Fraction) : Place;
}

/// <summary>Thresholds stated before any seed runs.</summary>
/// <param name="Primary">Name of the primary indicator.</param>
/// <param name="SmallestEffect">Smallest effect that matters, in the indicator's unit, positive is better.</param>
/// <param name="Budget">Yuan per year, or null: no bound.</param>
/// <param name="MustNotWorsen">Indicators that must not get worse than by the given amount.</param>
public sealed record DecisionRule(
    string Primary, double SmallestEffect, double? Budget, IReadOnlyDictionary<string, double> MustNotWorsen);
