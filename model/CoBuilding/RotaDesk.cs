using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The rota: on each weekday a different organization reports in at the same place and time (09:00 to 13:00, not
/// under lockdown) and serves what residents bring to its desk; part of the time goes to clean-ups and to publicity
/// on frontage duty (门前三包) with the shops.
/// </summary>
/// <remarks>Members are the organizations that promised; last duty is the day on which each comes or came.</remarks>
public static class RotaDesk
{
    private const int OpensHour = 9, WeekDays = 7;

    /// <summary>A check-in lasts so long (section 5).</summary>
    public const int CheckInMinutes = 240;

    /// <summary>Of it, where the levers are on: clean-up and publicity.</summary>
    public const int CleanUpMinutes = 60, PublicityMinutes = 30;

    /// <summary>Invitations a week ahead; on a rota day, the desk opens.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        int days = Math.Min((int)turn.Setting.Levers[Lever.RotaDays], PartnerDesk.MostPartners(turn));
        if (days == 0)
        {
            // The rota has ended: whoever still waits goes elsewhere.
            foreach (ref readonly Order order in me.Orders.Items)
                turn.Send(new ActorId(order.Asker), Kind.OrderRefused, 1, order.Need);
            me.Orders.Clear();
            return;
        }
        bool isNew = me.State.FoundedDay == 0;
        if (isNew) me.State.FoundedDay = turn.Today.Value + 1;
        int today = turn.Today.Value;
        // Answered by mail the day after tomorrow; so each day invites for this weekday's next turn.
        int first = isNew ? today + 3 : today + WeekDays, last = today + WeekDays;
        for (int day = first; day <= last; day++)
        {
            int weekday = day % WeekDays;
            if (IsRotaDay(me.Id, weekday, days, turn.Chance))
                turn.Mail(OrganizationOf(me, weekday, turn), Kind.RotaInvited, 0, (uint)day);
        }
        if (ComesOn(me, today, turn) >= 0 && turn.Setting.MayTravel) turn.Later(Kind.RotaOpens, OpensHour * 60);
    }

    /// <summary>An organization promises to come. A day.</summary>
    public static void OnPromised(Organization me, in Message m, Turn turn) =>
        me.Members[Edges.Touch(me, m.Sender, turn)].LastDuty = (ushort)m.A;

    /// <summary>It checks in: who waits is served first, then the estate.</summary>
    public static void OnOpens(Organization me, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        Levers levers = turn.Setting.Levers;
        turn.Tally.Add(Metric.RotaCheckIns);
        turn.Tally.Add(Metric.CheckInMinutes, CheckInMinutes);
        turn.Note(Event.RotaCheckedIn, default, OrganizationOf(me, turn.Today.Value % WeekDays, turn));
        int minutes = CheckInMinutes;
        OrganizationId grounds = turn.Roster.Organization(OrganizationSlot.PropertyManager);
        if (levers.On(Lever.CleanUps))
        {
            minutes -= CleanUpMinutes;
            Edges.Touch(me, grounds, turn);
            turn.Send(grounds, Kind.CleanUp, CheckInMinutes, CleanUpMinutes);
        }
        if (levers.On(Lever.Publicity))
        {
            minutes -= PublicityMinutes;
            turn.Send(grounds, Kind.Publicity, CheckInMinutes, PublicityMinutes);
        }
        state.Today = turn.Today.Value + 1;
        state.MinutesLeft = minutes;
        int after = 1;
        while (me.Orders.Count > 0 && state.MinutesLeft > 0)
        {
            Order order = me.Orders[0];
            me.Orders.RemoveAt(0);
            after = Serve(me, order.Asker, new NeedKey(order.Need), after, turn);
        }
    }

    /// <summary>Somebody brings something: served now if the desk is open, else at its next opening. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ActorId asker = Orders.AskerOf(m);
        int opens = NextOpening(me, turn);
        if (opens < 0 || me.Orders.Count >= MostWaiting)
        {
            Decline(me, m, turn);
            return;
        }
        turn.Send(asker, Kind.OrderAccepted, 1, m.A, (uint)Math.Max(1, opens - turn.Now.Value));
        if (opens <= turn.Now.Value) Serve(me, asker.Value, new NeedKey(m.A), 1, turn);
        else me.Orders.Add(new Order { Asker = asker.Value, Need = m.A, At = turn.Now });
    }

    /// <summary>
    /// A small public matter goes back to the hotline, which passes it on to the city; the rest is refused.
    /// </summary>
    private static void Decline(Organization me, in Message m, Turn turn)
    {
        if (new NeedKey(m.A).Kind != NeedKind.Public)
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        me.State.Unfilled++;
        turn.Send(
            turn.Roster.Organization(OrganizationSlot.HotlineDesk), Kind.HotlineCall, 1, m.A, m.B,
            Orders.ForwardedFor(Orders.AskerOf(m)));
    }

    /// <summary>
    /// Whether a public matter is small enough for the desk of a rota: one department and a keyed share of 20 %*.
    /// </summary>
    public static bool TakesSmallMatter(ActorId asker, NeedKey need, Turn turn) =>
        turn.Setting.Levers.On(Lever.RotaDays) && need.Kind == NeedKind.Public
        && PublicMatter.Departments(turn.Chance, asker, need, turn.P) == 1
        && turn.DrawOf(asker, need.Value, Purpose.SmallMatter) < turn.P.SmallMatterShare;

    /// <summary>Weekdays in the order of one keyed number each: two days a week are among five.</summary>
    public static bool IsRotaDay(ActorId desk, int weekday, int daysPerWeek, Chance chance) =>
        Rank(desk, weekday, chance) < daysPerWeek;

    private static int Rank(ActorId desk, int weekday, Chance chance)
    {
        uint own = chance.Bits(desk.Value, 0, (uint)Purpose.RotaWeekday, (uint)weekday);
        int before = 0;
        for (int other = 0; other < WeekDays; other++)
        {
            uint bits = chance.Bits(desk.Value, 0, (uint)Purpose.RotaWeekday, (uint)other);
            if (bits < own || (bits == own && other < weekday)) before++;
        }
        return before;
    }

    /// <summary>What a check-in can serve, at most.</summary>
    private const int MostWaiting = CheckInMinutes / 10;

    private static int Serve(Organization me, uint asker, NeedKey need, int after, Turn turn)
    {
        int work = need.Kind == NeedKind.Public ? (int)turn.P.DepartmentVisitMinutes
            : turn.Setting.Needs[need.Kind].WorkMinutes;
        me.State.MinutesLeft -= work;
        int organization = ComesOn(me, turn.Today.Value, turn);
        if (organization >= 0) me.Members[organization].Minutes += work;
        turn.Tally.Add(Metric.RotaServed);
        turn.Send(new ActorId(asker), Kind.HelpArrives, after, need, (uint)work, (uint)HelpSource.Partner);
        return after + work;
    }

    /// <summary>The minute from which the desk serves: now, or its next opening that is promised; −1: none.</summary>
    private static int NextOpening(Organization me, Turn turn)
    {
        int now = turn.Now.Value, today = turn.Today.Value;
        bool isOpen = me.State.Today == today + 1 && me.State.MinutesLeft > 0
            && turn.Now.OfDay < (OpensHour * 60) + CheckInMinutes;
        if (isOpen) return now;
        int next = int.MaxValue;
        foreach (ref readonly Member organization in me.Members.Items)
        {
            int opens = (organization.LastDuty * Minute.PerDay) + (OpensHour * 60);
            if (opens > now) next = Math.Min(next, opens);
        }
        return next == int.MaxValue ? -1 : next;
    }

    /// <summary>
    /// Weekday by weekday another organization, the same in every world: the n-th weekday of the rota has the n-th.
    /// </summary>
    private static ActorId OrganizationOf(Organization me, int weekday, Turn turn) => new(
        turn.Setting.Hubs.Value
        + (uint)turn.Setting.HubPlan.PartnerAt(me.Id, Rank(me.Id, weekday, turn.Chance), turn.Chance));

    /// <summary>The place of the organization that promised a day, or −1.</summary>
    private static int ComesOn(Organization me, int day, Turn turn)
    {
        int i = Edges.Find(me, OrganizationOf(me, day % WeekDays, turn));
        return i >= 0 && me.Members[i].LastDuty == day ? i : -1;
    }
}
