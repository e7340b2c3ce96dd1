using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims 7 and 9: public matters by hotline and by whistle, and how many are solved.</summary>
internal sealed class PublicClaims : IClaimFamily
{
    private const int SevenDays = 7 * 1440;

    private static readonly double[] RepairShares = [.25, .5, 1];

    public IReadOnlyList<int> Numbers => [7, 9];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        double hotline = WithinWeek(worlds.Hotline), whistle = WithinWeek(worlds.Whistling(0));
        facts["gain"] = 100 * (whistle - hotline);
        facts["median"] = worlds.Whistling(0)["time-to-help-p50-public"] / worlds.Hotline["time-to-help-p50-public"];
        foreach (double w in RepairShares) facts[$"gain {w}"] = 100 * (WithinWeek(worlds.Whistling(w)) - hotline);
        facts["throughput"] = worlds.All["public-resolved"];
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        yield return Claim.Mean(7, ClaimClass.V, "whistle", "PUBLIC resolved in 7 days, points over the hotline, paired",
            seeds.Select(s => s["gain"]), 25, double.PositiveInfinity);
        yield return Claim.Mean(7, ClaimClass.V, "whistle", "median time to help over the hotline's, paired",
            seeds.Select(s => s["median"]).Where(double.IsFinite), 0, .5);
        foreach (double w in RepairShares)
        {
            yield return Claim.Mean(7, ClaimClass.E, $"over-whistling, w = {w}",
                "points over the hotline; should vanish at some w", seeds.Select(s => s[$"gain {w}"]),
                double.NegativeInfinity, 0) with
            { IsReport = w < 1 };
        }
        yield return Claim.Mean(9, ClaimClass.C, "throughput", "PUBLIC resolved per 1,000 and year under all",
            seeds.Select(s => s["throughput"]), 8, 31);
    }

    private static double WithinWeek(EstateYear run)
    {
        IndicatorWindow window = run.Window;
        long soon = 0;
        for (int b = 0; b < Tally.WaitBuckets && Tally.BucketLimit(b) <= SevenDays; b++)
            soon += window.Waits(NeedKind.Public, b);
        long closed = window.Closed(NeedKind.Public, 0);
        return closed == 0 ? double.NaN : (double)soon / closed;
    }
}
