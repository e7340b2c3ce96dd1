using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The court: whatever was settled nowhere else. It always ends, but late: lognormal, median 60 d, σ .5 (labelled
/// assumption), so that few matters are decided before they lapse.
/// </summary>
internal static class Court
{
    /// <summary>Longest wait that a message can carry; a later judgment finds the need lapsed anyway.</summary>
    private const int LatestDays = 44;

    /// <summary>A dispute. A need, C as in a forwarded order.</summary>
    public static void OnOrder(in Message m, Parameters p, CityCounts counts, Outbox outbox)
    {
        counts.CourtCases++;
        ActorId asker = Orders.AskerOf(m);
        double days = PortableMath.Lognormal(
            outbox.Chance.Uniform(asker.Value, m.A, (uint)Purpose.CourtDays), p.CourtDays, p.CourtSpread);
        if (days > LatestDays) return;
        outbox.Mail(
            asker, (byte)Kind.HelpArrives, (int)(days * Minute.PerDay), m.A, (uint)p.DepartmentVisitMinutes,
            (uint)HelpSource.Court);
    }
}
