using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// Rule 6 from the group's side, the same for the help group (厝边帮帮团) and every team: five found it, members
/// join and quit, a week's hours are its budget.
/// </summary>
public static class VolunteerGroup
{
    /// <summary>Begins and ends with its lever; on the first day of each week, the week is planned.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        bool on = Team.IsOn(me.Slot, turn.Setting.Levers);
        ref OrganizationState state = ref me.State;
        if (on && state.FoundedDay == 0) Found(me, turn);
        else if (!on && state.FoundedDay > 0) Dissolve(me, turn);
        if (state.FoundedDay == 0 || (turn.Today.Value % 7 != 0 && state.FoundedDay != turn.Today.Value + 1)) return;
        state.Week = DutySorts.WeekOf(turn.Today);
        state.MinutesLeft = Team.Budget(me.Slot, me.Members.Count, turn);
        foreach (ref readonly Member member in me.Members.Items)
        {
            double u = turn.DrawOf(member.Who, (uint)state.Week, Purpose.MemberMinute, (uint)me.Slot);
            turn.Send(
                member.Who, Kind.MemberWeek, 1 + (int)(u * ((7 * Minute.PerDay) - 1)), (uint)me.Slot,
                (uint)state.Week, (uint)me.Members.Count);
        }
        if (Team.WorksShifts(me.Slot)) Shifts.PlanWeek(me, turn);
    }

    public static void OnJoins(Organization me, in Message m, Turn turn)
    {
        if (me.State.FoundedDay == 0)
        {
            turn.Send(m.Sender, Kind.MemberReleased, 1, (uint)me.Slot);
            return;
        }
        if (Find(me, m.Sender) >= 0) return;
        me.Members.Add(new Member { Who = m.Sender, Since = (ushort)turn.Today.Value });
        if (me.Slot == OrganizationSlot.HelpGroup)
            me.State.MinutesLeft += (int)(60 * turn.P.HelpGroupHoursPerMember);
    }

    public static void OnMemberQuits(Organization me, in Message m)
    {
        int i = Find(me, m.Sender);
        if (i >= 0) me.Members.RemoveAt(i);
    }

    /// <summary>A member's place in the list, or −1.</summary>
    public static int Find(Organization me, ActorId who)
    {
        Span<Member> members = me.Members.Items;
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].Who == who) return i;
        }
        return -1;
    }

    private static void Found(Organization me, Turn turn)
    {
        me.State.FoundedDay = turn.Today.Value + 1;
        int founders = (int)turn.P.FoundingMembers, places = (int)turn.P.VolunteerPool / founders;
        for (int k = 0; k < founders; k++)
        {
            int place = (k * places) + (int)(turn.Draw(0, Purpose.VolunteerFounder, (uint)k) * places);
            int slot = Team.PoolSlot(me.Slot, place, turn);
            if (slot >= 0) turn.Send(turn.Roster.Resident(slot), Kind.JoinAsked, 1 + k, (uint)me.Slot, 1);
        }
    }

    private static void Dissolve(Organization me, Turn turn)
    {
        foreach (ref readonly Member member in me.Members.Items)
            turn.Send(member.Who, Kind.MemberReleased, 1, (uint)me.Slot);
        for (int i = me.Orders.Count - 1; i >= 0; i--) TeamOrders.Refuse(me, i, turn);
        me.Members.Clear();
        me.State.FoundedDay = 0;
        me.State.RoundAt = default;
    }
}
