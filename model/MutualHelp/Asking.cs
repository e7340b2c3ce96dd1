using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 2: whether a need is voiced, and whom it reaches in which order. Routine asks go to one tie at a time, by
/// name, then perhaps to the chat, then to an organization; urgent ones to ties, chat and services at once.
/// </summary>
public static class Asking
{
    /// <summary>Most ties asked by name about one need.</summary>
    private const int MostTies = 3;

    /// <summary>A need arises: it is voiced, or silent until somebody finds it.</summary>
    public static void OnNeedArises(Resident me, in Message m, Turn turn)
    {
        var key = new NeedKey(m.A);
        NeedTerms terms = turn.Setting.Needs[key.Kind];
        turn.Tally.NeedArose(key.Kind, me.Traits.Groups, turn.Now + terms.DeadlineMinutes);
        double p = m.B == 1 ? 1 : Propensity(me, terms.IsUrgent, turn);
        if (turn.Recording)
        {
            (_, double strongest) = me.Ties.Strongest(turn.Today);
            turn.Note(Event.NeedArose, key, default, TenThousandths(p), TenThousandths(strongest));
        }
        turn.Later(Kind.NeedLapses, terms.LapseMinutes, key.Value);
        me.Needs.Add(new NeedState { Key = key, Arose = turn.Now });
        if (m.B == 1 || turn.Draw(key, Purpose.Ask) < p)
            Voice(me, me.Needs.Count - 1, turn);
        else turn.Note(Event.NeedSilent, key);
    }

    /// <summary>A share as records write it.</summary>
    internal static uint TenThousandths(double share) => (uint)(share * 10_000);

    /// <summary>P(ask) = σ(.4 + 1.5·strongest tie + .5·digital + 1.5·urgency − 2·gap).</summary>
    public static double Propensity(Resident me, bool urgent, Turn turn)
    {
        Parameters p = turn.P;
        (_, double strongest) = me.Ties.Strongest(turn.Today);
        return PortableMath.Logistic(
            p.AskBase + (p.AskTie * strongest) + (p.AskDigital * me.Traits.Digital)
            + (urgent ? p.AskUrgency : 0) - (p.AskGap * me.State.Gap));
    }

    /// <summary>Somebody who came by noticed: whatever was silent is voiced now.</summary>
    public static void OnNeedFound(Resident me, in Message m, Turn turn)
    {
        for (int i = 0; i < me.Needs.Count; i++)
        {
            ref NeedState need = ref me.Needs[i];
            if (need.Status != NeedStatus.Silent || (m.A != 0 && need.Key.Value != m.A)) continue;
            need.Channels |= Channels.Found;
            turn.Tally.Add(Metric.NeedsFound);
            turn.Note(Event.NeedFound, need.Key, m.Sender);
            Voice(me, i, turn);
        }
    }

    /// <summary>Nobody has come forward since the last ask: the next in the order of rule 2.</summary>
    public static void OnAskAgain(Resident me, in Message m, Turn turn)
    {
        int i = me.FindNeed(new NeedKey(m.A));
        if (i < 0 || me.Needs[i].Status != NeedStatus.Asked || me.Needs[i].Attempts != m.B) return;
        AskNext(me, ref me.Needs[i], turn);
    }

    /// <summary>An organization cannot serve: the next in the order.</summary>
    public static void OnOrderRefused(Resident me, in Message m, Turn turn)
    {
        int i = me.FindNeed(new NeedKey(m.A));
        if (i < 0 || me.Needs[i].Status == NeedStatus.Helped || me.Needs[i].Confirmed > 0) return;
        ref NeedState need = ref me.Needs[i];
        // It may have accepted first, and found nobody since.
        need.Status = NeedStatus.Asked;
        turn.Tally.Add(Metric.OrdersRefused);
        turn.Note(Event.OrderRefused, need.Key, m.Sender);
        Order(me, ref need, after: Routes.IndexOf(turn.Roster, m.Sender), turn);
    }

    private static void Voice(Resident me, int index, Turn turn)
    {
        ref NeedState need = ref me.Needs[index];
        need.Status = NeedStatus.Asked;
        turn.Tally.Add(Metric.NeedsVoiced);
        turn.Note(Event.NeedAsked, need.Key);
        if (turn.Setting.Needs[need.Key.Kind].IsUrgent) AskEverybody(me, ref need, turn);
        else AskNext(me, ref need, turn);
    }

    /// <summary>Urgent: the service by phone, the strongest ties, the head one knows and the chat at once.</summary>
    private static void AskEverybody(Resident me, ref NeedState need, Turn turn)
    {
        NeedKind kind = need.Key.Kind;
        if (Routes.ServiceFor(kind) is { } service)
        {
            need.Channels |= Channels.Phone;
            turn.Note(Event.Ordered, need.Key, turn.Roster.Organization(service));
            turn.Send(turn.Roster.Organization(service), Kind.ServiceCall, 1, need.Key, (uint)me.Traits.Building);
        }
        if (kind == NeedKind.Lift) return;
        while (need.TiesAsked < MostTies && AskTie(me, ref need, turn)) { }
        if (me.State.KnownHead > 0 && me.State.KnownHead - 1 != me.Slot)
            AskByName(turn.Roster.Resident(me.State.KnownHead - 1), ref need, turn);
        PostToChat(me, ref need, turn);
        if (kind is NeedKind.Supply or NeedKind.Meal) Order(me, ref need, after: -1, turn);
    }

    private static void AskNext(Resident me, ref NeedState need, Turn turn)
    {
        NeedKind kind = need.Key.Kind;
        if (Routes.IsForNeighbors(kind))
        {
            if (need.Attempts == 0 && TimeBank.TryRedeem(me, ref need, turn))
            {
                turn.Later(Kind.AskAgain, (int)turn.P.TieReplyMinutes, need.Key.Value, need.Attempts);
                return;
            }
            if (need.TiesAsked < MostTies && AskTie(me, ref need, turn))
            {
                turn.Later(Kind.AskAgain, (int)turn.P.TieReplyMinutes, need.Key.Value, need.Attempts);
                return;
            }
            if ((need.Channels & Channels.Chat) == 0 && turn.Draw(need.Key, Purpose.AskChat) < turn.P.AskChat
                && PostToChat(me, ref need, turn))
            {
                turn.Later(Kind.AskAgain, (int)turn.P.ChatReplyMinutes, need.Key.Value, need.Attempts);
                return;
            }
        }
        Order(me, ref need, after: -1, turn);
    }

    /// <summary>Asks the strongest known tie not asked yet; a friend across town where no neighbor is left.</summary>
    private static bool AskTie(Resident me, ref NeedState need, Turn turn)
    {
        int slot = Ranked(me.Ties, need.TiesAsked, turn.Today);
        if (slot >= 0)
        {
            need.TiesAsked++;
            need.Channels |= Channels.Tie;
            AskByName(turn.Roster.Resident(slot), ref need, turn);
            return true;
        }
        if (me.FarTies.Count == 0 || turn.Setting.Needs[need.Key.Kind].IsUrgent) return false;
        int far = need.Key.Ordinal % me.FarTies.Count;
        need.TiesAsked = MostTies;
        need.Channels |= Channels.Tie;
        turn.Mail(new ActorId(me.FarTies[far].To), Kind.Ask, 0, need.Key.Value, need.Attempts++);
        return true;
    }

    private static void AskByName(ActorId who, ref NeedState need, Turn turn)
    {
        turn.Note(Event.AskedByName, need.Key, who);
        turn.Send(who, Kind.Ask, 1, need.Key, need.Attempts++);
    }

    /// <summary>
    /// Posts in the estate's chat, if a member: membership is a frozen rank below coverage × propensity.
    /// </summary>
    private static bool PostToChat(Resident me, ref NeedState need, Turn turn)
    {
        if ((need.Channels & Channels.Chat) != 0 || !Chat.IsMember(me.Traits, turn.Setting)) return false;
        need.Channels |= Channels.Chat;
        turn.Note(Event.Posted, need.Key);
        turn.Send(turn.Roster.Organization(OrganizationSlot.Chat), Kind.Post, 1, need.Key, need.Attempts++);
        return true;
    }

    /// <summary>Goes to the next organization of the need's route that there is.</summary>
    private static void Order(Resident me, ref NeedState need, int after, Turn turn)
    {
        if (need.Key.Kind == NeedKind.Dispute)
        {
            Disputes.Bring(me, ref need, turn);
            return;
        }
        if (Routes.Next(me, need.Key, after, turn) is not { } to) return;
        bool whistles = to == OrganizationSlot.Branch || to == OrganizationSlot.DutyDesk;
        need.Channels |= need.Key.Kind == NeedKind.Public && whistles ? Channels.Whistle : Channels.Counter;
        need.Attempts++;
        turn.Note(Event.Ordered, need.Key, turn.Roster.Organization(to));
        Kind kind = to == OrganizationSlot.HotlineDesk ? Kind.HotlineCall : Kind.Order;
        turn.Send(turn.Roster.Organization(to), kind, 1, need.Key, me.Traits.Building);
    }

    /// <summary>The slot of the n-th strongest known tie (ties in strength: the lower slot first), or −1.</summary>
    private static int Ranked(TieRow ties, int rank, Day today)
    {
        int best = -1, bestStrength = int.MaxValue;
        for (int r = 0; r <= rank; r++)
        {
            int next = -1, nextStrength = Ties.Known - 1;
            for (int i = 0; i < ties.Count; i++)
            {
                int s = ties.StrengthAt(i, today);
                bool beyond = s < bestStrength || (s == bestStrength && ties.Slots[i] > best);
                if (beyond && (s > nextStrength || (s == nextStrength && next >= 0 && ties.Slots[i] < next)))
                    (next, nextStrength) = (ties.Slots[i], s);
            }
            if (next < 0) return -1;
            (best, bestStrength) = (next, nextStrength);
        }
        return best;
    }
}
