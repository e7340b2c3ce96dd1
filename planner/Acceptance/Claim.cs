using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Acceptance;

/// <summary>What a claim is worth: built in, calibrated, or emergent (section 8 of the model).</summary>
public enum ClaimClass
{
    /// <summary>Built in: a check of the code.</summary>
    V,

    /// <summary>Calibrated: a fit, never evidence.</summary>
    C,

    /// <summary>Emergent: a check of the model.</summary>
    E,
}

/// <summary>One line of the table: a statistic, the band it should lie in, what was measured.</summary>
/// <param name="Number">The claim's number in section 8.</param>
/// <param name="Low">The interval's ends; equal to the value where nothing is random.</param>
public sealed record Claim(
    int Number, ClaimClass Class, string What, string Statistic, string Band, double Measured, double Low,
    double High, bool Passes)
{
    /// <summary>A number beside the claims: it neither passes nor fails.</summary>
    public bool IsReport { get; init; }

    /// <summary>The mean over seeds lies within the band.</summary>
    public static Claim Mean(
        int number, ClaimClass grade, string what, string statistic, IEnumerable<double> values, double least,
        double most, string unit = "")
    {
        var m = MeanInterval.Of(values);
        return new Claim(number, grade, what, statistic, Between(least, most, unit), m.Mean, m.Mean - m.Half,
            m.Mean + m.Half, m.Mean >= least && m.Mean <= most);
    }

    /// <summary>The mean over seeds is above zero, and so is its whole interval.</summary>
    public static Claim Positive(
        int number, ClaimClass grade, string what, string statistic, IEnumerable<double> values)
    {
        var m = MeanInterval.Of(values);
        return new Claim(number, grade, what, statistic, "> 0, interval too", m.Mean, m.Mean - m.Half,
            m.Mean + m.Half, m.Mean - m.Half > 0);
    }

    /// <summary>A share of trials with Wilson's 95 % interval.</summary>
    public static Claim Share(
        int number, ClaimClass grade, string what, string statistic, IEnumerable<double> trials, double least,
        double most)
    {
        double[] x = [.. trials.Where(v => !double.IsNaN(v))];
        const double Z = 1.96;
        double n = x.Length, p = n == 0 ? double.NaN : x.Average(), denominator = 1 + (Z * Z / n);
        double middle = (p + (Z * Z / (2 * n))) / denominator;
        double half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n))) / denominator;
        return new Claim(number, grade, what, statistic, Between(least, most, ""), p, middle - half, middle + half,
            p >= least && p <= most);
    }

    /// <summary>A number in which nothing is random.</summary>
    public static Claim Exact(
        int number, ClaimClass grade, string what, string statistic, double value, double least, double most) =>
        new(number, grade, what, statistic, Between(least, most, ""), value, value, value,
            value >= least && value <= most);

    private static string Between(double least, double most, string unit) => FormattableString.Invariant(
        double.IsInfinity(most) ? (FormattableString)$"≥ {least}{unit}"
            : double.IsInfinity(least) ? $"≤ {most}{unit}"
            : least == most ? (FormattableString)$"= {least}{unit}" : $"{least}–{most}{unit}");
}
