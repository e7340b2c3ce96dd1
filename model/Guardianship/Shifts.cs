using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// Teams that work their weekly hours in shifts: sorting monitors (三红), tree adopters (绿管家), marshals at works,
/// the women's organization, which gathers its members and visits elders in turn.
/// </summary>
public static class Shifts
{
    private const int FirstMinute = 8 * 60, LastMinute = 20 * 60;

    /// <summary>Spreads the week's shifts over its days by keyed draws.</summary>
    public static void PlanWeek(Organization me, Turn turn)
    {
        int shifts = me.State.MinutesLeft / (int)turn.P.ShiftMinutes;
        int today = turn.Today.Value, monday = today - (today % 7);
        for (int s = 0; s < shifts; s++)
        {
            uint occasion = (uint)((me.State.Week * 32) + s);
            int day = monday + (int)(7 * turn.Draw(occasion, Purpose.ShiftTime, 0));
            if (day < today) continue;
            int minute = FirstMinute
                + (int)((LastMinute - FirstMinute) * turn.Draw(occasion, Purpose.ShiftTime, 1));
            turn.Later(Kind.ShiftDue, new Day(day).Start + minute - turn.Now, occasion);
        }
    }

    public static void OnShiftDue(Organization me, in Message m, Turn turn)
    {
        if (me.State.FoundedDay == 0) return;
        if (me.Slot == OrganizationSlot.MarshalTeam && !turn.Setting.HasWorks) return;
        if (me.Slot != OrganizationSlot.WomensTeam) TeamOrders.Take(me, me.Id, m.A, DutySort.Shift, turn);
        else if (m.A % 2 == 0) TeamOrders.Take(me, me.Id, m.A, DutySort.Gathering, turn);
        else VisitSomebody(me, m.A, turn);
    }

    /// <summary>A shift was taken: the stock is tended, the way is clear, the guests are told.</summary>
    public static void Worked(Organization me, in Message duty, Turn turn)
    {
        turn.Tally.Add(Metric.Shifts);
        turn.Note(Event.ShiftWorked, default, duty.Sender, duty.D);
        if ((DutySort)(duty.C & 0xFF) == DutySort.Gathering) Invite(me, duty, turn);
        else if (TendedStock.Has(me.Slot))
        {
            TendedStock.Tend(
                me.Slot, ref me.State, (int)duty.D, turn.Roster.Residents.Length, turn.Today, turn.P);
        }
        else if (me.Slot == OrganizationSlot.MarshalTeam) ClearTheWay(duty, turn);
    }

    /// <summary>Members direct traffic: services that come through the works lose no time while they do.</summary>
    private static void ClearTheWay(in Message duty, Turn turn)
    {
        uint until = (uint)(turn.Now.Value + (int)duty.D);
        turn.Note(Event.WayCleared, default, duty.Sender, until);
        turn.Send(turn.Roster.Organization(OrganizationSlot.AmbulanceDesk), Kind.WayCleared, 1, until);
        turn.Send(turn.Roster.Organization(OrganizationSlot.LiftDesk), Kind.WayCleared, 1, until);
    }

    /// <summary>The host is at home; some of the others are asked, in a keyed order.</summary>
    private static void Invite(Organization me, in Message duty, Turn turn)
    {
        var order = new Order { Asker = duty.B, Need = duty.A, Note = (ushort)DutySort.Gathering };
        ActorId? guest = null;
        for (int n = (int)turn.P.GatheringGuests; n > 0;)
        {
            guest = TeamOrders.Next(me, order, 1, guest, turn);
            if (guest is not { } who) return;
            if (who == duty.Sender) continue;
            turn.Send(who, Kind.Gather, 1, duty.A, duty.Sender.Value);
            n--;
        }
    }

    /// <summary>Members visit the elder living alone with the smallest keyed draw of the shift.</summary>
    private static void VisitSomebody(Organization me, uint occasion, Turn turn)
    {
        int elder = -1;
        uint least = 0;
        foreach (ushort slot in turn.Roster.EldersAlone)
        {
            uint bits = turn.Chance.Bits(me.Id.Value, occasion, (uint)Purpose.WomensVisit, slot);
            if (elder < 0 || bits < least) (elder, least) = (slot, bits);
        }
        if (elder < 0) return;
        TeamOrders.Take(me, turn.Roster.Resident(elder), VisitPlan.Womens(occasion), DutySort.Visit, turn);
    }

    /// <summary>A member joins the others, if free, at home and awake.</summary>
    public static void OnGather(Resident me, in Message m, Turn turn)
    {
        int host = turn.Roster.SlotOf(new ActorId(m.B));
        if (!me.IsFree(turn.Now) || !turn.Setting.IsHome(me.Traits, turn.Now)
            || !turn.Setting.IsAwake(me.Traits, turn.Now)
            || !turn.Setting.MayVisit(me, turn.Roster.Residents[host].Building)) return;
        me.State.BusyUntil = turn.Now + (int)turn.P.ShiftMinutes;
        turn.Send(new ActorId(m.B), Kind.GatherJoined, Responding.TravelMinutes(me, host, turn), m.A);
    }

    public static void OnGatherJoined(Resident me, in Message m, Turn turn)
    {
        Contact.With(me, m.Sender, turn.P.ContactEvent, turn);
        turn.Send(m.Sender, Kind.GatherWelcome, 1, m.A);
    }

    public static void OnGatherWelcome(Resident me, in Message m, Turn turn)
    {
        Contact.With(me, m.Sender, turn.P.ContactEvent, turn);
        me.State.ActiveDay = (ushort)(turn.Today.Value + 1);
        turn.Note(Event.Gathered, default, m.Sender);
    }
}
