using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 物业 the property manager, always there: repairs one after another at a capacity given by the households, and the
/// grounds, which litter, and which it, clean-ups and the shops' own care keep clean (rule 16).
/// </summary>
public static class PropertyManager
{
    private const int OpensHour = 8, ClosesHour = 18, WorkingMinutes = (ClosesHour - OpensHour) * 60;

    /// <summary>A repair that would wait longer is refused: it would lapse.</summary>
    private const int LongestWaitDays = 20;

    /// <summary>One more day of litter and of sweeping.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        Parameters p = turn.P;
        state.Stock = (float)NextLitter(state.Stock, state.Care, p);
        state.Care *= (float)PortableMath.Exp2(-1 / p.ShopCareHalfLife);
    }

    /// <summary>A repair: at its turn in the line. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ActorId asker = Orders.AskerOf(m);
        ref OrganizationState state = ref me.State;
        Minute begins = NextWorkingMinute(Minute.Max(state.NextFree, turn.Now));
        int wait = Math.Max(1, begins - turn.Now);
        if (wait > LongestWaitDays * Minute.PerDay)
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        state.NextFree = After(begins, MinutesPerTask(turn));
        state.TasksToday++;
        turn.Tally.Add(Metric.RepairsTaken);
        turn.Send(asker, Kind.OrderAccepted, 1, m.A, (uint)wait);
        turn.Send(
            asker, Kind.HelpArrives, Math.Max(2, wait), m.A, (uint)turn.Setting.Needs[NeedKind.Repair].WorkMinutes,
            (uint)HelpSource.PropertyManager);
    }

    /// <summary>A clean-up of so many minutes by a rota's people. A minutes.</summary>
    public static void OnCleanUp(Organization me, in Message m, Turn turn)
    {
        double perHousehold = (double)m.A / Math.Max(1, turn.Roster.Households.Length);
        me.State.Stock *= (float)PortableMath.Exp(-perHousehold / turn.P.CleanUpMinutesPerHousehold);
        turn.Tally.Add(Metric.CleanUpMinutes, m.A);
        turn.Note(Event.CleanedUp, default, m.Sender, m.A);
    }

    /// <summary>Publicity with the shops on frontage duty: their care rises. A minutes.</summary>
    public static void OnPublicity(Organization me, in Message m, Turn turn)
    {
        me.State.Care += (float)(turn.P.PublicityGain * (1 - me.State.Care));
        turn.Tally.Add(Metric.PublicityMinutes, m.A);
        turn.Note(Event.Publicity, default, m.Sender, m.A);
    }

    /// <summary>
    /// Litter after a day: what is swept goes, what falls comes on the clean part; the shops' care keeps half of
    /// the inflow away at most. Stays within 0 and 1.
    /// </summary>
    public static double NextLitter(double litter, double care, Parameters p)
    {
        double left = litter * (1 - p.SweptPerDay);
        return left + (p.LitterPerDay * (1 - (0.5 * care)) * (1 - left));
    }

    /// <summary>Working minutes that one repair keeps the manager's people, from the households it serves.</summary>
    public static int MinutesPerTask(Turn turn) => Math.Max(1, (int)(
        WorkingMinutes / (turn.P.RepairsPerThousandHouseholds * turn.Roster.Households.Length / 1000)));

    private static Minute NextWorkingMinute(Minute at)
    {
        if (at.OfDay < OpensHour * 60) return at.Day.At(OpensHour);
        return at.OfDay < ClosesHour * 60 ? at : at.Day.Next.At(OpensHour);
    }

    /// <summary>So many working minutes later.</summary>
    private static Minute After(Minute begins, int minutes)
    {
        int sinceOpening = begins.OfDay - (OpensHour * 60) + minutes;
        Day day = begins.Day + (sinceOpening / WorkingMinutes);
        return day.At(OpensHour, sinceOpening % WorkingMinutes);
    }
}
