using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>What giving time does to the giver: hours logged, fatigue (rule 6), habit (rule 3).</summary>
public static class Effort
{
    /// <summary>Fatigue F now, decayed since its last touch.</summary>
    public static double Fatigue(Resident me, Turn turn) =>
        me.State.Fatigue * turn.Setting.FatigueDecay(turn.Today.Value - me.State.FatigueDay);

    /// <summary>Habit H now, decayed since its last touch.</summary>
    public static double Habit(Resident me, Turn turn) =>
        me.State.Habit * turn.Setting.HabitDecay(turn.Today.Value - me.State.HabitDay);

    /// <summary>Logs minutes given to others: every minute given passes here once.</summary>
    public static void Give(Resident me, int minutes, Turn turn)
    {
        ref ResidentState state = ref me.State;
        state.Fatigue = (float)(Fatigue(me, turn) + (minutes / 60.0 * turn.P.FatiguePerHour));
        state.FatigueDay = (ushort)turn.Today.Value;
        state.MinutesGiven += minutes;
        state.ActiveDay = (ushort)(turn.Today.Value + 1);
        TimeBank.Earn(me, minutes, turn);
        turn.Tally.Gave(me.Slot, minutes);
    }

    /// <summary>A Thanks: habit rises to at most its bound.</summary>
    public static void BeThanked(Resident me, Turn turn)
    {
        ref ResidentState state = ref me.State;
        state.Habit = (float)Math.Min(turn.P.HabitMost, Habit(me, turn) + turn.P.HabitPerThanks);
        state.HabitDay = (ushort)turn.Today.Value;
    }
}
