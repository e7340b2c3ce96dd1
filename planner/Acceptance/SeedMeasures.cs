using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>All that one seed contributes to the claims: its worlds are run one after the other, on one thread.</summary>
internal sealed record SeedMeasures
{
    private const int BurnIn = 180, Year = 365, Stability = 455;

    public EightPmCall.Outcome Call { get; private init; }

    public EightPmCall.Outcome CallWithoutChat { get; private init; }

    public EightPmCall.Outcome CallAlone { get; private init; }

    public double[] HelpGroup { get; private init; } = [];

    public double EffortOfTopThird { get; private init; }

    public double HotlineOnTime { get; private init; }

    public double WhistleOnTime { get; private init; }

    public double OverWhistleOnTime { get; private init; }

    public double HotlineMedianDays { get; private init; }

    public double WhistleMedianDays { get; private init; }

    public double PublicPerThousand { get; private init; }

    public double SettledInBuilding { get; private init; }

    public double Settled { get; private init; }

    public double AcquaintanceDrift { get; private init; }

    public double LonelyAlone { get; private init; }

    public double LonelyOthers { get; private init; }

    public double KindnessEffect { get; private init; }

    public double MealsPerDay { get; private init; }

    /// <summary>Members who quit under all policies less none.</summary>
    public double Quits { get; private init; }

    /// <summary>On-time help that everybody has more than those off chat, under full chat coverage less none.</summary>
    public double OffChatGap { get; private init; }

    public static SeedMeasures Of(ulong seed)
    {
        using World none = new World(seed, Stability + 1, PolicyPresets.Find("none")!).Run();
        using World all = new World(seed, BurnIn + Year, PolicyPresets.Find("all")!, record: true).Run(BurnIn);
        Dictionary<int, int> before = HelpGroupMinutes(all);
        all.Run();
        using World visits = new World(seed, Stability + 1, levers: Kindness).Run();
        using World chat = new World(
            seed, Stability + 1, levers: [(Lever.ChatCoverage, 1), (Lever.ClinicianRoster, 1), (Lever.Naming, 1)]).Run();
        (double Hotline, double Median) hotline = PublicOf(seed);
        (double Whistle, double Median) whistle = PublicOf(seed, (Lever.Branches, 1), (Lever.BranchSupport, 1),
            (Lever.Whistle, 2), (Lever.WhistleDeadline, 168));
        (double Over, _) = PublicOf(seed, (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.Whistle, 3),
            (Lever.WhistleRepairShare, 1), (Lever.WhistleDeadline, 168));
        (double inBuilding, double settled) = Disputes(all);
        (double aloneNone, double othersNone) = Lonely(none);
        return new SeedMeasures
        {
            Call = EightPmCall.WithChat(seed),
            CallWithoutChat = EightPmCall.WithoutChat(seed),
            CallAlone = EightPmCall.Alone(seed),
            HelpGroup = [HelpGroupAt(seed, 1), HelpGroupAt(seed, .3), HelpGroupAt(seed, 0)],
            EffortOfTopThird = TopThird(before, all),
            HotlineOnTime = hotline.Hotline,
            WhistleOnTime = whistle.Whistle,
            OverWhistleOnTime = Over,
            HotlineMedianDays = hotline.Median,
            WhistleMedianDays = whistle.Median,
            PublicPerThousand = (all.Needs(NeedKind.Public, NeedCount.Resolved)
                - all.Of(BurnIn - 1)[IndicatorCatalog.Need(NeedKind.Public, 0, NeedCount.Resolved)]) / 1.4,
            SettledInBuilding = inBuilding,
            Settled = settled,
            AcquaintanceDrift = none.Acquaintance(454) - none.Acquaintance(90),
            LonelyAlone = aloneNone,
            LonelyOthers = othersNone,
            KindnessEffect = EffectOfKindness(none, visits),
            MealsPerDay = all.Total(Metric.MealsEaten) / all.Days,
            Quits = all.Total(Metric.Quits) - none.Total(Metric.Quits),
            OffChatGap = GroupGap(chat) - GroupGap(none),
        };
    }

    private static readonly (Lever, double)[] Kindness =
        [(Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 35), (Lever.Visits, 1)];

    private static double HelpGroupAt(ulong seed, double support)
    {
        using World world = new World(
            seed, 364, levers: [(Lever.Branches, 1), (Lever.BranchSupport, support)]).Run();
        return world.Members(OrganizationSlot.HelpGroup);
    }

    /// <summary>PUBLIC met on time among those due, and the median of days until solved (unsolved are infinite).</summary>
    private static (double OnTime, double MedianDays) PublicOf(ulong seed, params (Lever, double)[] levers)
    {
        using World world = new World(seed, BurnIn + Year, levers: levers).Run();
        double arisen = world.Needs(NeedKind.Public, NeedCount.Resolved) + world.Needs(NeedKind.Public, NeedCount.Lapsed);
        double left = arisen / 2, median = double.PositiveInfinity;
        for (int b = 0; b < Tally.WaitBuckets && arisen > 0; b++)
        {
            left -= world.Last[IndicatorCatalog.Wait(NeedKind.Public, b)];
            if (left > 0) continue;
            median = Tally.BucketLimit(b) / 1440.0;
            break;
        }
        return (world.Needs(NeedKind.Public, NeedCount.MetOnTime) / world.Needs(NeedKind.Public, NeedCount.Due), median);
    }

    private static Dictionary<int, int> HelpGroupMinutes(World world) => world.Estate.ReadResidents()
        .Where(r => (r.Roles & Roles.HelpGroup) != 0).ToDictionary(r => r.Slot, r => r.MinutesGiven);

    /// <summary>Share of the year's hours that the busiest third of those gave who were members at its start.</summary>
    private static double TopThird(Dictionary<int, int> before, World world)
    {
        int[] given = [.. world.Estate.ReadResidents().Where(r => before.ContainsKey(r.Slot))
            .Select(r => r.MinutesGiven - before[r.Slot]).OrderDescending()];
        double all = given.Sum(g => (double)g);
        return all == 0 ? double.NaN : given.Take((given.Length + 2) / 3).Sum(g => (double)g) / all;
    }

    /// <summary>Of voiced disputes: small ones settled in the building, and all settled before court.</summary>
    private static (double InBuilding, double Settled) Disputes(World world)
    {
        var chance = new Chance(world.Model.Seed);
        double small = new Parameters().DisputeSmallShare;
        int voiced = 0, voicedSmall = 0, inBuilding = 0, settled = 0;
        foreach (Record r in world.Records)
        {
            var need = new NeedKey(r.A);
            if (need.Kind != NeedKind.Dispute) continue;
            bool isSmall = chance.Uniform(r.Actor.Value, need.Value, (uint)Purpose.DisputeSeverity) < small;
            if (r.Kind == (ushort)Event.NeedAsked)
            {
                voiced++;
                if (isSmall) voicedSmall++;
            }
            if (r.Kind != (ushort)Event.NeedResolved) continue;
            var source = (HelpSource)r.C;
            if (source == HelpSource.Building) inBuilding++;
            if (source is HelpSource.Building or HelpSource.ReasoningRoom) settled++;
        }
        return ((double)inBuilding / voicedSmall, (double)settled / voiced);
    }

    private static (double Alone, double Others) Lonely(World world)
    {
        Roster roster = world.Roster;
        var old = world.Estate.ReadResidents().Where(r => roster.Residents[r.Slot].Age >= 65).ToArray();
        return (
            Mean(old.Where(r => roster.Residents[r.Slot].Is(Trait.LivesAlone))),
            Mean(old.Where(r => !roster.Residents[r.Slot].Is(Trait.LivesAlone))));

        static double Mean(IEnumerable<ResidentReading> some) =>
            some.Select(r => r.Loneliness).DefaultIfEmpty(double.NaN).Average();
    }

    /// <summary>Cohen's d of a weekly visit among the old who live alone: paired difference over their spread.</summary>
    private static double EffectOfKindness(World none, World visits)
    {
        Roster roster = none.Roster;
        bool IsAlone(ResidentReading r) => roster.Residents[r.Slot].Age >= 65
            && roster.Residents[r.Slot].Is(Trait.LivesAlone);
        double[] without = [.. none.Estate.ReadResidents().Where(IsAlone).Select(r => r.Loneliness)];
        double[] with = [.. visits.Estate.ReadResidents().Where(IsAlone).Select(r => r.Loneliness)];
        if (without.Length < 2) return double.NaN;
        double mean = without.Average();
        double spread = Math.Sqrt(without.Sum(x => (x - mean) * (x - mean)) / (without.Length - 1));
        return (mean - with.Average()) / spread;
    }

    /// <summary>On-time share of everybody less that of those off chat.</summary>
    private static double GroupGap(World world) => OnTime(world, 0) - OnTime(world, 4);

    private static double OnTime(World world, int group)
    {
        double due = 0, met = 0;
        for (int kind = 0; kind < NeedKey.Kinds; kind++)
        {
            due += world.Last[IndicatorCatalog.Need((NeedKind)kind, group, NeedCount.Due)];
            met += world.Last[IndicatorCatalog.Need((NeedKind)kind, group, NeedCount.MetOnTime)];
        }
        return met / due;
    }
}
