using Jinlin.Model.CoBuilding;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims 4, 5, 15, 20, 21: what the rules' formulas say by themselves, on a seed's own residents.</summary>
internal sealed class FormulaClaims : IClaimFamily
{
    private static readonly Parameters P = new();

    public IReadOnlyList<int> Numbers => [4, 5, 15, 20, 21];

    public void Read(SeedWorlds worlds, Facts facts)
    {
        float[] altruism = [.. worlds.None.Estate.Roster.Residents.Where(r => r.Age >= 18).Select(r => r.Altruism)];
        facts["five"] = altruism.Average(a => Willing(a, 5));
        double last = 0, least = 1;
        foreach (int n in (int[])[2, 5, 10, 20, 50, 100, 200])
        {
            // The mean over everybody's chance to stay away, to the power of N: residents who saw it at random.
            double somebody = 1 - Math.Pow(altruism.Average(a => 1 - Willing(a, n)), n);
            least = Math.Min(least, somebody - last);
            last = somebody;
        }
        facts["least step"] = least;
    }

    public IEnumerable<Claim> Judge(IReadOnlyList<Facts> seeds)
    {
        yield return Claim.Mean(4, ClaimClass.V, "bystander", "individual p among 5 viewers, urgent, nobody named",
            seeds.Select(s => s["five"]), .28, .42);
        yield return Claim.Exact(4, ClaimClass.V, "bystander", "γ less the γ fitted to 62 % of 2 and 31 % of 5 (.756)",
            P.BystanderExponent - (Math.Log(.62 / .31) / Math.Log(5.0 / 2)), double.NegativeInfinity, 0)
            with
        { IsReport = true };
        yield return Claim.Exact(5, ClaimClass.V, "somebody helps", "least rise of P between N = 2, 5, …, 200",
            seeds.Min(s => s["least step"]), 0, 1);
        double year = Math.Pow(2, -365 / P.TieHalfLife);
        yield return Claim.Exact(15, ClaimClass.V, "decay", "strength a year after three contacts by help, the strongest",
            (1 - Math.Pow(1 - P.ContactHelp, 3)) * year, 0, .1);
        double week = Math.Pow(2, -7 / P.TieHalfLife);
        yield return Claim.Exact(15, ClaimClass.V, "decay", "strength that a weekly meal holds, before the meal",
            P.ContactMeal * week / (1 - ((1 - P.ContactMeal) * week)), .1, 1);
        yield return Claim.Exact(20, ClaimClass.V, "partnership", "match quality at six years less that of a new one",
            PartnerDesk.MatchQuality(6 * 365, P) - PartnerDesk.MatchQuality(0, P), .01, 1);
        yield return Claim.Exact(21, ClaimClass.V, "typhoon", "share of power back after 3.5 days",
            TyphoonPower.BackShare(3.5, P), .699, .701);
    }

    private static double Willing(double altruism, int viewers) =>
        Math.Min(1, P.RespondUrgent * Responding.Diffusion(viewers, P) * altruism);
}
