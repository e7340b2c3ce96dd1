using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// The part of the daily integers that is kept of every single estate: needs and states of everybody, and counts. It
/// tells where a policy is felt, and leaves the groups to the town.
/// </summary>
public static class EstateIntegers
{
    /// <summary>Places in the layout of the catalog.</summary>
    private static readonly int[] Places =
    [
        .. from kind in Enum.GetValues<NeedKind>()
           from count in Enum.GetValues<NeedCount>()
           select IndicatorCatalog.Need(kind, 0, count),
        .. Enum.GetValues<Metric>().Select(IndicatorCatalog.Of),
        .. Enum.GetValues<GroupSum>().Select(s => IndicatorCatalog.Of(s, 0)),
    ];

    public static int Count => Places.Length;

    /// <summary>The kept part of a neighborhood's integers.</summary>
    public static long[] Of(ReadOnlySpan<long> integers)
    {
        var kept = new long[Places.Length];
        for (int i = 0; i < kept.Length; i++) kept[i] = integers[Places[i]];
        return kept;
    }

    /// <summary>In the layout of the catalog, 0 where nothing was kept.</summary>
    public static long[] Spread(ReadOnlySpan<long> kept)
    {
        var integers = new long[IndicatorCatalog.Count];
        for (int i = 0; i < kept.Length; i++) integers[Places[i]] = kept[i];
        return integers;
    }
}
