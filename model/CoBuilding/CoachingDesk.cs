using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// Digital coaching: somebody of eighty learns to send a voice message, and later phones the volunteer to carry
/// things (rule 15). Sessions are held at fixed hours within a weekly budget; the coach is a neighbor, and the tie
/// that the session leaves is all that it changes.
/// </summary>
public static class CoachingDesk
{
    /// <summary>Hours at which sessions begin.</summary>
    private static ReadOnlySpan<int> Sessions => [10, 15, 19];

    /// <summary>Most coaches asked for one order.</summary>
    private const int MostTries = 4;

    /// <summary>A DIGITAL order: a coach is asked for the next session. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        // Counted from 1, so that the first week too begins with a full budget.
        int week = (turn.Today.Value / 7) + 1;
        if (state.Week != week)
        {
            state.Week = week;
            state.MinutesLeft = (int)(60 * turn.Setting.Levers[Lever.CoachingHours]);
        }
        var need = new NeedKey(m.A);
        int minutes = SessionMinutes(turn);
        if (state.MinutesLeft < minutes)
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        if (!AskCoach(Orders.AskerOf(m), need, 0, turn))
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        state.MinutesLeft -= minutes;
        turn.Send(Orders.AskerOf(m), Kind.OrderAccepted, 1, need, (uint)(MinutesToSession(turn.Now) + 1));
    }

    /// <summary>A coach could not come: the next one, at the next session. A need, B asker, C tries.</summary>
    public static void OnDeclined(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        int tries = (int)m.C + 1;
        if (tries < MostTries && AskCoach(new ActorId(m.B), need, tries, turn)) return;
        me.State.Unfilled++;
        me.State.MinutesLeft += SessionMinutes(turn);
        turn.Send(new ActorId(m.B), Kind.OrderRefused, 1, need);
    }

    /// <summary>How long a session keeps the coach.</summary>
    public static int SessionMinutes(Turn turn) => turn.Setting.Needs[NeedKind.Digital].WorkMinutes;

    /// <summary>The coach's side: comes if free, else says so. A need, B asker, C tries.</summary>
    public static void OnDuty(Resident me, in Message m, Turn turn)
    {
        var asker = new ActorId(m.B);
        int askerSlot = turn.Roster.SlotOf(asker);
        if (!me.IsFree(turn.Now) || askerSlot < 0 || !turn.Setting.IsHome(me.Traits, turn.Now)
            || !turn.Setting.MayVisit(me, turn.Roster.Residents[askerSlot].Building))
        {
            turn.Send(m.Sender, Kind.CoachingDeclined, 1, m.A, m.B, m.C);
            return;
        }
        int travel = Responding.TravelMinutes(me, askerSlot, turn), work = SessionMinutes(turn);
        me.State.BusyUntil = turn.Now + travel + work;
        Effort.Give(me, travel + work, turn);
        turn.Tally.Add(Metric.CoachingSessions);
        turn.Note(Event.Coaching, new NeedKey(m.A), asker);
        turn.Send(asker, Kind.HelpArrives, travel, m.A, (uint)work, (uint)HelpSource.Coach);
    }

    /// <summary>
    /// Coaches in the order of one keyed number each for this need; the n-th is asked at the n-th try. False if the
    /// estate has no more.
    /// </summary>
    private static bool AskCoach(ActorId asker, NeedKey need, int tries, Turn turn)
    {
        ResidentTraits[] residents = turn.Roster.Residents;
        uint last = 0;
        int coach = -1;
        for (int n = 0; n <= tries; n++)
        {
            uint least = uint.MaxValue;
            coach = -1;
            for (int slot = 0; slot < residents.Length; slot++)
            {
                if (!residents[slot].Is(Trait.Coach) || turn.Roster.Resident(slot).Value == asker.Value) continue;
                uint bits = turn.Chance.Bits(asker.Value, need.Value, (uint)Purpose.CoachChoice, (uint)slot);
                if (bits < least && (n == 0 || bits > last)) (least, coach) = (bits, slot);
            }
            if (coach < 0) return false;
            last = least;
        }
        turn.Send(
            turn.Roster.Resident(coach), Kind.CoachingDuty, MinutesToSession(turn.Now), need, asker.Value,
            (uint)tries);
        return true;
    }

    /// <summary>Minutes until the next session begins, at least 30.</summary>
    public static int MinutesToSession(Minute now)
    {
        foreach (int hour in Sessions)
        {
            int wait = (hour * 60) - now.OfDay;
            if (wait >= 30) return wait;
        }
        return (Sessions[0] * 60) + Minute.PerDay - now.OfDay;
    }
}
