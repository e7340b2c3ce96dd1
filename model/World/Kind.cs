namespace Jinlin.Model.World;

/// <summary>
/// The kinds of messages, in the order in which one actor handles those of one minute. For each: who tells whom,
/// and what A, B, C, D carry. A need is named by its key in A and by its owner, who is the sender or is in B.
/// </summary>
public enum Kind : byte
{
    // ---- Mutual help 居民与居民近邻互助, 1 to 79 ----

    /// <summary>
    /// Resident to itself, or a command: a need arises. A need key, B 1 if asked outright: voiced without rule 2's draw.
    /// </summary>
    NeedArises = 1,

    /// <summary>Resident to itself: the lapse time of a need is over. A need key.</summary>
    NeedLapses = 2,

    /// <summary>Resident to itself: nobody has answered the last ask; try the next. A need key, B attempt.</summary>
    AskAgain = 3,

    /// <summary>Asker to a tie by name. A need key, B attempt.</summary>
    Ask = 4,

    /// <summary>Asker to the chat, or chat relay: a post. A need key, B attempt.</summary>
    Post = 5,

    /// <summary>Chat to a member who may answer a post. A need key, B asker, C the draw's bits, D viewers.</summary>
    PostSeen = 6,

    /// <summary>Helper to asker: I can come. A need key, B travel minutes, C 1 if remote advice only.</summary>
    Offer = 7,

    /// <summary>Asker to helper: come. A need key.</summary>
    Confirm = 8,

    /// <summary>Asker to helper: thank you, there is enough help. A need key.</summary>
    Release = 9,

    /// <summary>
    /// Anybody who helps to the asker: help is here. A need key, B minutes of work given, C what came
    /// (<see cref="HelpSource"/>).
    /// </summary>
    HelpArrives = 10,

    /// <summary>Asker to whoever helped. A need key, B 1 if the help closed the need, 0 if it came too late.</summary>
    Thanks = 11,

    /// <summary>Resident to itself: the minute of a meeting slot. A slot of the day.</summary>
    MeetingSlot = 12,

    /// <summary>Resident to neighbor: shall we chat? A slot of the day.</summary>
    Meet = 13,

    /// <summary>Neighbor to proposer: yes. A slot of the day.</summary>
    MeetAccepted = 14,

    /// <summary>
    /// Somebody who found a need that nobody had voiced, to its owner: ask now. A need key, or 0: any.
    /// </summary>
    NeedFound = 15,

    /// <summary>Asker to the estate's ambulance desk, lift desk or another service. A need key.</summary>
    ServiceCall = 16,

    /// <summary>Venue to itself: invitations go out. A event.</summary>
    EventOpens = 18,

    /// <summary>Venue to resident: come. A event, B the draw's bits, C 1 if invited in person.</summary>
    EventInvite = 19,

    /// <summary>Resident to venue: perhaps. A event, B and C as in the invitation.</summary>
    EventReply = 20,

    /// <summary>Venue to itself: the list is closed. A event.</summary>
    EventCloses = 21,

    /// <summary>Venue to those on the list, when it begins. A event, B block of slots, C bits, D 1 if in person.</summary>
    EventList = 22,

    /// <summary>Resident to venue: here. A event.</summary>
    EventAttend = 23,

    /// <summary>Venue to itself: those who came meet. A event.</summary>
    EventMingles = 24,

    /// <summary>Venue to one who came: whom they met. A event, B other.</summary>
    EventMeet = 25,

    /// <summary>
    /// Venue to one who came, who tells it again to itself: a gift for a neighbor. A event, B recipient, C try.
    /// </summary>
    GiftCarried = 26,

    /// <summary>Neighbor at the door to recipient: a gift. A event, C try.</summary>
    Gift = 27,

    /// <summary>Recipient's door to neighbor. A event, B 1 if somebody opened, C try.</summary>
    GiftThanks = 28,

    /// <summary>Venue to itself: it is time; is there a host? A event.</summary>
    EventBegins = 29,

    /// <summary>Owner of a dispute to the other party: settled. A need key.</summary>
    DisputeSettled = 30,

    /// <summary>Owner of a dispute to the other party: to court. A need key.</summary>
    DisputeSoured = 31,

    /// <summary>Reasoning room to itself: an hour of tea. A hour, from 0.</summary>
    HearingHeld = 32,

    /// <summary>Owners' committee to itself: a proposal. A occasion.</summary>
    DeliberationOpens = 36,

    /// <summary>Committee to a household's speaker: what do you think? A occasion.</summary>
    DeliberationAsked = 37,

    /// <summary>Speaker to committee. A occasion, B 1 if in favor.</summary>
    DeliberationOpinion = 38,

    /// <summary>Committee to itself: the decision. A occasion.</summary>
    DeliberationDecides = 39,

    /// <summary>Committee to those who spoke. A occasion, B 1 if decided as they said.</summary>
    DeliberationDecided = 40,

    /// <summary>Holder of credit to the time bank. A need key, B attempt.</summary>
    CreditRedeemed = 44,

    /// <summary>Clinician to asker: advice by phone. A need key, B minutes.</summary>
    Advice = 70,

    /// <summary>Resident to itself: the evening visit to a friend across town. A need key, B asker.</summary>
    VisitFriend = 71,

    /// <summary>City service to an estate's desk, by mail: runs per day it may draw. B runs.</summary>
    Quota = 72,

    /// <summary>Desk to its city service, by mail: the day that ended. A runs drawn, B runs refused.</summary>
    QuotaUsed = 73,

    // ---- Guardianship 居民与组织近邻守护, 80 to 139 ----

    /// <summary>
    /// Asker to an organization whose volunteers may serve a need. A need key, B asker's building, C 0, or the asker
    /// + 1 where an organization forwards the order. Answered by
    /// <see cref="OrderRefused"/> or by a helper's <see cref="HelpArrives"/>.
    /// </summary>
    Order = 80,

    /// <summary>Organization to asker: cannot serve this. A need key.</summary>
    OrderRefused = 81,

    /// <summary>Organization to asker: somebody will come, in about B minutes. A need key.</summary>
    OrderAccepted = 82,

    /// <summary>Branch to its building groups: A heads wanted, B centers wanted, C 1 if identity is shown.</summary>
    GroupMandate = 83,

    /// <summary>
    /// Building group to an activist: will you take a post? A post (0 to 7 head, 8 center household).
    /// </summary>
    HeadAsked = 84,

    /// <summary>Activist to building group. A post, B 1 yes, 0 no.</summary>
    HeadAnswer = 85,

    /// <summary>
    /// Building group to a resident, by the notice in lift and stairwell. A slot + 1 of the head, 0: none.
    /// </summary>
    HeadShown = 86,

    /// <summary>Building group to branch: who holds a post. A slot of the resident, B 1 appointed, 0 left.</summary>
    HeadReported = 87,

    /// <summary>Head to building group: I give it up. A post.</summary>
    HeadQuits = 88,

    /// <summary>Building group to head: this week's hour. A post, B week.</summary>
    HeadDuty = 89,

    /// <summary>Building group to head: the post is over. A post.</summary>
    HeadReleased = 90,

    /// <summary>Head to a neighbor at the door, in the week's hour.</summary>
    Greet = 91,

    /// <summary>Neighbor to head: opened the door.</summary>
    Greeted = 92,

    /// <summary>Branch to itself: a visit is due. A slot of the elder, B occasion.</summary>
    VisitDue = 93,

    /// <summary>
    /// Branch to a building group, or the group to itself for the evening: who looks in? A slot of the elder, B
    /// occasion, C sort of duty.
    /// </summary>
    VisitWanted = 94,

    /// <summary>
    /// Building group or branch to the help group: send somebody. A slot of the elder, B occasion, C sort.
    /// </summary>
    VisitOrder = 95,

    /// <summary>Visitor at the door to elder. A occasion, B minutes, C sort of duty.</summary>
    Visit = 96,

    /// <summary>Elder to visitor. A occasion, B 1 if at home.</summary>
    VisitReceived = 97,

    /// <summary>
    /// Member, or a group that begins, to a resident: join us? A slot of the team, B 1 if to found it.
    /// </summary>
    JoinAsked = 98,

    /// <summary>Resident to a group: I join.</summary>
    Joins = 99,

    /// <summary>Member to its group: I leave.</summary>
    MemberQuits = 100,

    /// <summary>Group to a member: a week of membership. A slot of the team, B week, C members.</summary>
    MemberWeek = 101,

    /// <summary>Group to a member: it is dissolved. A slot of the team.</summary>
    MemberReleased = 102,

    /// <summary>
    /// Group, building group or callout to a volunteer. A need key or occasion, B asker, C sort of duty, round in the high
    /// half, D minutes of work. Answered by <see cref="DutyTaken"/> or <see cref="DutyDeclined"/>.
    /// </summary>
    Duty = 103,

    /// <summary>Volunteer to whoever asked for the duty. A, B, C as asked, D minutes given, the way included.</summary>
    DutyTaken = 104,

    /// <summary>Volunteer to whoever asked for the duty: not now. A, B, C as asked.</summary>
    DutyDeclined = 105,

    /// <summary>Group to itself: serve what waits, by priority.</summary>
    TeamRound = 106,

    /// <summary>
    /// Group to itself: nobody could come; ask again. A need key or occasion, B asker, C sort of duty.
    /// </summary>
    DutyAgain = 107,

    /// <summary>Team, branch, venue or committee to itself: a shift or share of work begins. A occasion.</summary>
    ShiftDue = 108,

    /// <summary>Women's organization to a member: join the others. A occasion, B host.</summary>
    Gather = 109,

    /// <summary>Member to host: here I am. A occasion.</summary>
    GatherJoined = 110,

    /// <summary>Host to member: welcome. A occasion.</summary>
    GatherWelcome = 111,

    /// <summary>
    /// Marshal team to the desks of services: the way through the works is kept clear. A until which minute.
    /// </summary>
    WayCleared = 112,

    /// <summary>Who needs to know what households think, to the branch: go from door to door. A occasion.</summary>
    ConsultAsked = 113,

    /// <summary>Branch to a building group: consult. A occasion.</summary>
    ConsultGroup = 114,

    /// <summary>Building group to head: consult these. A occasion, B first household, C one past the last.</summary>
    ConsultRound = 115,

    /// <summary>Head to itself: the next door. A occasion, B household, C one past the last, D day of report.</summary>
    ConsultDoor = 116,

    /// <summary>Head to a household at its door. A occasion.</summary>
    Consult = 117,

    /// <summary>Household to head. A occasion, B 1 in favor, 0 against, C 1 if at home.</summary>
    Opinion = 118,

    /// <summary>Head to building group. A occasion, B 1 in favor, C 1 if at home.</summary>
    OpinionNoted = 119,

    /// <summary>Building group to itself: report the opinions. A occasion.</summary>
    ConsultCloses = 120,

    /// <summary>Building group to owners' committee. A occasion, B in favor, C asked.</summary>
    ConsultationResult = 121,

    /// <summary>Organization to the branch: somebody was missed; go and look. A slot of the resident.</summary>
    CheckOn = 130,

    /// <summary>Elder to the cool room: is there a seat today?</summary>
    CoolSeatAsked = 135,

    /// <summary>Cool room to itself: seats are given.</summary>
    CoolRoomGives = 136,

    /// <summary>Cool room to elder: come.</summary>
    CoolSeatGiven = 137,

    /// <summary>Elder to the cool room: here I am.</summary>
    CoolRoomEntered = 138,

    // ---- Co-building 组织与组织近邻共建, 140 to 219 ----

    /// <summary>
    /// Asker to hotline desk: a PUBLIC matter. A need key, B asker's building, C 0, or the asker + 1 where an
    /// organization passes it on.
    /// </summary>
    HotlineCall = 140,

    /// <summary>Hotline desk to hotline, by mail. A need key, B asker, C 1 if the first department is known.</summary>
    HotlineCase = 141,

    /// <summary>Hotline to department, after the search. A need key, B asker, C step, tries above it.</summary>
    CaseRouted = 142,

    /// <summary>Department to hotline: its part is done. A need key, B asker, C as routed, D 1; 0 if not taken.</summary>
    DepartmentDone = 143,

    /// <summary>Branch to its duty desk: dispatch to departments. A need key, B asker.</summary>
    Whistle = 144,

    /// <summary>Duty desk to department, a call. A need key, B asker, C minutes until check-in is due.</summary>
    DepartmentCall = 145,

    /// <summary>Department's answer. A need key, B minute of check-in, C minute of finish, D asker.</summary>
    Booked = 146,

    /// <summary>Department's answer: no capacity before the need lapses. A need key, D asker.</summary>
    BookingRefused = 147,

    /// <summary>Department to duty desk, by mail: moved back. A need key, B check-in, C finish, D asker.</summary>
    BookingMoved = 148,

    /// <summary>Duty desk to itself: the last department should be done. A need key, B asker.</summary>
    WhistleEnds = 149,

    /// <summary>Duty desk to headquarters, by mail: runs for the coming week, please.</summary>
    DutyRunsAsked = 150,

    /// <summary>Headquarters to duty desk, by mail. B runs of the week.</summary>
    DutyRuns = 151,

    /// <summary>Duty desk to headquarters, by mail: a run was drawn. A need key.</summary>
    DutyRunUsed = 152,

    /// <summary>Desk to community committee, by mail. A pool, B handed in, C how much it was short.</summary>
    PoolReport = 153,

    /// <summary>Committee to itself: the day's reports are in.</summary>
    PoolCloses = 154,

    /// <summary>Committee to desk, by mail. A pool, B amount.</summary>
    PoolShare = 155,

    /// <summary>Hotline desk to subdistrict committee, by mail: set routes, please.</summary>
    RoutesAsked = 156,

    /// <summary>Committee to hotline desk, by mail. B last day on which the routes hold.</summary>
    RoutesSet = 157,

    /// <summary>Rota desk to an organization, by mail: come on a day. A day.</summary>
    RotaInvited = 158,

    /// <summary>Organization to rota desk, by mail: it will. A day.</summary>
    RotaPromised = 159,

    /// <summary>Rota desk to itself: 09:00 of a rota day.</summary>
    RotaOpens = 160,

    /// <summary>Rota desk to property manager: a clean-up was held. A minutes.</summary>
    CleanUp = 161,

    /// <summary>Rota desk to property manager: the shops were spoken to (门前三包). A minutes.</summary>
    Publicity = 162,

    /// <summary>Partner desk to a partner, by mail: hours for the week, please. A place.</summary>
    PartnerAsked = 163,

    /// <summary>Partner to itself: all estates of the day have asked.</summary>
    PartnerPlans = 164,

    /// <summary>Partner to partner desk, by mail. A place, B minutes of the week.</summary>
    PartnerHours = 165,

    /// <summary>Coaching desk to a coach, at the hour of a session. A need key, B asker, C tries.</summary>
    CoachingDuty = 166,

    /// <summary>Coach to coaching desk: cannot come. A need key, B asker, C tries.</summary>
    CoachingDeclined = 167,

    /// <summary>Elder to canteen. A day of the meal.</summary>
    MealOrder = 168,

    /// <summary>Canteen to elder: full on that day. A day.</summary>
    MealRefused = 169,

    /// <summary>Canteen to an elder of another estate, by mail: the seat is yours. A day.</summary>
    MealReserved = 170,

    /// <summary>Canteen to itself: 11:00.</summary>
    MealsServed = 171,

    /// <summary>Canteen to elder (or the elder's own reminder): the meal is ready. A day.</summary>
    MealReady = 172,

    /// <summary>Elder to canteen: ate. A need key of an open MEAL, or 0.</summary>
    MealTaken = 173,

    /// <summary>Canteen to itself: who came, who did not.</summary>
    MealsCounted = 174,

    /// <summary>Canteen to an eater: who sat at the table. B companion.</summary>
    TableCompanion = 175,
}

/// <summary>Who or what helped.</summary>
public enum HelpSource : byte
{
    /// <summary>A neighbor known by a tie.</summary>
    Tie,

    /// <summary>A neighbor from the chat.</summary>
    Neighbor,

    /// <summary>A clinician, remotely or in person.</summary>
    Clinician,

    /// <summary>Building head or center household.</summary>
    Head,

    /// <summary>A volunteer sent by an organization.</summary>
    Volunteer,

    /// <summary>A partner organization.</summary>
    Partner,

    Ambulance,
    LiftContractor,
    PropertyManager,
    Canteen,
    CircleSite,
    Department,
    ReasoningRoom,
    Court,
    Reserve,
    Coach,

    /// <summary>The building itself, hearing a small dispute.</summary>
    Building,
}
