using MathNet.Numerics;

namespace Jinlin.Planner.Discovery;

/// <summary>A box on the way that PRIM goes, and how good it is.</summary>
/// <param name="Coverage">Share of all interesting cases that lie in it.</param>
/// <param name="Density">Share of interesting ones among its cases.</param>
/// <param name="Mass">Share of all cases that lie in it.</param>
public sealed record FoundBox(Box Box, double Coverage, double Density, double Mass)
{
    /// <summary>The conditions that it limits.</summary>
    public required IReadOnlyList<int> Restricted { get; init; }

    public static FoundBox Of(CaseTable table, Box box)
    {
        int[] inside = table.Inside(box);
        int found = inside.Count(i => table.Interesting[i]);
        return new FoundBox(
            box, table.OfInterest == 0 ? 0 : (double)found / table.OfInterest,
            inside.Length == 0 ? 0 : (double)found / inside.Length, (double)inside.Length / table.Count)
        {
            Restricted = box.Restricted(table.Whole),
        };
    }

    /// <summary>
    /// Bryant and Lempert's quasi-p (2010, Technol. Forecast. Soc. Change 77, 34): the probability of as many
    /// interesting cases as the box has if one of its ends told nothing. One-sided binomial.
    /// </summary>
    /// <param name="condition">One of <see cref="Restricted"/>.</param>
    /// <returns>For the lower and the upper end; null where the box does not limit it. Of categories, the first.</returns>
    public (double? Low, double? High) QuasiP(CaseTable table, int condition)
    {
        Limit limit = Box.Limits[condition], whole = table.Whole.Limits[condition];
        if (table.Conditions[condition].Kind == ConditionKind.Category) return (Without(whole), null);
        return (
            limit.Low.Equals(whole.Low) ? null : Without(limit with { Low = whole.Low }),
            limit.High.Equals(whole.High) ? null : Without(limit with { High = whole.High }));

        double Without(Limit free)
        {
            int[] inside = table.Inside(Box), wider = table.Inside(Box.With(condition, free));
            return AtLeast(inside.Count(i => table.Interesting[i]), inside.Length, table.Density(wider));
        }
    }

    /// <summary>P(X ≥ k) for X ~ Binomial(n, p), exact in the far tail too.</summary>
    internal static double AtLeast(int k, int n, double p) =>
        k <= 0 || p >= 1 ? 1 : p <= 0 ? 0 : SpecialFunctions.BetaRegularized(k, n - k + 1, p);
}
