namespace Jinlin.Planner.Statistics;

/// <summary>Why no more replications were run.</summary>
public enum StopReason
{
    /// <summary>Every primary interval is as narrow as asked.</summary>
    PreciseEnough,

    /// <summary>The number that was fixed beforehand is reached.</summary>
    MaximumReached,

    /// <summary>The best policy is selected.</summary>
    Selected,

    /// <summary>By hand or by a failure; the comparison decides nothing.</summary>
    Interrupted,
}

/// <summary>What a stopping rule says after a look.</summary>
/// <param name="Replications">To run in all before the next look; those that were run if it stops.</param>
/// <param name="Stop">Null: go on.</param>
public readonly record struct NextLook(int Replications, StopReason? Stop);

/// <summary>
/// When to stop: looks only at the half-widths of the primary's intervals, never at where they lie, so that no look
/// favors a result.
/// </summary>
public abstract class StoppingRule
{
    /// <summary>Pairs before the first look at a mean.</summary>
    public const int LeastForMeans = 30;

    /// <summary>Pairs before tails (quantiles) and ratios of means are trusted.</summary>
    public const int LeastForTailsAndRatios = 100;

    /// <param name="half">Half-width that is narrow enough, in the primary's unit; above 0.</param>
    /// <param name="maximum">Replications at most, fixed beforehand; at least 2.</param>
    /// <param name="level">Of the intervals; that of the decision's family.</param>
    /// <param name="least">Replications before the first look.</param>
    protected StoppingRule(double half, int maximum, double level, int least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(half);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 2);
        (Half, Maximum, Level, Least) = (half, maximum, level, Math.Clamp(least, 2, maximum));
    }

    public double Half { get; }

    public int Maximum { get; }

    public double Level { get; }

    /// <summary>Replications before the first look.</summary>
    public int Least { get; }

    /// <summary>The interval that belongs to the rule.</summary>
    public abstract Interval IntervalOf(PairedDifference primary);

    /// <summary>After the replications that were run; asked first with none.</summary>
    /// <param name="primaries">The primary of each policy; all have run equally often.</param>
    public NextLook After(IReadOnlyList<PairedDifference> primaries, bool interrupted = false)
    {
        int run = primaries.Count == 0 ? 0 : primaries.Max(p => p.Count + p.Undefined);
        if (interrupted) return new NextLook(run, StopReason.Interrupted);
        if (run < Least) return new NextLook(Least, null);
        PairedDifference[] wide = [.. primaries.Where(p => IntervalOf(p).Half > Half)];
        if (wide.Length == 0) return new NextLook(run, StopReason.PreciseEnough);
        if (run >= Maximum) return new NextLook(run, StopReason.MaximumReached);
        return new NextLook(Math.Min(Maximum, wide.Max(p => Wanted(p, run))), null);
    }

    /// <summary>Replications in all that this primary asks for, above <paramref name="run"/>.</summary>
    protected abstract int Wanted(PairedDifference primary, int run);
}
