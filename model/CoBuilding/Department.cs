using System.Runtime.InteropServices;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>A department's own state, beside queue and bookings. No padding: its bytes are hashed.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct DepartmentState
{
    /// <summary>Until when arrivals and work are accounted for.</summary>
    public Minute Updated;

    /// <summary>Due day of today's background matters.</summary>
    public int BackgroundDueDay;

    /// <summary>Background work that arrives per minute today, in thousandths of a server minute.</summary>
    public long BackgroundPerMinute;

    /// <summary>Work done today and since the start, in thousandths of a server minute.</summary>
    public long DoneToday;

    public long Done;

    /// <summary>Matters taken on for simulated estates, since the start.</summary>
    public int Taken;

    /// <summary>Bookings moved back, since the start.</summary>
    public int Moved;
}

/// <summary>A matter that a department has promised to check in on, on a later day: it may still move back.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Booking
{
    public uint Asker;

    public uint Need;

    /// <summary>Whom to tell: the desk that whistled, or the hotline.</summary>
    public uint Booker;

    /// <summary>The hotline's step; 0 for a whistle.</summary>
    public int Step;

    public Minute CheckIn;

    public int ServiceMinutes;

    /// <summary>Check-in is due on this day.</summary>
    public int DueDay;

    /// <summary>Work in the queue before it for the same due day.</summary>
    public long Position;
}

/// <summary>
/// A department of the city (rule 7). It keeps the whole city's capacity: utilization .7 without whistle, given by
/// the load of all estates, of which those that are not simulated arrive as a keyed background. Matters wait in one
/// queue, the earliest due first; a call is answered in its minute with a booking or a refusal.
/// </summary>
/// <remarks>
/// Labelled assumption: departments are alike, and work flows (see <see cref="DueQueue"/>). A booking whose check-in
/// falls on the present day counts as work in progress and does not move.
/// </remarks>
internal sealed class Department(int index, CityLoad load)
{
    private DepartmentState _state;

    /// <summary>Longest wait that is promised; a matter that would wait longer is refused.</summary>
    private const int LongestWait = 44 * Minute.PerDay;

    /// <summary>More than a department would promise at once.</summary>
    private const int MostBookings = 60_000;

    public ref readonly DepartmentState State => ref _state;

    public DueQueue Queue { get; } = new();

    /// <summary>Midnight: the background of the new day is drawn, and what has not begun may move back.</summary>
    public void BeginDay(Day day, Levers city, RowList<Booking> bookings, Outbox outbox)
    {
        CatchUp(day.Start);
        _state.DoneToday = 0;
        _state.BackgroundPerMinute = load.BackgroundPerMinute(index, day, city, outbox.Chance);
        _state.BackgroundDueDay = (day.Start + load.BackgroundDueMinutes(city)).Day.Value;
        for (int i = bookings.Count - 1; i >= 0; i--)
        {
            ref Booking b = ref bookings[i];
            if (b.CheckIn < day.Next.Start)
            {
                Begin(b, outbox);
                bookings.RemoveAt(i);
                continue;
            }
            Minute checkIn = day.Start + WaitFor(Queue.Ahead(b.DueDay, b.Position));
            if (checkIn <= b.CheckIn) continue;
            b.CheckIn = checkIn;
            _state.Moved++;
            if (b.Booker == load.Hotline.Value) continue;
            Minute finish = checkIn + b.ServiceMinutes;
            outbox.Mail(
                new ActorId(b.Booker), (byte)Kind.BookingMoved, 0, b.Need, (uint)checkIn.Value, (uint)finish.Value,
                b.Asker);
        }
    }

    /// <summary>A whistle: booked at once, or refused. A need, B asker, C minutes until check-in is due.</summary>
    public void OnCall(in Message m, RowList<Booking> bookings, Outbox outbox)
    {
        var booking = new Booking { Asker = m.B, Need = m.A, Booker = m.Sender.Value };
        if (outbox.Choice != 0 && Take(ref booking, (int)m.C, bookings, outbox))
        {
            outbox.Answer(
                m, (byte)Kind.Booked, m.A, (uint)booking.CheckIn.Value,
                (uint)(booking.CheckIn + booking.ServiceMinutes).Value, m.B);
        }
        else outbox.Answer(m, (byte)Kind.BookingRefused, m.A, 0, 0, m.B);
    }

    /// <summary>The hotline hands a matter over. A need, B asker, C step.</summary>
    public void OnRouted(in Message m, RowList<Booking> bookings, Outbox outbox)
    {
        var booking = new Booking { Asker = m.B, Need = m.A, Booker = m.Sender.Value, Step = (int)m.C };
        if (Take(ref booking, load.HotlineDueMinutes, bookings, outbox)) return;
        outbox.Send(m.Sender, (byte)Kind.DepartmentDone, 1, m.A, m.B, m.C, 0);
    }

    /// <summary>Work done today never exceeds the capacity.</summary>
    public bool IsWithinCapacity => _state.DoneToday <= load.CapacityPerMinute * Minute.PerDay;

    public void Save(StateWriter writer)
    {
        writer.Write(_state);
        Queue.Save(writer);
    }

    public void Load(StateReader reader)
    {
        _state = reader.Read<DepartmentState>();
        Queue.Load(reader);
    }

    private bool Take(ref Booking booking, int deadlineMinutes, RowList<Booking> bookings, Outbox outbox)
    {
        Minute now = outbox.Now;
        CatchUp(now);
        var asker = new ActorId(booking.Asker);
        booking.ServiceMinutes = PublicMatter.ServiceMinutes(
            outbox.Chance, asker, new NeedKey(booking.Need), index, load.Parameters);
        booking.DueDay = (now + deadlineMinutes).Day.Value;
        int wait = WaitFor(Queue.Ahead(booking.DueDay));
        if (wait > LongestWait || bookings.Count >= MostBookings) return false;
        booking.CheckIn = now + Math.Max(wait, load.TravelMinutes);
        booking.Position = Queue.Add(booking.DueDay, (long)booking.ServiceMinutes * DueQueue.Unit);
        _state.Taken++;
        outbox.Record(
            (ushort)Event.Booked, booking.Need, booking.Asker, (uint)booking.CheckIn.Value,
            (uint)booking.ServiceMinutes);
        if (booking.CheckIn < now.NextMidnight) Begin(booking, outbox);
        else bookings.Add(booking);
        return true;
    }

    /// <summary>It begins today for certain: the hotline, which waits for the end, learns it from here.</summary>
    private void Begin(in Booking b, Outbox outbox)
    {
        if (b.Booker != load.Hotline.Value) return;
        int delay = b.CheckIn + b.ServiceMinutes - outbox.Now;
        outbox.Send(
            load.Hotline, (byte)Kind.DepartmentDone, Math.Clamp(delay, 1, Message.MaxDelay), b.Need, b.Asker,
            (uint)b.Step, 1);
    }

    private int WaitFor(long ahead) =>
        (int)Math.Min(int.MaxValue / 2, (ahead + load.CapacityPerMinute - 1) / load.CapacityPerMinute);

    /// <summary>Background flows in, work is done, up to a minute.</summary>
    private void CatchUp(Minute now)
    {
        int minutes = now - _state.Updated;
        if (minutes <= 0) return;
        if (_state.BackgroundPerMinute > 0)
            Queue.Add(_state.BackgroundDueDay, _state.BackgroundPerMinute * minutes);
        long done = Queue.Drain(load.CapacityPerMinute * minutes);
        _state.DoneToday += done;
        _state.Done += done;
        _state.Updated = now;
    }
}
