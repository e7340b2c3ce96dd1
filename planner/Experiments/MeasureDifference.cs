using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>What part a measure plays in the decision.</summary>
public enum MeasureRole
{
    /// <summary>Outside the primary family: it informs.</summary>
    Exploratory,
    Primary,
    Group,
    Guard,
    Cost,
}

/// <summary>What one policy changes in one measure, over all pairs.</summary>
/// <param name="Interval">
/// Of the mean difference: at the family's level where it decides, else at 95 % by itself.
/// </param>
/// <param name="AdjustedP">Bonferroni's within the family, Holm's among all that is exploratory.</param>
/// <param name="Reduction">How much the pairing saved; null where nothing varies.</param>
public sealed record MeasureDifference(
    Measure Measure, MeasureRole Role, PairedDifference Difference, Interval Interval, double Level, double AdjustedP,
    VarianceReduction? Reduction)
{
    /// <summary>Of <see cref="Reduction"/>; null where none was computed.</summary>
    public Interval? ReductionInterval =>
        Reduction is { } reduction && !double.IsNegativeInfinity(reduction.Interval.Low) ? reduction.Interval : null;
}
