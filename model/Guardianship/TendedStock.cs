using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// Rule 16: what a team tends, 0 to 1. Untended it returns to its level of rest, where inflow and decay balance:
/// x(t) = r + (x − r)·2^(−t/h); h hours of work per 1,000 residents take their share of what is missing:
/// x ← 1 − (1 − x)·e^(−g·h). Both are exact at whatever days they are asked, and keep x within [0, 1].
/// </summary>
public static class TendedStock
{
    /// <summary>The stock at midnight of a day; a team without a stock has none.</summary>
    public static double At(OrganizationSlot slot, in OrganizationState state, Day day, Parameters p)
    {
        (double rest, double halfLife, _) = TermsOf(slot, p);
        double start = state.StockDay == 0 ? rest : state.Stock;
        return rest + ((start - rest) * PortableMath.Exp2(-Math.Max(0, day.Value + 1 - state.StockDay) / halfLife));
    }

    /// <summary>Work of so many minutes in an estate of so many residents.</summary>
    public static void Tend(
        OrganizationSlot slot, ref OrganizationState state, int minutes, int residents, Day day, Parameters p)
    {
        double before = At(slot, state, day, p), perHour = TermsOf(slot, p).PerHour;
        double hours = minutes / 60.0 * 1000 / Math.Max(1, residents);
        state.Stock = (float)(1 - ((1 - before) * PortableMath.Exp(-perHour * hours)));
        state.StockDay = day.Value + 1;
    }

    public static bool Has(OrganizationSlot slot) => slot is OrganizationSlot.SortingTeam or OrganizationSlot.TreeTeam;

    private static (double Level, double HalfLife, double PerHour) TermsOf(OrganizationSlot slot, Parameters p) =>
        slot == OrganizationSlot.TreeTeam
            ? (p.TreesRest, p.TreesHalfLife, p.TreesPerHour)
            : (p.SortingRest, p.SortingHalfLife, p.SortingPerHour);
}
