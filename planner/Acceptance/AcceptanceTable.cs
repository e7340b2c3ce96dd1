using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>The claims of the model's section 8, measured.</summary>
public static class AcceptanceTable
{
    /// <summary>Kinds that only a policy brings about, besides what everybody may send and get.</summary>
    private static readonly Kind[] PolicyKinds =
    [
        .. Enum.GetValues<Kind>().Where(k => k is >= Kind.GroupMandate and < Kind.CheckOn),
        Kind.Whistle, Kind.DepartmentCall, Kind.DutyRunsAsked, Kind.PoolReport, Kind.RoutesAsked, Kind.RotaInvited,
        Kind.RotaOpens, Kind.PartnerAsked, Kind.PartnerPlans, Kind.CoachingDuty, Kind.MealOrder, Kind.MealReady,
    ];

    /// <summary>Runs all seeds, several at a time, and judges.</summary>
    public static IReadOnlyList<ClaimRow> Measure(int seeds, Action<int>? done, CancellationToken cancellation)
    {
        var measures = new SeedMeasures[seeds];
        int finished = 0;
        Parallel.For(
            0, seeds, new ParallelOptions { CancellationToken = cancellation },
            i =>
            {
                measures[i] = SeedMeasures.Of((ulong)(i + 1));
                done?.Invoke(Interlocked.Increment(ref finished));
            });
        return [.. Determinism(), .. Rows(measures), .. Formulas.Rows()];
    }

    private static IEnumerable<ClaimRow> Rows(SeedMeasures[] m)
    {
        double[] Of(Func<SeedMeasures, double> what) => [.. m.Select(what)];
        const double inf = double.PositiveInfinity;
        yield return ClaimRow.Mean(
            1, ClaimClass.E, "share of calls with ≥ 4 neighbors in 15 min", Of(x => x.Call.Neighbors >= 4 ? 1 : 0), .8, inf);
        yield return ClaimRow.Mean(
            1, ClaimClass.E, "minutes until the first", Of(x => x.Call.FirstMinutes), 4, 8);
        yield return ClaimRow.Mean(
            1, ClaimClass.E, "share with a clinician's advice", Of(x => x.Call.Advised ? 1 : 0), .5, inf);
        yield return ClaimRow.Mean(
            2, ClaimClass.E, "P(any in 15 min): chat less no chat, paired",
            Of(x => (x.Call.Neighbors > 0 ? 1 : 0) - (x.CallWithoutChat.Neighbors > 0 ? 1.0 : 0)), double.Epsilon, inf);
        yield return ClaimRow.Holds(
            2, ClaimClass.V, "no chat, ties by name: ≥ 4 neighbors", "never", m.All(x => x.CallWithoutChat.Neighbors < 4),
            m.Length);
        yield return ClaimRow.Holds(
            2, ClaimClass.V, "no chat, no ties", "ambulance only",
            m.All(x => x.CallAlone is { Neighbors: 0, Ambulances: 1 }), m.Length);
        yield return ClaimRow.Mean(3, ClaimClass.C, "help group after 52 weeks, β = 1", Of(x => x.HelpGroup[0]), 25, 40);
        yield return ClaimRow.Mean(3, ClaimClass.E, "help group after 52 weeks, β = .3", Of(x => x.HelpGroup[1]), 0, 15);
        yield return ClaimRow.Mean(3, ClaimClass.E, "help group after 52 weeks, β = 0", Of(x => x.HelpGroup[2]), 0, 4.999);
        yield return ClaimRow.Mean(
            6, ClaimClass.E, "share of hours given by the top third", Of(x => x.EffortOfTopThird), .75, .9);
        yield return ClaimRow.Mean(
            7, ClaimClass.V, "7-day resolution: whistle less hotline, points",
            Of(x => 100 * (x.WhistleOnTime - x.HotlineOnTime)), 25, inf);
        double hotline = Median(Of(x => x.HotlineMedianDays)), whistle = Median(Of(x => x.WhistleMedianDays));
        yield return ClaimRow.Value(
            7, ClaimClass.V, $"median days: whistle {whistle:f1} over hotline {hotline:f1}", "≤ .5", whistle / hotline,
            whistle <= hotline / 2);
        yield return ClaimRow.Mean(
            7, ClaimClass.E, "gain that is left when whistling at every repair, points",
            Of(x => 100 * (x.OverWhistleOnTime - x.HotlineOnTime)), double.NegativeInfinity, 5);
        yield return ClaimRow.Mean(
            9, ClaimClass.C, "PUBLIC solved per 1,000 and year, all", Of(x => x.PublicPerThousand), 8, 31);
        yield return ClaimRow.Mean(
            10, ClaimClass.E, "small disputes settled in the building", Of(x => x.SettledInBuilding), .75, inf);
        yield return ClaimRow.Mean(10, ClaimClass.E, "disputes settled before court", Of(x => x.Settled), .7, .95);
        var p = new Parameters();
        yield return ClaimRow.Holds(
            10, ClaimClass.E, "P(settle) at trust .2 below that at .8, in both tiers", "lower",
            Disputes.Settles(.2, 0, false, 1, p) < Disputes.Settles(.8, 0, false, 1, p)
            && Disputes.Settles(.2, 1, true, 1, p) < Disputes.Settles(.8, 1, true, 1, p));
        yield return ClaimRow.Mean(
            13, ClaimClass.V, "acquaintance at day 455 less day 90, no policy", Of(x => x.AcquaintanceDrift), -.02, .02);
        yield return ClaimRow.Mean(14, ClaimClass.C, "lonely at 65+, alone", Of(x => x.LonelyAlone), .45, .6);
        yield return ClaimRow.Mean(14, ClaimClass.C, "lonely at 65+, not alone", Of(x => x.LonelyOthers), .25, .35);
        yield return ClaimRow.Mean(14, ClaimClass.E, "d of a weekly kindness", Of(x => x.KindnessEffect), .05, .25);
        yield return ClaimRow.Mean(19, ClaimClass.V, "meals a day at the canteen, all", Of(x => x.MealsPerDay), 10, 150);
        yield return ClaimRow.Mean(
            22, ClaimClass.E, "members who quit in the first year and a half: all less none", Of(x => x.Quits),
            double.Epsilon, inf);
        yield return ClaimRow.Mean(
            22, ClaimClass.E, "on-time share of everybody less those off chat: full chat less none, points",
            Of(x => 100 * x.OffChatGap), double.Epsilon, inf);
        yield return ClaimRow.Mean(
            22, ClaimClass.E, "PUBLIC on time: hotline less whistling at every repair, points",
            Of(x => 100 * (x.HotlineOnTime - x.OverWhistleOnTime)), double.Epsilon, inf);
    }

    /// <summary>Claim 0 on a small town under everything, with every invariant checked at each midnight.</summary>
    private static IEnumerable<ClaimRow> Determinism()
    {
        TownPlan plan = SmallTown();
        PolicyPlan all = PolicyPresets.Find("all")!, none = PolicyPresets.Find("none")!;
        UInt128[] digests = [.. new[] { 1, 2, 8 }.Select(threads =>
        {
            using var world = new World(1, 40, all, plan, threads);
            world.Town.VerifyInvariants = true;
            return world.Run().Town.Digest();
        })];
        yield return ClaimRow.Holds(
            0, ClaimClass.V, "digest under 1, 2 and 8 threads, invariants on", "the same", digests.Distinct().Count() == 1);
        using World idle = new World(1, 40, none, plan).Run();
        long sent = PolicyKinds.Sum(k => idle.Town.Neighborhoods.Sum(n => n.SentByKind[(int)k]));
        yield return ClaimRow.Value(
            0, ClaimClass.V, "messages of branch, head, team, canteen, hub, rota, partner without policy", "0", sent,
            sent == 0);
        using World busy = new World(1, 40, all, plan).Run();
        bool same = true;
        for (int kind = 0; kind < NeedKey.Kinds; kind++)
        {
            for (int group = 0; group < Tally.GroupCount; group++)
            {
                int place = IndicatorCatalog.Need((NeedKind)kind, group, NeedCount.Arisen);
                same &= idle.Last[place] == busy.Last[place];
            }
        }
        yield return ClaimRow.Holds(
            0, ClaimClass.V, "base needs arisen, by kind and group: none and all", "identical", same);
    }

    private static TownPlan SmallTown()
    {
        TownPlan one = TownPlans.Estate();
        return one with
        {
            Estates = [.. Enumerable.Range(1, 4).Select(i => one.Estates[0] with
            {
                Name = $"Estate {i}", Population = 300, Households = 130, Buildings = 5, Over60 = 60,
            })],
        };
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
