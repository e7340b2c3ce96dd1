using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 吹哨报到: the branch whistles, departments report in (rule 7). The branch takes the matter and dispatches once;
/// its duty desk calls all departments at the same minute, they check in by their deadline and work in parallel.
/// </summary>
public static class Whistle
{
    /// <summary>The branch's dispatch: a public matter, or a repair that is whistled at. A need, B building.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        ActorId asker = Orders.AskerOf(m);
        int level = (int)turn.Setting.Levers[Lever.Whistle];
        if (level < (need.Kind == NeedKind.Repair ? 3 : 2))
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        double u = turn.DrawOf(asker, need.Value, Purpose.WhistleDispatch);
        int minutes = Math.Max(1, (int)PortableMath.Exponential(u, turn.P.WhistleDispatchMinutes));
        turn.Tally.Add(Metric.Whistles);
        turn.Note(Event.Whistled, need, asker);
        turn.Send(
            turn.Roster.Organization(OrganizationSlot.DutyDesk), Kind.Whistle, minutes, need, asker.Value);
    }

    /// <summary>The duty desk calls every department that the matter takes. A need, B asker.</summary>
    public static void OnWhistle(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        var asker = new ActorId(m.B);
        Edges.Touch(me, m.Sender, turn);
        int departments = PublicMatter.Departments(turn.Chance, asker, need, turn.P);
        uint deadline = (uint)(turn.Setting.Levers[Lever.WhistleDeadline] * 60);
        me.Orders.Add(new Order
        {
            Asker = asker.Value,
            Need = need.Value,
            At = turn.Now,
            Tries = (byte)departments,
            Note = (ushort)departments,
        });
        for (int step = 0; step < departments; step++)
        {
            int department = PublicMatter.Department(turn.Chance, asker, need, step);
            turn.Call(
                turn.Setting.CityService(CitySlot.FirstDepartment, department), Kind.DepartmentCall, need.Value,
                asker.Value, deadline);
        }
    }

    /// <summary>A department has booked. A need, B check-in at, C finish at, D asker.</summary>
    public static void OnBooked(Organization me, in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.WhistleCheckIns);
        int due = m.Sent.Value - Minute.QuarterHour + (int)(turn.Setting.Levers[Lever.WhistleDeadline] * 60);
        if ((int)m.B > due) turn.Tally.Add(Metric.WhistlesLate);
        Edges.Touch(me, m.Sender, turn);
        int i = Find(me, m.A, m.D);
        if (i < 0) return;
        ref Order order = ref me.Orders[i];
        order.At = Minute.Max(order.At, new Minute((int)m.C));
        order.Tries--;
        if (order.Tries == 0) PlayOut(me, i, turn);
    }

    /// <summary>
    /// A department has no capacity within the lapse time: the whole matter goes the way of the hotline, department
    /// after department. A need, D asker.
    /// </summary>
    public static void OnBookingRefused(Organization me, in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.WhistlesRefused);
        int i = Find(me, m.A, m.D);
        if (i < 0) return;
        ref Order order = ref me.Orders[i];
        order.Priority = 1;
        order.Tries--;
        if (order.Tries == 0) PlayOut(me, i, turn);
    }

    /// <summary>A department cannot keep its check-in. A need, B new check-in, C new finish, D asker.</summary>
    public static void OnBookingMoved(Organization me, in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.WhistlesMoved);
        turn.Note(Event.BookingMoved, new NeedKey(m.A), m.Sender, m.B, m.C);
        int i = Find(me, m.A, m.D);
        if (i >= 0) me.Orders[i].At = Minute.Max(me.Orders[i].At, new Minute((int)m.C));
    }

    /// <summary>The last department should be done: so it is, unless bookings moved back. A need, B asker.</summary>
    public static void OnWhistleEnds(Organization me, in Message m, Turn turn)
    {
        int i = Find(me, m.A, m.B);
        if (i < 0) return;
        Order order = me.Orders[i];
        if (order.At > turn.Now)
        {
            turn.Later(Kind.WhistleEnds, Math.Min(order.At - turn.Now, Message.MaxDelay), m.A, m.B);
            return;
        }
        me.Orders.RemoveAt(i);
        turn.Tally.Add(Metric.WhistlesResolved);
        turn.Send(
            new ActorId(order.Asker), Kind.HelpArrives, 1, m.A, (uint)(order.Note * turn.P.DepartmentVisitMinutes),
            (uint)HelpSource.Department);
    }

    /// <summary>The asker's rating. A need, B 1 if it closed the matter, 0 if it came too late.</summary>
    public static void OnThanks(in Message m, Turn turn)
    {
        turn.Tally.Add(Metric.WhistlesRated);
        turn.Tally.Add(Metric.WhistlesInTime, m.B);
    }

    /// <summary>All have answered: the asker hears when it will be done, and the desk waits until then.</summary>
    private static void PlayOut(Organization me, int index, Turn turn)
    {
        Order order = me.Orders[index];
        var asker = new ActorId(order.Asker);
        if (order.Priority != 0)
        {
            me.Orders.RemoveAt(index);
            turn.Send(
                turn.Roster.Organization(OrganizationSlot.HotlineDesk), Kind.HotlineCall, 1, new NeedKey(order.Need), 0,
                Orders.ForwardedFor(asker));
            return;
        }
        int minutes = Math.Clamp(order.At - turn.Now, 1, Message.MaxDelay);
        turn.Send(asker, Kind.OrderAccepted, 1, order.Need, (uint)minutes);
        turn.Later(Kind.WhistleEnds, minutes, order.Need, order.Asker);
    }

    private static int Find(Organization me, uint need, uint asker)
    {
        Span<Order> orders = me.Orders.Items;
        for (int i = 0; i < orders.Length; i++)
        {
            if (orders[i].Need == need && orders[i].Asker == asker) return i;
        }
        return -1;
    }
}
