using MathNet.Numerics.Distributions;

namespace Jinlin.Planner.Calibration;

/// <summary>
/// Does the method find what made the data? For truths drawn from the prior, the share of each posterior that lies below
/// its truth must be uniform (simulation-based calibration: Talts et al. 2018).
/// </summary>
/// <param name="PValue">Of a χ² test against uniform; small where posteriors are wrong. NaN with fewer than 20 truths.</param>
/// <param name="Covered">Share of truths within the middle 90 % of their posterior.</param>
public readonly record struct RankCheck(double PValue, double Covered)
{
    private const int Fewest = 20, PerBin = 5, MostBins = 10;

    /// <summary>For each dimension.</summary>
    /// <param name="found">A truth, and the last generation of the calibration to what it made.</param>
    public static IReadOnlyList<RankCheck> Of(IReadOnlyList<(double[] Truth, Generation Posterior)> found) =>
        [.. Enumerable.Range(0, found[0].Truth.Length).Select(d => Of(
            [.. found.Select(f => f.Posterior.Particles.Where(p => p.At[d] < f.Truth[d]).Sum(p => p.Weight))]))];

    internal static RankCheck Of(double[] ranks)
    {
        double covered = ranks.Count(r => r is >= .05 and < .95) / (double)ranks.Length;
        if (ranks.Length < Fewest) return new RankCheck(double.NaN, covered);
        int bins = Math.Min(MostBins, ranks.Length / PerBin);
        double expected = ranks.Length / (double)bins;
        double squares = Enumerable.Range(0, bins).Sum(b =>
            Math.Pow(ranks.Count(r => Math.Min(bins - 1, (int)(r * bins)) == b) - expected, 2) / expected);
        return new RankCheck(1 - ChiSquared.CDF(bins - 1, squares), covered);
    }
}
