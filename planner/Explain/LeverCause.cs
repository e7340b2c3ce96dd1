using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Explain;

/// <summary>Which levers an event is made of: those by which its organization exists or its message is sent.</summary>
public static class LeverCause
{
    private static readonly Lever[] Branching =
        [Lever.BranchSupport, Lever.Branches, Lever.HouseholdsPerHead, Lever.CenterHouseholds];

    private static readonly Lever[] Chatting = [Lever.ChatCoverage, Lever.Naming, Lever.ClinicianRoster];

    /// <summary>Levers of which one or more stands directly behind an event; none: it follows from what came before.</summary>
    public static IReadOnlyList<Lever> Of(in Record r, Roster estate)
    {
        int slot = Routes.IndexOf(estate, EventDifferences.HasOther((Event)r.Kind) ? new ActorId(r.B) : r.Actor);
        if (slot < 0) slot = Routes.IndexOf(estate, r.Actor);
        return (Event)r.Kind switch
        {
            Event.Posted or Event.Seen or Event.Advised => Chatting,
            Event.Visited => ByDuty((DutySort)r.C),
            Event.DutyTaken when (DutySort)r.D != DutySort.Need => ByDuty((DutySort)r.D),
            Event.HeadAppointed or Event.HeadLeft => [.. Branching, Lever.IdentityShown],
            Event.Consulted or Event.ConsentReported => [Lever.Consultation],
            Event.Attended => [Lever.Events, Lever.TargetedShare],
            Event.Gathered => [Lever.WomensHours],
            Event.WayCleared => [Lever.MarshalHours],
            Event.MealMissed or Event.Ate => [Lever.Canteens, Lever.MealSubsidy, .. Branching],
            Event.Coaching => [Lever.CoachingHours],
            Event.PartnerComes or Event.PartnershipBegan or Event.PartnershipEnded => [Lever.Partners],
            Event.RotaCheckedIn => [Lever.RotaDays],
            Event.CleanedUp => [Lever.CleanUps, Lever.RotaDays],
            Event.Publicity => [Lever.Publicity, Lever.RotaDays],
            Event.Whistled or Event.BookingMoved => [Lever.Whistle, Lever.WhistleDeadline],
            Event.DutyRun => [Lever.Whistle, Lever.EmergencyDeadline],
            Event.SiteServes => [Lever.CircleSites],
            Event.CooledOff => [Lever.CoolRoomSeats],
            Event.NeedResolved or Event.HelpArrived => BySource((HelpSource)r.C),
            _ => slot < 0 ? [] : ByOrganization((OrganizationSlot)slot),
        };
    }

    private static Lever[] ByDuty(DutySort sort) => sort switch
    {
        DutySort.Visit => [Lever.Visits, Lever.FestivalVisits, .. Branching],
        DutySort.Check => [.. Branching, Lever.Canteens],
        DutySort.BranchWork => Branching,
        DutySort.EventWork or DutySort.EventHost => [Lever.Events],
        DutySort.MeetingWork or DutySort.Chair => [Lever.Deliberation],
        DutySort.Hearing => [Lever.Mediators],
        DutySort.Gathering => [Lever.WomensHours],
        DutySort.Shift => [Lever.SortingHours, Lever.TreeHours, Lever.WomensHours, Lever.MarshalHours],
        _ => [],
    };

    private static Lever[] BySource(HelpSource source) => source switch
    {
        HelpSource.Neighbor or HelpSource.Clinician => Chatting,
        HelpSource.Head => Branching,
        HelpSource.Volunteer => [.. Branching, Lever.HomeServiceHours],
        HelpSource.Partner => [Lever.Partners, Lever.RotaDays],
        HelpSource.Canteen => [Lever.Canteens, Lever.MealSubsidy],
        HelpSource.CircleSite => [Lever.CircleSites],
        HelpSource.Department => [Lever.Whistle, Lever.WhistleDeadline, Lever.EmergencyDeadline],
        HelpSource.ReasoningRoom => [Lever.Mediators],
        HelpSource.Reserve => [Lever.ReserveDays],
        HelpSource.Coach => [Lever.CoachingHours],
        _ => [],
    };

    private static Lever[] ByOrganization(OrganizationSlot slot) => slot switch
    {
        OrganizationSlot.Chat => Chatting,
        OrganizationSlot.OwnersCommittee => [Lever.Deliberation],
        OrganizationSlot.DutyDesk => [Lever.Whistle, Lever.EmergencyDeadline],
        OrganizationSlot.Branch or OrganizationSlot.SecondBranch =>
            [.. Branching, Lever.Whistle, Lever.WhistleRepairShare],
        OrganizationSlot.HelpGroup => Branching,
        OrganizationSlot.SortingTeam => [Lever.SortingHours],
        OrganizationSlot.TreeTeam => [Lever.TreeHours],
        OrganizationSlot.WomensTeam => [Lever.WomensHours],
        OrganizationSlot.MarshalTeam => [Lever.MarshalHours],
        OrganizationSlot.HomeServiceTeam => [Lever.HomeServiceHours],
        OrganizationSlot.ReasoningRoom => [Lever.Mediators],
        OrganizationSlot.Venue => [Lever.Events, Lever.TargetedShare],
        OrganizationSlot.RotaDesk => [Lever.RotaDays],
        OrganizationSlot.PartnerDesk => [Lever.Partners],
        OrganizationSlot.CoachingDesk => [Lever.CoachingHours],
        OrganizationSlot.Reserve => [Lever.ReserveDays],
        OrganizationSlot.CoolRoom => [Lever.CoolRoomSeats],
        OrganizationSlot.TimeBank => [Lever.TimeBankCredit],
        OrganizationSlot.Canteen or OrganizationSlot.SecondCanteen or OrganizationSlot.ThirdCanteen =>
            [Lever.Canteens, Lever.MealSubsidy],
        OrganizationSlot.ChildcareSite or OrganizationSlot.ClinicSite or OrganizationSlot.RepairSite =>
            [Lever.CircleSites],
        _ => [],
    };
}
