namespace Jinlin.Planner.Designs;

/// <summary>
/// Points for Sobol indices: two independent sets A and B, and each with one coordinate taken from the other (Saltelli
/// 2002, Comput. Phys. Commun. 145, 280; Saltelli et al. 2010, 181, 259). The sets are the halves of one Sobol sequence.
/// </summary>
public static class SaltelliPoints
{
    /// <summary>Points of one base sample: A, B, the coordinates of A with one of B, and the reverse.</summary>
    public static int PerSample(int dimensions, bool secondOrder) => (secondOrder ? 2 * dimensions : dimensions) + 2;

    /// <summary>Row by row: a, ab₀ … abₖ, (ba₀ … baₖ,) b of each base sample.</summary>
    /// <param name="samples">A power of two.</param>
    /// <param name="dimensions">At most half of <see cref="SobolSequence.MostDimensions"/>.</param>
    public static double[][] Points(int samples, int dimensions, bool secondOrder)
    {
        if (!int.IsPow2(samples)) throw new ArgumentOutOfRangeException(nameof(samples), samples, null);
        // The first points repeat one value over all coordinates: leave out as many as there are samples.
        double[][] both = SobolSequence.Points(2 * samples, 2 * dimensions)[samples..];
        var points = new List<double[]>(samples * PerSample(dimensions, secondOrder));
        foreach (double[] row in both)
        {
            double[] a = row[..dimensions], b = row[dimensions..];
            points.Add(a);
            points.AddRange(Enumerable.Range(0, dimensions).Select(d => Mixed(a, b, d)));
            if (secondOrder) points.AddRange(Enumerable.Range(0, dimensions).Select(d => Mixed(b, a, d)));
            points.Add(b);
        }
        return [.. points];
    }

    private static double[] Mixed(double[] most, double[] one, int dimension)
    {
        double[] mixed = [.. most];
        mixed[dimension] = one[dimension];
        return mixed;
    }
}
