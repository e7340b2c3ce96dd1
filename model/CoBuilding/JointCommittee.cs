using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 街道大党工委、社区大党委: joint committees. The community's shares what its estates can spare among those that
/// were short; the subdistrict's sets the hotline's first route for its estates. Labelled assumptions: all that is
/// handed in goes to the desks that were short, the shortest first; a set route saves the first search.
/// </summary>
internal static class JointCommittee
{
    /// <summary>A desk reports. A pool kind, B handed in, C short.</summary>
    public static void OnReport(ref HubState state, in Message m, RowList<HubEntry> entries, Outbox outbox)
    {
        if (entries.Count == 0) outbox.SendSelf((byte)Kind.PoolCloses, 1);
        if ((PoolKind)m.A == PoolKind.DutyRuns) state.Runs += (int)m.B;
        else state.Minutes += (int)m.B;
        entries.Add(new HubEntry { Desk = m.Sender, What = (int)m.A, Short = (int)m.C });
    }

    /// <summary>All of the day's reports are in: what was handed in is shared out; without takers it is kept.</summary>
    public static void OnPoolCloses(ref HubState state, RowList<HubEntry> entries, Outbox outbox)
    {
        ShareOut(ref state.Runs, PoolKind.DutyRuns, unit: 1, ref state.Shares, entries, outbox);
        ShareOut(ref state.Minutes, PoolKind.PartnerMinutes, unit: 60, ref state.Shares, entries, outbox);
        entries.Clear();
    }

    /// <summary>An estate asks for routes of the hotline.</summary>
    public static void OnRoutesAsked(in Message m, Outbox outbox) => outbox.Mail(
        m.Sender, (byte)Kind.RoutesSet, 0, 0, (uint)HotlineDesk.RoutesHoldUntil(outbox.Now.Day));

    /// <summary>Fills what was missing, the shortest first; equals in the order of a keyed number.</summary>
    private static void ShareOut(
        ref int pot, PoolKind kind, int unit, ref int shares, RowList<HubEntry> entries, Outbox outbox)
    {
        Span<HubEntry> all = entries.Items;
        uint today = (uint)outbox.Now.Day.Value;
        while (pot > 0)
        {
            int best = -1;
            uint bestRank = 0;
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i].What != (int)kind || all[i].Short <= 0) continue;
                uint rank = outbox.Chance.Bits(outbox.Self.Value, today, (uint)Purpose.PoolOrder, all[i].Desk.Value);
                bool isNext = best < 0 || all[i].Short > all[best].Short
                    || (all[i].Short == all[best].Short && rank > bestRank);
                if (isNext) (best, bestRank) = (i, rank);
            }
            if (best < 0) return;
            int amount = Math.Min(pot, unit * all[best].Short);
            pot -= amount;
            all[best].Short = 0;
            shares++;
            outbox.Mail(all[best].Desk, (byte)Kind.PoolShare, 0, (uint)kind, (uint)amount);
        }
    }
}
