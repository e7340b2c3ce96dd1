using Jinlin.Model.Engine;
using MathNet.Numerics.Distributions;

namespace Jinlin.Planner.Statistics;

/// <summary>A number computed from some of the pairs, named by their positions, which may repeat.</summary>
public delegate double PairStatistic(ReadOnlySpan<int> pairs);

/// <summary>
/// Bootstrap intervals over pairs of replications, for statistics without a formula: medians, quantiles, ratios,
/// variance reductions. It resamples whole pairs, never needs within a world, and its draws are keyed (law 4), so
/// the same pairs give the same bytes. Source: Efron and Tibshirani 1993, chapters 13 and 14.
/// </summary>
/// <param name="resamples">1,999 put the ends of a 95 % interval at order statistics.</param>
/// <param name="seed">Of the resampling alone; no world is drawn from it.</param>
public sealed class Bootstrap(int resamples = 1999, ulong seed = 20_211_222)
{
    /// <summary>Marks draws of the bootstrap, apart from every purpose of a model.</summary>
    private const uint Purpose = 0xB0075742;

    /// <summary>The middle share of what resamples give.</summary>
    /// <param name="pairs">How many there are.</param>
    /// <param name="level">Above 0, below 1.</param>
    public Interval Percentile(int pairs, PairStatistic statistic, double level = .95)
    {
        double[]? sorted = Resampled(pairs, statistic);
        double tail = (1 - level) / 2;
        return sorted is null
            ? Interval.Everything
            : new Interval(Quantiles.OfSorted(sorted, tail), Quantiles.OfSorted(sorted, 1 - tail));
    }

    /// <summary>
    /// Bias-corrected and accelerated (BCa): the percentiles shifted for the median bias of the statistic and for
    /// how its spread changes with its value. A point if no resample differs.
    /// </summary>
    public Interval BiasCorrected(int pairs, PairStatistic statistic, double level = .95)
    {
        if (Resampled(pairs, statistic) is not { } sorted) return Interval.Everything;
        if (sorted[0].Equals(sorted[^1])) return new Interval(sorted[0], sorted[0]);
        double observed = statistic(Identity(pairs));
        if (!double.IsFinite(observed)) return Interval.Everything;
        double below = sorted.Count(v => v < observed) + (.5 * sorted.Count(v => v.Equals(observed)));
        // All on one side: half a resample stands in for what more resamples would show.
        double share = Math.Clamp(below, .5, resamples - .5) / resamples;
        double bias = Normal.InvCDF(0, 1, share), acceleration = Acceleration(pairs, statistic);
        return new Interval(End((1 - level) / 2), End((1 + level) / 2));

        double End(double p)
        {
            double z = bias + Normal.InvCDF(0, 1, p);
            return Quantiles.OfSorted(sorted, Normal.CDF(0, 1, bias + (z / (1 - (acceleration * z)))));
        }
    }

    /// <summary>
    /// Σ(θ̄−θᵢ)³ / 6(Σ(θ̄−θᵢ)²)^1.5 over the statistic without pair i (jackknife); 0 where that is not defined.
    /// </summary>
    public static double Acceleration(int pairs, PairStatistic statistic)
    {
        double[] left = new double[pairs];
        int[] others = [.. Enumerable.Range(1, Math.Max(0, pairs - 1))];
        for (int i = 0; i < pairs; i++)
        {
            left[i] = statistic(others);
            if (i < others.Length) others[i] = i;
        }
        double mean = left.Average(), squares = 0, cubes = 0;
        foreach (double value in left)
        {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        double acceleration = cubes / (6 * Math.Pow(squares, 1.5));
        return double.IsFinite(acceleration) ? acceleration : 0;
    }

    /// <summary>Ascending; null with fewer than two pairs, or if a resample has no value.</summary>
    private double[]? Resampled(int pairs, PairStatistic statistic)
    {
        if (pairs < 2) return null;
        var chance = new Chance(seed);
        uint[] bits = new uint[pairs];
        int[] chosen = new int[pairs];
        double[] values = new double[resamples];
        for (int r = 0; r < resamples; r++)
        {
            chance.Fill((uint)r, 0, Purpose, bits);
            for (int i = 0; i < pairs; i++) chosen[i] = (int)(((ulong)bits[i] * (uint)pairs) >> 32);
            values[r] = statistic(chosen);
            if (double.IsNaN(values[r])) return null;
        }
        Array.Sort(values);
        return values;
    }

    private static int[] Identity(int pairs) => [.. Enumerable.Range(0, pairs)];
}
