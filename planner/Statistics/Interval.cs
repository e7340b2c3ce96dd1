namespace Jinlin.Planner.Statistics;

/// <summary>
/// The values that the data do not exclude. An end that nothing bounds is infinite, so what is not known excludes
/// nothing and no end is ever NaN.
/// </summary>
/// <param name="Low">−∞ if there is no lower bound.</param>
/// <param name="High">+∞ if there is no upper bound.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Nothing is known: every value.</summary>
    public static Interval Everything => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Both ends are finite.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Half its width; +∞ where an end is.</summary>
    public double Half => IsBounded ? (High - Low) / 2 : double.PositiveInfinity;

    /// <summary>The interval of the value with its sign turned.</summary>
    public Interval Negated => new(-High, -Low);

    /// <summary>The least interval that holds both.</summary>
    public Interval Hull(Interval other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>For people who debug; the printing of records would follow <see cref="Negated"/> without end.</summary>
    public override string ToString() => FormattableString.Invariant($"{Low} … {High}");

    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>A value with the same room on both sides.</summary>
    public static Interval Around(double center, double half) => new(center - half, center + half);
}
