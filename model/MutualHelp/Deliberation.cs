using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// 小区的事鄰里商量著辦 neighbors deliberate the estate's affairs: a proposal, opinions of keyed households, a decision by
/// majority. Consent (rule 16) is a stock at the owners' committee that each decision and each consultation moves;
/// trust rises in those who were asked, more if they agree with the outcome.
/// </summary>
public static class Deliberation
{
    /// <summary>How long the meeting lasts, and its chair's share of the work.</summary>
    public const int MeetingMinutes = 120;

    private const int DaysPerMonth = 30, MostPerMonth = 2, OpeningHour = 19, FirstHour = 8, LastHour = 20;

    public static void BeginDay(Organization me, Turn turn)
    {
        int month = turn.Today.Value / DaysPerMonth, day = turn.Today.Value % DaysPerMonth;
        for (uint k = 0; k < MostPerMonth; k++)
        {
            double chance = turn.Setting.Levers[Lever.Deliberation] - k;
            if (chance <= 0) return;
            // A fraction of the lever is the share of months in which one more is held.
            if (chance < 1 && turn.Draw((uint)month, Purpose.DeliberationDay, MostPerMonth + k) >= chance) continue;
            // Each has its own half of the month: two on one evening would be one.
            double u = turn.Draw((uint)month, Purpose.DeliberationDay, k);
            if (day == (int)((k + u) * DaysPerMonth / MostPerMonth))
                turn.Later(Kind.DeliberationOpens, OpeningHour * 60, ((uint)turn.Today.Value << 1) | k);
        }
    }

    /// <summary>Somebody must chair it; what else there is to do is planned for the day that follows.</summary>
    public static void OnOpens(Organization me, in Message m, Turn turn) =>
        Callout.Begin(me, Callout.Share(m.A, 0), DutySort.Chair, turn);

    /// <summary>A share of the work of writing it up is due.</summary>
    public static void OnShiftDue(Organization me, in Message m, Turn turn) =>
        Callout.Begin(me, m.A, DutySort.MeetingWork, turn);

    /// <summary>Somebody gives a share of the work; with a chair, the meeting opens.</summary>
    public static void OnTaken(Organization me, in Message m, Turn turn)
    {
        Callout.OnTaken(m, turn);
        if ((DutySort)m.C != DutySort.Chair) return;
        uint occasion = Callout.WorkOf(m.A);
        Open(me, occasion, turn);
        Day next = turn.Today.Next;
        Callout.PlanShares(
            occasion, Callout.SharesOf(turn.P.DeliberationHours, DutySort.Chair, turn.P), next.At(FirstHour),
            next.At(LastHour), turn);
    }

    /// <summary>Asks a keyed sample of households' speakers.</summary>
    private static void Open(Organization me, uint occasion, Turn turn)
    {
        turn.Tally.Add(Metric.Deliberations);
        me.Members.Clear();
        ConsultFirst(occasion, turn);
        HouseholdTraits[] households = turn.Roster.Households;
        double share = Math.Min(1, turn.P.DeliberationHouseholds / households.Length);
        for (int h = 0; h < households.Length; h++)
        {
            if (turn.Draw(occasion, Purpose.DeliberationSample, (uint)h) < share)
                turn.Send(turn.Roster.Resident(households[h].FirstResident), Kind.DeliberationAsked, 1, occasion);
        }
        turn.Later(Kind.DeliberationDecides, MeetingMinutes, occasion);
    }

    /// <summary>Takes part if free; in favor the likelier, the more trust.</summary>
    public static void OnAsked(Resident me, in Message m, Turn turn)
    {
        if (!me.IsFree(turn.Now) || !turn.Setting.IsHome(me.Traits, turn.Now)) return;
        me.State.BusyUntil = turn.Now + 60;
        me.State.ActiveDay = (ushort)(turn.Today.Value + 1);
        bool inFavor = turn.Draw(m.A, Purpose.DeliberationOpinion) < me.State.Trust;
        turn.Send(m.Sender, Kind.DeliberationOpinion, 1, m.A, inFavor ? 1u : 0u);
    }

    public static void OnOpinion(Organization me, in Message m) =>
        me.Members.Add(new Member { Who = m.Sender, Since = (ushort)m.B });

    /// <summary>The majority decides; those who spoke hear how.</summary>
    public static void OnDecides(Organization me, in Message m, Turn turn)
    {
        int inFavor = 0;
        foreach (ref readonly Member member in me.Members.Items) inFavor += member.Since;
        if (me.Members.Count == 0) return;
        bool adopted = 2 * inFavor > me.Members.Count;
        MoveConsent(me, (double)inFavor / me.Members.Count, turn);
        foreach (ref readonly Member member in me.Members.Items)
            turn.Send(member.Who, Kind.DeliberationDecided, 1, m.A, adopted == (member.Since == 1) ? 1u : 0u);
        me.Members.Clear();
    }

    /// <summary>Heard: trust rises, more if the decision is one's own.</summary>
    public static void OnDecided(Resident me, in Message m, Turn turn) =>
        Trust.Raise(me, m.B == 1 ? turn.P.TrustHeard : turn.P.TrustHeard / 2);

    /// <summary>Twice a year a proposal is big enough to be carried from door to door.</summary>
    private static void ConsultFirst(uint occasion, Turn turn)
    {
        Levers levers = turn.Setting.Levers;
        int month = turn.Today.Value / DaysPerMonth;
        bool isBig = month % 6 == 0 && (occasion & 1) == 0;
        if (isBig && levers.On(Lever.Consultation) && levers.On(Lever.Branches))
            turn.Send(turn.Roster.Organization(OrganizationSlot.Branch), Kind.ConsultAsked, 1, occasion);
    }

    /// <summary>The same stock that door-to-door consultation moves: .5 to begin with.</summary>
    private static void MoveConsent(Organization me, double share, Turn turn)
    {
        double before = me.State.StockDay == 0 ? 0.5 : me.State.Stock;
        me.State.Stock = (float)(before + (turn.P.ConsentStep * (share - before)));
        me.State.StockDay = turn.Today.Value + 1;
    }
}
