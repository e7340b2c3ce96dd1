using System.Globalization;
using System.Text.RegularExpressions;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Discovery;

/// <summary>What makes a case one of interest: an outcome below or above a number, as <c>on-time-rate &lt; 0.6</c>.</summary>
public sealed partial record Failing(string Outcome, bool Below, double Threshold)
{
    public bool Holds(double value) => Below ? value < Threshold : value > Threshold;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Outcome} {(Below ? '<' : '>')} {Threshold}");

    /// <exception cref="InputException">It is not of that form, or no outcome of the sweep.</exception>
    public static Failing Parse(string text, IReadOnlyList<string> outcomes)
    {
        Match match = Form().Match(text);
        if (!match.Success || !double.TryParse(match.Groups[3].Value, CultureInfo.InvariantCulture, out double threshold)
            || !double.IsFinite(threshold))
            throw new InputException(new InputError("--fails", 0, SafeText.Quoted(text), Words.AComparison));
        string outcome = match.Groups[1].Value;
        if (!outcomes.Contains(outcome))
            throw new InputException(new InputError("--fails", 0, SafeText.Quoted(outcome), Words.OneOf(outcome, [.. outcomes])));
        return new Failing(outcome, match.Groups[2].Value == "<", threshold);
    }

    [GeneratedRegex(@"^\s*([a-z0-9.-]+?)\s*([<>])\s*(-?[0-9.]+(?:[eE]-?[0-9]+)?)\s*$")]
    private static partial Regex Form();
}
