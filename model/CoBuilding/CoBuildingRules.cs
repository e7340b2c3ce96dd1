using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>The estate's organizations of the third pillar, and the services that are always there.</summary>
public static class CoBuildingRules
{
    /// <summary>The daily hook at midnight.</summary>
    public static void BeginDay(Organization me, Turn turn)
    {
        switch (me.Slot)
        {
            case OrganizationSlot.PropertyManager: PropertyManager.BeginDay(me, turn); break;
            case OrganizationSlot.HotlineDesk: HotlineDesk.BeginDay(me, turn); break;
            case OrganizationSlot.DutyDesk: DutyDesk.BeginDay(me, turn); break;
            case OrganizationSlot.RotaDesk: RotaDesk.BeginDay(me, turn); break;
            case OrganizationSlot.PartnerDesk: PartnerDesk.BeginDay(me, turn); break;
            case OrganizationSlot.Canteen or OrganizationSlot.SecondCanteen or OrganizationSlot.ThirdCanteen:
                Canteen.BeginDay(me, turn);
                break;
            default: break;
        }
    }

    /// <summary>False if the message is of no rule of this pillar.</summary>
    public static bool Handle(Organization me, in Message m, Turn turn) => me.Slot switch
    {
        OrganizationSlot.PropertyManager => HandleProperty(me, m, turn),
        OrganizationSlot.HotlineDesk => HandleHotline(me, m, turn),
        OrganizationSlot.DutyDesk => HandleDuty(me, m, turn),
        OrganizationSlot.RotaDesk => HandleRota(me, m, turn),
        OrganizationSlot.PartnerDesk => HandlePartner(me, m, turn),
        OrganizationSlot.CoachingDesk => HandleCoaching(me, m, turn),
        OrganizationSlot.Canteen or OrganizationSlot.SecondCanteen or OrganizationSlot.ThirdCanteen =>
            HandleCanteen(me, m, turn),
        OrganizationSlot.ChildcareSite or OrganizationSlot.ClinicSite or OrganizationSlot.RepairSite =>
            HandleSite(me, m, turn),
        OrganizationSlot.Branch => HandleBranch(me, m, turn),
        _ => false,
    };

    private static bool HandleProperty(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: PropertyManager.OnOrder(me, m, turn); return true;
            case Kind.CleanUp: PropertyManager.OnCleanUp(me, m, turn); return true;
            case Kind.Publicity: PropertyManager.OnPublicity(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleHotline(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.HotlineCall: HotlineDesk.OnHotlineCall(me, m, turn); return true;
            case Kind.RoutesSet: HotlineDesk.OnRoutesSet(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleDuty(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: DutyDesk.OnOrder(me, m, turn); return true;
            case Kind.Whistle: Whistle.OnWhistle(me, m, turn); return true;
            case Kind.Booked: Whistle.OnBooked(me, m, turn); return true;
            case Kind.BookingRefused: Whistle.OnBookingRefused(me, m, turn); return true;
            case Kind.BookingMoved: Whistle.OnBookingMoved(me, m, turn); return true;
            case Kind.WhistleEnds: Whistle.OnWhistleEnds(me, m, turn); return true;
            case Kind.DutyRuns: DutyDesk.OnRuns(me, m); return true;
            case Kind.PoolShare: Pool.OnShare(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleRota(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: RotaDesk.OnOrder(me, m, turn); return true;
            case Kind.RotaPromised: RotaDesk.OnPromised(me, m, turn); return true;
            case Kind.RotaOpens: RotaDesk.OnOpens(me, turn); return true;
            default: return false;
        }
    }

    private static bool HandlePartner(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: PartnerDesk.OnOrder(me, m, turn); return true;
            case Kind.PartnerHours: PartnerDesk.OnHours(me, m, turn); return true;
            case Kind.PoolShare: Pool.OnShare(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleCoaching(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: CoachingDesk.OnOrder(me, m, turn); return true;
            case Kind.CoachingDeclined: CoachingDesk.OnDeclined(me, m, turn); return true;
            default: return false;
        }
    }

    private static bool HandleCanteen(Organization me, in Message m, Turn turn)
    {
        switch ((Kind)m.Kind)
        {
            case Kind.Order: Canteen.OnOrder(me, m, turn); return true;
            case Kind.MealOrder: Canteen.OnMealOrder(me, m, turn); return true;
            case Kind.MealsServed: Canteen.OnMealsServed(me, turn); return true;
            case Kind.MealTaken: Canteen.OnMealTaken(me, m, turn); return true;
            case Kind.MealsCounted: Canteen.OnMealsCounted(me, turn); return true;
            default: return false;
        }
    }

    private static bool HandleSite(Organization me, in Message m, Turn turn)
    {
        if ((Kind)m.Kind != Kind.Order) return false;
        CircleSite.OnOrder(me, m, turn);
        return true;
    }

    /// <summary>What the branch does for co-building: it whistles.</summary>
    private static bool HandleBranch(Organization me, in Message m, Turn turn)
    {
        var need = new MutualHelp.NeedKey(m.A).Kind;
        if ((Kind)m.Kind != Kind.Order || need is not (MutualHelp.NeedKind.Public or MutualHelp.NeedKind.Repair))
            return false;
        Whistle.OnOrder(me, m, turn);
        return true;
    }
}
