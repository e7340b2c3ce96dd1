using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>A replication made up by hand, for what is about keeping and comparing, not about simulating.</summary>
internal static class MadeReplication
{
    public const int BurnIn = 10, Days = 200;

    /// <param name="onTime">Share of errands met on time, of everybody as of each group.</param>
    /// <param name="yuan">Spent over the course.</param>
    public static ReplicationResult Of(ulong seed = 7, double onTime = .5, double yuan = 1000)
    {
        var kept = new Dictionary<int, long[]>();
        foreach (int day in ReplicationResult.KeptDays(BurnIn, Days))
        {
            var integers = new long[IndicatorCatalog.Count];
            for (int g = 0; g < Tally.GroupCount; g++)
            {
                integers[IndicatorCatalog.Of(GroupSum.Residents, g)] = g == 0 ? 100 : g == 1 ? 3 : 10 * g;
                integers[IndicatorCatalog.Need(NeedKind.Errand, g, NeedCount.Due)] = 1000 * day;
                integers[IndicatorCatalog.Need(NeedKind.Errand, g, NeedCount.MetOnTime)] = (long)(1000 * day * onTime);
            }
            integers[IndicatorCatalog.Of(Metric.CostFen)] =
                day < BurnIn ? 0 : (long)(100 * yuan * (day - BurnIn + 1) / (Days - BurnIn));
            kept[day] = integers;
        }
        var estate = new long[EstateIntegers.Count];
        return new ReplicationResult
        {
            Seed = seed,
            Digest = new UInt128(seed, (ulong)(onTime * 1e9)),
            Messages = 12_345,
            BurnInDays = BurnIn,
            Days = Days,
            Kept = kept,
            Weeks = [.. Enumerable.Range(0, (Days - BurnIn) * 2 * Tally.GroupCount)
                .Select(i => i % 2 == 0 ? 10L : (long)(10 * onTime))],
            Estates = [[estate, [.. estate.Select((_, i) => (long)i - 5)], [.. estate.Select((_, i) => (long)i)]]],
        };
    }
}
