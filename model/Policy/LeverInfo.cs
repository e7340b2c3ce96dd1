using System.Globalization;
using Jinlin.Model.Indicators;

namespace Jinlin.Model.Policy;

/// <summary>What values a lever takes.</summary>
public enum LeverForm
{
    /// <summary>Any number of the range.</summary>
    Number,

    /// <summary>Whole numbers of the range.</summary>
    Whole,

    /// <summary>0 or 1.</summary>
    OnOff,

    /// <summary>One of <see cref="LeverInfo.Choices"/>, by its place from 0.</summary>
    Choice,
}

/// <summary>What a planner must know of one lever: its names, what values it takes, what it costs.</summary>
public sealed record LeverInfo
{
    public required Lever Lever { get; init; }

    public required string English { get; init; }

    public required string Chinese { get; init; }

    /// <summary>The pillar whose preset sets it.</summary>
    public Pillar Pillar { get; init; }

    public required LeverForm Form { get; init; }

    /// <summary>Least value; 0 is allowed besides where <see cref="MayBeOff"/>.</summary>
    public double Low { get; init; }

    public double High { get; init; } = 1;

    /// <summary>Unit, for example <c>h/week</c>; <c>1</c> for shares and switches.</summary>
    public string Unit { get; init; } = "1";

    /// <summary>Whether 0 means that there is none, below <see cref="Low"/> as it is.</summary>
    public bool MayBeOff { get; init; }

    /// <summary>The value without any policy.</summary>
    public double Baseline { get; init; }

    /// <summary>The value in the preset <c>all</c>.</summary>
    public double Full { get; init; }

    /// <summary>Names of the values of a <see cref="LeverForm.Choice"/>, else empty.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What the lever costs; empty if it only uses capacity that is there.</summary>
    public IReadOnlyList<CostTerm> Costs { get; init; } = [];

    /// <summary>Name in files and on the command line: <c>households-per-head</c>.</summary>
    public string Name => IndicatorCatalog.Kebab($"{Lever}");

    /// <summary>Whether a policy may set the value.</summary>
    public bool Allows(double value)
    {
        if (!double.IsFinite(value)) return false;
        if (Form != LeverForm.Number && value != Math.Floor(value)) return false;
        return (value >= Low && value <= High) || (MayBeOff && value == 0);
    }

    /// <summary>
    /// What is expected, in words for a message: <c>0, or a whole number from 20 to 80 (households)</c>.
    /// </summary>
    public string Expectation => Form switch
    {
        LeverForm.OnOff => "on or off",
        LeverForm.Choice => $"one of {string.Join(", ", Choices)}",
        _ => (MayBeOff ? "0, or " : "") + (Form == LeverForm.Whole ? "a whole number" : "a number")
            + $" from {Number(Low)} to {Number(High)}" + (Unit == "1" ? "" : $" ({Unit})"),
    };

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
