using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// A company, school or office in the city: once a week it shares its hours among the estates that ask, and it
/// takes rota days as long as it has people. Its capacity is finite: many estates get little each.
/// </summary>
internal static class PartnerOrganization
{
    /// <summary>An estate asks for hours. A its place for this partner.</summary>
    public static void OnAsked(in Message m, RowList<HubEntry> entries, Outbox outbox)
    {
        if (entries.Count == 0) outbox.SendSelf((byte)Kind.PartnerPlans, 1);
        entries.Add(new HubEntry { Desk = m.Sender, What = (int)m.A });
    }

    /// <summary>All who asked at this midnight are known: equal shares.</summary>
    public static void OnPlans(ref HubState state, RowList<HubEntry> entries, Parameters p, Outbox outbox)
    {
        int share = (int)Math.Min(60 * p.PartnerHoursPerEstate, 60 * p.PartnerHours / entries.Count);
        foreach (ref readonly HubEntry entry in entries.Items)
        {
            state.MinutesPromised += share;
            outbox.Mail(entry.Desk, (byte)Kind.PartnerHours, 0, (uint)entry.What, (uint)share);
        }
        entries.Clear();
    }

    /// <summary>An estate invites to a rota day. A day; answered with the day, if there are people left.</summary>
    public static void OnRotaInvited(ref HubState state, in Message m, Parameters p, Outbox outbox)
    {
        int week = (int)m.A / 7;
        if (state.RotaWeek != week)
        {
            state.RotaWeek = week;
            state.RotaDays = 0;
        }
        if (state.RotaDays >= (int)p.RotaDaysMost) return;
        state.RotaDays++;
        outbox.Mail(m.Sender, (byte)Kind.RotaPromised, 0, m.A);
    }
}
