using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Mechanisms;

/// <summary>One row of the report's three pillars: who tells whom what, what switches it, where it shows.</summary>
/// <param name="Name">In English, with the report's own words.</param>
/// <param name="Actors">Between whom.</param>
/// <param name="Kinds">Its messages.</param>
/// <param name="Levers">What switches it; all are taken out of the preset <c>all</c> for "off".</param>
/// <param name="Indicator">Id of the indicator in which it shows.</param>
/// <param name="Trace">The event by which an instance is found.</param>
internal sealed record Mechanism(
    string Pillar, string Name, string Actors, Kind[] Kinds, Lever[] Levers, string Indicator, Event Trace)
{
    public static IReadOnlyList<Mechanism> All { get; } =
    [
        new("Mutual help", "A call in the estate's chat 微信群求助", "asker, chat, members, helpers",
            [Kind.Post, Kind.PostSeen, Kind.Offer, Kind.Confirm, Kind.Release, Kind.HelpArrives, Kind.Thanks],
            [Lever.ChatCoverage, Lever.Naming], "count-post-views", Event.Posted),
        new("Mutual help", "Doctors and nurses advise remotely", "asker, chat, clinicians",
            [Kind.PostSeen, Kind.Advice], [Lever.ClinicianRoster], "count-remote-advice", Event.Advised),
        new("Mutual help", "Folk activities and gifts 金好呷、金康健", "venue, residents",
            [Kind.EventInvite, Kind.EventReply, Kind.EventList, Kind.EventAttend, Kind.EventMeet, Kind.Gift],
            [Lever.Events, Lever.TargetedShare], "participation", Event.Attended),
        new("Mutual help", "Reasoning room 近邻评理室", "parties, building, room, mediators, court",
            [Kind.HearingHeld, Kind.Duty, Kind.DisputeSettled, Kind.DisputeSoured], [Lever.Mediators],
            "count-disputes-settled", Event.NeedResolved),
        new("Mutual help", "Neighbors deliberate 鄰里商量著辦", "owners' committee, households",
            [Kind.DeliberationAsked, Kind.DeliberationOpinion, Kind.DeliberationDecided], [Lever.Deliberation], "trust",
            Event.ConsentReported),
        new("Mutual help", "Time bank", "holders, bank, helpers", [Kind.CreditRedeemed], [Lever.TimeBankCredit],
            "count-credits-redeemed", Event.Offered),
        new("Mutual help", "A society of acquaintances 熟人社会", "everybody who meets",
            [Kind.MeetingSlot, Kind.Meet, Kind.MeetAccepted],
            [Lever.Events, Lever.ChatCoverage, Lever.Visits, Lever.Canteens], "acquaintance", Event.Met),
        new("Guardianship", "Branch, building groups, heads, center households", "branch, buildings, activists",
            [Kind.GroupMandate, Kind.HeadAsked, Kind.HeadAnswer, Kind.HeadDuty, Kind.Greet],
            [Lever.HouseholdsPerHead, Lever.CenterHouseholds], "count-heads-appointed", Event.HeadAppointed),
        new("Guardianship", "Identity shown in lift and stairwell", "building, residents", [Kind.HeadShown],
            [Lever.IdentityShown], "on-time-rate", Event.NeedAsked),
        new("Guardianship", "Visits to the old who live alone", "branch, heads, help group, elders",
            [Kind.VisitDue, Kind.VisitWanted, Kind.VisitOrder, Kind.Visit, Kind.VisitReceived, Kind.NeedFound],
            [Lever.Visits, Lever.FestivalVisits], "visited", Event.Visited),
        new("Guardianship", "Help group 厝边帮帮团", "members, pool of neighbors, askers",
            [Kind.MemberWeek, Kind.JoinAsked, Kind.Joins, Kind.MemberQuits, Kind.Duty, Kind.DutyTaken],
            [Lever.BranchSupport, Lever.Branches], "count-orders-served", Event.Joined),
        new("Guardianship", "Sorting monitors, tree adoption, women's organization", "teams, members",
            [Kind.TeamRound, Kind.ShiftDue, Kind.Gather, Kind.GatherJoined],
            [Lever.SortingHours, Lever.TreeHours, Lever.WomensHours], "count-shifts", Event.ShiftWorked),
        new("Guardianship", "Home services 上门服务", "team, the frail", [Kind.Order, Kind.Duty], [Lever.HomeServiceHours],
            "on-time-rate", Event.DutyTaken),
        new("Guardianship", "Door-to-door consultation", "branch, heads, households, committee",
            [Kind.ConsultAsked, Kind.ConsultDoor, Kind.Consult, Kind.Opinion], [Lever.Consultation],
            "count-doors-consulted", Event.Consulted),
        new("Co-building", "Whistle and report-in 吹哨报到", "asker, branch, duty desk, departments",
            [Kind.Whistle, Kind.DepartmentCall, Kind.Booked, Kind.WhistleEnds], [Lever.Whistle], "on-time-rate",
            Event.Whistled),
        new("Co-building", "Joint committees 大党委", "committees, desks",
            [Kind.PoolReport, Kind.PoolShare, Kind.RoutesAsked, Kind.RoutesSet],
            [Lever.CommunityCommittee, Lever.SubdistrictCommittee], "count-pooled-shares", Event.Booked),
        new("Co-building", "Rota, clean-ups, publicity", "rota organizations, desk, grounds",
            [Kind.RotaInvited, Kind.RotaPromised, Kind.RotaOpens, Kind.CleanUp, Kind.Publicity],
            [Lever.RotaDays, Lever.CleanUps, Lever.Publicity], "count-rota-check-ins", Event.RotaCheckedIn),
        new("Co-building", "Partnerships", "partner desk, partners", [Kind.PartnerAsked, Kind.PartnerPlans, Kind.PartnerHours],
            [Lever.Partners], "count-partner-served", Event.PartnerComes),
        new("Co-building", "Digital coaching", "coaches, elders", [Kind.CoachingDuty, Kind.CoachingDeclined],
            [Lever.CoachingHours], "count-coaching-sessions", Event.Coaching),
        new("Co-building", "Canteen 近邻食堂", "elders, canteen, companions, branch",
            [Kind.MealOrder, Kind.MealReady, Kind.MealTaken, Kind.TableCompanion, Kind.CheckOn],
            [Lever.Canteens, Lever.MealSubsidy], "count-meals-eaten", Event.Ate),
        new("Co-building", "Other sites of the service circle 一刻钟", "residents, sites", [Kind.Order],
            [Lever.CircleSites], "count-site-visits", Event.SiteServes),
    ];
}
