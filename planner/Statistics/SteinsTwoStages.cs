namespace Jinlin.Planner.Statistics;

/// <summary>
/// Stein 1945: the spread of a first stage alone fixes how many pairs there will be, so that for normal differences
/// the interval has exactly its level however that spread came out.
/// </summary>
public sealed class SteinsTwoStages(
    double half, int maximum, double level = .95, int least = StoppingRule.LeastForMeans)
    : StoppingRule(half, maximum, level, least)
{
    /// <summary>Mean of all pairs ± t·s/√n, with s and degrees of freedom of the first stage.</summary>
    public override Interval IntervalOf(PairedDifference primary) =>
        primary.State == PairState.Estimated && First(primary) is { } first
            ? Interval.Around(primary.Mean, Scaled(first) / Math.Sqrt(primary.Count))
            : primary.At(Level);

    protected override int Wanted(PairedDifference primary, int run)
    {
        if (primary.State != PairState.Estimated || First(primary) is not { } first) return Maximum;
        double wanted = Math.Ceiling(Math.Pow(Scaled(first) / Half, 2));
        // Undefined pairs do not count; as many more are run as are missing.
        return (int)Math.Clamp(run + wanted - primary.Count, run + 1, Maximum);
    }

    /// <summary>t·s: the half-width times √n.</summary>
    private double Scaled(double[] first) =>
        StudentT.Quantile((1 + Level) / 2, first.Length - 1) * Moments.Deviation(first);

    /// <summary>The first stage; null if it does not vary, so that it says nothing of the spread.</summary>
    private double[]? First(PairedDifference primary)
    {
        double[] first = [.. primary.Differences.Take(Least)];
        return first.Length < 2 || Moments.IsConstant(first) ? null : first;
    }
}
