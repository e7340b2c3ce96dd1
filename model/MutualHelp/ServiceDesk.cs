using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// The desk of a service that answers faster than a call across town: ambulance, lift contractor (law 2). Its
/// station sets a quota by mail; the desk draws the response and reports by mail; the quota is never exceeded.
/// </summary>
public static class ServiceDesk
{
    /// <summary>Somebody phones: an arrival time, or a refusal when the quota is used up.</summary>
    public static void OnServiceCall(Organization me, in Message m, Turn turn)
    {
        var need = new NeedKey(m.A);
        ref OrganizationState state = ref me.State;
        if (state.Today != turn.Today.Value + 1)
        {
            state.Today = turn.Today.Value + 1;
            state.TasksToday = 0;
            state.Short = 0;
        }
        int quota = state.Quota > 0 ? state.Quota
            : ServiceStation.StandingShare(turn.Roster.Residents.Length, turn.P);
        if (state.TasksToday >= quota)
        {
            state.Unfilled++;
            state.Short++;
            turn.Send(m.Sender, Kind.OrderRefused, 1, need);
            return;
        }
        state.TasksToday++;
        bool lift = me.Slot == OrganizationSlot.LiftDesk;
        if (!lift) turn.Tally.Add(Metric.AmbulanceCalls);
        Parameters p = turn.P;
        double u = turn.DrawOf(m.Sender, need.Value, Purpose.ServiceResponse);
        double minutes = lift
            ? PortableMath.Lognormal(u, p.LiftArrivalMinutes, p.ServiceSpread) + p.LiftFreeMinutes
            : PortableMath.Lognormal(u, p.AmbulanceMinutes, p.ServiceSpread);
        if (turn.Setting.HasWorks && state.WayClearUntil <= turn.Now) minutes += p.WorksDelayMinutes;
        turn.Send(
            m.Sender, Kind.HelpArrives, Math.Max(1, (int)(minutes + 0.5)), need, 30,
            (uint)(lift ? HelpSource.LiftContractor : HelpSource.Ambulance));
    }

    /// <summary>At midnight the day's use is reported, if there was any.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        if (me.State.Today != turn.Today.Value || me.State.TasksToday == 0) return;
        CitySlot station = me.Slot == OrganizationSlot.LiftDesk ? CitySlot.LiftContractor : CitySlot.AmbulanceStation;
        turn.Mail(
            turn.Setting.CityService(station), Kind.QuotaUsed, 0, (uint)me.State.TasksToday, (uint)me.State.Short);
    }

    /// <summary>The station's mail: how many runs a day this estate may draw.</summary>
    public static void OnQuota(Organization me, in Message m) => me.State.Quota = (int)m.B;
}
