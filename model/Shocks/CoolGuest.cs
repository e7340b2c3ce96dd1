using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Shocks;

/// <summary>An elder on a hot day: whether to ask for a seat in the cool room, and going there.</summary>
public static class CoolGuest
{
    /// <summary>
    /// Those who can leave home ask, more readily where no air conditioning works at home (labelled assumption).
    /// </summary>
    public static void BeginElderDay(Resident me, Turn turn)
    {
        if (!CoolRoom.IsOpen(turn.Setting) || me.Traits.Is(Trait.Homebound)) return;
        bool cool = HeatHazard.HasCoolAir(me.Traits, turn.Today, turn);
        double wish = cool ? turn.P.CoolWishWithAir : turn.P.CoolWish;
        if (turn.Draw((uint)turn.Today.Value, Purpose.CoolWish) >= wish) return;
        turn.Send(turn.Roster.Organization(OrganizationSlot.CoolRoom), Kind.CoolSeatAsked, CoolRoom.AsksHour * 60);
    }

    /// <summary>A seat: walks there unless something has come up, and is among people.</summary>
    public static void OnSeatGiven(Resident me, in Message m, Turn turn)
    {
        if (!me.IsFree(turn.Now)) return;
        ref ResidentState state = ref me.State;
        int walk = (int)turn.P.SiteMinutes;
        state.BusyUntil = turn.Now + (2 * walk) + (int)(turn.P.CoolHours * 60);
        state.CoolDay = (ushort)(turn.Today.Value + 1);
        state.SeenDay = state.CoolDay;
        turn.Send(m.Sender, Kind.CoolRoomEntered, walk);
    }
}
