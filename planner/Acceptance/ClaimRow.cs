using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Acceptance;

/// <summary>What a claim stands for (section 8 of the model).</summary>
public enum ClaimClass
{
    /// <summary>Built in: a check of the code.</summary>
    V,

    /// <summary>Calibrated: a fit, never evidence.</summary>
    C,

    /// <summary>Emergent: a check of the model.</summary>
    E,
}

/// <summary>One line of the acceptance table.</summary>
/// <param name="Number">Number in section 8.</param>
/// <param name="Statistic">What was measured.</param>
/// <param name="Band">What it must be, in words.</param>
/// <param name="Measured">The value, NaN where only yes or no counts.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Seeds">Replications behind it; 0: none needed.</param>
public sealed record ClaimRow(
    int Number, ClaimClass Class, string Statistic, string Band, double Measured, double Low, double High, int Seeds,
    bool Passed)
{
    /// <summary>A mean over seeds that must lie within a band.</summary>
    public static ClaimRow Mean(
        int number, ClaimClass kind, string statistic, double[] values, double least, double most)
    {
        MeanInterval m = MeanInterval.Of(values);
        string band = least == double.Epsilon ? "> 0"
            : double.IsInfinity(most) ? $"≥ {least:g3}"
            : double.IsInfinity(least) ? $"≤ {most:g3}"
            : $"{least:g3} to {most:g3}";
        return new ClaimRow(
            number, kind, statistic, band, m.Mean, m.Mean - m.Half, m.Mean + m.Half, m.Count,
            m.Mean >= least && m.Mean <= most);
    }

    /// <summary>Something that holds or does not.</summary>
    public static ClaimRow Holds(int number, ClaimClass kind, string statistic, string band, bool passed, int seeds = 0) =>
        new(number, kind, statistic, band, double.NaN, double.NaN, double.NaN, seeds, passed);

    /// <summary>A number that follows from formulas alone.</summary>
    public static ClaimRow Value(
        int number, ClaimClass kind, string statistic, string band, double value, bool passed) =>
        new(number, kind, statistic, band, value, value, value, 0, passed);
}
