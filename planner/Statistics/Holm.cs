namespace Jinlin.Planner.Statistics;

/// <summary>
/// Holm's step-down adjustment (1979): the chance of even one false finding among all that are looked at stays
/// below the level to which the adjusted p are held. For everything outside the primary family.
/// </summary>
public static class Holm
{
    /// <summary>Adjusted p in the order given: (m − i + 1) · p₍ᵢ₎, never falling, at most 1.</summary>
    public static IReadOnlyList<double> Adjusted(IReadOnlyList<double> p)
    {
        double[] adjusted = new double[p.Count];
        double highest = 0;
        int left = p.Count;
        foreach (int i in Enumerable.Range(0, p.Count).OrderBy(i => p[i]))
        {
            highest = Math.Max(highest, Math.Min(1, left-- * p[i]));
            adjusted[i] = highest;
        }
        return adjusted;
    }
}
