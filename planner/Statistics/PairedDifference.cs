using Jinlin.Model.Indicators;

namespace Jinlin.Planner.Statistics;

/// <summary>
/// What a policy changes in one indicator, from pairs of replications under the same seed (common random numbers).
/// Signed so that positive is better; for a neutral indicator, policy less baseline.
/// </summary>
/// <remarks>
/// The unit of the evidence is the pair: needs within one replication share their world and are not independent.
/// </remarks>
public sealed class PairedDifference
{
    private readonly double[] _baseline, _policy, _differences;

    private PairedDifference(double[] baseline, double[] policy, double[] differences, int undefined, double level)
    {
        (_baseline, _policy, _differences) = (baseline, policy, differences);
        (Undefined, Level) = (undefined, level);
        State = StateOf(differences);
        Median = Quantiles.Median(differences);
        Mean = State switch
        {
            PairState.Identical => 0,
            PairState.Constant => differences[0],
            PairState.Censored => double.NaN,
            _ => differences.Length == 0 ? double.NaN : differences.Average(),
        };
        Deviation = State switch
        {
            PairState.Identical or PairState.Constant => 0,
            PairState.Estimated => Moments.Deviation(differences),
            _ => double.PositiveInfinity,
        };
    }

    public PairState State { get; }

    /// <summary>Pairs with a value in both worlds.</summary>
    public int Count => _differences.Length;

    /// <summary>Pairs left out because the indicator is not defined in one of the worlds (NaN).</summary>
    public int Undefined { get; }

    /// <summary>Mean difference, positive is better. NaN only without a pair, or if the state is Censored.</summary>
    public double Mean { get; }

    /// <summary>Median difference; NaN without a pair. Two values beyond the horizon differ by 0.</summary>
    public double Median { get; }

    /// <summary>Standard deviation of the differences; 0 if all are the same, +∞ if it is not known.</summary>
    public double Deviation { get; }

    /// <summary>Standard error of the mean.</summary>
    public double StandardError => Deviation / Math.Sqrt(Math.Max(1, Count));

    /// <summary>Of <see cref="Interval"/>, as .95.</summary>
    public double Level { get; }

    /// <summary>Student's t interval of the mean at <see cref="Level"/>.</summary>
    public Interval Interval => At(Level);

    /// <summary>The differences, in the order of the pairs, positive is better.</summary>
    public IReadOnlyList<double> Differences => _differences;

    /// <summary>The baseline's values of the pairs that count.</summary>
    public IReadOnlyList<double> Baseline => _baseline;

    /// <summary>The policy's values of the pairs that count.</summary>
    public IReadOnlyList<double> Policy => _policy;

    /// <summary>
    /// Pearson's correlation of the two worlds over the seeds: how much of chance they share. Null where a world
    /// does not vary or the state is neither Estimated nor Constant nor Identical.
    /// </summary>
    public double? Correlation => State is PairState.Undetermined or PairState.Censored
        ? null
        : Moments.Correlation(_baseline, _policy);

    /// <summary>Two-sided p of no difference (Student's t); 1 where nothing speaks against it.</summary>
    public double PValue => State switch
    {
        PairState.Constant => 0,
        PairState.Estimated => 2 * StudentT.Cumulative(-Math.Abs(Mean) / StandardError, Count - 1),
        _ => 1,
    };

    /// <summary>Student's t interval of the mean; a point if all differences are the same.</summary>
    /// <param name="level">Above 0, below 1.</param>
    public Interval At(double level) => State switch
    {
        PairState.Identical or PairState.Constant => Interval.Around(Mean, 0),
        PairState.Estimated => Interval.Around(
            Mean, StudentT.Quantile(1 - ((1 - level) / 2), Count - 1) * StandardError),
        _ => Interval.Everything,
    };

    /// <summary>Of two equally long lists; entry i of both has the same seed.</summary>
    /// <param name="baseline">NaN: not defined under that seed. Infinity: beyond the horizon.</param>
    /// <param name="level">Of <see cref="Interval"/>, above 0, below 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static PairedDifference Of(
        IReadOnlyList<double> baseline, IReadOnlyList<double> policy, Direction direction, double level = .95)
    {
        if (baseline.Count != policy.Count)
            throw new ArgumentException($"{baseline.Count} values in one world and {policy.Count} in the other");
        var b = new List<double>(baseline.Count);
        var p = new List<double>(baseline.Count);
        for (int i = 0; i < baseline.Count; i++)
        {
            if (double.IsNaN(baseline[i]) || double.IsNaN(policy[i])) continue;
            b.Add(baseline[i]);
            p.Add(policy[i]);
        }
        double sign = direction == Direction.LowerIsBetter ? -1 : 1;
        double[] differences = [.. b.Zip(p, (x, y) => x.Equals(y) ? 0 : sign * (y - x))];
        return new PairedDifference([.. b], [.. p], differences, baseline.Count - b.Count, level);
    }

    private static PairState StateOf(double[] differences)
    {
        if (!differences.All(double.IsFinite)) return PairState.Censored;
        if (differences.Length < 2) return PairState.Undetermined;
        if (differences.Any(d => d != differences[0])) return PairState.Estimated;
        return differences[0] == 0 ? PairState.Identical : PairState.Constant;
    }
}
