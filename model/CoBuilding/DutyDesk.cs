using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 值班 the duty officer's desk: emergency whistles are answered within half an hour (law 2). Headquarters sets the
/// desk's runs for the week by mail and hears of each run by mail; the total is never exceeded.
/// </summary>
public static class DutyDesk
{
    /// <summary>On this day of the week (day number mod 7) the desk asks for the runs of the coming one.</summary>
    private const int AskingDay = 6;

    /// <summary>Headquarters is asked for runs; spare ones go to the community's pool.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        if (!turn.Setting.Levers.On(Lever.Whistle)) return;
        ref OrganizationState state = ref me.State;
        bool isNew = state.FoundedDay == 0;
        if (isNew) state.FoundedDay = turn.Today.Value + 1;
        if (isNew || turn.Today.Value % 7 == AskingDay)
            turn.Mail(turn.Setting.CityService(CitySlot.DutyHeadquarters), Kind.DutyRunsAsked, 0);
        if (!Pool.IsDay(turn)) return;
        // One run stays: the desk must not be empty when somebody calls.
        int spare = state.Short > 0 ? 0 : Math.Max(0, state.Held - 1);
        state.Held -= spare;
        Pool.Report(me, PoolKind.DutyRuns, spare, state.Short, turn);
        state.Short = 0;
    }

    /// <summary>An emergency: the officer is on the way at once, if there is a run left. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        if (me.State.Held <= 0)
        {
            me.State.Short++;
            Orders.Refuse(me, m, turn);
            return;
        }
        me.State.Held--;
        ActorId asker = Orders.AskerOf(m);
        int arrival = ResponseMinutes(
            turn.DrawOf(asker, m.A, Purpose.DutyResponse), turn.Setting.Levers[Lever.EmergencyDeadline]);
        double work = 60 * PortableMath.Lognormal(
            turn.DrawOf(asker, m.A, Purpose.DutyResponse, 1), turn.P.DutyServiceHours, turn.P.DepartmentServiceSpread);
        int minutes = arrival + (int)Math.Min(work, 10 * Minute.PerDay);
        turn.Tally.Add(Metric.DutyRuns);
        turn.Note(Event.DutyRun, new NeedKey(m.A), asker, (uint)arrival);
        turn.Mail(turn.Setting.CityService(CitySlot.DutyHeadquarters), Kind.DutyRunUsed, 0, m.A);
        turn.Send(asker, Kind.OrderAccepted, 1, m.A, (uint)arrival);
        turn.Send(
            asker, Kind.HelpArrives, minutes, m.A, (uint)turn.P.DepartmentVisitMinutes, (uint)HelpSource.Department);
    }

    /// <summary>Minutes until the officer is there: uniform from 5 to the deadline, half an hour at most.</summary>
    public static int ResponseMinutes(double u, double deadlineHours) =>
        5 + (int)(u * (Math.Min(30, 60 * deadlineHours) - 4));

    /// <summary>The week's runs from headquarters. B runs.</summary>
    public static void OnRuns(Organization me, in Message m) => me.State.Held = (int)m.B;
}
