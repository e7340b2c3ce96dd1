using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Rule 13: neighbors meet. Each slot tries up to 16 keyed candidates of the building's fixed roster whose
/// timetable has them home; the first whose draw passes ε + (1−ε)s is proposed to, and accepts if present and free.
/// </summary>
public static class Meetings
{
    private const int Candidates = 16;

    /// <summary>The minute of a slot has come.</summary>
    public static void OnMeetingSlot(Resident me, in Message m, Turn turn)
    {
        if (!IsAvailable(me, turn)) return;
        BuildingTraits building = turn.Roster.Buildings[me.Traits.Building];
        Span<uint> bits = stackalloc uint[2 * Candidates];
        turn.Chance.Fill(me.Id.Value, m.A, (uint)Purpose.MeetingCandidates, bits);
        double openness = turn.P.MeetStranger;
        for (int c = 0; c < Candidates; c++)
        {
            int slot = building.FirstResident + (int)(((ulong)bits[2 * c] * (uint)building.Count) >> 32);
            if (slot == me.Slot) continue;
            ref readonly ResidentTraits other = ref turn.Roster.Residents[slot];
            if (other.Household == me.Traits.Household || !turn.Setting.IsHome(other, turn.Now)
                || !turn.Setting.IsAwake(other, turn.Now)) continue;
            double u = Chance.ToUniform(bits[(2 * c) + 1]);
            if (u >= openness && u >= openness + ((1 - openness) * me.Ties.Strength(slot, turn.Today))) continue;
            me.State.BusyUntil = turn.Now + 2;
            turn.Send(turn.Roster.Resident(slot), Kind.Meet, 1, m.A);
            return;
        }
    }

    /// <summary>A neighbor would like to chat.</summary>
    public static void OnMeet(Resident me, in Message m, Turn turn)
    {
        if (!IsAvailable(me, turn)) return;
        Talk(me, m.Sender, turn);
        turn.Tally.Add(Metric.Meetings);
        turn.Send(m.Sender, Kind.MeetAccepted, 1, m.A);
    }

    /// <summary>The neighbor has time.</summary>
    public static void OnMeetAccepted(Resident me, in Message m, Turn turn) => Talk(me, m.Sender, turn);

    private static bool IsAvailable(Resident me, Turn turn) =>
        me.IsFree(turn.Now) && turn.Setting.IsHome(me.Traits, turn.Now) && turn.Setting.IsAwake(me.Traits, turn.Now);

    private static void Talk(Resident me, ActorId other, Turn turn)
    {
        me.State.BusyUntil = turn.Now + (int)turn.P.ConversationMinutes;
        Contact.With(me, other, turn.P.ContactConversation, turn);
        turn.Note(Event.Met, default, other);
    }
}
