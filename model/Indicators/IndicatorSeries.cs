using Jinlin.Model.Engine;

namespace Jinlin.Model.Indicators;

/// <summary>
/// The town's daily integers of one run, day by day from day 0, and the indicators read from them over any window.
/// </summary>
public sealed class IndicatorSeries
{
    private readonly List<long[]> _days = [];

    /// <param name="burnInDays">Days before the course that is judged.</param>
    public IndicatorSeries(int burnInDays) => BurnInDays = burnInDays;

    public int BurnInDays { get; }

    /// <summary>How many days there are, burn-in included.</summary>
    public int Days => _days.Count;

    /// <summary>The integers of a day, in the layout of <see cref="IndicatorCatalog"/>.</summary>
    public ReadOnlySpan<long> this[Day day] => _days[day.Value];

    /// <summary>Adds the next day's integers.</summary>
    public void Add(ReadOnlySpan<long> integers)
    {
        if (integers.Length != IndicatorCatalog.Count)
            throw new ArgumentException($"{integers.Length} integers, {IndicatorCatalog.Count} expected",
                nameof(integers));
        _days.Add(integers.ToArray());
    }

    /// <summary>The value over the whole course after burn-in, as far as it has run.</summary>
    public double Course(Indicator indicator, int group = 0) =>
        Over(indicator, new Day(Math.Min(BurnInDays, Days - 1)), new Day(Days - 1), group);

    /// <summary>
    /// The value of a day: over the indicator's own look-back where it has one, else over <paramref name="days"/>.
    /// </summary>
    public double On(Indicator indicator, Day day, int group = 0, int days = 30) =>
        Over(indicator, new Day(Math.Max(0, day.Value - days + 1)), day, group);

    /// <summary>The value over the days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public double Over(Indicator indicator, Day first, Day last, int group = 0)
    {
        int from = indicator.TrailingDays > 0 ? Math.Max(0, last.Value - indicator.TrailingDays + 1) : first.Value;
        ReadOnlySpan<long> before = from == 0 ? default : _days[from - 1];
        return indicator.Formula(new IndicatorWindow(before, _days[last.Value], last.Value - from + 1), group);
    }

    /// <summary>
    /// The value of one day by its integers alone, as triggers see it (law 6): levels of that day, rates since the
    /// start of the run.
    /// </summary>
    public static double OfDay(Indicator indicator, Day day, ReadOnlySpan<long> integers, int group = 0) =>
        indicator.Formula(new IndicatorWindow(default, integers, day.Value + 1), group);

    /// <summary>
    /// Q(t) on each day from <paramref name="first"/> on: 100 × met on time / due in the trailing week.
    /// </summary>
    public double[] Quality(Day first, int group = 0)
    {
        Indicator quality = IndicatorList.Find("quality")!;
        return [.. Enumerable.Range(first.Value, Math.Max(0, Days - first.Value))
            .Select(d => On(quality, new Day(d), group))];
    }
}
