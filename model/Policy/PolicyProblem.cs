namespace Jinlin.Model.Policy;

/// <summary>What is wrong about a step of a policy.</summary>
public enum PolicyFault
{
    /// <summary>The lever does not take the value.</summary>
    Value,

    /// <summary>The first day lies before the start date or past the horizon.</summary>
    From,

    /// <summary>The end is not after the first day.</summary>
    Until,

    /// <summary>No such estate or district, or no share of estates.</summary>
    Place,

    /// <summary>No such indicator, or no number to compare with.</summary>
    Trigger,
}

/// <summary>Something wrong with a policy, for whoever read it to attach file and line to.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Step">Index of the step, from 0.</param>
/// <param name="Lever">The lever, where the fault is its value.</param>
/// <param name="Value">The value as given, in words.</param>
/// <param name="Expected">What was expected, in words.</param>
public sealed record PolicyProblem(
    string Policy, int Step, PolicyFault Fault, Lever? Lever, string Value, string Expected);

/// <summary>Two policies that set one lever to different values at one place and time.</summary>
/// <param name="First">Name of the earlier policy in the scenario's list.</param>
/// <param name="FirstStep">Index of its step.</param>
/// <param name="Second">Name of the later policy.</param>
/// <param name="SecondStep">Index of its step.</param>
/// <param name="From">First day on which both are or may be in force, from the end of burn-in.</param>
/// <param name="Until">First day on which they no longer are; null: to the end.</param>
public sealed record PolicyConflict(
    string First, int FirstStep, string Second, int SecondStep, Lever Lever, double FirstValue, double SecondValue,
    int From, int? Until)
{
    /// <summary>For people.</summary>
    public string Message =>
        $"policies {First} and {Second} both set {LeverCatalog.Of(Lever).Name}, to {FirstValue} and {SecondValue}, "
        + $"from day {From}" + (Until is { } until ? $" to day {until}" : "") + ", at a place they share";
}
