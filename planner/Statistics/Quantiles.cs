namespace Jinlin.Planner.Statistics;

/// <summary>Quantiles of a sample: Hyndman and Fan's type 7, linear between order statistics.</summary>
public static class Quantiles
{
    /// <summary>The middle, or the mean of the two middle ones; NaN for none.</summary>
    public static double Median(IReadOnlyList<double> values) => Of(values, .5);

    /// <summary>The value below which a share <paramref name="p"/> lies; NaN for none.</summary>
    /// <param name="p">0 to 1.</param>
    public static double Of(IReadOnlyList<double> values, double p)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return OfSorted(sorted, p);
    }

    /// <summary>The same, of values that are ascending already.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.Length == 0) return double.NaN;
        double at = p * (sorted.Length - 1);
        int below = (int)at;
        double low = sorted[below], high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        // Equal neighbors first: between two infinities there is nothing to interpolate.
        return low.Equals(high) || at == below ? low : low + ((high - low) * (at - below));
    }
}
