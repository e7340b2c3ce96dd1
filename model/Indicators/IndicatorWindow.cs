using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Indicators;

/// <summary>
/// A stretch of days between two daily vectors: counts are differences, levels are those at its end. All formulas
/// of indicators read it and nothing else, so no lever value can enter one.
/// </summary>
public readonly ref struct IndicatorWindow
{
    private readonly ReadOnlySpan<long> _before;
    private readonly ReadOnlySpan<long> _end;

    /// <param name="before">The vector of the day before the window; empty at the start of the run.</param>
    /// <param name="end">The vector of its last day, in the layout of <see cref="IndicatorCatalog"/>.</param>
    /// <param name="days">Its length in days, at least 1.</param>
    public IndicatorWindow(ReadOnlySpan<long> before, ReadOnlySpan<long> end, int days)
    {
        _before = before;
        _end = end;
        Days = days;
    }

    public int Days { get; }

    public double Years => Days / 365.0;

    public long Count(NeedKind kind, int group, NeedCount count) =>
        Difference(IndicatorCatalog.Need(kind, group, count));

    public long Count(Metric metric) => Difference(IndicatorCatalog.Of(metric));

    /// <summary>Resolved needs that waited as long as a bucket says.</summary>
    public long Waits(NeedKind kind, int bucket) => Difference(IndicatorCatalog.Wait(kind, bucket));

    public long Level(GroupSum sum, int group) => _end[IndicatorCatalog.Of(sum, group)];

    public long Level(EstateSum sum) => _end[IndicatorCatalog.Of(sum)];

    /// <summary>An estate sum that only grows: by how much it did.</summary>
    public long Growth(EstateSum sum) => Difference(IndicatorCatalog.Of(sum));

    /// <summary>An entry at the end of the window.</summary>
    public long this[int place] => _end[place];

    /// <summary>Closed needs of a kind: helped, or lapsed.</summary>
    public long Closed(NeedKind kind, int group) =>
        Count(kind, group, NeedCount.Resolved) + Count(kind, group, NeedCount.Lapsed);

    /// <summary>Person-years lived in the window by a group.</summary>
    public double PersonYears(int group) => Level(GroupSum.Residents, group) * Years;

    private long Difference(int place) => _end[place] - (_before.IsEmpty ? 0 : _before[place]);
}
