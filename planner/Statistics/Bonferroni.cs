namespace Jinlin.Planner.Statistics;

/// <summary>
/// Intervals that hold together with a stated level however they depend on each other (Bonferroni; Dunn 1961).
/// </summary>
public static class Bonferroni
{
    /// <summary>The level of each of <paramref name="count"/> intervals.</summary>
    /// <param name="level">Of all together, above 0, below 1.</param>
    /// <param name="count">At least 1.</param>
    public static double Level(double level, int count) => 1 - ((1 - level) / Math.Max(1, count));
}
