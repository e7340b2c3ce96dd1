using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// The estate branch (小区党支部): the root of the tree branch → building groups → heads. It gives its building
/// groups their mandate, has elders visited, and goes from door to door. Two branches split the buildings.
/// </summary>
public static class Branch
{
    private const int FirstMinute = 8 * 60, LastMinute = 20 * 60, MostShares = 32;

    public static bool IsBranch(OrganizationSlot slot) =>
        slot is OrganizationSlot.Branch or OrganizationSlot.SecondBranch;

    public static bool IsOn(OrganizationSlot slot, Levers levers) =>
        levers[Lever.Branches] >= (slot == OrganizationSlot.SecondBranch ? 2 : 1);

    /// <summary>Whether a building is this branch's: with two, every other one.</summary>
    public static bool IsOwn(OrganizationSlot slot, int building, Turn turn) =>
        slot == (turn.Setting.Levers[Lever.Branches] >= 2 && building % 2 == 1
            ? OrganizationSlot.SecondBranch : OrganizationSlot.Branch);

    public static void BeginDay(Organization me, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        bool on = IsOn(me.Slot, turn.Setting.Levers);
        if (!on)
        {
            if (state.FoundedDay > 0) Dissolve(me, turn);
            return;
        }
        bool begins = state.FoundedDay == 0;
        if (begins) state.FoundedDay = turn.Today.Value + 1;
        if (begins || turn.Today.Value % 7 == 0)
        {
            GiveMandates(me, turn);
            VisitPlan.PlanWeek(me, turn);
            PlanWork(turn);
        }
        VisitPlan.PlanFestival(me, turn);
        if (turn.Setting.WorksBegin) Consultation.Begin(me, Consultation.WorksOccasion(turn.Today), turn);
    }

    /// <summary>A share of the week's work: an activist of its buildings is asked for it.</summary>
    public static void OnShiftDue(Organization me, in Message m, Turn turn)
    {
        if (me.State.FoundedDay > 0) Callout.Begin(me, m.A, DutySort.BranchWork, turn);
    }

    /// <summary>A building group tells who holds a post.</summary>
    public static void OnHeadReported(Organization me, in Message m, Turn turn)
    {
        ActorId who = turn.Roster.Resident((int)m.A);
        int i = VolunteerGroup.Find(me, who);
        if (m.B == 0 && i >= 0) me.Members.RemoveAt(i);
        else if (m.B == 1 && i < 0 && me.State.FoundedDay > 0)
            me.Members.Add(new Member { Who = who, Since = (ushort)turn.Today.Value });
    }

    /// <summary>A planned visit is due: the building group is asked first.</summary>
    public static void OnVisitDue(Organization me, in Message m, Turn turn)
    {
        if (me.State.FoundedDay > 0) Look((int)m.A, m.B, DutySort.Visit, turn);
    }

    /// <summary>Somebody was missed, at the canteen for example.</summary>
    public static void OnCheckOn(Organization me, in Message m, Turn turn)
    {
        if (me.State.FoundedDay > 0) Look((int)m.A, VisitPlan.Check(turn.Today), DutySort.Check, turn);
        else turn.Tally.Add(Metric.VisitsUnfilled);
    }

    /// <summary>
    /// Hours of the week in proportion to β, on keyed days and minutes: those of a smaller β are among a larger one's.
    /// </summary>
    private static void PlanWork(Turn turn)
    {
        int today = turn.Today.Value, week = DutySorts.WeekOf(turn.Today);
        double shares = 60 * turn.P.BranchHoursPerWeek / turn.P.ShiftMinutes
            * turn.Setting.Levers[Lever.BranchSupport];
        for (int s = 0; s < shares; s++)
        {
            uint share = (uint)((week * MostShares) + s);
            int day = (week * 7) + (int)(7 * turn.Draw(share, Purpose.ShiftTime, 0));
            if (day < today || turn.Draw(share, Purpose.ShiftTime, 2) >= shares - s) continue;
            int minute = FirstMinute + (int)((LastMinute - FirstMinute) * turn.Draw(share, Purpose.ShiftTime, 1));
            turn.Later(Kind.ShiftDue, new Day(day).Start + minute - turn.Now, share);
        }
    }

    private static void Look(int elder, uint occasion, DutySort sort, Turn turn)
    {
        int building = turn.Roster.Residents[elder].Building;
        turn.Send(turn.Roster.Building(building), Kind.VisitWanted, 1, (uint)elder, occasion, (uint)sort);
    }

    /// <summary>Support β is the share of buildings reached; those of a smaller β are among a larger one's.</summary>
    private static void GiveMandates(Organization me, Turn turn)
    {
        Levers levers = turn.Setting.Levers;
        for (int b = 0; b < turn.Roster.Buildings.Length; b++)
        {
            if (!IsOwn(me.Slot, b, turn)) continue;
            BuildingId building = turn.Roster.Building(b);
            bool covered = turn.DrawOf(building, 0, Purpose.GroupCovered) < levers[Lever.BranchSupport];
            int heads = covered
                ? BuildingGroup.HeadsFor(turn.Roster.Buildings[b].Households, levers[Lever.HouseholdsPerHead]) : 0;
            bool center = covered && levers.On(Lever.CenterHouseholds);
            Mandate(building, heads, center, levers.On(Lever.IdentityShown), turn);
        }
        for (int i = me.Members.Count - 1; i >= 0; i--)
        {
            int slot = turn.Roster.SlotOf(me.Members[i].Who);
            if (!IsOwn(me.Slot, turn.Roster.Residents[slot].Building, turn)) me.Members.RemoveAt(i);
        }
    }

    private static void Dissolve(Organization me, Turn turn)
    {
        for (int b = 0; me.Slot == OrganizationSlot.Branch && b < turn.Roster.Buildings.Length; b++)
            Mandate(turn.Roster.Building(b), 0, false, false, turn);
        me.Members.Clear();
        me.State.FoundedDay = 0;
    }

    private static void Mandate(BuildingId building, int heads, bool center, bool shown, Turn turn) =>
        turn.Send(building, Kind.GroupMandate, 1, (uint)heads, center ? 1u : 0, shown ? 1u : 0);
}
