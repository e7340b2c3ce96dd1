namespace Jinlin.Planner.Statistics;

/// <summary>
/// How many times fewer replications pairing needs than independent worlds would: (σ₁² + σ₂²) / Var(D). 1: pairing
/// saves nothing; below 1: the worlds move against each other.
/// </summary>
/// <param name="Factor">+∞ if the differences do not vary but the worlds do.</param>
/// <param name="Interval">Bootstrap (BCa) over pairs; an end may be +∞.</param>
public readonly record struct VarianceReduction(double Factor, Interval Interval)
{
    private const int Resamples = 999;

    /// <summary>Of the pairs; null with fewer than two, beyond the horizon, or if neither world varies.</summary>
    /// <param name="level">Of the interval, above 0, below 1.</param>
    /// <param name="bounded">False: the factor alone, its interval is everything; the bootstrap is dear.</param>
    public static VarianceReduction? Of(PairedDifference pairs, double level = .95, bool bounded = true)
    {
        if (pairs.State is PairState.Undetermined or PairState.Censored) return null;
        if (Moments.IsConstant(pairs.Baseline) && Moments.IsConstant(pairs.Policy)) return null;
        if (pairs.State is PairState.Identical or PairState.Constant)
            return new VarianceReduction(
                double.PositiveInfinity, new Interval(double.PositiveInfinity, double.PositiveInfinity));
        double[] x = Centered(pairs.Baseline), y = Centered(pairs.Policy), d = Centered(pairs.Differences);
        double Factor(ReadOnlySpan<int> chosen)
        {
            (double a, double b, double c) = (Squares(x, chosen), Squares(y, chosen), Squares(d, chosen));
            return c > 0 ? (a + b) / c : a + b > 0 ? double.PositiveInfinity : 1;
        }
        int[] all = [.. Enumerable.Range(0, pairs.Count)];
        return new VarianceReduction(Factor(all), bounded
            ? new Bootstrap(Resamples).BiasCorrected(pairs.Count, Factor, level)
            : Interval.Everything);
    }

    private static double[] Centered(IReadOnlyList<double> values)
    {
        double mean = values.Average();
        return [.. values.Select(v => v - mean)];
    }

    /// <summary>Sum of squares about the chosen pairs' own mean.</summary>
    private static double Squares(double[] values, ReadOnlySpan<int> chosen)
    {
        double sum = 0, squares = 0;
        foreach (int i in chosen)
        {
            sum += values[i];
            squares += values[i] * values[i];
        }
        return Math.Max(0, squares - (sum * sum / chosen.Length));
    }
}
