using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>What the estates of a community share through their joint committee.</summary>
public enum PoolKind : byte
{
    /// <summary>Runs of duty officers.</summary>
    DutyRuns,

    /// <summary>Minutes of partners.</summary>
    PartnerMinutes,
}

/// <summary>
/// A desk's end of the community's pool (社区大党委): once a week it hands in what it can spare, or says how much it
/// was short; the committee gives all of it to those that were short. By mail, never in a call's path.
/// </summary>
public static class Pool
{
    /// <summary>On this day of the week (day number mod 7) desks report.</summary>
    private const int ReportingDay = 3;

    public static bool IsDay(Turn turn) =>
        turn.Today.Value % 7 == ReportingDay && turn.Setting.Levers.On(Lever.CommunityCommittee);

    /// <summary>Hands in and reports; what was handed in must have left the desk's own row.</summary>
    public static void Report(Organization me, PoolKind kind, int spare, int shortOf, Turn turn)
    {
        if (spare <= 0 && shortOf <= 0) return;
        turn.Mail(
            turn.Setting.CommunityCommittee, Kind.PoolReport, 0, (uint)kind, (uint)spare, (uint)Math.Max(0, shortOf));
    }

    /// <summary>The committee's share. A kind, B amount.</summary>
    public static void OnShare(Organization me, in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.PooledShares);
        if ((PoolKind)m.A == PoolKind.DutyRuns) me.State.Held += (int)m.B;
        else me.State.MinutesLeft += (int)m.B;
        if (me.Slot == OrganizationSlot.DutyDesk) Edges.Touch(me, m.Sender, turn);
    }
}
