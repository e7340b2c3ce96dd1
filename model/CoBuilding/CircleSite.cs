using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// 一刻钟近邻生活服务圈: the other sites of the fifteen-minute circle: childcare, clinic, repair shop, which a policy
/// opens in this order. Each serves orders within its hours and its daily capacity.
/// </summary>
/// <remarks>
/// Labelled assumptions: capacity goes by residents; who orders after closing comes the next morning; the clinic's
/// nurse serves CARE at home, also under lockdown, when the other sites are closed.
/// </remarks>
public static class CircleSite
{
    /// <summary>Whether a site is open under a number of sites.</summary>
    public static bool Exists(OrganizationSlot site, Levers levers) =>
        levers[Lever.CircleSites] > site - OrganizationSlot.ChildcareSite;

    /// <summary>Somebody comes or calls: now, or at the next opening; refused when the day is full. A need.</summary>
    public static void OnOrder(Organization me, in Message m, Turn turn)
    {
        ActorId asker = Orders.AskerOf(m);
        (int opens, int closes) = Hours(me.Slot);
        Day day = turn.Now.OfDay < closes * 60 ? turn.Today : turn.Today.Next;
        ref OrganizationState state = ref me.State;
        if (state.Today != day.Value + 1)
        {
            state.Today = day.Value + 1;
            state.TasksToday = 0;
        }
        var need = new NeedKey(m.A);
        bool reachable = turn.Setting.MayTravel || me.Slot == OrganizationSlot.ClinicSite;
        if (!Exists(me.Slot, turn.Setting.Levers) || !reachable || need.Kind != Serves(me.Slot)
            || state.TasksToday >= Capacity(me.Slot, turn))
        {
            Orders.Refuse(me, m, turn);
            return;
        }
        state.TasksToday++;
        int start = Math.Max(turn.Now.Value + (int)turn.P.SiteMinutes, day.At(opens).Value);
        int wait = start - turn.Now.Value;
        turn.Tally.Add(Metric.SiteVisits);
        turn.Note(Event.SiteServes, need, asker);
        turn.Send(asker, Kind.OrderAccepted, 1, need, (uint)wait);
        turn.Send(
            asker, Kind.HelpArrives, wait, need, (uint)turn.Setting.Needs[need.Kind].WorkMinutes,
            (uint)HelpSource.CircleSite);
    }

    /// <summary>What a site serves.</summary>
    public static NeedKind Serves(OrganizationSlot site) => site switch
    {
        OrganizationSlot.ChildcareSite => NeedKind.Childcare,
        OrganizationSlot.ClinicSite => NeedKind.Care,
        _ => NeedKind.Repair,
    };

    /// <summary>Orders per day, by residents, rounded up.</summary>
    public static int Capacity(OrganizationSlot site, Turn turn)
    {
        double perThousand = site switch
        {
            OrganizationSlot.ChildcareSite => turn.P.ChildcarePerThousand,
            OrganizationSlot.ClinicSite => turn.P.ClinicPerThousand,
            _ => turn.P.RepairShopPerThousand,
        };
        return (int)Math.Ceiling(perThousand * turn.Roster.Residents.Length / 1000);
    }

    private static (int Opens, int Closes) Hours(OrganizationSlot site) =>
        site == OrganizationSlot.ChildcareSite ? (7, 19) : (8, 18);
}
