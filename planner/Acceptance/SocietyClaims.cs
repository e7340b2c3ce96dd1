using Jinlin.Model.CoBuilding;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims 13, 14 and 19: acquaintance, loneliness, the canteen.</summary>
internal sealed class SocietyClaims : IClaimFamily
{
    public IReadOnlyList<int> Numbers => [13, 14, 19];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        facts["drift"] = worlds.None.OnDay("acquaintance", 455) - worlds.None.OnDay("acquaintance", 90);
        double[] alone = Lonely(worlds.None, true), others = Lonely(worlds.None, false);
        if (alone.Length > 0) facts["alone"] = alone.Average();
        if (others.Length > 0) facts["others"] = others.Average();
        double[] visited = Lonely(worlds.Visited(1), true), unvisited = Lonely(worlds.Visited(0), true);
        if (visited.Length > 1)
        {
            double mean = unvisited.Average();
            double deviation = Math.Sqrt(unvisited.Sum(l => (l - mean) * (l - mean)) / (unvisited.Length - 1));
            if (deviation > 0) facts["kindness"] = (mean - visited.Average()) / deviation;
        }
        facts["meals"] = worlds.All["count-meals-eaten"] * worlds.All.Estate.Roster.Residents.Length / 1000 / 365;
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        IEnumerable<double> All(string name) => seeds.Select(s => s[name]);
        yield return Claim.Mean(13, ClaimClass.V, "contact", "acquaintance on day 455 less day 90, under none",
            All("drift"), -.02, .02);
        yield return Claim.Mean(14, ClaimClass.C, "loneliness", "P(lonely), 65 and over, alone, under none",
            All("alone"), .45, .6);
        yield return Claim.Mean(14, ClaimClass.C, "loneliness", "P(lonely), 65 and over, not alone, under none",
            All("others"), .25, .35);
        yield return Claim.Mean(14, ClaimClass.E, "kindness", "d of a weekly visit, 65 and over alone, paired",
            All("kindness"), .05, .25);
        var p = new Parameters();
        double near = Dining.Propensity(true, 8, 5, 0, p);
        yield return Claim.Exact(19, ClaimClass.V, "canteen", "loss of uptake from a walk of 5 to one of 20 min",
            near - Dining.Propensity(true, 8, 20, 0, p), .01, 1);
        yield return Claim.Exact(19, ClaimClass.V, "canteen", "loss of uptake from ¥8 to ¥15",
            near - Dining.Propensity(true, 15, 5, 0, p), .01, 1);
        yield return Claim.Mean(19, ClaimClass.V, "canteen", "meals a day under all", All("meals"), 10, 150);
    }

    private static double[] Lonely(EstateYear run, bool alone)
    {
        ResidentTraits[] people = run.Estate.Roster.Residents;
        return [.. run.Estate.ReadResidents()
            .Where(r => people[r.Slot].Age >= 65 && people[r.Slot].Is(Trait.LivesAlone) == alone)
            .Select(r => r.Loneliness)];
    }
}
