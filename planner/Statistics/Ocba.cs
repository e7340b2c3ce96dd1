namespace Jinlin.Planner.Statistics;

/// <summary>
/// Optimal computing budget allocation (Chen and Lee 2011): where further replications help most to tell the best
/// policy from the rest. It allocates effort; it decides nothing.
/// </summary>
public static class Ocba
{
    /// <summary>Replications for each policy, which add up to the budget.</summary>
    /// <param name="means">Higher is better.</param>
    /// <param name="variances">Of one replication, same order.</param>
    /// <param name="budget">Replications in all.</param>
    public static IReadOnlyList<int> Allocation(
        IReadOnlyList<double> means, IReadOnlyList<double> variances, int budget)
    {
        int best = Enumerable.Range(0, means.Count).MaxBy(i => means[i]);
        double widest = means.Max(m => means[best] - m);
        // As good as the best: a gap so small that it draws nearly all effort, yet a number.
        double least = widest > 0 ? 1e-6 * widest : 1;
        double[] weight = new double[means.Count];
        double others = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            if (i == best || variances[i] <= 0) continue;
            weight[i] = variances[i] / Math.Pow(Math.Max(least, means[best] - means[i]), 2);
            others += weight[i] * weight[i] / variances[i];
        }
        weight[best] = Math.Sqrt(variances[best] * others);
        double sum = weight.Sum();
        if (sum <= 0) (weight, sum) = ([.. weight.Select(_ => 1.0)], weight.Length);
        return Whole([.. weight.Select(w => budget * w / sum)], budget);
    }

    /// <summary>Whole numbers with the same sum: largest remainders up, the first among equals.</summary>
    private static int[] Whole(double[] shares, int budget)
    {
        int[] whole = [.. shares.Select(s => (int)s)];
        foreach (int i in Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i] - (int)shares[i])
            .Take(budget - whole.Sum()))
        {
            whole[i]++;
        }
        return whole;
    }
}
