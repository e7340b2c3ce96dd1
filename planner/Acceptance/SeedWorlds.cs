using Jinlin.Model.Policy;
using Jinlin.Model.World;
using static Jinlin.Model.Policy.Lever;

namespace Jinlin.Planner.Acceptance;

/// <summary>The worlds of one seed, each run once and shared among the claims: the pairs of every comparison.</summary>
internal sealed class SeedWorlds(ulong seed)
{
    private readonly Dictionary<string, EstateYear> _runs = [];

    public ulong Seed { get; } = seed;

    public TownPlan Plan { get; } = TownPlans.Estate();

    public EstateYear None => Get("none", null);

    public EstateYear All => Get("all", Preset("all"), records: true);

    public EstateYear MutualHelp => Get("mutual-help", Preset("mutual-help"));

    /// <summary>Guardianship in force since before the year began, so that members have a year before them.</summary>
    public EstateYear SettledGuardianship => Get("settled", Preset("guardianship"), inBurnIn: true);

    public EstateYear Hotline => Get("hotline", With());

    public EstateYear Supported(double beta) =>
        Get($"beta {beta}", new Dictionary<Lever, double>(Preset("guardianship")) { [BranchSupport] = beta });

    /// <summary>Whistling at PUBLIC matters, and at a share w of REPAIR.</summary>
    public EstateYear Whistling(double w) => Get(
        $"whistle {w}", With((Whistle, w > 0 ? 3 : 2), (WhistleRepairShare, w)));

    /// <summary>A branch and heads, with so many visits a week.</summary>
    public EstateYear Visited(double visits) => Get($"visits {visits}", With((HouseholdsPerHead, 35), (Visits, visits)));

    public static IReadOnlyDictionary<Lever, double> Preset(string name) =>
        PolicyPresets.Find(name)!.Steps[0].Set;

    private EstateYear Get(
        string name, IReadOnlyDictionary<Lever, double>? set, bool inBurnIn = false, bool records = false) =>
        _runs.TryGetValue(name, out EstateYear? run) ? run
            : _runs[name] = EstateYear.Run(Seed, Plan, set, inBurnIn, records);

    private static Dictionary<Lever, double> With(params (Lever Lever, double Value)[] more)
    {
        var set = new Dictionary<Lever, double> { [BranchSupport] = 1, [Branches] = 1 };
        foreach ((Lever lever, double value) in more) set[lever] = value;
        return set;
    }
}
