using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// How a group serves its orders (rule 6): what is urgent at once, the rest in rounds by priority while the week's
/// hours last. An order goes to members one by one, in a keyed order, those of the same building first, thinned by
/// who should be at home; each is free to decline. After some hours without anybody the order is refused.
/// </summary>
public static class TeamOrders
{
    private const int FirstHour = 8, LastHour = 20, EveningHour = 19, RoundDelay = 30;

    /// <summary>A resident's need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn) =>
        Take(me, CoBuilding.Orders.AskerOf(m), m.A, DutySort.Need, turn);

    /// <summary>A visit or a check that no head of the building could do.</summary>
    public static void OnVisitOrder(Organization me, in Message m, Turn turn) =>
        Take(me, turn.Roster.Resident((int)m.A), m.B, (DutySort)m.C, turn);

    /// <summary>Serves what waits, by priority, while the week's hours last.</summary>
    public static void OnTeamRound(Organization me, Turn turn)
    {
        if (me.State.FoundedDay == 0) return;
        me.State.RoundAt = default;
        for (int i = me.Orders.Count - 1; i >= 0; i--)
        {
            if (me.Orders[i].Tries == 0 && IsTooOld(me.Orders[i], turn)) Refuse(me, i, turn);
        }
        while (NextWaiting(me) is var i and >= 0)
        {
            if (me.State.MinutesLeft < WorkMinutes(me.Orders[i], turn))
            {
                PlanRound(me, turn.Today.Next.At(FirstHour, RoundDelay), turn);
                return;
            }
            Dispatch(me, i, turn);
        }
    }

    /// <summary>A new round about an order for which nobody was found.</summary>
    public static void OnDutyAgain(Organization me, in Message m, Turn turn)
    {
        int i = Find(me, m.A, m.B, (DutySort)m.C);
        if (i >= 0) AskNext(me, i, after: null, turn);
    }

    public static void OnDutyDeclined(Organization me, in Message m, Turn turn)
    {
        int i = Find(me, m.A, m.B, (DutySort)(m.C & 0xFF));
        if (i >= 0) AskNext(me, i, m.Sender, turn);
    }

    public static void OnDutyTaken(Organization me, in Message m, Turn turn)
    {
        var sort = (DutySort)(m.C & 0xFF);
        int i = Find(me, m.A, m.B, sort), member = VolunteerGroup.Find(me, m.Sender);
        if (member >= 0)
        {
            me.Members[member].LastDuty = (ushort)turn.Today.Value;
            me.Members[member].Minutes += (int)m.D;
        }
        if (i < 0) return;
        me.State.MinutesLeft -= Math.Max(0, (int)m.D - WorkMinutes(me.Orders[i], turn));
        me.Orders.RemoveAt(i);
        if (sort == DutySort.Need)
        {
            turn.Tally.Add(Metric.OrdersServed);
            turn.Send(new ActorId(m.B), Kind.OrderAccepted, 1, m.A, m.D);
        }
        else if (sort is DutySort.Shift or DutySort.Gathering) Shifts.Worked(me, m, turn);
    }

    /// <summary>Puts an order in the queue; a shift's asker is the team itself.</summary>
    public static void Take(Organization me, ActorId asker, uint occasion, DutySort sort, Turn turn)
    {
        byte priority = DutySorts.Priority(sort, occasion);
        if (Find(me, occasion, asker.Value, sort) >= 0) return;
        me.Orders.Add(new Order
        {
            Asker = asker.Value,
            Need = occasion,
            At = turn.Now,
            Priority = priority,
            Note = (ushort)sort,
        });
        int i = me.Orders.Count - 1;
        if (me.State.FoundedDay == 0 || me.Members.Count == 0) Refuse(me, i, turn);
        else if (priority <= 1 || sort is DutySort.Shift or DutySort.Gathering) Dispatch(me, i, turn);
        else PlanRound(me, FirstRound(turn.Now), turn);
    }

    /// <summary>Counts it as unfilled; the asker turns to the next.</summary>
    public static void Refuse(Organization me, int index, Turn turn)
    {
        Order order = me.Orders[index];
        me.Orders.RemoveAt(index);
        me.State.Unfilled++;
        if (order.Tries > 0 && DutySorts.WeekOf(order.At.Day) == me.State.Week)
            me.State.MinutesLeft += WorkMinutes(order, turn);
        switch ((DutySort)order.Note)
        {
            case DutySort.Need:
                turn.Tally.Add(Metric.OrdersUnfilled);
                turn.Send(new ActorId(order.Asker), Kind.OrderRefused, 1, order.Need);
                break;
            case DutySort.Visit or DutySort.Check: turn.Tally.Add(Metric.VisitsUnfilled); break;
            default: turn.Tally.Add(Metric.ShiftsUnfilled); break;
        }
    }

    /// <summary>
    /// The member who comes after another in the order's keyed sequence, those of the building first, among those
    /// whom the timetable has at home and awake; or null.
    /// </summary>
    public static ActorId? Next(Organization me, in Order order, int round, ActorId? after, Turn turn)
    {
        int asker = turn.Roster.SlotOf(new ActorId(order.Asker));
        int building = asker >= 0 ? turn.Roster.Residents[asker].Building : -1;
        int last = after is { } who ? VolunteerGroup.Find(me, who) : -1;
        ulong floor = last >= 0 ? Place(me.Members[last], order, round, building, turn) : 0;
        ulong best = ulong.MaxValue;
        ActorId? next = null;
        foreach (ref readonly Member member in me.Members.Items)
        {
            ulong place = Place(member, order, round, building, turn);
            if (place >= best || (after is not null && place <= floor)) continue;
            int slot = turn.Roster.SlotOf(member.Who);
            ref readonly ResidentTraits traits = ref turn.Roster.Residents[slot];
            if (slot == asker || !turn.Setting.IsHome(traits, turn.Now) || !turn.Setting.IsAwake(traits, turn.Now))
                continue;
            (best, next) = (place, member.Who);
        }
        return next;
    }

    /// <summary>
    /// A member's place in the sequence: those of the building first, then by a keyed number. Whoever has come before
    /// is not called sooner: habit (rule 3) already makes them readier to come.
    /// </summary>
    private static ulong Place(in Member member, in Order order, int round, int building, Turn turn)
    {
        int slot = turn.Roster.SlotOf(member.Who);
        ulong draw = turn.Chance.Bits(
            order.Asker, DutySorts.Round(order.Need, round), (uint)DutySorts.Choice((DutySort)order.Note), (uint)slot);
        ulong far = turn.Roster.Residents[slot].Building == building ? 0 : 1UL << 63;
        // The slot breaks ties, so that two members never share a place.
        return far | (draw << 16) | (uint)slot;
    }

    private static void Dispatch(Organization me, int index, Turn turn)
    {
        me.State.MinutesLeft -= WorkMinutes(me.Orders[index], turn);
        AskNext(me, index, after: null, turn);
    }

    private static void AskNext(Organization me, int index, ActorId? after, Turn turn)
    {
        ref Order order = ref me.Orders[index];
        int round = RoundOf(order, turn);
        int asks = (int)turn.P.DutyAsks;
        bool exhausted = after is not null && order.Tries % asks == 0;
        if (order.Tries < byte.MaxValue) order.Tries++;
        if (!exhausted && Next(me, order, round, after, turn) is { } who)
        {
            turn.Send(
                who, Kind.Duty, 1, order.Need, order.Asker, order.Note | ((uint)round << 16),
                (uint)WorkMinutes(order, turn));
            return;
        }
        order.Tries = (byte)Math.Min(byte.MaxValue - asks, (order.Tries + asks - 1) / asks * asks);
        if (IsTooOld(order, turn)) Refuse(me, index, turn);
        else
        {
            int wait = IsShift(order)
                ? turn.Today.At(EveningHour, RoundDelay) - turn.Now : (int)turn.P.DutyRoundMinutes;
            turn.Later(Kind.DutyAgain, wait, order.Need, order.Asker, order.Note);
        }
    }

    /// <summary>Rounds are numbered by the time since the order came, a fact that no policy renumbers.</summary>
    private static int RoundOf(in Order order, Turn turn) =>
        (turn.Now - order.At) / (int)turn.P.DutyRoundMinutes;

    /// <summary>A need waits for a day or so, a shift for the evening of its day.</summary>
    private static bool IsTooOld(in Order order, Turn turn) =>
        IsShift(order)
            ? turn.Now >= order.At.Day.At(EveningHour)
            : turn.Now - order.At > (int)(60 * turn.P.DutyPatienceHours);

    private static bool IsShift(in Order order) => (DutySort)order.Note is DutySort.Shift or DutySort.Gathering;

    private static int NextWaiting(Organization me)
    {
        Span<Order> orders = me.Orders.Items;
        int best = -1;
        for (int i = 0; i < orders.Length; i++)
        {
            if (orders[i].Tries == 0 && (best < 0 || Precedes(orders[i], orders[best]))) best = i;
        }
        return best;
    }

    private static bool Precedes(in Order a, in Order b) => a.Priority != b.Priority
        ? a.Priority < b.Priority
        : a.At != b.At ? a.At < b.At : a.Asker != b.Asker ? a.Asker < b.Asker : a.Need < b.Need;

    private static int Find(Organization me, uint occasion, uint asker, DutySort sort)
    {
        Span<Order> orders = me.Orders.Items;
        for (int i = 0; i < orders.Length; i++)
        {
            if (orders[i].Need == occasion && orders[i].Asker == asker && orders[i].Note == (ushort)sort) return i;
        }
        return -1;
    }

    private static int WorkMinutes(in Order order, Turn turn) => (DutySort)order.Note switch
    {
        DutySort.Need => turn.Setting.Needs[new NeedKey(order.Need).Kind].WorkMinutes,
        DutySort.Visit or DutySort.Check => (int)turn.P.VisitMinutes,
        _ => (int)turn.P.ShiftMinutes,
    };

    /// <summary>
    /// By day after half an hour, so that what came together is served by priority; at night in the morning.
    /// </summary>
    private static Minute FirstRound(Minute now)
    {
        Minute soon = now + RoundDelay;
        if (soon.Hour is >= FirstHour and < LastHour) return soon;
        return soon.Hour < FirstHour ? soon.Day.At(FirstHour, RoundDelay) : soon.Day.Next.At(FirstHour, RoundDelay);
    }

    private static void PlanRound(Organization me, Minute at, Turn turn)
    {
        if (me.State.RoundAt > turn.Now) return;
        me.State.RoundAt = at;
        turn.Later(Kind.TeamRound, at - turn.Now);
    }
}
