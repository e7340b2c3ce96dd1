using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>What residents do for each other: the first pillar's messages, one rule each.</summary>
public static class ResidentMutualHelp
{
    /// <summary>The daily hook for residents of 60 and over; touches the resident's own row only.</summary>
    public static void BeginElderDay(Resident me, Turn turn) => Loneliness.BeginDay(me, turn);

    public static void Handle(Resident me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.NeedArises: Asking.OnNeedArises(me, m, turn); break;
            case Kind.NeedFound: Asking.OnNeedFound(me, m, turn); break;
            case Kind.AskAgain: Asking.OnAskAgain(me, m, turn); break;
            case Kind.Ask: Responding.OnAsk(me, m, turn); break;
            case Kind.PostSeen: Responding.OnPostSeen(me, m, turn); break;
            case Kind.Offer: BeingHelped.OnOffer(me, m, turn); break;
            case Kind.Confirm: Responding.OnConfirm(me, m, turn); break;
            case Kind.Release: Responding.OnRelease(me, m, turn); break;
            case Kind.HelpArrives: BeingHelped.OnHelpArrives(me, m, turn); break;
            case Kind.Thanks: Responding.OnThanks(me, m, turn); break;
            case Kind.Advice: BeingHelped.OnAdvice(me, m, turn); break;
            case Kind.VisitFriend: Responding.OnVisitFriend(me, m, turn); break;
            case Kind.NeedLapses: BeingHelped.OnNeedLapses(me, m, turn); break;
            case Kind.MeetingSlot: Meetings.OnMeetingSlot(me, m, turn); break;
            case Kind.Meet: Meetings.OnMeet(me, m, turn); break;
            case Kind.MeetAccepted: Meetings.OnMeetAccepted(me, m, turn); break;
            case Kind.EventInvite: Events.OnInvite(me, m, turn); break;
            case Kind.EventList: Events.OnList(me, m, turn); break;
            case Kind.EventMeet: Events.OnMeet(me, m, turn); break;
            case Kind.GiftCarried: Events.OnGiftCarried(me, m, turn); break;
            case Kind.Gift: Events.OnGift(me, m, turn); break;
            case Kind.GiftThanks: Events.OnGiftThanks(me, m, turn); break;
            case Kind.DisputeSettled: Disputes.OnSettled(me, m, turn); break;
            case Kind.DisputeSoured: Disputes.OnSoured(me, m, turn); break;
            case Kind.DeliberationAsked: Deliberation.OnAsked(me, m, turn); break;
            case Kind.DeliberationDecided: Deliberation.OnDecided(me, m, turn); break;
            default: throw new ModelException($"a resident has no rule for {(Kind)m.Kind}", turn.Now, turn.Self);
        }
    }
}
