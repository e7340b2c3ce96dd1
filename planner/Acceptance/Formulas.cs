using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>Claims that follow from the rules alone: checks of the code, without a run.</summary>
internal static class Formulas
{
    public static IEnumerable<ClaimRow> Rows()
    {
        var p = new Parameters();
        double atFive = p.RespondUrgent * Responding.Diffusion(5, p);
        yield return ClaimRow.Value(
            4, ClaimClass.V, "individual p of responding at N = 5", ".28 to .42", atFive, atFive is >= .28 and <= .42);
        // Least squares through ln p at 1, 2 and 5 bystanders: Darley and Latané's 85, 62 and 31 %.
        double gamma = FittedExponent([1, 2, 5], [.85, .62, .31]);
        yield return ClaimRow.Value(
            4, ClaimClass.V, "γ fitted to 85, 62 and 31 % (Darley and Latané), model .5", ".3 to .7", gamma,
            gamma is >= .3 and <= .7);
        bool rises = true;
        double last = 0, some = 0;
        foreach (int n in (ReadOnlySpan<int>)[2, 5, 10, 20, 50, 100, 200])
        {
            some = 1 - Math.Pow(1 - (p.RespondUrgent * Responding.Diffusion(n, p)), n);
            rises &= some > last;
            last = some;
        }
        yield return ClaimRow.Value(5, ClaimClass.V, "P(somebody helps), N = 2 to 200: at 200", "rises", some, rises);
        yield return Decay(p);
        var ties = new Ties(1, p.TieHalfLife);
        for (int day = 0; day <= 364; day += 7) ties[0].Touch(1, p.ContactMeal, new Day(day));
        double held = ties[0].Strength(1, new Day(364));
        yield return ClaimRow.Value(15, ClaimClass.V, "tie after a year of weekly meals", "≥ .1", held, held >= .1);
        double near = Dining.Propensity(false, 9, 5, 0, p), far = Dining.Propensity(false, 9, 25, 0, p);
        double cheap = Dining.Propensity(false, 4, 5, 0, p);
        yield return ClaimRow.Holds(
            19, ClaimClass.V, $"P(eat): {near:f3} at 5 min, {far:f3} at 25 min, {cheap:f3} at ¥4 instead of ¥9",
            "falls with walk and price", far < near && near < cheap);
        double young = PartnerDesk.MatchQuality(0, p), old = PartnerDesk.MatchQuality(6 * 365, p);
        yield return ClaimRow.Value(
            20, ClaimClass.V, "match quality at six years less that of a new partnership", "> 0", old - young,
            old > young);
        double back = TyphoonPower.BackShare(3.5, p);
        yield return ClaimRow.Value(
            21, ClaimClass.V, "share of power back at 3.5 d", ".70", back, Math.Abs(back - .7) < .005);
    }

    /// <summary>Share of contacts of one to three conversations that lie below knowing after a year.</summary>
    private static ClaimRow Decay(Parameters p)
    {
        int below = 0;
        for (int contacts = 1; contacts <= 3; contacts++)
        {
            var ties = new Ties(1, p.TieHalfLife);
            for (int i = 0; i < contacts; i++) ties[0].Touch(1, p.ContactConversation, new Day(i));
            if (ties[0].Strength(1, new Day(365)) < .1) below++;
        }
        return ClaimRow.Value(
            15, ClaimClass.V, "bridges of 1 to 3 contacts below .1 after a year", "≥ .8", below / 3.0, below >= 2.4);
    }

    private static double FittedExponent(double[] n, double[] p)
    {
        double sx = 0, sy = 0, sxx = 0, sxy = 0;
        for (int i = 0; i < n.Length; i++)
        {
            double x = Math.Log(n[i]), y = Math.Log(p[i]);
            (sx, sy, sxx, sxy) = (sx + x, sy + y, sxx + (x * x), sxy + (x * y));
        }
        return -((n.Length * sxy) - (sx * sy)) / ((n.Length * sxx) - (sx * sx));
    }
}
