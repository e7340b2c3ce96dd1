using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claim 0: threads change nothing, no policy means no policy's messages, base needs are the same.</summary>
internal sealed class DeterminismClaims : IClaimFamily
{
    private static readonly string[] PolicyKinds =
        ["Rota", "Partner", "Meal", "Coaching", "Whistle", "Canteen", "CleanUp", "Publicity", "Pool"];

    public IReadOnlyList<int> Numbers => [0];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        // Threads and invariants are dear: every twentieth seed.
        if (worlds.Seed % 20 == 1)
        {
            EstateYear two = EstateYear.Run(worlds.Seed, worlds.Plan, null, verify: true, threads: 2);
            EstateYear eight = EstateYear.Run(worlds.Seed, worlds.Plan, null, threads: 8);
            facts["same"] = two.Digest == worlds.None.Digest && eight.Digest == two.Digest ? 1 : 0;
        }
        long stray = 0;
        for (int kind = 80; kind < worlds.None.SentByKind.Length; kind++)
        {
            string name = ((Kind)kind).ToString();
            // Orders also go to the property manager, who is always there; the idle organizations are looked at below.
            if (kind is (int)Kind.Order or (int)Kind.OrderRefused or (int)Kind.OrderAccepted) continue;
            if (kind < 140 || PolicyKinds.Any(p => name.StartsWith(p, StringComparison.Ordinal)))
                stray += worlds.None.SentByKind[kind];
        }
        stray += worlds.None.Estate.ReadOrganizations().Where(o => o.Slot >= OrganizationSlot.Branch)
            .Sum(o => o.Members + o.OrdersWaiting + o.Unfilled);
        facts["stray"] = stray;
        long different = 0;
        foreach (NeedKind kind in Enum.GetValues<NeedKind>())
        {
            different += Math.Abs(worlds.None.Window.Count(kind, 0, NeedCount.Arisen)
                - worlds.All.Window.Count(kind, 0, NeedCount.Arisen));
        }
        facts["different"] = different;
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        yield return Claim.Exact(0, ClaimClass.V, "determinism", "share of runs with one digest for 1, 2, 8 threads",
            seeds.Select(s => s["same"]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average(), 1, 1);
        yield return Claim.Exact(0, ClaimClass.V, "nothing from nobody", "policy messages and members under none, worst",
            seeds.Max(s => s["stray"]), 0, 0);
        yield return Claim.Exact(0, ClaimClass.V, "same base needs", "needs that differ between none and all",
            seeds.Max(s => s["different"]), 0, 0);
    }
}
