using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// Hours that a lever plans for and that somebody must give: the branch's own work, preparing and hosting events,
/// preparing and chairing deliberations, hearing disputes. Share by share the organization asks its people, one after
/// the other; whoever comes gives the time and tires like any volunteer, and what nobody gives is counted.
/// </summary>
/// <remarks>
/// Labelled assumptions: the people are the activists (mediators for disputes) of the fixed roster; they are asked in a
/// keyed race −ln(1 − u)/A, so that who is known to help is asked sooner; only the first of the race are asked, and of
/// them those whom the timetable has at home and awake. An organization keeps no list of whom it asked: the answer
/// names who comes next.
/// </remarks>
public static class Callout
{
    /// <summary>Shares of one event or deliberation, share 0 being the host's, have occasions of their own.</summary>
    private const int ShareBits = 4;

    /// <summary>The occasion of a share of some work; share 0 is the host's, chair's or hearing's.</summary>
    public static uint Share(uint occasion, int share) => (occasion << ShareBits) | (uint)share;

    /// <summary>The work to which a share belongs.</summary>
    public static uint WorkOf(uint share) => share >> ShareBits;

    /// <summary>Asks the first.</summary>
    public static void Begin(Organization me, uint share, DutySort sort, Turn turn) => Ask(me, share, sort, -1, turn);

    /// <summary>Not this one: the next.</summary>
    public static void OnDeclined(Organization me, in Message m, Turn turn) =>
        Ask(me, m.A, (DutySort)(m.C & 0xFF), turn.Roster.SlotOf(m.Sender), turn);

    /// <summary>Somebody gives the time.</summary>
    public static void OnTaken(in Message m, Turn turn) => turn.Tally.Add(Metric.PlannedMinutes, m.D);

    /// <summary>
    /// Plans the shares after the first at keyed minutes of the day between two hours of it, from now on.
    /// </summary>
    public static void PlanShares(uint occasion, int count, Minute first, Minute last, Turn turn)
    {
        for (int s = 1; s <= Math.Min(count, (1 << ShareBits) - 1); s++)
        {
            uint share = Share(occasion, s);
            int wait = (int)((last - first) * turn.Draw(share, Purpose.ShiftTime, 1));
            turn.Later(Kind.ShiftDue, first + wait - turn.Now, share);
        }
    }

    /// <summary>Minutes of a share.</summary>
    public static int Minutes(DutySort sort, Parameters p) => (int)(sort switch
    {
        DutySort.EventHost => Events.HostMinutes(p),
        DutySort.Chair => Deliberation.MeetingMinutes,
        DutySort.Hearing => Disputes.HearingMinutes,
        _ => p.ShiftMinutes,
    });

    /// <summary>How many shares of the common length are left of so many hours, the first share apart.</summary>
    public static int SharesOf(double hours, DutySort first, Parameters p) =>
        Math.Max(0, (int)(((60 * hours) - Minutes(first, p)) / p.ShiftMinutes));

    private static void Ask(Organization me, uint share, DutySort sort, int after, Turn turn)
    {
        int minutes = Minutes(sort, turn.P), next = Next(me, share, sort, after, turn);
        if (next >= 0)
        {
            turn.Send(turn.Roster.Resident(next), Kind.Duty, 1, share, me.Id.Value, (uint)sort, (uint)minutes);
            return;
        }
        turn.Tally.Add(Metric.PlannedMinutesUnfilled, minutes);
        if (sort == DutySort.Hearing) turn.Tally.Add(Metric.HearingsMoved);
        else if (sort == DutySort.Chair) turn.Tally.Add(Metric.DeliberationsCancelled);
    }

    /// <summary>The next of the race who should be at home and awake, or −1 when the first of it were asked.</summary>
    private static int Next(Organization me, uint share, DutySort sort, int after, Turn turn)
    {
        ReadOnlySpan<ushort> people = sort == DutySort.Hearing ? turn.Roster.Mediators : turn.Roster.Activists;
        Span<double> places = stackalloc double[people.Length];
        double floor = after >= 0 ? Place(share, after, turn) : -1, best = double.MaxValue;
        int next = -1, before = 0;
        for (int i = 0; i < people.Length; i++)
        {
            int slot = people[i];
            ref readonly ResidentTraits traits = ref turn.Roster.Residents[slot];
            places[i] = IsOwn(me, traits, turn) ? Place(share, slot, turn) : double.MaxValue;
            if (places[i] <= floor || places[i] >= best || slot == after || !turn.Setting.IsHome(traits, turn.Now)
                || !turn.Setting.IsAwake(traits, turn.Now)) continue;
            (best, next) = (places[i], slot);
        }
        foreach (double place in places) before += place < best ? 1 : 0;
        return before < turn.P.CalloutAsks ? next : -1;
    }

    /// <summary>A branch asks its own buildings; whoever else asks, the estate.</summary>
    private static bool IsOwn(Organization me, in ResidentTraits traits, Turn turn) =>
        !Branch.IsBranch(me.Slot) || Branch.IsOwn(me.Slot, traits.Building, turn);

    private static double Place(uint share, int slot, Turn turn) => PortableMath.Exponential(
        turn.Draw(share, Purpose.CalloutChoice, (uint)slot), 1) / turn.Roster.Residents[slot].Altruism;
}
