using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.MutualHelp;

/// <summary>
/// Which needs neighbors can meet, and which organizations serve which need, in which order (section 3).
/// </summary>
public static class Routes
{
    /// <summary>Needs that somebody next door can meet.</summary>
    public static bool IsForNeighbors(NeedKind kind) => kind is
        NeedKind.Emergency or NeedKind.Fall or NeedKind.Care or NeedKind.Childcare or NeedKind.Errand
        or NeedKind.Digital or NeedKind.Meal or NeedKind.Favor or NeedKind.Supply;

    /// <summary>The service that one phones, always there, or null.</summary>
    public static OrganizationSlot? ServiceFor(NeedKind kind) => kind switch
    {
        NeedKind.Emergency or NeedKind.Fall => OrganizationSlot.AmbulanceDesk,
        NeedKind.Lift => OrganizationSlot.LiftDesk,
        _ => null,
    };

    /// <summary>
    /// The first organization after place <paramref name="after"/> of the need's route that exists under the
    /// levers in force; null at the end of the route.
    /// </summary>
    public static OrganizationSlot? Next(Resident me, NeedKey need, int after, Turn turn)
    {
        ReadOnlySpan<OrganizationSlot> route = RouteOf(need.Kind);
        for (int i = PlaceAfter(route, after); i < route.Length; i++)
        {
            if (IsOpen(route[i], need, turn)) return route[i];
        }
        return null;
    }

    /// <summary>The slot number of an organization of the estate; −1 for anybody else.</summary>
    public static int IndexOf(Roster roster, ActorId sender)
    {
        uint index = sender.Value - roster.Organization(0).Value;
        return index < CitySlots.PerEstate ? (int)index : -1;
    }

    private static int PlaceAfter(ReadOnlySpan<OrganizationSlot> route, int slot)
    {
        for (int i = 0; i < route.Length; i++)
        {
            if ((int)route[i] == slot) return i + 1;
        }
        return slot < 0 ? 0 : route.Length;
    }

    private static bool IsOpen(OrganizationSlot slot, NeedKey need, Turn turn)
    {
        Levers levers = turn.Setting.Levers;
        bool branch = levers.On(Lever.Branches) && levers.On(Lever.BranchSupport);
        return slot switch
        {
            OrganizationSlot.HelpGroup => branch,
            OrganizationSlot.HomeServiceTeam => levers.On(Lever.HomeServiceHours),
            OrganizationSlot.CoachingDesk => levers.On(Lever.CoachingHours),
            OrganizationSlot.PartnerDesk => levers.On(Lever.Partners),
            OrganizationSlot.RotaDesk => levers.On(Lever.RotaDays),
            OrganizationSlot.ChildcareSite => levers[Lever.CircleSites] >= 1,
            OrganizationSlot.ClinicSite => levers[Lever.CircleSites] >= 2,
            OrganizationSlot.Canteen or OrganizationSlot.SecondCanteen or OrganizationSlot.ThirdCanteen =>
                Canteen.IsServing(slot, turn),
            OrganizationSlot.RepairSite => levers[Lever.CircleSites] >= 3,
            OrganizationSlot.Reserve => levers.On(Lever.ReserveDays),
            OrganizationSlot.DutyDesk => levers[Lever.Whistle] >= 1 && IsEmergencyMatter(need, turn),
            OrganizationSlot.Branch => levers[Lever.Whistle] >= (need.Kind == NeedKind.Repair ? 3 : 2)
                && (need.Kind != NeedKind.Repair || IsWhistledRepair(need, turn)),
            _ => true,
        };
    }

    /// <summary>10 % of public matters are emergencies, the same in every world (rule 7).</summary>
    private static bool IsEmergencyMatter(NeedKey need, Turn turn) =>
        turn.Draw(need, Purpose.PublicEmergency) < turn.P.PublicEmergencyShare;

    /// <summary>Whistling at everything: a share w of repairs too (rule 7).</summary>
    private static bool IsWhistledRepair(NeedKey need, Turn turn) =>
        turn.Draw(need, Purpose.RepairWhistled) < turn.Setting.Levers[Lever.WhistleRepairShare];

    private static ReadOnlySpan<OrganizationSlot> RouteOf(NeedKind kind) => kind switch
    {
        NeedKind.Care => CareRoute,
        NeedKind.Childcare => ChildcareRoute,
        NeedKind.Errand => ErrandRoute,
        NeedKind.Digital => DigitalRoute,
        NeedKind.Meal => MealRoute,
        NeedKind.Repair => RepairRoute,
        NeedKind.Public => PublicRoute,
        NeedKind.Supply => SupplyRoute,
        _ => [],
    };

    private static ReadOnlySpan<OrganizationSlot> CareRoute =>
    [
        OrganizationSlot.HomeServiceTeam, OrganizationSlot.ClinicSite, OrganizationSlot.HelpGroup,
        OrganizationSlot.PartnerDesk,
    ];

    private static ReadOnlySpan<OrganizationSlot> MealRoute =>
        [OrganizationSlot.Canteen, OrganizationSlot.SecondCanteen, OrganizationSlot.ThirdCanteen];

    private static ReadOnlySpan<OrganizationSlot> ChildcareRoute => [OrganizationSlot.ChildcareSite];

    private static ReadOnlySpan<OrganizationSlot> ErrandRoute =>
        [OrganizationSlot.HelpGroup, OrganizationSlot.PartnerDesk, OrganizationSlot.RotaDesk];

    private static ReadOnlySpan<OrganizationSlot> DigitalRoute =>
        [OrganizationSlot.CoachingDesk, OrganizationSlot.RotaDesk];

    private static ReadOnlySpan<OrganizationSlot> RepairRoute =>
        [OrganizationSlot.Branch, OrganizationSlot.RepairSite, OrganizationSlot.PropertyManager];

    private static ReadOnlySpan<OrganizationSlot> PublicRoute =>
        [OrganizationSlot.DutyDesk, OrganizationSlot.Branch, OrganizationSlot.HotlineDesk];

    private static ReadOnlySpan<OrganizationSlot> SupplyRoute =>
        [OrganizationSlot.Reserve, OrganizationSlot.HelpGroup];
}
