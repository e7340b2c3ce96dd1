namespace Jinlin.Planner.Statistics;

/// <summary>What a selection knows after some replications.</summary>
/// <param name="Surviving">Policies that may still be the best, in their order.</param>
/// <param name="Best">The selected one; null: the surviving ones need another replication.</param>
/// <param name="Replications">How many the surviving have been judged by.</param>
public sealed record Selection(IReadOnlyList<int> Surviving, int? Best, int Replications);

/// <summary>
/// KN: selects the best of many policies under common random numbers and drops the clearly worse as it goes (Kim
/// and Nelson 2001, ACM TOMACS 11). With probability 1 − α the selected one is the best, if the best leads by the
/// smallest effect that matters, whatever the correlation between the worlds.
/// </summary>
public sealed class KimNelson
{
    private readonly double _hSquared;

    /// <param name="policies">k, at least 2, the baseline among them.</param>
    /// <param name="smallestEffect">δ, above 0: a lead that does not matter.</param>
    /// <param name="first">n₀, replications before anything is dropped; at least 2.</param>
    /// <param name="alpha">Probability of a wrong selection, above 0, below 1 − 1/k.</param>
    public KimNelson(int policies, double smallestEffect, int first, double alpha = .05)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(policies, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallestEffect);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 2);
        (Policies, SmallestEffect, First) = (policies, smallestEffect, first);
        _hSquared = 2 * Eta(policies, first, alpha) * (first - 1);
    }

    public int Policies { get; }

    public double SmallestEffect { get; }

    public int First { get; }

    /// <summary>η = ½((2α/(k−1))^(−2/(n₀−1)) − 1), for the triangular region (c = 1).</summary>
    public static double Eta(int policies, int first, double alpha) =>
        ((Math.Pow(2 * alpha / (policies - 1), -2.0 / (first - 1))) - 1) / 2;

    /// <summary>Judges from the start, so that a stopped selection goes on to the same end.</summary>
    /// <param name="values">
    /// By policy, then by seed, higher is better, all defined. A policy that was dropped may have fewer.
    /// </param>
    public Selection After(IReadOnlyList<IReadOnlyList<double>> values)
    {
        int[] surviving = [.. Enumerable.Range(0, Policies)];
        if (values.Min(v => v.Count) < First) return new Selection(surviving, null, values.Min(v => v.Count));
        double[,] variance = Variances(values);
        int last = Last(variance);
        double[] sums = [.. values.Select(v => v.Take(First - 1).Sum())];
        int r = First - 1;
        while (surviving.All(i => values[i].Count > r))
        {
            foreach (int i in surviving) sums[i] += values[i][r];
            r++;
            surviving = [.. surviving.Where(i => surviving.All(l => Stays(i, l)))];
            if (surviving.Length == 1) return new Selection(surviving, surviving[0], r);
            if (r > last) return new Selection(surviving, surviving.MaxBy(i => sums[i]), r);
        }
        return new Selection(surviving, null, r);

        bool Stays(int i, int l)
        {
            double room = ((_hSquared * variance[i, l] / SmallestEffect) - (SmallestEffect * r)) / 2;
            return sums[i] >= sums[l] - Math.Max(0, room);
        }
    }

    /// <summary>Of the differences over the first stage.</summary>
    private double[,] Variances(IReadOnlyList<IReadOnlyList<double>> values)
    {
        var variance = new double[Policies, Policies];
        for (int i = 0; i < Policies; i++)
        {
            for (int l = 0; l < i; l++)
            {
                double[] difference = [.. Enumerable.Range(0, First).Select(s => values[i][s] - values[l][s])];
                variance[i, l] = variance[l, i] = Moments.Variance(difference);
            }
        }
        return variance;
    }

    /// <summary>After this many and one more the higher mean is selected: max ⌊h²S²/δ²⌋.</summary>
    private int Last(double[,] variance)
    {
        double most = 0;
        foreach (double v in variance) most = Math.Max(most, v);
        return (int)Math.Min(int.MaxValue - 1, Math.Floor(_hSquared * most / (SmallestEffect * SmallestEffect)));
    }
}
