namespace Jinlin.Model.World;

/// <summary>
/// The purposes of draws (law 4). With entity, occasion and index they name every draw of the model; the table of
/// them is in docs/model.md. Purpose 0 is the engine's own.
/// </summary>
public enum Purpose : uint
{
    // ---- Daily pulse and mutual help, 1 to 99 ----

    /// <summary>Whether needs arise: (resident, day, kind).</summary>
    NeedArises = 1,

    /// <summary>In which minute a need arises: (resident, need).</summary>
    NeedMinute = 2,

    /// <summary>Whether a need is voiced: (resident, need).</summary>
    Ask = 3,

    /// <summary>Whether a routine ask goes on to the chat: (resident, need).</summary>
    AskChat = 4,

    /// <summary>Who views a post: (asker, need and attempt, member's slot).</summary>
    PostView = 5,

    /// <summary>When a viewer sees it: (asker, need and attempt, member's slot).</summary>
    PostDelay = 6,

    /// <summary>Whether somebody responds: (asker, need and attempt, helper's slot).</summary>
    Respond = 7,

    /// <summary>Whether a meeting falls on the day, and when: (resident, day).</summary>
    MeetingSlot = 9,

    /// <summary>Candidates of a meeting slot: (resident, day and slot, 2 × candidate and its acceptance).</summary>
    MeetingCandidates = 10,

    /// <summary>Ambulance and lift response time: (asker, need).</summary>
    ServiceResponse = 11,

    /// <summary>Whether a public matter is an emergency: (resident, need).</summary>
    PublicEmergency = 12,

    /// <summary>Whether a repair is whistled at: (resident, need).</summary>
    RepairWhistled = 13,

    /// <summary>Which lift is stuck when, and with whom: (building, day, 4 × lift and three facts).</summary>
    LiftFailure = 14,

    // ---- Guardianship, 100 to 149 ----

    /// <summary>In which order a building group asks activists: (building, 0, resident).</summary>
    HeadRanking = 100,

    /// <summary>Whether an activist takes a post: (resident, month, post).</summary>
    HeadAccept = 101,

    /// <summary>Whether the branch reaches a building at support β: (building, 0).</summary>
    GroupCovered = 102,

    /// <summary>Which day and minute a visit falls on, and whether it exists: (elder, week and number, fact).</summary>
    VisitTime = 103,

    /// <summary>Who is in a group's pool: (group, stratum, resident).</summary>
    VolunteerPool = 104,

    /// <summary>Who founds a group: (group, 0, founder).</summary>
    VolunteerFounder = 105,

    /// <summary>At which minute of the week a member asks around: (resident, week, group).</summary>
    MemberMinute = 106,

    /// <summary>Whether a member quits: (resident, week, group or post).</summary>
    MemberQuit = 107,

    /// <summary>Whom of the pool a member asks: (resident, week, group).</summary>
    MemberAsk = 108,

    /// <summary>Whether somebody joins: (resident, week and group, asker).</summary>
    JoinAccept = 109,

    /// <summary>In which order members are asked to serve a need: (asker, need and round, member).</summary>
    DutyChoice = 110,

    /// <summary>Whether a volunteer serves a need: (asker, need and round, volunteer).</summary>
    DutyRespond = 111,

    /// <summary>In which order members are asked to visit: (elder, occasion and round, member).</summary>
    VisitChoice = 112,

    /// <summary>Whether a volunteer visits: (elder, occasion and round, volunteer).</summary>
    VisitRespond = 113,

    /// <summary>In which order members are asked for a shift: (team, occasion and round, member).</summary>
    ShiftChoice = 114,

    /// <summary>Whether a volunteer takes a shift: (team, occasion and round, volunteer).</summary>
    ShiftRespond = 115,

    /// <summary>When a shift or a share of planned hours begins: (organization, occasion, fact).</summary>
    ShiftTime = 116,

    /// <summary>Minute and door of a head's weekly hour: (resident, week, fact).</summary>
    HeadHour = 117,

    /// <summary>A household's opinion at the door: (resident, occasion).</summary>
    Opinion = 118,

    /// <summary>In which order people are asked for planned hours: (organization, share, resident).</summary>
    CalloutChoice = 120,

    /// <summary>Whether somebody gives planned hours: (organization, share, resident).</summary>
    CalloutRespond = 121,

    /// <summary>Which elder the women's organization visits: (team, occasion, elder).</summary>
    WomensVisit = 119,

    // ---- Commons, 50 to 99 ----

    /// <summary>On which day of a month its k-th event falls: (venue, month, 2 × k and a fraction's draw).</summary>
    EventDay = 50,

    /// <summary>Who is invited in person: (venue, event, slot).</summary>
    EventInPerson = 51,

    /// <summary>Who would attend: (venue, event, slot).</summary>
    EventAttend = 52,

    /// <summary>Who gets a place: (venue, event, slot).</summary>
    EventPlace = 53,

    /// <summary>Who meets whom: (venue, event, slot).</summary>
    EventPairs = 54,

    /// <summary>Who gets a gift: (venue, event, gift).</summary>
    EventGift = 55,

    /// <summary>Whether a dispute is big: (owner, need).</summary>
    DisputeSeverity = 60,

    /// <summary>Who the other party is: (owner, need).</summary>
    DisputeParty = 61,

    /// <summary>Whether a tier settles: (owner, need, tier).</summary>
    DisputeSettles = 62,

    /// <summary>On which day of a month a deliberation falls: (committee, month, ordinal and a fraction's draw).</summary>
    DeliberationDay = 66,

    /// <summary>Which households are asked: (committee, occasion, household).</summary>
    DeliberationSample = 67,

    /// <summary>What a speaker thinks: (resident, occasion).</summary>
    DeliberationOpinion = 68,

    /// <summary>Whether credit is redeemed for a need: (resident, need).</summary>
    CreditRedeemed = 72,

    /// <summary>Whom the bank asks: (asker, need and attempt, slot).</summary>
    CreditAsked = 73,

    // ---- Co-building, 150 to 249 ----

    /// <summary>How many departments a matter takes: (asker, need).</summary>
    DepartmentCount = 150,

    /// <summary>Which departments, in which order: (asker, need, department).</summary>
    DepartmentChoice = 151,

    /// <summary>How long a department works at it: (asker, need, department).</summary>
    DepartmentService = 152,

    /// <summary>How long the hotline searches: (asker, need, step).</summary>
    HotlineRoute = 153,

    /// <summary>Load of estates that are not simulated: (department, day).</summary>
    BackgroundLoad = 154,

    /// <summary>How long the branch's dispatch takes: (asker, need).</summary>
    WhistleDispatch = 155,

    /// <summary>Duty officer's way and work: (asker, need, 0 and 1).</summary>
    DutyResponse = 156,

    /// <summary>Offset of the week's shares of duty runs: (headquarters, week).</summary>
    DutyShare = 157,

    /// <summary>Order of desks that were equally short: (committee, day, desk).</summary>
    PoolOrder = 158,

    /// <summary>How long the court takes: (asker, need).</summary>
    CourtDays = 159,

    /// <summary>Which partners an estate may have: (desk, 0, start and stride).</summary>
    PartnerPlace = 160,

    /// <summary>Which partner serves: (asker, need, partner).</summary>
    PartnerChoice = 161,

    /// <summary>Whether the partner's service fits: (asker, need, partner).</summary>
    PartnerMatch = 162,

    /// <summary>When the partner comes: (asker, need).</summary>
    PartnerDelay = 163,

    /// <summary>Age of a partnership of the status quo: (desk, 0, partner).</summary>
    PartnerAge = 164,

    /// <summary>Whether a lapsed partnership ends: (desk, week, partner).</summary>
    PartnerLapse = 165,

    /// <summary>Order of weekdays in the rota: (desk, 0, weekday).</summary>
    RotaWeekday = 166,

    /// <summary>Whether a public matter is small: (asker, need).</summary>
    SmallMatter = 167,

    /// <summary>Which coach is asked: (asker, need, coach's slot).</summary>
    CoachChoice = 168,

    /// <summary>Whether an elder eats at the canteen: (resident, day).</summary>
    CanteenChoice = 169,

    /// <summary>At which table: (resident, four weeks).</summary>
    CanteenTable = 170,

    /// <summary>Where a site lies: (organization).</summary>
    SitePlace = 171,

    /// <summary>Questions that the hotline answers at once: (hotline desk, day).</summary>
    HotlineQuestions = 172,

    // ---- Policy and shocks, 250 to 299 ----

    /// <summary>Rank of an estate in a share of estates: (estate, 0).</summary>
    PlaceRank = 250,

    /// <summary>Whether a shock hits a building: (building, shock's kind, day and hour).</summary>
    ShockHits = 251,

    /// <summary>How long a building is without power: (building, shock's kind, day and hour).</summary>
    PowerBack = 252,

    /// <summary>Whether a household has no stock: (its first resident, 0).</summary>
    NoStock = 253,

    /// <summary>Whether a shock causes needs: (resident, day, kind).</summary>
    ShockNeed = 254,

    /// <summary>Who is in a lift when power fails: (building, day, 4 × lift and two facts).</summary>
    LiftTraps = 255,

    /// <summary>Whether an elder would go to the cool room: (resident, day).</summary>
    CoolWish = 256,

    /// <summary>Order of those who ask for a seat in the cool room: (resident, day).</summary>
    CoolSeat = 257,

    // ---- Synthesis, 1000 and up: (resident or the estate's first, 0 or 1, fact) ----

    /// <summary>How many live in a household: (estate, 1, household).</summary>
    HouseholdSize = 1000,

    /// <summary>In which order households are adjusted to the total: (estate, 1, household).</summary>
    HouseholdOrder = 1001,

    /// <summary>In which order households get elders: (estate, 1, household).</summary>
    ElderHouseholds = 1002,

    /// <summary>In which order households get children: (estate, 1, household).</summary>
    ChildHouseholds = 1003,

    /// <summary>Age within its band: (resident, 0, fact).</summary>
    Age = 1004,

    /// <summary>Storeys of a building: (estate, 1, building).</summary>
    Floors = 1005,

    /// <summary>Where a building stands: (estate, 1, 2 × building and coordinate).</summary>
    Place = 1006,

    /// <summary>On which floor a household lives: (estate, 1, household).</summary>
    Floor = 1007,

    /// <summary>Whether a household has air conditioning: (estate, 1, household).</summary>
    AirConditioning = 1008,

    /// <summary>A person's traits, skills and inclinations: (resident, 0, fact).</summary>
    Person = 1009,

    /// <summary>Tie strength of a pair at minute 0: (resident with the lower slot, 0, the other's place).</summary>
    StationaryTie = 1010,

    /// <summary>Whether and where somebody has a friend across town: (resident, 0, fact).</summary>
    FarFriend = 1011,
}
