namespace Jinlin.Model.World;

/// <summary>Strength of the evidence behind a parameter.</summary>
public enum Grade
{
    /// <summary>Peer-reviewed or official.</summary>
    A,

    /// <summary>Press.</summary>
    B,

    /// <summary>Weak.</summary>
    C,

    /// <summary>Labelled assumption (*): no source was found; the range says how far it may be off.</summary>
    Assumption,
}

/// <summary>Range, unit, grade and source of a parameter; read by the scenario loader and the documentation.</summary>
/// <param name="low">Least sensible value.</param>
/// <param name="high">Largest sensible value.</param>
/// <param name="unit">Unit, or "1" for a pure number.</param>
/// <param name="grade">Strength of the evidence.</param>
/// <param name="source">Where the value comes from.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(double low, double high, string unit, Grade grade, string source) : Attribute
{
    public double Low => low;

    public double High => high;

    public string Unit => unit;

    public Grade Grade => grade;

    public string Source => source;
}

/// <summary>
/// Every coefficient of the model, with its unit, range, grade and source. A scenario overrides any of them by its
/// name. "Rule n" is a rule of docs/model.md.
/// </summary>
public sealed record Parameters
{
    // ---- Rule 2: asking ----

    /// <summary>Constant of the propensity to ask.</summary>
    [Parameter(0.2, 0.6, "1", Grade.Assumption, "rule 2")]
    public double AskBase { get; init; } = 0.4;

    /// <summary>Weight of the strongest tie in asking.</summary>
    [Parameter(0.75, 2.25, "1", Grade.Assumption, "rule 2")]
    public double AskTie { get; init; } = 1.5;

    /// <summary>Weight of digital propensity in asking.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 2")]
    public double AskDigital { get; init; } = 0.5;

    /// <summary>Weight of urgency in asking.</summary>
    [Parameter(0.75, 2.25, "1", Grade.Assumption, "rule 2")]
    public double AskUrgency { get; init; } = 1.5;

    /// <summary>Weight of the expectation gap in asking; subtracted.</summary>
    [Parameter(1, 3, "1", Grade.Assumption, "rule 2")]
    public double AskGap { get; init; } = 2;

    /// <summary>Expectation gap at the start: 76 % would help, 52 % expect it.</summary>
    [Parameter(0.12, 0.36, "share", Grade.A, "rule 2")]
    public double GapStart { get; init; } = 0.24;

    /// <summary>What each Thanks leaves of the gap.</summary>
    [Parameter(0.925, 0.975, "factor", Grade.Assumption, "rule 2")]
    public double GapPerThanks { get; init; } = 0.95;

    /// <summary>Probability that a routine ask that no tie answered goes to the chat.</summary>
    [Parameter(0.125, 0.375, "probability", Grade.Assumption, "rule 2")]
    public double AskChat { get; init; } = 0.25;

    // ---- Rule 3: responding ----

    /// <summary>γ: how much each viewer leaves to the others.</summary>
    [Parameter(0.3, 0.7, "1", Grade.A, "rule 3; Darley and Latané 1968")]
    public double BystanderExponent { get; init; } = 0.5;

    /// <summary>p_c of urgent needs: 85 % help when alone.</summary>
    [Parameter(0.7, 0.95, "probability", Grade.A, "rule 3; Darley and Latané 1968")]
    public double RespondUrgent { get; init; } = 0.85;

    /// <summary>p_c of routine needs.</summary>
    [Parameter(0.1, 0.5, "probability", Grade.Assumption, "rule 3")]
    public double RespondRoutine { get; init; } = 0.25;

    /// <summary>Weight of the tie in responding.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 3")]
    public double RespondTie { get; init; } = 0.5;

    /// <summary>Habit gained per Thanks.</summary>
    [Parameter(0.1, 0.3, "1", Grade.Assumption, "rule 3")]
    public double HabitPerThanks { get; init; } = 0.2;

    /// <summary>Largest habit.</summary>
    [Parameter(2.5, 7.5, "1", Grade.Assumption, "rule 3")]
    public double HabitMost { get; init; } = 5;

    /// <summary>Half-life of habit.</summary>
    [Parameter(45, 135, "days", Grade.Assumption, "rule 3")]
    public double HabitHalfLife { get; init; } = 90;

    // ---- Rule 5: ties ----

    /// <summary>Half-life of ties.</summary>
    [Parameter(90, 365, "days", Grade.Assumption, "rule 5")]
    public double TieHalfLife { get; init; } = 180;

    /// <summary>Weight a of a conversation.</summary>
    [Parameter(0.025, 0.075, "1", Grade.Assumption, "rule 5")]
    public double ContactConversation { get; init; } = 0.05;

    /// <summary>Weight a of a shared meal.</summary>
    [Parameter(0.025, 0.075, "1", Grade.Assumption, "rule 5")]
    public double ContactMeal { get; init; } = 0.05;

    /// <summary>Weight a of an event attended together.</summary>
    [Parameter(0.04, 0.12, "1", Grade.Assumption, "rule 5")]
    public double ContactEvent { get; init; } = 0.08;

    /// <summary>Weight a of help.</summary>
    [Parameter(0.075, 0.225, "1", Grade.Assumption, "rule 5")]
    public double ContactHelp { get; init; } = 0.15;

    // ---- Rule 6: volunteers ----

    /// <summary>Fatigue per hour given.</summary>
    [Parameter(0.015, 0.045, "1/hour", Grade.Assumption, "rule 6")]
    public double FatiguePerHour { get; init; } = 0.03;

    /// <summary>Half-life of fatigue.</summary>
    [Parameter(7, 21, "days", Grade.Assumption, "rule 6")]
    public double FatigueHalfLife { get; init; } = 14;
}
