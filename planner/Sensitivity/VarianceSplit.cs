namespace Jinlin.Planner.Sensitivity;

/// <summary>
/// How an outcome that was computed at every point for every seed varies: with the point, with the seed, and because
/// points matter differently under different seeds. Two-way analysis of variance with random effects and one
/// observation for each pair; there is no further error, since a pair is deterministic.
/// </summary>
/// <param name="Points">Variance between points; 0 where the estimate falls below.</param>
/// <param name="Seeds">Variance between seeds; likewise.</param>
/// <param name="Interaction">What is left.</param>
public readonly record struct VarianceSplit(double Points, double Seeds, double Interaction)
{
    public double Total => Points + Seeds + Interaction;

    /// <summary>A part's share of all; 0 if nothing varies.</summary>
    public double ShareOf(double part) => Total > 0 ? part / Total : 0;

    /// <param name="outcomes">By point, then by seed; as many seeds for each.</param>
    /// <returns>Null with fewer than two points or seeds.</returns>
    public static VarianceSplit? Of(IReadOnlyList<IReadOnlyList<double>> outcomes)
    {
        int points = outcomes.Count, seeds = points == 0 ? 0 : outcomes[0].Count;
        if (points < 2 || seeds < 2) return null;
        double[] ofPoint = [.. outcomes.Select(o => o.Average())];
        double[] ofSeed = [.. Enumerable.Range(0, seeds).Select(s => outcomes.Average(o => o[s]))];
        double mean = ofPoint.Average(), rest = 0;
        for (int p = 0; p < points; p++)
        {
            for (int s = 0; s < seeds; s++)
            {
                double left = outcomes[p][s] - ofPoint[p] - ofSeed[s] + mean;
                rest += left * left;
            }
        }
        // What rounding leaves of equal numbers is no variance.
        if (outcomes.All(o => o.All(v => Math.Abs(v - mean) <= 1e-12 * Math.Abs(mean)))) return default(VarianceSplit);
        double interaction = rest / ((points - 1) * (seeds - 1));
        double betweenPoints = seeds * ofPoint.Sum(v => (v - mean) * (v - mean)) / (points - 1);
        double betweenSeeds = points * ofSeed.Sum(v => (v - mean) * (v - mean)) / (seeds - 1);
        return new VarianceSplit(
            Math.Max(0, (betweenPoints - interaction) / seeds), Math.Max(0, (betweenSeeds - interaction) / points),
            interaction);
    }
}
