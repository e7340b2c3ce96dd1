namespace Jinlin.Planner.Acceptance;

/// <summary>Claim 22: policies that do harm somewhere, each from paired worlds.</summary>
internal sealed class HarmClaims : IClaimFamily
{
    private const int OffChat = 4;

    private const int Least = 3;

    public IReadOnlyList<int> Numbers => [22];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        facts["quits"] = worlds.Supported(1)["quit-rate"] - worlds.None["quit-rate"];
        facts["burden"] = worlds.All["giver-hours-p99"] - worlds.None["giver-hours-p99"];
        facts["queue"] = worlds.Whistling(1)["department-queue"] - worlds.Hotline["department-queue"];
        facts["off chat"] = worlds.None["on-time-rate", OffChat] - worlds.MutualHelp["on-time-rate", OffChat];
        facts["gap"] = worlds.MutualHelp["equity-gap"] - worlds.None["equity-gap"];
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        (string Name, string What, string Statistic)[] harms =
        [
            ("quits", "guardianship", "quits per 1,000 and year over none"),
            ("burden", "all", "hours a year of the most burdened giver (99 %) over none"),
            ("queue", "whistle at all repairs", "bookings waiting at departments over the hotline"),
            ("off chat", "mutual help", "needs met on time off chat: loss against none"),
            ("gap", "mutual help", "equity gap over none"),
        ];
        Claim[] each = [.. harms.Select(h => Claim.Positive(
            22, ClaimClass.E, $"harm of {h.What}", h.Statistic, seeds.Select(s => s[h.Name])))];
        // A policy counts once, whatever it harms.
        int harmful = harms.Zip(each).Where(p => p.Second.Passes).Select(p => p.First.What).Distinct().Count();
        foreach (Claim claim in each) yield return claim with { Band = "harm if > 0", IsReport = true };
        yield return Claim.Exact(22, ClaimClass.E, "no free lunch", "policies with a harm whose interval is above 0",
            harmful, Least, double.PositiveInfinity);
    }
}
