using Jinlin.Model.Shocks;

namespace Jinlin.Planner.Scenarios;

/// <summary>How a kind of shock is written: its name, how long it lasts and how severe it is.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Unit">Hours in the unit of its length: 1, or 24 where it is given in days.</param>
/// <param name="Least">Shortest length, in the unit.</param>
/// <param name="Most">Longest length, in the unit.</param>
/// <param name="Usual">Length where the file gives none.</param>
/// <param name="Severity">Share of buildings or people affected where the file gives none.</param>
public sealed record ShockForm(ShockKind Kind, int Unit, double Least, double Most, double Usual, double Severity)
{
    /// <summary>Section 5 of the model; the length of a storm, of lift repairs and of works is assumed.</summary>
    public static IReadOnlyList<ShockForm> All { get; } =
    [
        new(ShockKind.Typhoon, 1, 6, 72, 24, 0.9),
        new(ShockKind.Heat, 24, 3, 10, 5, 1),
        new(ShockKind.Lockdown, 24, 14, 28, 14, 1),
        new(ShockKind.Outage, 1, 1, 72, 8, 1),
        new(ShockKind.LiftFailure, 1, 1, 336, 48, 1),
        new(ShockKind.GasWorks, 24, 30, 150, 75, 1),
    ];

    /// <summary>Name in files: <c>lift-failure</c>.</summary>
    public string Name => KebabName.Of($"{Kind}");

    /// <summary>The key of the length: <c>hours</c> or <c>days</c>.</summary>
    public string LengthKey => Unit == 1 ? "hours" : "days";
}
