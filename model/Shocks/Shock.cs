using Jinlin.Model.Policy;

namespace Jinlin.Model.Shocks;

/// <summary>What may befall a town (section 5).</summary>
public enum ShockKind
{
    /// <summary>Power out, lifts stop, chat degraded; outages with a half-life of 2 d.</summary>
    Typhoon,

    /// <summary>Hot days, 3 to 10.</summary>
    Heat,

    /// <summary>No movement between buildings, 14 to 28 days.</summary>
    Lockdown,

    /// <summary>Power out in the place, 1 to 72 hours.</summary>
    Outage,

    /// <summary>All lifts of the place out of order.</summary>
    LiftFailure,

    /// <summary>Pipe works with delayed access, 75 days.</summary>
    GasWorks,
}

/// <summary>One shock.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="From">Day from the end of burn-in, 0 or later.</param>
/// <param name="Hour">Hour of the day at which it begins, 0 to 23.</param>
/// <param name="Hours">How long it lasts, in hours.</param>
/// <param name="Severity">Share of buildings or people affected, 0 to 1.</param>
public sealed record Shock(ShockKind Kind, int From, int Hour, int Hours, double Severity, Place Place);
