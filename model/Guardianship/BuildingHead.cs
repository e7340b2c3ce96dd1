using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Guardianship;

/// <summary>What a resident does as building head (楼长) or center household, and what neighbors know of it.</summary>
public static class BuildingHead
{
    private const int FirstHour = 17, LastHour = 21;

    private const int Month = 28;

    /// <summary>Asked to take a post: p = min(1, p_post·β·A·e^(−F)), drawn once a month.</summary>
    public static void OnHeadAsked(Resident me, in Message m, Turn turn)
    {
        double p = turn.P.AcceptPost * turn.Setting.Levers[Lever.BranchSupport] * me.Traits.Altruism
            * PortableMath.Exp(-Effort.Fatigue(me, turn));
        bool yes = turn.Draw((uint)(turn.Today.Value / Month), Purpose.HeadAccept, m.A) < p;
        if (yes) me.State.Roles |= RoleOf(m.A);
        turn.Send(m.Sender, Kind.HeadAnswer, 1, m.A, yes ? 1u : 0);
    }

    public static void OnHeadReleased(Resident me, in Message m) => me.State.Roles &= ~RoleOf(m.A);

    /// <summary>A neighbor reads who the head is: urgent asks go there by name.</summary>
    public static void OnHeadShown(Resident me, in Message m) => me.State.KnownHead = (ushort)m.A;

    /// <summary>
    /// The hour of the week: gives up with hazard q0·e^F, or goes through the building and knocks at a door.
    /// </summary>
    public static void OnHeadDuty(Resident me, in Message m, Turn turn)
    {
        if ((me.State.Roles & RoleOf(m.A)) == 0) return;
        BuildingId building = turn.Roster.Building(me.Traits.Building);
        if (turn.Draw(m.B, Purpose.MemberQuit, CitySlots.PerEstate + m.A) < Volunteering.QuitProbability(me, turn))
        {
            me.State.Roles &= ~RoleOf(m.A);
            turn.Tally.Add(Metric.Quits);
            turn.Send(building, Kind.HeadQuits, 1, m.A);
            return;
        }
        if (!me.IsFree(turn.Now) || !turn.Setting.IsHome(me.Traits, turn.Now))
        {
            if (turn.Now.Hour < LastHour) turn.Later(Kind.HeadDuty, 60, m.A, m.B);
            return;
        }
        int minutes = (int)turn.P.HeadMinutesPerWeek;
        me.State.BusyUntil = turn.Now + minutes;
        Effort.Give(me, minutes, turn);
        ref readonly BuildingTraits home = ref turn.Roster.Buildings[me.Traits.Building];
        int household = home.FirstHousehold + (int)(home.Households * turn.Draw(m.B, Purpose.HeadHour, 1));
        int neighbor = turn.Roster.Households[household].FirstResident;
        if (me.Traits.Household != household) turn.Send(turn.Roster.Resident(neighbor), Kind.Greet, 1);
    }

    /// <summary>Minutes from the week's first midnight to the hour: an evening between five and nine.</summary>
    internal static int DutyMinute(double u)
    {
        int day = (int)(7 * u);
        return (day * Minute.PerDay) + (FirstHour * 60) + (int)(((7 * u) - day) * 60 * (LastHour - FirstHour));
    }

    public static void OnGreet(Resident me, in Message m, Turn turn)
    {
        if (!turn.Setting.IsHome(me.Traits, turn.Now) || !turn.Setting.IsAwake(me.Traits, turn.Now)) return;
        Contact.With(me, m.Sender, turn.P.ContactConversation, turn);
        turn.Send(m.Sender, Kind.Greeted, 1);
    }

    public static void OnGreeted(Resident me, in Message m, Turn turn) =>
        Contact.With(me, m.Sender, turn.P.ContactConversation, turn);

    private static Roles RoleOf(uint post) =>
        post == BuildingGroup.CenterPost ? Roles.CenterHousehold : Roles.BuildingHead;
}
