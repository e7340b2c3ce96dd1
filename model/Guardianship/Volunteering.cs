using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>Rule 6 from the volunteer's side: join, ask others, quit, take a duty or decline it.</summary>
public static class Volunteering
{
    /// <summary>A week of membership: quit with hazard q0·e^F, or ask one of the pool to join.</summary>
    public static void OnMemberWeek(Resident me, in Message m, Turn turn)
    {
        var team = (OrganizationSlot)m.A;
        Roles role = Team.RoleOf(team);
        if ((me.State.Roles & role) == 0) return;
        if (turn.Draw(m.B, Purpose.MemberQuit, m.A) < QuitProbability(me, turn))
        {
            me.State.Roles &= ~role;
            turn.Tally.Add(Metric.Quits);
            turn.Note(Event.Quit, default, turn.Roster.Organization(team));
            turn.Send(turn.Roster.Organization(team), Kind.MemberQuits, 1);
            return;
        }
        int place = (int)(turn.Draw(m.B, Purpose.MemberAsk, m.A) * (int)turn.P.VolunteerPool);
        int slot = Team.PoolSlot(team, place, turn);
        if (slot >= 0 && slot != me.Slot) turn.Send(turn.Roster.Resident(slot), Kind.JoinAsked, 1, m.A, 0, m.B);
    }

    /// <summary>A non-member accepts with .06·β; who is asked to found a group does.</summary>
    public static void OnJoinAsked(Resident me, in Message m, Turn turn)
    {
        var team = (OrganizationSlot)m.A;
        Roles role = Team.RoleOf(team);
        if ((me.State.Roles & role) != 0) return;
        uint asker = (uint)Math.Max(0, turn.Roster.SlotOf(m.Sender));
        double p = m.B == 1 ? 1 : turn.P.JoinProbability * turn.Setting.Levers[Lever.BranchSupport];
        if (turn.Draw((m.C << 5) | m.A, Purpose.JoinAccept, asker) >= p) return;
        me.State.Roles |= role;
        turn.Tally.Add(Metric.Joins);
        turn.Note(Event.Joined, default, turn.Roster.Organization(team));
        turn.Send(turn.Roster.Organization(team), Kind.Joins, 1);
    }

    public static void OnMemberReleased(Resident me, in Message m) =>
        me.State.Roles &= ~Team.RoleOf((OrganizationSlot)m.A);

    /// <summary>Weekly probability to give up: 1 − e^(−q0·e^F).</summary>
    public static double QuitProbability(Resident me, Turn turn) =>
        1 - PortableMath.Exp(-turn.P.QuitHazard * PortableMath.Exp(Effort.Fatigue(me, turn)));

    /// <summary>Addressed by role, so N plays no part: p = min(1, p_c·A(1+H)·e^(−F)), if free and at home.</summary>
    public static double Willingness(Resident me, DutySort sort, Turn turn) =>
        (sort == DutySort.Check ? turn.P.RespondUrgent : turn.P.RespondDuty) * me.Traits.Altruism
        * (1 + Effort.Habit(me, turn)) * PortableMath.Exp(-Effort.Fatigue(me, turn)) * turn.Setting.Spirit;

    /// <summary>Asked to serve: go, or decline.</summary>
    public static void OnDuty(Resident me, in Message m, Turn turn)
    {
        var sort = (DutySort)(m.C & 0xFF);
        int target = turn.Roster.SlotOf(new ActorId(m.B));
        if (!CanGo(me, target, turn) || !IsWilling(me, sort, m, turn))
        {
            turn.Send(m.Sender, Kind.DutyDeclined, 1, m.A, m.B, m.C);
            return;
        }
        int work = (int)m.D, travel = target >= 0 ? Responding.TravelMinutes(me, target, turn) : 0;
        me.State.BusyUntil = turn.Now + travel + work;
        Effort.Give(me, travel + work, turn);
        turn.Note(
            Event.DutyTaken, sort == DutySort.Need ? new NeedKey(m.A) : default, new ActorId(m.B),
            (uint)(travel + work), (uint)sort);
        turn.Send(m.Sender, Kind.DutyTaken, 1, m.A, m.B, m.C, (uint)(travel + work));
        if (sort == DutySort.Need)
        {
            turn.Send(
                new ActorId(m.B), Kind.HelpArrives, travel, m.A, m.D, (uint)HelpSource.Volunteer);
        }
        else if (sort is DutySort.Visit or DutySort.Check)
            turn.Send(new ActorId(m.B), Kind.Visit, travel, m.A, m.D, (uint)sort);
    }

    /// <summary>
    /// Free, at home, awake, and allowed to go there: home services go from door to door under lockdown too.
    /// </summary>
    private static bool CanGo(Resident me, int target, Turn turn)
    {
        if (!me.IsFree(turn.Now) || target == me.Slot || !turn.Setting.IsHome(me.Traits, turn.Now)
            || !turn.Setting.IsAwake(me.Traits, turn.Now)) return false;
        return target < 0
            ? turn.Setting.MayTravel
            : turn.Setting.MayVisit(me, turn.Roster.Residents[target].Building);
    }

    /// <summary>Who mediates hears whatever comes to tea.</summary>
    private static bool IsWilling(Resident me, DutySort sort, in Message m, Turn turn) =>
        sort == DutySort.Hearing
        || turn.DrawOf(new ActorId(m.B), DutySorts.Round(m.A, (int)(m.C >> 16)), DutySorts.Response(sort), (uint)me.Slot)
        < Willingness(me, sort, turn);
}
