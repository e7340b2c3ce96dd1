using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;

namespace Jinlin.Model.World;

/// <summary>Which organization's rules a message belongs to: one class for each, in its pillar's folder.</summary>
public static class OrganizationRules
{
    /// <summary>
    /// Whether to take an order is a decision: whoever controls the organization may make it, 0 for no (law 6).
    /// </summary>
    private static bool IsDeclined(in Message m, Turn turn) => turn.Choice == 0 && (Kind)m.Kind == Kind.Order;

    /// <summary>The daily hook at midnight; touches the organization's own row only.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        switch (me.Slot)
        {
            case OrganizationSlot.AmbulanceDesk or OrganizationSlot.LiftDesk: ServiceDesk.BeginDay(me, turn); break;
            case OrganizationSlot.Venue: Events.BeginDay(me, turn); break;
            case OrganizationSlot.ReasoningRoom: Disputes.BeginDay(me, turn); break;
            case OrganizationSlot.Reserve: Reserve.BeginDay(me, turn); break;
            case OrganizationSlot.CoolRoom: CoolRoom.BeginDay(me, turn); break;
            case OrganizationSlot.OwnersCommittee:
                Deliberation.BeginDay(me, turn);
                GuardianshipRules.BeginDay(me, turn);
                break;
            default:
                GuardianshipRules.BeginDay(me, turn);
                CoBuildingRules.BeginDay(me, turn);
                break;
        }
    }

    public static void Handle(Organization me, in Message m, Turn turn)
    {
        if (IsDeclined(m, turn))
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        switch (me.Slot, (Kind)m.Kind)
        {
            // An organization's people are thanked through it; the tie is theirs who came.
            case (OrganizationSlot.DutyDesk, Kind.Thanks): Whistle.OnThanks(m, turn); break;
            case (_, Kind.Thanks): break;
            case (OrganizationSlot.Chat, Kind.Post): Chat.OnPost(me, m, turn); break;
            case (OrganizationSlot.AmbulanceDesk or OrganizationSlot.LiftDesk, Kind.ServiceCall):
                ServiceDesk.OnServiceCall(me, m, turn);
                break;
            case (OrganizationSlot.AmbulanceDesk or OrganizationSlot.LiftDesk, Kind.Quota):
                ServiceDesk.OnQuota(me, m);
                break;
            case (OrganizationSlot.Venue, Kind.EventOpens): Events.OnOpens(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.EventReply): Events.OnReply(me, m); break;
            case (OrganizationSlot.Venue, Kind.EventCloses): Events.OnCloses(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.EventAttend): Events.OnAttend(me, m); break;
            case (OrganizationSlot.Venue, Kind.EventBegins): Events.OnBegins(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.ShiftDue): Events.OnShiftDue(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.DutyTaken): Events.OnTaken(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.DutyDeclined): Events.OnDeclined(me, m, turn); break;
            case (OrganizationSlot.Venue, Kind.EventMingles): Events.OnMingles(me, m, turn); break;
            case (OrganizationSlot.ReasoningRoom, Kind.Order): Disputes.OnBrought(me, m, turn); break;
            case (OrganizationSlot.ReasoningRoom, Kind.HearingHeld): Disputes.OnHearing(me, m, turn); break;
            case (OrganizationSlot.ReasoningRoom, Kind.DutyTaken): Disputes.OnTaken(me, m, turn); break;
            case (OrganizationSlot.OwnersCommittee, Kind.ShiftDue): Deliberation.OnShiftDue(me, m, turn); break;
            case (OrganizationSlot.OwnersCommittee, Kind.DutyTaken): Deliberation.OnTaken(me, m, turn); break;
            case (OrganizationSlot.ReasoningRoom or OrganizationSlot.OwnersCommittee, Kind.DutyDeclined):
                Callout.OnDeclined(me, m, turn);
                break;
            case (OrganizationSlot.OwnersCommittee, Kind.DeliberationOpens): Deliberation.OnOpens(me, m, turn); break;
            case (OrganizationSlot.OwnersCommittee, Kind.DeliberationOpinion): Deliberation.OnOpinion(me, m); break;
            case (OrganizationSlot.OwnersCommittee, Kind.DeliberationDecides):
                Deliberation.OnDecides(me, m, turn);
                break;
            case (OrganizationSlot.TimeBank, Kind.CreditRedeemed): TimeBank.OnRedeemed(me, m, turn); break;
            case (OrganizationSlot.Reserve, Kind.Order): Reserve.OnOrder(me, m, turn); break;
            case (OrganizationSlot.CoolRoom, Kind.CoolSeatAsked): CoolRoom.OnSeatAsked(me, m, turn); break;
            case (OrganizationSlot.CoolRoom, Kind.CoolRoomGives): CoolRoom.OnGives(me, m, turn); break;
            case (OrganizationSlot.CoolRoom, Kind.CoolRoomEntered): CoolRoom.OnEntered(me, m, turn); break;
            default:
                if (GuardianshipRules.Handle(me, m, turn) || CoBuildingRules.Handle(me, m, turn)) break;
                throw new ModelException($"{me.Slot} has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
