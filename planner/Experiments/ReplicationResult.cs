using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Jinlin.Model.Indicators;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// What is kept of one replication: integers from which every indicator, group and curve follows, and nothing of its
/// people. Immutable; some tens of kilobytes when packed.
/// </summary>
public sealed class ReplicationResult
{
    private readonly ConcurrentDictionary<int, long[]> _unpacked = [];
    private readonly int[] _days = [];
    private readonly PackedIntegers _kept = PackedIntegers.Of([]);
    private readonly PackedIntegers[] _estates = [];

    public ReplicationResult()
    {
    }

#pragma warning disable CS8618 // Kept and Estates are read off what is packed.
    /// <summary>From what is packed already; the rest is set beside.</summary>
    [SetsRequiredMembers]
    internal ReplicationResult(int[] days, PackedIntegers kept, long[] weeks, PackedIntegers[] estates) =>
        (_days, _kept, Weeks, _estates) = (days, kept, weeks, estates);
#pragma warning restore CS8618

    /// <summary>Days between the points of a curve.</summary>
    public const int Step = 7;

    /// <summary>Days between those whose integers are kept of each estate.</summary>
    public const int Quarter = 91;

    /// <summary>Days over which a point of a curve looks back.</summary>
    public const int LookBack = 4 * Step;

    /// <summary>As <see cref="LookBack"/>, of an indicator that has a longer look-back of its own.</summary>
    public const int LongLookBack = 13 * Step;

    public required ulong Seed { get; init; }

    public required UInt128 Digest { get; init; }

    /// <summary>Messages sent, burn-in included.</summary>
    public required long Messages { get; init; }

    public required int BurnInDays { get; init; }

    /// <summary>Days simulated, burn-in included.</summary>
    public required int Days { get; init; }

    /// <summary>
    /// The town's integers at the end of <see cref="KeptDays"/>, in the layout of the catalog; unpacked at each
    /// reading.
    /// </summary>
    public required IReadOnlyDictionary<int, long[]> Kept
    {
        get => _days.Zip(_kept.Unpack()).ToDictionary(d => d.First, d => d.Second);
        init
        {
            _days = [.. value.Keys.Order()];
            _kept = PackedIntegers.Of([.. _days.Select(d => value[d])]);
        }
    }

    /// <summary>
    /// For each day of the course, by group: needs due in the week that ends with it, and those met on time.
    /// </summary>
    public required long[] Weeks { get; init; }

    /// <summary>Of each estate the integers of <see cref="EstateIntegers"/> at the end of <see cref="EstateDays"/>.</summary>
    public required IReadOnlyList<long[][]> Estates
    {
        get => [.. _estates.Select(e => e.Unpack())];
        init => _estates = [.. value.Select(PackedIntegers.Of)];
    }

    /// <summary>The days of <see cref="Kept"/>, ascending, and their integers as they are packed.</summary>
    internal (IReadOnlyList<int> Days, PackedIntegers Rows) PackedKept => (_days, _kept);

    /// <summary><see cref="Estates"/> as they are packed.</summary>
    internal IReadOnlyList<PackedIntegers> PackedEstates => _estates;

    /// <summary>How many estates there are.</summary>
    public int EstateCount => _estates.Length;

    /// <summary>As 32 hexadecimal digits.</summary>
    public string DigestText => Digest.ToString("x32");

    /// <summary>Days after burn-in.</summary>
    public int CourseDays => Days - BurnInDays;

    /// <summary>Residents by group; 0 is everybody.</summary>
    public long Residents(int group) => On(Days - 1)[IndicatorCatalog.Of(GroupSum.Residents, group)];

    /// <summary>Value over the whole course after burn-in.</summary>
    public double Course(Indicator indicator, int group = 0)
    {
        int from = indicator.TrailingDays > 0 ? Math.Max(0, Days - indicator.TrailingDays) : BurnInDays;
        return Over(indicator, On, from, Days - 1, group);
    }

    /// <summary>The window of the course, for what no indicator says.</summary>
    public IndicatorWindow Window => new(Before(On, BurnInDays), On(Days - 1), CourseDays);

    /// <summary>Value of one estate over the course; only for what needs no other group than everybody.</summary>
    public double OfEstate(Indicator indicator, int estate) => OfEstates(indicator, [estate], CourseDays);

    /// <summary>
    /// Value of some estates together from the fork to the last kept day within so many days; NaN if none is.
    /// </summary>
    /// <param name="days">From the fork on, at least 1.</param>
    public double OfEstates(Indicator indicator, IReadOnlyList<int> estates, int days)
    {
        IReadOnlyList<int> kept = EstateDays(BurnInDays, Days);
        int last = kept.Count - 1;
        while (last > 0 && kept[last] >= BurnInDays + days) last--;
        if (last == 0 || estates.Count == 0) return double.NaN;
        var before = new long[EstateIntegers.Count];
        var end = new long[EstateIntegers.Count];
        foreach (int estate in estates)
        {
            long[][] integers = _estates[estate].Unpack(last);
            for (int i = 0; i < end.Length; i++)
            {
                before[i] += integers[0][i];
                end[i] += integers[last][i];
            }
        }
        return indicator.Formula(
            new IndicatorWindow(
                EstateIntegers.Spread(before), EstateIntegers.Spread(end), kept[last] - BurnInDays + 1),
            0);
    }

    /// <summary>Days after burn-in at which curves have points: every seventh, the last day among them.</summary>
    public IReadOnlyList<int> CurveDays =>
        [.. Enumerable.Range(0, ((CourseDays - 1) / Step) + 1).Select(i => Days - 1 - (i * Step)).Reverse()];

    /// <summary>
    /// Values at <see cref="CurveDays"/>, each over the four weeks before it (thirteen, if the indicator looks back
    /// further).
    /// </summary>
    public double[] Curve(Indicator indicator, int group = 0)
    {
        int back = indicator.TrailingDays > LookBack ? LongLookBack : LookBack;
        IReadOnlyDictionary<int, long[]> kept = Kept;
        return [.. CurveDays.Select(d => Over(indicator, day => kept[day], Math.Max(0, d - back + 1), d, group))];
    }

    /// <summary>Q(t) on each day of the course: 100 × needs due in the trailing week met on time / needs due.</summary>
    public double[] Quality(int group = 0)
    {
        var quality = new double[CourseDays];
        for (int day = 0; day < quality.Length; day++)
        {
            int place = 2 * ((day * Tally.GroupCount) + group);
            quality[day] = Weeks[place] == 0 ? double.NaN : 100 * ((double)Weeks[place + 1] / Weeks[place]);
        }
        return quality;
    }

    /// <summary>The days whose integers are kept of each estate: the fork, each quarter after it, the end.</summary>
    public static IReadOnlyList<int> EstateDays(int burnInDays, int days)
    {
        var kept = new List<int>();
        for (int day = burnInDays - 1; day < days - 1; day += Quarter) kept.Add(day);
        kept.Add(days - 1);
        return kept;
    }

    /// <summary>The days whose integers are kept, ascending.</summary>
    public static IReadOnlyList<int> KeptDays(int burnInDays, int days)
    {
        var kept = new SortedSet<int> { days - 1, burnInDays - 1 };
        foreach (Indicator indicator in IndicatorList.All.Where(i => i.TrailingDays > 0))
            kept.Add(days - indicator.TrailingDays - 1);
        for (int day = days - 1; day >= burnInDays - LongLookBack; day -= Step) kept.Add(day);
        kept.RemoveWhere(d => d < 0);
        return [.. kept];
    }

    /// <summary>One day's integers. Those that most indicators ask for stay unpacked: the fork's and the last.</summary>
    private long[] On(int day) =>
        _unpacked.GetOrAdd(day, d => _kept.Unpack(Array.IndexOf(_days, d))[^1]);

    private static double Over(Indicator indicator, Func<int, long[]> on, int first, int last, int group) =>
        indicator.Formula(new IndicatorWindow(Before(on, first), on(last), last - first + 1), group);

    private static ReadOnlySpan<long> Before(Func<int, long[]> on, int day) => day == 0 ? default : on(day - 1);
}
