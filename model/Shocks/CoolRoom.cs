using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// The estate's cool room on hot days: elders ask for a seat in the morning, seats are given by a keyed draw so that
/// nobody is favored when they are scarce, guests come and are counted.
/// </summary>
public static class CoolRoom
{
    /// <summary>Hour at which elders ask, and at which seats are given.</summary>
    public const int AsksHour = 9, GivesHour = 10;

    /// <summary>Open on hot days on which people may leave their buildings.</summary>
    public static bool IsOpen(Setting setting) =>
        setting.Levers.On(Lever.CoolRoomSeats) && setting.Shock.Heat > 0 && setting.MayTravel;

    public static void BeginDay(Organization me, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        if (!turn.Setting.Levers.On(Lever.CoolRoomSeats))
        {
            state.FoundedDay = 0;
            return;
        }
        if (state.FoundedDay == 0) state.FoundedDay = turn.Today.Value + 1;
        if (IsOpen(turn.Setting)) turn.Later(Kind.CoolRoomGives, GivesHour * 60);
    }

    /// <summary>An elder asks for a seat; the day's keyed draw decides the order.</summary>
    public static void OnSeatAsked(Organization me, in Message m, Turn turn) => me.Orders.Add(new Order
    {
        Asker = m.Sender.Value,
        Need = turn.Chance.Bits(m.Sender.Value, (uint)turn.Today.Value, (uint)Purpose.CoolSeat, 0),
        At = turn.Now,
    });

    /// <summary>Seats go to the smallest draws; the others are counted.</summary>
    public static void OnGives(Organization me, in Message m, Turn turn)
    {
        int seats = (int)turn.Setting.Levers[Lever.CoolRoomSeats];
        Span<Order> asked = me.Orders.Items;
        foreach (ref readonly Order order in asked)
        {
            if (Before(order, asked) < seats) turn.Send(new ActorId(order.Asker), Kind.CoolSeatGiven, 1, m.A);
            else me.State.Unfilled++;
        }
        me.Orders.Clear();
        me.State.Today = turn.Today.Value + 1;
        me.State.TasksToday = 0;
    }

    /// <summary>A guest is here.</summary>
    public static void OnEntered(Organization me, in Message m, Turn turn)
    {
        me.State.TasksToday++;
        turn.Tally.Add(Metric.CoolRoomGuests);
        turn.Note(Event.CooledOff, default, m.Sender);
    }

    private static int Before(in Order order, ReadOnlySpan<Order> asked)
    {
        int before = 0;
        foreach (ref readonly Order other in asked)
        {
            if (other.Need < order.Need || (other.Need == order.Need && other.Asker < order.Asker)) before++;
        }
        return before;
    }
}
