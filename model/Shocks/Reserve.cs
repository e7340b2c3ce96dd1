using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>
/// The estate's reserve of supplies: as many person-days as the lever says for everybody who lives here. It is
/// finite, hands out packs to households that ask (SUPPLY), and is filled up again when no shock cuts the way.
/// </summary>
public static class Reserve
{
    public static void BeginDay(Organization me, Turn turn)
    {
        ref OrganizationState state = ref me.State;
        double days = turn.Setting.Levers[Lever.ReserveDays];
        if (days <= 0)
        {
            state.FoundedDay = 0;
            state.Held = 0;
            return;
        }
        int full = (int)(days * turn.Roster.Residents.Length);
        if (state.FoundedDay == 0)
        {
            state.FoundedDay = turn.Today.Value + 1;
            state.Held = full;
        }
        else if (!turn.Setting.Shock.CutsSupply)
        {
            state.Held = Math.Min(full, state.Held + Math.Max(1, (int)((full * turn.P.ReserveRefill) + 0.5)));
        }
        else
        {
            state.Held = Math.Min(full, state.Held);
        }
    }

    /// <summary>
    /// A household asks: a pack for everybody in it, or a refusal when there is too little left. A need.
    /// </summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ActorId asker = Orders.AskerOf(m);
        int slot = turn.Roster.SlotOf(asker);
        int people = turn.Roster.Households[turn.Roster.Residents[slot].Household].Count;
        int pack = (int)Math.Ceiling(people * turn.P.ReservePackDays);
        if (me.State.Held < pack)
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        me.State.Held -= pack;
        turn.Tally.Add(Metric.ReserveDaysGiven, pack);
        int minutes = (int)(turn.Setting.Shock.Lockdown ? turn.P.ReserveMinutesLocked : turn.P.ReserveMinutes);
        turn.Send(asker, Kind.OrderAccepted, 1, m.A, (uint)minutes);
        turn.Send(asker, Kind.HelpArrives, Math.Max(2, minutes), m.A, 0, (uint)HelpSource.Reserve);
    }
}
