using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>The asker's side, from the first offer to the thanks, or to the lapse of the need.</summary>
public static class BeingHelped
{
    /// <summary>Confirms the first n who offer, releases the rest (rule 3).</summary>
    public static void OnOffer(Resident me, in Message m, Turn turn)
    {
        var key = new NeedKey(m.A);
        int i = me.FindNeed(key);
        if (i < 0 || me.Needs[i].Confirmed >= HelpersWanted(key.Kind, turn.P))
        {
            turn.Note(Event.Released, key, m.Sender);
            turn.Send(m.Sender, Kind.Release, 1, key);
            return;
        }
        ref NeedState need = ref me.Needs[i];
        need.Confirmed++;
        if (need.Status < NeedStatus.Coming) need.Status = NeedStatus.Coming;
        turn.Note(Event.Confirmed, key, m.Sender);
        turn.Send(m.Sender, Kind.Confirm, 1, key);
    }

    /// <summary>An organization has taken the order.</summary>
    public static void OnOrderAccepted(Resident me, in Message m, Turn turn)
    {
        int i = me.FindNeed(new NeedKey(m.A));
        if (i >= 0 && me.Needs[i].Status < NeedStatus.Coming) me.Needs[i].Status = NeedStatus.Coming;
        turn.Note(Event.OrderTaken, new NeedKey(m.A), m.Sender);
    }

    /// <summary>Help is here: the need is resolved by the first, everybody is thanked.</summary>
    public static void OnHelpArrives(Resident me, in Message m, Turn turn)
    {
        var key = new NeedKey(m.A);
        var source = (HelpSource)m.C;
        turn.Tally.Add(Metric.MinutesReceived, m.B);
        turn.Note(Event.HelpArrived, key, m.Sender, m.C, m.B);
        int i = me.FindNeed(key);
        bool closes = i >= 0 && me.Needs[i].Status != NeedStatus.Helped;
        if (closes) Resolve(me, i, source, turn);
        if (i >= 0)
        {
            ref NeedState need = ref me.Needs[i];
            need.Arrived++;
            if (need.Arrived >= HelpersWanted(key.Kind, turn.P) || key.Kind != NeedKind.Emergency)
                me.Needs.RemoveAt(i);
        }
        Thank(me, m.Sender, key, closes, turn);
    }

    /// <summary>A clinician's advice by phone: it comforts, it does not resolve.</summary>
    public static void OnAdvice(Resident me, in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.RemoteAdvice);
        turn.Tally.Add(Metric.MinutesReceived, m.B);
        turn.Note(Event.Advised, new NeedKey(m.A), m.Sender);
        Thank(me, m.Sender, new NeedKey(m.A), closed: false, turn);
    }

    /// <summary>The lapse time is over: unmet, unless it was helped.</summary>
    public static void OnNeedLapses(Resident me, in Message m, Turn turn)
    {
        var key = new NeedKey(m.A);
        int i = me.FindNeed(key);
        if (i < 0) return;
        if (me.Needs[i].Status != NeedStatus.Helped)
        {
            turn.Tally.NeedLapsed(key.Kind, me.Traits.Groups, me.Slot);
            turn.Note(Event.NeedLapsed, key, default, 0, (uint)me.Needs[i].Channels);
            Trust.Lower(me, turn.P.TrustLapsed);
            me.State.UnmetDay = (ushort)(turn.Today.Value + 1);
        }
        me.Needs.RemoveAt(i);
    }

    /// <summary>EMERGENCY takes the first four who offer, all else one (rule 3).</summary>
    public static int HelpersWanted(NeedKind kind, Parameters p) =>
        kind == NeedKind.Emergency ? (int)p.EmergencyHelpers : 1;

    private static void Resolve(Resident me, int index, HelpSource source, Turn turn)
    {
        ref NeedState need = ref me.Needs[index];
        NeedTerms terms = turn.Setting.Needs[need.Key.Kind];
        int wait = turn.Now - need.Arose;
        need.Status = NeedStatus.Helped;
        Trust.Raise(me, turn.P.TrustResolved);
        if (source is HelpSource.Building or HelpSource.ReasoningRoom) Disputes.Reconcile(me, need.Key, turn);
        turn.Tally.NeedResolved(
            need.Key.Kind, me.Traits.Groups, need.Arose + terms.DeadlineMinutes, wait, wait <= terms.DeadlineMinutes);
        turn.Note(Event.NeedResolved, need.Key, default, (uint)source, (uint)need.Channels);
    }

    /// <summary>Thanks narrow the expectation gap and leave a tie to whoever came (rules 2, 5).</summary>
    private static void Thank(Resident me, ActorId helper, NeedKey key, bool closed, Turn turn)
    {
        bool neighbor = turn.Roster.SlotOf(helper) >= 0;
        if (neighbor)
        {
            me.State.Gap *= (float)turn.P.GapPerThanks;
            Contact.With(me, helper, turn.P.ContactHelp, turn);
        }
        turn.SendOrMail(helper, Kind.Thanks, 1, 0, key.Value, closed ? 1u : 0u);
    }
}
