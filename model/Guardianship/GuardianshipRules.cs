using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>The organizations of the second pillar: branches, the help group, the teams; and building groups.</summary>
public static class GuardianshipRules
{
    /// <summary>The daily hook of an organization at midnight.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        if (Branch.IsBranch(me.Slot)) Branch.BeginDay(me, turn);
        else if (Team.IsTeam(me.Slot)) VolunteerGroup.BeginDay(me, turn);
    }

    /// <summary>False if the message is of no rule of this pillar.</summary>
    public static bool Handle(Organization me, in Message m, Turn turn)
    {
        if ((Kind)m.Kind == Kind.WayCleared)
        {
            me.State.WayClearUntil = new Minute((int)m.A);
            return true;
        }
        if ((Kind)m.Kind == Kind.ConsultationResult)
        {
            Consultation.OnConsultationResult(me, m, turn);
            return true;
        }
        return Branch.IsBranch(me.Slot) ? HandleBranch(me, m, turn)
            : Team.IsTeam(me.Slot) && HandleTeam(me, m, turn);
    }

    /// <summary>False if the message to a building is of no rule of this pillar.</summary>
    public static bool Handle(Building me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.GroupMandate: BuildingGroup.OnGroupMandate(me, m, turn); return true;
            case Kind.HeadAnswer: BuildingGroup.OnHeadAnswer(me, m, turn); return true;
            case Kind.HeadQuits: BuildingGroup.OnHeadQuits(me, m, turn); return true;
            case Kind.VisitWanted: LookingIn.OnVisitWanted(me, m, turn); return true;
            case Kind.DutyDeclined: LookingIn.OnDutyDeclined(me, m, turn); return true;
            case Kind.DutyTaken: return true;
            case Kind.ConsultGroup: Consultation.OnConsultGroup(me, m, turn); return true;
            case Kind.OpinionNoted: Consultation.OnOpinionNoted(me, m); return true;
            case Kind.ConsultCloses: Consultation.OnConsultCloses(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleBranch(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.HeadReported: Branch.OnHeadReported(me, m, turn); return true;
            case Kind.VisitDue: Branch.OnVisitDue(me, m, turn); return true;
            case Kind.CheckOn: Branch.OnCheckOn(me, m, turn); return true;
            case Kind.ConsultAsked: Consultation.OnConsultAsked(me, m, turn); return true;
            case Kind.ShiftDue: Branch.OnShiftDue(me, m, turn); return true;
            case Kind.DutyDeclined: Callout.OnDeclined(me, m, turn); return true;
            case Kind.DutyTaken: Callout.OnTaken(m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleTeam(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: TeamOrders.OnOrder(me, m, turn); return true;
            case Kind.VisitOrder: TeamOrders.OnVisitOrder(me, m, turn); return true;
            case Kind.TeamRound: TeamOrders.OnTeamRound(me, turn); return true;
            case Kind.DutyAgain: TeamOrders.OnDutyAgain(me, m, turn); return true;
            case Kind.DutyDeclined: TeamOrders.OnDutyDeclined(me, m, turn); return true;
            case Kind.DutyTaken: TeamOrders.OnDutyTaken(me, m, turn); return true;
            case Kind.Joins: VolunteerGroup.OnJoins(me, m, turn); return true;
            case Kind.MemberQuits: VolunteerGroup.OnMemberQuits(me, m); return true;
            case Kind.ShiftDue: Shifts.OnShiftDue(me, m, turn); return true;
            default: return false;
        }
    }
}
