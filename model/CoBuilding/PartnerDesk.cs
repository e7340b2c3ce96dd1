using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The estate's end of its partnerships (rule 12): a company paired with a community, whose service becomes ever
/// more precise. Match quality grows with the partnership's age: .5 + .4(1 − e^(−age/3 y)).
/// </summary>
/// <remarks>
/// Members are the partners, from their first hours on. An edge lives by being used: one that lapsed for 90 days is
/// gone with the hazard that leaves 1 of 10 after a year (Burt), and would begin anew.
/// </remarks>
public static class PartnerDesk
{
    /// <summary>Days without use after which an edge has lapsed.</summary>
    private const int LapsesAfter = 90;

    /// <summary>1 − 10^(−7/365): of ten lapsed edges nine are gone in a year.</summary>
    public const double LapsedGonePerWeek = 0.04320;

    /// <summary>Once a week the partners are asked for hours.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        int places = Places(turn);
        ref OrganizationState state = ref me.State;
        if (places == 0 && state.FoundedDay == 0) return;
        bool isNew = state.FoundedDay == 0;
        if (isNew)
        {
            state.FoundedDay = turn.Today.Value + 1;
            state.Week = -1;
        }
        if (turn.Today.Value % 7 == 0 || isNew)
        {
            LetLapse(me, turn);
            for (int place = 0; place < places; place++)
                turn.Mail(PartnerAt(me, place, turn), Kind.PartnerAsked, 0, (uint)place);
        }
        if (places == 0 || !Pool.IsDay(turn)) return;
        int spare = state.Short > 0 ? 0 : Math.Max(0, state.MinutesLeft / 2);
        state.MinutesLeft -= spare;
        Pool.Report(me, PoolKind.PartnerMinutes, spare, state.Short, turn);
        state.Short = 0;
    }

    /// <summary>A partner's hours for the week. A place, B minutes.</summary>
    public static void OnHours(Organization me, in Message m, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        int week = turn.Today.Value / 7;
        if (state.Week != week)
        {
            state.Week = week;
            state.MinutesLeft = 0;
        }
        state.MinutesLeft += (int)m.B;
        if (Edges.Find(me, m.Sender) >= 0) return;
        Edges.Touch(me, m.Sender, turn);
        turn.Note(Event.PartnershipBegan, default, m.Sender);
    }

    /// <summary>An errand or care order: a partner comes, if one is free and matches. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        ActorId asker = Orders.AskerOf(m);
        int work = turn.Setting.Needs[need.Kind].WorkMinutes;
        int chosen = me.State.MinutesLeft < work || !turn.Setting.MayTravel ? -1 : Choose(me, asker, need, turn);
        if (chosen < 0)
        {
            me.State.Short++;
            Orders.Refuse(me, m, turn);
            return;
        }
        ref Member partner = ref me.Members[chosen];
        me.State.MinutesLeft -= work;
        partner.LastDuty = (ushort)turn.Today.Value;
        double quality = MatchQuality(AgeDays(partner, turn), turn.P);
        if (turn.DrawOf(asker, need.Value, Purpose.PartnerMatch, partner.Who.Value) >= quality)
        {
            turn.Tally.Add(Metric.PartnerMismatches);
            Orders.Refuse(me, m, turn);
            return;
        }
        partner.Minutes += work;
        turn.Tally.Add(Metric.PartnerServed);
        turn.Note(Event.PartnerComes, need, partner.Who);
        double u = turn.DrawOf(asker, need.Value, Purpose.PartnerDelay);
        int delay = 60 + (int)(u * turn.P.PartnerDelayHours * 60);
        turn.Send(asker, Kind.OrderAccepted, 1, need, (uint)delay);
        turn.Send(asker, Kind.HelpArrives, delay, need, (uint)work, (uint)HelpSource.Partner);
    }

    /// <summary>Rule 12: .5 + .4(1 − e^(−age/3 y)).</summary>
    public static double MatchQuality(double ageDays, Parameters p) =>
        p.MatchStart + (p.MatchGain * (1 - PortableMath.Exp(-ageDays / (365 * p.MatchYears))));

    /// <summary>
    /// A partnership's age. Those that began on the run's first day are part of the status quo: they have a keyed
    /// age before it, exponential with a mean of 3 years (labelled assumption).
    /// </summary>
    private static double AgeDays(in Member partner, Turn turn)
    {
        int days = turn.Today.Value - partner.Since;
        // Hours asked for on day 0 are promised on day 2.
        if (partner.Since > 2) return days;
        return days + (365 * PortableMath.Exponential(
            turn.Draw(0, Purpose.PartnerAge, partner.Who.Value), turn.P.MatchYears));
    }

    /// <summary>Among the partners in the lever's places, the smallest keyed number for this need.</summary>
    private static int Choose(Organization me, ActorId asker, NeedKey need, Turn turn)
    {
        int best = -1;
        double bestDraw = 1;
        for (int place = 0; place < Places(turn); place++)
        {
            ActorId who = PartnerAt(me, place, turn);
            int i = Edges.Find(me, who);
            if (i < 0) continue;
            double u = turn.DrawOf(asker, need.Value, Purpose.PartnerChoice, who.Value);
            if (u < bestDraw) (best, bestDraw) = (i, u);
        }
        return best;
    }

    /// <summary>As many as there are places, and no more than organizations with premises here, where that is known.</summary>
    public static int MostPartners(Turn turn) =>
        Math.Min(turn.Roster.Plan.Organizations ?? int.MaxValue, HubPlan.PartnersPerEstate);

    private static int Places(Turn turn) => Math.Min((int)turn.Setting.Levers[Lever.Partners], MostPartners(turn));

    private static ActorId PartnerAt(Organization me, int place, Turn turn) =>
        new(turn.Setting.Hubs.Value + (uint)turn.Setting.HubPlan.PartnerAt(me.Id, place, turn.Chance));

    private static void LetLapse(Organization me, Turn turn)
    {
        uint week = (uint)(turn.Today.Value / 7);
        for (int i = me.Members.Count - 1; i >= 0; i--)
        {
            Member partner = me.Members[i];
            if (turn.Today.Value - partner.LastDuty <= LapsesAfter) continue;
            if (turn.Draw(week, Purpose.PartnerLapse, partner.Who.Value) >= LapsedGonePerWeek) continue;
            me.Members.RemoveAt(i);
            turn.Note(Event.PartnershipEnded, default, partner.Who);
        }
    }
}
