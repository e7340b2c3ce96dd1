using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>
/// When the branch has its elders living alone visited: so many times a week, on keyed days and minutes, and at
/// festivals. The occasion of a visit is its week and number, the same in every world.
/// </summary>
public static class VisitPlan
{
    private const int FirstMinute = 9 * 60, LastMinute = 19 * 60, PerWeek = 16, CheckNumber = 8;

    /// <summary>Occasion of the n-th visit (0 to 6) of a week.</summary>
    public static uint Weekly(int week, int n) => (uint)((week * PerWeek) + n);

    /// <summary>Occasion of a check on somebody missed on a day.</summary>
    public static uint Check(Day day) => (uint)((DutySorts.WeekOf(day) * PerWeek) + CheckNumber + (day.Value % 7));

    /// <summary>Occasion of a visit at a festival, by its day: two of one week are two visits.</summary>
    public static uint Festival(Day day) => 0x4_0000 | (uint)day.Value;

    /// <summary>Occasion of a visit by the women's organization, apart from the branch's.</summary>
    public static uint Womens(uint shift) => 0x8_0000 | shift;

    /// <summary>Plans the days of the week that are left.</summary>
    public static void PlanWeek(Organization me, Turn turn)
    {
        double visits = turn.Setting.Levers[Lever.Visits];
        int today = turn.Today.Value, week = DutySorts.WeekOf(turn.Today);
        if (visits <= 0) return;
        foreach (ushort elder in turn.Roster.EldersAlone)
        {
            if (!Branch.IsOwn(me.Slot, turn.Roster.Residents[elder].Building, turn)) continue;
            for (int n = 0; n < visits; n++)
            {
                ActorId who = turn.Roster.Resident(elder);
                uint occasion = Weekly(week, n);
                if (turn.DrawOf(who, occasion, Purpose.VisitTime, 2) >= visits - n) continue;
                int day = (week * 7) + (int)(7 * turn.DrawOf(who, occasion, Purpose.VisitTime, 0));
                if (day >= today) PlanVisit(elder, occasion, day - today, turn);
            }
        }
    }

    /// <summary>At a festival every elder living alone is visited.</summary>
    public static void PlanFestival(Organization me, Turn turn)
    {
        if (!turn.Setting.Levers.On(Lever.FestivalVisits)
            || turn.Setting.Calendar.HolidayOf(turn.Today) is not { Festival: true }) return;
        foreach (ushort elder in turn.Roster.EldersAlone)
        {
            if (Branch.IsOwn(me.Slot, turn.Roster.Residents[elder].Building, turn))
                PlanVisit(elder, Festival(turn.Today), 0, turn);
        }
    }

    private static void PlanVisit(int elder, uint occasion, int days, Turn turn)
    {
        double u = turn.DrawOf(turn.Roster.Resident(elder), occasion, Purpose.VisitTime, 1);
        int minute = FirstMinute + (int)((LastMinute - FirstMinute) * u);
        turn.Later(Kind.VisitDue, (days * Minute.PerDay) + minute, (uint)elder, occasion);
    }
}
