using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>What residents do with the organizations that look after them: the second pillar's messages.</summary>
public static class ResidentGuardianship
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
    }

    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.OrderRefused: Asking.OnOrderRefused(me, m, turn); break;
            case Kind.OrderAccepted: BeingHelped.OnOrderAccepted(me, m, turn); break;
            case Kind.HeadAsked: BuildingHead.OnHeadAsked(me, m, turn); break;
            case Kind.HeadShown: BuildingHead.OnHeadShown(me, m); break;
            case Kind.HeadDuty: BuildingHead.OnHeadDuty(me, m, turn); break;
            case Kind.HeadReleased: BuildingHead.OnHeadReleased(me, m); break;
            case Kind.Greet: BuildingHead.OnGreet(me, m, turn); break;
            case Kind.Greeted: BuildingHead.OnGreeted(me, m, turn); break;
            case Kind.Visit: Visiting.OnVisit(me, m, turn); break;
            case Kind.VisitReceived: Visiting.OnVisitReceived(me, m, turn); break;
            case Kind.JoinAsked: Volunteering.OnJoinAsked(me, m, turn); break;
            case Kind.MemberWeek: Volunteering.OnMemberWeek(me, m, turn); break;
            case Kind.MemberReleased: Volunteering.OnMemberReleased(me, m); break;
            case Kind.Duty: Volunteering.OnDuty(me, m, turn); break;
            case Kind.Gather: Shifts.OnGather(me, m, turn); break;
            case Kind.GatherJoined: Shifts.OnGatherJoined(me, m, turn); break;
            case Kind.GatherWelcome: Shifts.OnGatherWelcome(me, m, turn); break;
            case Kind.ConsultRound: Consultation.OnConsultRound(me, m, turn); break;
            case Kind.ConsultDoor: Consultation.OnConsultDoor(me, m, turn); break;
            case Kind.Consult: Consultation.OnConsult(me, m, turn); break;
            case Kind.Opinion: Consultation.OnOpinion(me, m, turn); break;
            case Kind.CoolSeatGiven: CoolGuest.OnSeatGiven(me, m, turn); break;
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
