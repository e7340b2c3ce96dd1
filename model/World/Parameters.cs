namespace Jinlin.Model.World;

/// <summary>Strength of the evidence behind a parameter.</summary>
public enum Grade
{
    /// <summary>Peer-reviewed or official.</summary>
    A,

    /// <summary>Press.</summary>
    B,

    /// <summary>Weak.</summary>
    C,

    /// <summary>Labelled assumption (*): no source was found; the range says how far it may be off.</summary>
    Assumption,
}

/// <summary>Range, unit, grade and source of a parameter; read by the scenario loader and the documentation.</summary>
/// <param name="low">Least sensible value.</param>
/// <param name="high">Largest sensible value.</param>
/// <param name="unit">Unit, or "1" for a pure number.</param>
/// <param name="grade">Strength of the evidence.</param>
/// <param name="source">Where the value comes from.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParameterAttribute(double low, double high, string unit, Grade grade, string source) : Attribute
{
    public double Low => low;

    public double High => high;

    public string Unit => unit;

    public Grade Grade => grade;

    public string Source => source;
}

/// <summary>
/// Every coefficient of the model, with its unit, range, grade and source. A scenario overrides any of them by its
/// name. "Rule n" is a rule of docs/model.md.
/// </summary>
public sealed record Parameters
{
    // ---- Synthesis (sections 2 and 7) ----

    /// <summary>Share of those of 60 and over who live alone.</summary>
    [Parameter(0.1, 0.25, "share", Grade.B, "section 7; national empty-nest shares")]
    public double AloneOver60 { get; init; } = 0.15;

    /// <summary>Share of residents of 0 to 15.</summary>
    [Parameter(0.1, 0.25, "share", Grade.B, "section 7; Xiamen 2024")]
    public double ShareChildren { get; init; } = 0.171;

    /// <summary>Share of the frail at 60 to 79.</summary>
    [Parameter(0.04, 0.16, "share", Grade.Assumption, "section 2")]
    public double FrailOver60 { get; init; } = 0.08;

    /// <summary>Share of the frail from 80 on.</summary>
    [Parameter(0.2, 0.5, "share", Grade.Assumption, "section 2")]
    public double FrailOver80 { get; init; } = 0.35;

    /// <summary>Share of the disabled below 60.</summary>
    [Parameter(0.015, 0.06, "share", Grade.Assumption, "section 2")]
    public double Disabled { get; init; } = 0.03;

    /// <summary>Share of the disabled from 60 on.</summary>
    [Parameter(0.05, 0.2, "share", Grade.Assumption, "section 2")]
    public double DisabledOver60 { get; init; } = 0.1;

    /// <summary>Share of women of 20 to 44 who are pregnant.</summary>
    [Parameter(0.01, 0.06, "share", Grade.Assumption, "section 2")]
    public double Pregnant { get; init; } = 0.03;

    /// <summary>Share of those of 60 and over who find cooking hard.</summary>
    [Parameter(0.15, 0.3, "share", Grade.B, "section 3")]
    public double CookingHard { get; init; } = 0.221;

    /// <summary>Share of clinicians among residents.</summary>
    [Parameter(0.006, 0.018, "share", Grade.B, "section 2")]
    public double ShareClinicians { get; init; } = 0.012;

    /// <summary>Share of drivers with a car among adults.</summary>
    [Parameter(0.2, 0.6, "share", Grade.Assumption, "section 2")]
    public double ShareDrivers { get; init; } = 0.4;

    /// <summary>Share of those who can repair.</summary>
    [Parameter(0.04, 0.16, "share", Grade.Assumption, "section 2")]
    public double ShareRepairers { get; init; } = 0.08;

    /// <summary>Share of those who can mediate.</summary>
    [Parameter(0.01, 0.04, "share", Grade.Assumption, "section 2")]
    public double ShareMediators { get; init; } = 0.02;

    /// <summary>Share of those who can coach with a phone.</summary>
    [Parameter(0.05, 0.25, "share", Grade.Assumption, "section 2")]
    public double ShareCoaches { get; init; } = 0.15;

    /// <summary>Share of party members and other activists among adults.</summary>
    [Parameter(0.03, 0.12, "share", Grade.Assumption, "section 1; over 200,000 members")]
    public double ShareActivists { get; init; } = 0.06;

    /// <summary>Share of the homebound among the frail of 60 and over.</summary>
    [Parameter(0.1, 0.4, "share", Grade.Assumption, "rule 10")]
    public double HomeboundFrail { get; init; } = 0.25;

    /// <summary>Share of households with air conditioning.</summary>
    [Parameter(0.6, 0.98, "share", Grade.Assumption, "rule 10")]
    public double ShareAirConditioned { get; init; } = 0.9;

    /// <summary>Log standard deviation of altruism A; its mean is 1.</summary>
    [Parameter(0.4, 1.2, "1", Grade.Assumption, "section 2")]
    public double AltruismSpread { get; init; } = 0.8;

    /// <summary>Propensity of adults to be in the chat, at full coverage.</summary>
    [Parameter(0.4, 0.95, "share", Grade.Assumption, "section 7")]
    public double ChatAdults { get; init; } = 0.7;

    /// <summary>Propensity from 80 on.</summary>
    [Parameter(0.15, 0.6, "share", Grade.Assumption, "section 7")]
    public double ChatOver80 { get; init; } = 0.35;

    /// <summary>Standard deviation of ξ.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 11")]
    public double LonelinessSpread { get; init; } = 0.5;

    /// <summary>P(lonely) at minute 0, 65 and over, alone.</summary>
    [Parameter(0.45, 0.6, "probability", Grade.A, "section 7")]
    public double LonelyAloneStart { get; init; } = 0.52;

    /// <summary>P(lonely) at minute 0, 65 and over, not alone.</summary>
    [Parameter(0.25, 0.35, "probability", Grade.A, "section 7")]
    public double LonelyStart { get; init; } = 0.295;

    /// <summary>Trust at minute 0.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 8")]
    public double TrustStart { get; init; } = 0.5;

    /// <summary>Share of those who meet neighbors daily.</summary>
    [Parameter(0.2, 0.35, "share", Grade.B, "rule 13; Shanghai")]
    public double ContactDaily { get; init; } = 0.273;

    /// <summary>Share of those who meet neighbors weekly.</summary>
    [Parameter(0.2, 0.4, "share", Grade.B, "rule 13; Shanghai")]
    public double ContactWeekly { get; init; } = 0.294;

    /// <summary>Share of those who meet neighbors rarely.</summary>
    [Parameter(0.1, 0.3, "share", Grade.B, "rule 13; Shanghai")]
    public double ContactRarely { get; init; } = 0.198;

    /// <summary>Share of residents with a friend in another estate.</summary>
    [Parameter(0.1, 0.6, "share", Grade.Assumption, "section 2")]
    public double ShareFarFriend { get; init; } = 0.3;

    /// <summary>Strength of such a tie at minute 0.</summary>
    [Parameter(0.2, 0.8, "1", Grade.Assumption, "section 2")]
    public double FarFriendStrength { get; init; } = 0.5;

    // ---- Section 3: needs ----

    /// <summary>EMERGENCY per person.</summary>
    [Parameter(0.012, 0.05, "1/year", Grade.Assumption, "section 3")]
    public double RateEmergency { get; init; } = 0.02;

    /// <summary>Factor of EMERGENCY from 60 years on.</summary>
    [Parameter(1.5, 4.5, "factor", Grade.Assumption, "section 3")]
    public double EmergencyOver60 { get; init; } = 3;

    /// <summary>Factor of EMERGENCY from 85 years on.</summary>
    [Parameter(4, 12, "factor", Grade.Assumption, "section 3")]
    public double EmergencyOver85 { get; init; } = 8;

    /// <summary>FALL at 60 and over, not alone.</summary>
    [Parameter(0.08, 0.25, "1/year", Grade.B, "section 3")]
    public double RateFall { get; init; } = 0.164;

    /// <summary>FALL at 60 and over, living alone.</summary>
    [Parameter(0.1, 0.32, "1/year", Grade.B, "section 3")]
    public double RateFallAlone { get; init; } = 0.211;

    /// <summary>CARE of the frail.</summary>
    [Parameter(4, 24, "1/year", Grade.Assumption, "section 3")]
    public double RateCare { get; init; } = 12;

    /// <summary>CHILDCARE per household with children.</summary>
    [Parameter(0.5, 6, "1/year", Grade.Assumption, "section 3")]
    public double RateChildcare { get; init; } = 2;

    /// <summary>ERRAND below 60.</summary>
    [Parameter(0.25, 0.75, "1/year", Grade.Assumption, "section 3")]
    public double RateErrand { get; init; } = 0.5;

    /// <summary>ERRAND from 60 years on.</summary>
    [Parameter(1.5, 4.5, "1/year", Grade.Assumption, "section 3")]
    public double RateErrandOver60 { get; init; } = 3;

    /// <summary>ERRAND from 80 years on.</summary>
    [Parameter(3, 9, "1/year", Grade.Assumption, "section 3")]
    public double RateErrandOver80 { get; init; } = 6;

    /// <summary>DIGITAL from 60 years on.</summary>
    [Parameter(1, 8, "1/year", Grade.Assumption, "section 3")]
    public double RateDigital { get; init; } = 4;

    /// <summary>MEAL of those who find cooking hard: on 10 % of days.</summary>
    [Parameter(10.95, 109.5, "1/year", Grade.Assumption, "section 3")]
    public double RateMeal { get; init; } = 36.5;

    /// <summary>REPAIR per person.</summary>
    [Parameter(0.5, 5, "1/year", Grade.Assumption, "section 3")]
    public double RateRepair { get; init; } = 1;

    /// <summary>PUBLIC per person.</summary>
    [Parameter(0.0155, 0.07, "1/year", Grade.B, "section 3")]
    public double RatePublic { get; init; } = 0.02;

    /// <summary>DISPUTE per person.</summary>
    [Parameter(0.0053, 0.0159, "1/year", Grade.B, "section 3")]
    public double RateDispute { get; init; } = 0.0106;

    /// <summary>LIFT per lift.</summary>
    [Parameter(0.08, 0.24, "1/year", Grade.B, "section 3")]
    public double RateLift { get; init; } = 0.16;

    /// <summary>FAVOR per person, times the person's own factor.</summary>
    [Parameter(1, 6, "1/year", Grade.Assumption, "section 3")]
    public double RateFavor { get; init; } = 2;

    // ---- Rule 2: asking ----

    /// <summary>Constant of the propensity to ask.</summary>
    [Parameter(0.2, 0.6, "1", Grade.Assumption, "rule 2")]
    public double AskBase { get; init; } = 0.4;

    /// <summary>Weight of the strongest tie in asking.</summary>
    [Parameter(0.75, 2.25, "1", Grade.Assumption, "rule 2")]
    public double AskTie { get; init; } = 1.5;

    /// <summary>Weight of digital propensity in asking.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 2")]
    public double AskDigital { get; init; } = 0.5;

    /// <summary>Weight of urgency in asking.</summary>
    [Parameter(0.75, 2.25, "1", Grade.Assumption, "rule 2")]
    public double AskUrgency { get; init; } = 1.5;

    /// <summary>Weight of the expectation gap in asking; subtracted.</summary>
    [Parameter(1, 3, "1", Grade.Assumption, "rule 2")]
    public double AskGap { get; init; } = 2;

    /// <summary>Expectation gap at the start: 76 % would help, 52 % expect it.</summary>
    [Parameter(0.12, 0.36, "share", Grade.A, "rule 2")]
    public double GapStart { get; init; } = 0.24;

    /// <summary>What each Thanks leaves of the gap.</summary>
    [Parameter(0.925, 0.975, "factor", Grade.Assumption, "rule 2")]
    public double GapPerThanks { get; init; } = 0.95;

    /// <summary>Probability that a routine ask that no tie answered goes to the chat.</summary>
    [Parameter(0.125, 0.375, "probability", Grade.Assumption, "rule 2")]
    public double AskChat { get; init; } = 0.25;

    // ---- Rule 3: responding ----

    /// <summary>γ: how much each viewer leaves to the others.</summary>
    [Parameter(0.3, 0.7, "1", Grade.A, "rule 3; Darley and Latané 1968")]
    public double BystanderExponent { get; init; } = 0.5;

    /// <summary>p_c of urgent needs: 85 % help when alone.</summary>
    [Parameter(0.7, 0.95, "probability", Grade.A, "rule 3; Darley and Latané 1968")]
    public double RespondUrgent { get; init; } = 0.85;

    /// <summary>p_c of routine needs.</summary>
    [Parameter(0.1, 0.5, "probability", Grade.Assumption, "rule 3")]
    public double RespondRoutine { get; init; } = 0.25;

    /// <summary>Weight of the tie in responding.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 3")]
    public double RespondTie { get; init; } = 0.5;

    /// <summary>Habit gained per Thanks.</summary>
    [Parameter(0.1, 0.3, "1", Grade.Assumption, "rule 3")]
    public double HabitPerThanks { get; init; } = 0.2;

    /// <summary>Largest habit.</summary>
    [Parameter(2.5, 7.5, "1", Grade.Assumption, "rule 3")]
    public double HabitMost { get; init; } = 5;

    /// <summary>Half-life of habit.</summary>
    [Parameter(45, 135, "days", Grade.Assumption, "rule 3")]
    public double HabitHalfLife { get; init; } = 90;

    /// <summary>How much more readily clinicians answer calls for medical help.</summary>
    [Parameter(1, 3, "factor", Grade.Assumption, "rule 3, skill")]
    public double SkillClinician { get; init; } = 2;

    /// <summary>How much more readily drivers answer calls for medical help.</summary>
    [Parameter(1, 1.8, "factor", Grade.Assumption, "rule 3, skill")]
    public double SkillDriver { get; init; } = 1.2;

    /// <summary>How much more readily who can repair things answers for errands and favors.</summary>
    [Parameter(1, 1.8, "factor", Grade.Assumption, "rule 3, skill")]
    public double SkillRepairer { get; init; } = 1.2;

    /// <summary>Helpers confirmed for an EMERGENCY.</summary>
    [Parameter(1, 8, "people", Grade.B, "rule 3; Guangming Daily 2021-12-22")]
    public double EmergencyHelpers { get; init; } = 4;

    /// <summary>People addressed by name in a post where posts are routed to named people.</summary>
    [Parameter(1, 6, "people", Grade.Assumption, "lever naming")]
    public double NamedPerPost { get; init; } = 3;

    /// <summary>Minutes a clinician advises by phone.</summary>
    [Parameter(5, 15, "minutes", Grade.Assumption, "rule 3")]
    public double AdviceMinutes { get; init; } = 10;

    // ---- Rule 4: latency ----

    /// <summary>Share of waking members attentive to the phone: 12.1 of 16 waking hours.</summary>
    [Parameter(0.6, 0.9, "share", Grade.A, "rule 4; Dingler and Pielot 2015")]
    public double AttentiveShare { get; init; } = 12.1 / 16;

    /// <summary>Median minutes until an attentive member sees a post.</summary>
    [Parameter(1, 3, "minutes", Grade.A, "rule 4; Dingler and Pielot 2015")]
    public double SeenMedianMinutes { get; init; } = 2;

    /// <summary>Share of the inattentive who return within 5 minutes.</summary>
    [Parameter(0.6, 0.9, "share", Grade.A, "rule 4; Dingler and Pielot 2015")]
    public double ReturnWithin5 { get; init; } = 0.75;

    /// <summary>Half-life of the chat's mean posts per day.</summary>
    [Parameter(3.5, 10.5, "days", Grade.Assumption, "rule 4")]
    public double PostsHalfLife { get; init; } = 7;

    /// <summary>What each post a day beyond <see cref="PostsBeforeCrowding"/> leaves of viewing.</summary>
    [Parameter(0.85, 0.95, "factor", Grade.Assumption, "rule 4")]
    public double ViewPerExtraPost { get; init; } = 0.9;

    /// <summary>Posts a day that crowd nothing out.</summary>
    [Parameter(1.5, 4.5, "1/day", Grade.Assumption, "rule 4")]
    public double PostsBeforeCrowding { get; init; } = 3;

    /// <summary>Minutes to get going.</summary>
    [Parameter(1, 3, "minutes", Grade.Assumption, "rule 4")]
    public double StartMinutes { get; init; } = 2;

    /// <summary>Walking speed.</summary>
    [Parameter(50, 90, "m/min", Grade.Assumption, "rule 4")]
    public double WalkSpeed { get; init; } = 70;

    /// <summary>Walking speed from 80 years on.</summary>
    [Parameter(30, 60, "m/min", Grade.Assumption, "rule 4")]
    public double WalkSpeedOld { get; init; } = 45;

    /// <summary>Minutes until a routine ask of a tie counts as unanswered.</summary>
    [Parameter(15, 240, "minutes", Grade.Assumption, "rule 2")]
    public double TieReplyMinutes { get; init; } = 60;

    /// <summary>Minutes until a routine post counts as unanswered.</summary>
    [Parameter(60, 480, "minutes", Grade.Assumption, "rule 2")]
    public double ChatReplyMinutes { get; init; } = 120;

    /// <summary>Hour at which a friend across town comes, the day after the ask.</summary>
    [Parameter(9, 20, "hour", Grade.Assumption, "law 2")]
    public double FriendVisitHour { get; init; } = 18;

    /// <summary>Minutes across town, one way.</summary>
    [Parameter(15, 90, "minutes", Grade.Assumption, "law 2")]
    public double FriendTravelMinutes { get; init; } = 40;

    // ---- Services that are always there (section 3) ----

    /// <summary>Median minutes until the ambulance is there.</summary>
    [Parameter(8, 18, "minutes", Grade.B, "section 3")]
    public double AmbulanceMinutes { get; init; } = 12;

    /// <summary>Median minutes until the lift contractor is there.</summary>
    [Parameter(8, 25, "minutes", Grade.B, "section 3")]
    public double LiftArrivalMinutes { get; init; } = 12.8;

    /// <summary>Minutes until people are free once the contractor is there.</summary>
    [Parameter(1.5, 4.5, "minutes", Grade.B, "section 3")]
    public double LiftFreeMinutes { get; init; } = 2.9;

    /// <summary>Log standard deviation of arrival times.</summary>
    [Parameter(0.2, 0.6, "1", Grade.Assumption, "section 3")]
    public double ServiceSpread { get; init; } = 0.4;

    /// <summary>Runs a day per 1,000 residents that a station allows an estate before its first review.</summary>
    [Parameter(1, 8, "1/day", Grade.Assumption, "law 2, desks")]
    public double ServiceRunsPerThousand { get; init; } = 3;

    /// <summary>Share of public matters that are emergencies.</summary>
    [Parameter(0.05, 0.15, "share", Grade.Assumption, "rule 7")]
    public double PublicEmergencyShare { get; init; } = 0.1;

    // ---- Rule 8: disputes; rule 16: trust and consent ----

    /// <summary>Share of disputes that are small.</summary>
    [Parameter(0.6, 0.95, "share", Grade.Assumption, "rule 8")]
    public double DisputeSmallShare { get; init; } = 0.8;

    /// <summary>Constant of the propensity to settle.</summary>
    [Parameter(1, 3, "1", Grade.Assumption, "rule 8")]
    public double SettleBase { get; init; } = 2;

    /// <summary>Weight of trust in settling.</summary>
    [Parameter(1, 3, "1", Grade.Assumption, "rule 8")]
    public double SettleTrust { get; init; } = 2;

    /// <summary>Weight of severity in settling; subtracted.</summary>
    [Parameter(1.1, 3.3, "1", Grade.Assumption, "rule 8")]
    public double SettleSeverity { get; init; } = 2.2;

    /// <summary>What each day takes from settling.</summary>
    [Parameter(0.015, 0.045, "1/day", Grade.Assumption, "rule 8")]
    public double SettlePerDay { get; init; } = 0.03;

    /// <summary>Share by which a settled dispute raises trust.</summary>
    [Parameter(0.025, 0.075, "share", Grade.Assumption, "rule 8")]
    public double TrustSettled { get; init; } = 0.05;

    /// <summary>Share by which a dispute in court lowers trust.</summary>
    [Parameter(0.05, 0.15, "share", Grade.Assumption, "rule 8")]
    public double TrustSoured { get; init; } = 0.1;

    /// <summary>Share by which a met need raises trust.</summary>
    [Parameter(0.0025, 0.0075, "share", Grade.Assumption, "rule 16")]
    public double TrustResolved { get; init; } = 0.005;

    /// <summary>Share by which a lapsed need lowers trust.</summary>
    [Parameter(0.0025, 0.0075, "share", Grade.Assumption, "rule 16")]
    public double TrustLapsed { get; init; } = 0.005;

    /// <summary>Share by which being heard raises trust.</summary>
    [Parameter(0.01, 0.03, "share", Grade.Assumption, "rule 16")]
    public double TrustHeard { get; init; } = 0.02;

    /// <summary>How far one deliberation or consultation moves consent.</summary>
    [Parameter(0.05, 0.15, "share", Grade.Assumption, "rule 16")]
    public double ConsentStep { get; init; } = 0.1;

    /// <summary>Households asked in a deliberation.</summary>
    [Parameter(15, 60, "households", Grade.Assumption, "section 1")]
    public double DeliberationHouseholds { get; init; } = 30;

    // ---- Rule 11: loneliness ----

    /// <summary>Constant of loneliness.</summary>
    [Parameter(-0.75, -0.25, "1", Grade.A, "rule 11")]
    public double LonelinessBase { get; init; } = -0.5;

    /// <summary>Weight of living alone.</summary>
    [Parameter(0.475, 1.425, "1", Grade.A, "rule 11")]
    public double LonelinessAlone { get; init; } = 0.95;

    /// <summary>Weight of Σs; subtracted.</summary>
    [Parameter(0.04, 0.12, "1", Grade.Assumption, "rule 11")]
    public double LonelinessTies { get; init; } = 0.08;

    /// <summary>Weight of an unmet need.</summary>
    [Parameter(0.15, 0.45, "1", Grade.Assumption, "rule 11")]
    public double LonelinessUnmet { get; init; } = 0.3;

    /// <summary>Days in which loneliness goes most of the way.</summary>
    [Parameter(15, 45, "days", Grade.Assumption, "rule 11")]
    public double LonelinessDays { get; init; } = 30;

    // ---- Rule 14: events; time bank ----

    /// <summary>Constant of attending.</summary>
    [Parameter(-3.75, -1.25, "1", Grade.Assumption, "rule 14")]
    public double EventBase { get; init; } = -2.5;

    /// <summary>Weight of the strongest tie among those going.</summary>
    [Parameter(0.75, 2.25, "1", Grade.Assumption, "rule 14")]
    public double EventTie { get; init; } = 1.5;

    /// <summary>Weight of an invitation in person.</summary>
    [Parameter(0.35, 1.05, "1", Grade.Assumption, "rule 14")]
    public double EventInPerson { get; init; } = 0.7;

    /// <summary>Affinity of those of 60 and over; half of it for parents.</summary>
    [Parameter(0.2, 0.6, "1", Grade.Assumption, "rule 14")]
    public double EventAffinity { get; init; } = 0.4;

    /// <summary>Invitations in person per event.</summary>
    [Parameter(20, 60, "people", Grade.Assumption, "rule 14")]
    public double EventInvitations { get; init; } = 40;

    /// <summary>Places at an event.</summary>
    [Parameter(30, 90, "people", Grade.Assumption, "rule 14")]
    public double EventPlaces { get; init; } = 60;

    /// <summary>How long an event lasts.</summary>
    [Parameter(60, 180, "minutes", Grade.Assumption, "rule 14")]
    public double EventMinutes { get; init; } = 120;

    /// <summary>How many of the others one meets, half of them by oneself.</summary>
    [Parameter(1, 4, "people", Grade.Assumption, "rule 14")]
    public double EventMeets { get; init; } = 2;

    /// <summary>Gifts of an event at a targeted share of 1.</summary>
    [Parameter(10, 30, "gifts", Grade.Assumption, "section 1")]
    public double EventGifts { get; init; } = 20;

    /// <summary>On how many days a gift is carried to a door that stays shut.</summary>
    [Parameter(1, 5, "days", Grade.Assumption, "rule 14")]
    public double GiftTries { get; init; } = 3;

    /// <summary>Credit that a need costs.</summary>
    [Parameter(30, 90, "minutes", Grade.Assumption, "rule 16")]
    public double CreditPerNeed { get; init; } = 60;

    /// <summary>Share of routine needs for which a holder redeems credit.</summary>
    [Parameter(0.025, 0.075, "share", Grade.Assumption, "rule 16")]
    public double CreditRedeemShare { get; init; } = 0.05;

    /// <summary>How many the bank asks by name.</summary>
    [Parameter(3, 12, "people", Grade.Assumption, "rule 16")]
    public double CreditAsked { get; init; } = 6;

    // ---- Rule 13: meetings ----

    /// <summary>ε: how openly strangers are met.</summary>
    [Parameter(0.025, 0.075, "probability", Grade.Assumption, "rule 13")]
    public double MeetStranger { get; init; } = 0.05;

    /// <summary>How long a conversation keeps both ends.</summary>
    [Parameter(5, 15, "minutes", Grade.Assumption, "rule 13")]
    public double ConversationMinutes { get; init; } = 10;

    /// <summary>Days between slots of those who meet rarely.</summary>
    [Parameter(30, 60, "days", Grade.B, "rule 13")]
    public double RareContactDays { get; init; } = 45;

    // ---- Rule 5: ties ----

    /// <summary>Half-life of ties.</summary>
    [Parameter(90, 365, "days", Grade.Assumption, "rule 5")]
    public double TieHalfLife { get; init; } = 180;

    /// <summary>Weight a of a conversation.</summary>
    [Parameter(0.025, 0.075, "1", Grade.Assumption, "rule 5")]
    public double ContactConversation { get; init; } = 0.05;

    /// <summary>Weight a of a shared meal.</summary>
    [Parameter(0.025, 0.075, "1", Grade.Assumption, "rule 5")]
    public double ContactMeal { get; init; } = 0.05;

    /// <summary>Weight a of an event attended together.</summary>
    [Parameter(0.04, 0.12, "1", Grade.Assumption, "rule 5")]
    public double ContactEvent { get; init; } = 0.08;

    /// <summary>Weight a of help.</summary>
    [Parameter(0.075, 0.225, "1", Grade.Assumption, "rule 5")]
    public double ContactHelp { get; init; } = 0.15;

    // ---- Rule 6: volunteers ----

    /// <summary>Fatigue per hour given.</summary>
    [Parameter(0.015, 0.045, "1/hour", Grade.Assumption, "rule 6")]
    public double FatiguePerHour { get; init; } = 0.03;

    /// <summary>Half-life of fatigue.</summary>
    [Parameter(7, 21, "days", Grade.Assumption, "rule 6")]
    public double FatigueHalfLife { get; init; } = 14;

    /// <summary>Members who found a group.</summary>
    [Parameter(3, 8, "people", Grade.B, "rule 6; Guangming Daily 2021-12-22")]
    public double FoundingMembers { get; init; } = 5;

    /// <summary>Residents of an estate whom a group's members ask.</summary>
    [Parameter(30, 90, "people", Grade.Assumption, "rule 6")]
    public double VolunteerPool { get; init; } = 60;

    /// <summary>Probability that somebody asked joins, at full branch support.</summary>
    [Parameter(0.03, 0.09, "probability", Grade.Assumption, "rule 6")]
    public double JoinProbability { get; init; } = 0.06;

    /// <summary>q0: weekly hazard to quit without fatigue; a third quits in a year.</summary>
    [Parameter(0.004, 0.015, "1/week", Grade.B, "rule 6")]
    public double QuitHazard { get; init; } = 0.008;

    /// <summary>Hours a week that the help group counts on per member.</summary>
    [Parameter(1, 3, "hours", Grade.Assumption, "rule 6, budget of hours")]
    public double HelpGroupHoursPerMember { get; init; } = 2;

    /// <summary>p_c of a volunteer who is asked to serve: addressed by role, and has promised to come.</summary>
    [Parameter(0.25, 0.75, "probability", Grade.Assumption, "rule 3, by role")]
    public double RespondDuty { get; init; } = 0.5;

    /// <summary>Volunteers asked about one order before the next round.</summary>
    [Parameter(3, 12, "people", Grade.Assumption, "rule 6")]
    public double DutyAsks { get; init; } = 8;

    /// <summary>Minutes until a group that found nobody asks again.</summary>
    [Parameter(90, 270, "minutes", Grade.Assumption, "rule 6")]
    public double DutyRoundMinutes { get; init; } = 180;

    /// <summary>Hours for which a group goes on trying to serve a need before it refuses.</summary>
    [Parameter(12, 48, "hours", Grade.Assumption, "rule 6")]
    public double DutyPatienceHours { get; init; } = 24;

    /// <summary>Minutes of one shift of a team.</summary>
    [Parameter(30, 90, "minutes", Grade.Assumption, "levers, teams")]
    public double ShiftMinutes { get; init; } = 60;

    /// <summary>How many of the keyed race for planned hours are asked at most.</summary>
    [Parameter(6, 40, "people", Grade.Assumption, "section 5")]
    public double CalloutAsks { get; init; } = 20;

    /// <summary>Work of a branch at full support.</summary>
    [Parameter(3, 9, "hours/week", Grade.Assumption, "section 5")]
    public double BranchHoursPerWeek { get; init; } = 6;

    /// <summary>Work for an event, the host's hours among it.</summary>
    [Parameter(5, 15, "hours", Grade.Assumption, "section 5")]
    public double EventHours { get; init; } = 10;

    /// <summary>Work for a deliberation, the chair's hours among it.</summary>
    [Parameter(2, 6, "hours", Grade.Assumption, "section 5")]
    public double DeliberationHours { get; init; } = 4;

    // ---- Branch, heads, visits, consultation ----

    /// <summary>Probability that an activist of mean altruism takes a post, at full branch support.</summary>
    [Parameter(0.2, 0.8, "probability", Grade.Assumption, "branch, appointing heads")]
    public double AcceptPost { get; init; } = 0.5;

    /// <summary>Minutes a week that a head or center household gives.</summary>
    [Parameter(30, 90, "minutes", Grade.Assumption, "levers, heads")]
    public double HeadMinutesPerWeek { get; init; } = 60;

    /// <summary>Minutes of a visit, the way apart.</summary>
    [Parameter(15, 45, "minutes", Grade.Assumption, "levers, visits")]
    public double VisitMinutes { get; init; } = 30;

    /// <summary>Minutes of a consultation at one door.</summary>
    [Parameter(9, 27, "minutes", Grade.Assumption, "levers, consultation")]
    public double ConsultMinutes { get; init; } = 18;

    /// <summary>Days after which a building group reports what its households think.</summary>
    [Parameter(7, 21, "days", Grade.Assumption, "consultation")]
    public double ConsultDays { get; init; } = 14;

    /// <summary>Constant of the logit of being in favor, at trust .5.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "consultation")]
    public double ConsentBase { get; init; } = 0.5;

    /// <summary>Weight of trust − .5 in the logit of being in favor.</summary>
    [Parameter(1, 3, "1", Grade.Assumption, "consultation")]
    public double ConsentTrust { get; init; } = 2;

    /// <summary>Weight of the tie to whoever asks at the door in the logit of being in favor.</summary>
    [Parameter(0.5, 1.5, "1", Grade.Assumption, "consultation")]
    public double ConsentTie { get; init; } = 1;

    // ---- Rule 16: stocks that teams tend ----

    /// <summary>Sorting compliance to which an estate returns without monitors.</summary>
    [Parameter(0.2, 0.6, "share", Grade.Assumption, "rule 16")]
    public double SortingRest { get; init; } = 0.4;

    /// <summary>Half-life with which sorting compliance returns.</summary>
    [Parameter(15, 45, "days", Grade.Assumption, "rule 16")]
    public double SortingHalfLife { get; init; } = 30;

    /// <summary>What an hour of monitors per 1,000 residents takes off non-compliance.</summary>
    [Parameter(0.01, 0.03, "1/hour", Grade.Assumption, "rule 16")]
    public double SortingPerHour { get; init; } = 0.02;

    /// <summary>State of the trees to which an estate returns without adopters.</summary>
    [Parameter(0.25, 0.75, "share", Grade.Assumption, "rule 16")]
    public double TreesRest { get; init; } = 0.5;

    /// <summary>Minutes that works add to the way of a service while no marshal keeps it clear.</summary>
    [Parameter(4, 12, "minutes", Grade.Assumption, "shocks, gas works")]
    public double WorksDelayMinutes { get; init; } = 8;

    /// <summary>Half-life with which the trees return.</summary>
    [Parameter(60, 180, "days", Grade.Assumption, "rule 16")]
    public double TreesHalfLife { get; init; } = 120;

    /// <summary>What an hour of tree care per 1,000 residents takes off what is missing.</summary>
    [Parameter(0.0025, 0.0075, "1/hour", Grade.Assumption, "rule 16")]
    public double TreesPerHour { get; init; } = 0.005;

    /// <summary>Members, beside the host, whom a gathering of the women's organization invites.</summary>
    [Parameter(2, 8, "people", Grade.Assumption, "levers, teams")]
    public double GatheringGuests { get; init; } = 4;

    // ---- Rule 7: public matters, departments, whistle ----

    /// <summary>Departments beyond the first that a public matter takes, mean of a Poisson.</summary>
    [Parameter(0.6, 1.8, "departments", Grade.Assumption, "rule 7")]
    public double ExtraDepartments { get; init; } = 1.2;

    /// <summary>Median of a department's work at a public matter.</summary>
    [Parameter(1, 3, "days", Grade.Assumption, "rule 7")]
    public double DepartmentServiceDays { get; init; } = 2;

    /// <summary>Log standard deviation of that work.</summary>
    [Parameter(0.4, 1.2, "1", Grade.Assumption, "rule 7")]
    public double DepartmentServiceSpread { get; init; } = 0.8;

    /// <summary>Median of a department's work at a repair that is whistled at.</summary>
    [Parameter(0.125, 0.375, "days", Grade.Assumption, "rule 7")]
    public double RepairServiceDays { get; init; } = 0.25;

    /// <summary>Mean time in which the hotline finds the next department.</summary>
    [Parameter(0.75, 2.25, "days", Grade.Assumption, "rule 7")]
    public double HotlineRouteDays { get; init; } = 1.5;

    /// <summary>How often the hotline tries a department that will not take a matter.</summary>
    [Parameter(1, 6, "times", Grade.Assumption, "rule 7")]
    public double HotlineTries { get; init; } = 3;

    /// <summary>Check-in on a matter of the hotline is due after this.</summary>
    [Parameter(7, 15, "days", Grade.C, "rule 7")]
    public double HotlineDueDays { get; init; } = 15;

    /// <summary>Utilization of departments without whistle.</summary>
    [Parameter(0.5, 0.9, "share", Grade.Assumption, "section 2")]
    public double DepartmentUtilization { get; init; } = 0.7;

    /// <summary>Public matters that are voiced: the background load of estates that are not simulated.</summary>
    [Parameter(0.007, 0.035, "1/person-year", Grade.Assumption, "section 3")]
    public double PublicVoiced { get; init; } = 0.014;

    /// <summary>Repairs that are voiced: what a city-wide whistle at repairs adds to the background.</summary>
    [Parameter(0.3, 0.9, "1/person-year", Grade.Assumption, "section 3")]
    public double RepairsVoiced { get; init; } = 0.6;

    /// <summary>A department's way to the estate.</summary>
    [Parameter(15, 45, "minutes", Grade.C, "rule 7; Pinggu")]
    public double CheckInMinutes { get; init; } = 30;

    /// <summary>Time that residents receive from a department that comes.</summary>
    [Parameter(30, 90, "minutes", Grade.Assumption, "rule 7")]
    public double DepartmentVisitMinutes { get; init; } = 60;

    /// <summary>Mean time of the branch's dispatch.</summary>
    [Parameter(1.8, 5.6, "minutes", Grade.C, "rule 7")]
    public double WhistleDispatchMinutes { get; init; } = 3.7;

    /// <summary>Median of a duty officer's work.</summary>
    [Parameter(2, 6, "hours", Grade.Assumption, "rule 7")]
    public double DutyServiceHours { get; init; } = 4;

    /// <summary>Runs of duty officers a week per 1,000 residents.</summary>
    [Parameter(0.35, 1.05, "1/week", Grade.Assumption, "rule 7")]
    public double DutyRunsPerThousandWeek { get; init; } = 0.7;

    /// <summary>Calls to the hotline beyond public matters: questions, answered at once (72 calls in all).</summary>
    [Parameter(25, 75, "1/year per 1,000", Grade.B, "section 7")]
    public double HotlineQuestionsPerThousand { get; init; } = 58;

    /// <summary>Median of the court's time to a judgment.</summary>
    [Parameter(30, 90, "days", Grade.Assumption, "rule 8")]
    public double CourtDays { get; init; } = 60;

    /// <summary>Log standard deviation of the court's time.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 8")]
    public double CourtSpread { get; init; } = 0.5;

    // ---- Rule 9: canteen ----

    /// <summary>Constant of the propensity to eat at the canteen.</summary>
    [Parameter(-2.1, -0.7, "1", Grade.Assumption, "rule 9")]
    public double EatBase { get; init; } = -1.4;

    /// <summary>Weight of finding cooking hard.</summary>
    [Parameter(1.6, 4.8, "1", Grade.Assumption, "rule 9")]
    public double EatDifficulty { get; init; } = 3.2;

    /// <summary>Weight of a yuan of price; subtracted.</summary>
    [Parameter(0.05, 0.15, "1/yuan", Grade.Assumption, "rule 9")]
    public double EatPrice { get; init; } = 0.1;

    /// <summary>Walk that weighs 1.</summary>
    [Parameter(7.5, 22.5, "minutes", Grade.Assumption, "rule 9")]
    public double EatWalkMinutes { get; init; } = 15;

    /// <summary>Weight of a friend met there within 14 days.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 9")]
    public double EatFriend { get; init; } = 0.5;

    /// <summary>Price of a meal before the subsidy.</summary>
    [Parameter(6, 18, "yuan", Grade.Assumption, "rule 9")]
    public double MealPrice { get; init; } = 12;

    /// <summary>Tables over which those who eat are spread.</summary>
    [Parameter(12, 36, "tables", Grade.Assumption, "rule 9")]
    public double CanteenTables { get; init; } = 24;

    /// <summary>The way to the edge of the fifteen-minute circle (GB 50180-2018: 800 to 1,000 m).</summary>
    [Parameter(800, 1500, "metres", Grade.A, "GB 50180-2018")]
    public double CircleMetres { get; init; } = 1000;

    /// <summary>Meals a day per 1,000 residents that a canteen can serve.</summary>
    [Parameter(25, 75, "meals", Grade.Assumption, "rule 9")]
    public double CanteenSeatsPerThousand { get; init; } = 50;

    /// <summary>Meals a day that any canteen can serve.</summary>
    [Parameter(20, 60, "meals", Grade.Assumption, "rule 9")]
    public double CanteenSeatsLeast { get; init; } = 40;

    // ---- Rule 12: partners ----

    /// <summary>Match quality of a new partnership.</summary>
    [Parameter(0.25, 0.75, "probability", Grade.Assumption, "rule 12")]
    public double MatchStart { get; init; } = 0.5;

    /// <summary>What match quality gains in the long run.</summary>
    [Parameter(0.2, 0.6, "probability", Grade.Assumption, "rule 12")]
    public double MatchGain { get; init; } = 0.4;

    /// <summary>Time constant of match quality.</summary>
    [Parameter(1.5, 4.5, "years", Grade.Assumption, "rule 12")]
    public double MatchYears { get; init; } = 3;

    /// <summary>Hours a week that a partner gives to all its estates.</summary>
    [Parameter(4, 16, "hours/week", Grade.Assumption, "rule 12")]
    public double PartnerHours { get; init; } = 8;

    /// <summary>Hours a week that a partner gives to one estate at most.</summary>
    [Parameter(1, 4, "hours/week", Grade.Assumption, "rule 12")]
    public double PartnerHoursPerEstate { get; init; } = 2;

    /// <summary>Longest time until a partner comes; the earliest is an hour.</summary>
    [Parameter(12, 36, "hours", Grade.Assumption, "rule 12")]
    public double PartnerDelayHours { get; init; } = 24;

    // ---- Rota, sites, property manager (rule 16) ----

    /// <summary>Rota days a week that an organization promises to all estates.</summary>
    [Parameter(1, 7, "days/week", Grade.Assumption, "section 1")]
    public double RotaDaysMost { get; init; } = 4;

    /// <summary>Share of matters of one department that are small enough for a rota desk.</summary>
    [Parameter(0.1, 0.3, "share", Grade.Assumption, "section 1")]
    public double SmallMatterShare { get; init; } = 0.2;

    /// <summary>Way to a site of the service circle.</summary>
    [Parameter(3, 15, "minutes", Grade.Assumption, "section 1")]
    public double SiteMinutes { get; init; } = 8;

    /// <summary>Children a day per 1,000 residents that the childcare site takes.</summary>
    [Parameter(2, 6, "1/day", Grade.Assumption, "section 1")]
    public double ChildcarePerThousand { get; init; } = 4;

    /// <summary>Visits a day per 1,000 residents that the clinic makes.</summary>
    [Parameter(1, 3, "1/day", Grade.Assumption, "section 1")]
    public double ClinicPerThousand { get; init; } = 2;

    /// <summary>Repairs a day per 1,000 residents at the repair shop.</summary>
    [Parameter(0.75, 2.25, "1/day", Grade.Assumption, "section 1")]
    public double RepairShopPerThousand { get; init; } = 1.5;

    /// <summary>Repairs a day per 1,000 households that the property manager can do.</summary>
    [Parameter(2.5, 7.5, "1/day", Grade.Assumption, "section 1")]
    public double RepairsPerThousandHouseholds { get; init; } = 5;

    /// <summary>Share of litter that the property manager sweeps in a day.</summary>
    [Parameter(0.1, 0.3, "1/day", Grade.Assumption, "rule 16")]
    public double SweptPerDay { get; init; } = 0.2;

    /// <summary>Share of the clean grounds that is littered in a day.</summary>
    [Parameter(0.03, 0.09, "1/day", Grade.Assumption, "rule 16")]
    public double LitterPerDay { get; init; } = 0.06;

    /// <summary>Minutes of clean-up per household that leave 1/e of the litter.</summary>
    [Parameter(0.05, 0.15, "minutes", Grade.Assumption, "rule 16")]
    public double CleanUpMinutesPerHousehold { get; init; } = 0.1;

    /// <summary>Share of the carelessness of shops that a publicity round takes away.</summary>
    [Parameter(0.05, 0.15, "share", Grade.Assumption, "rule 16")]
    public double PublicityGain { get; init; } = 0.1;

    /// <summary>Half-life of the shops' care.</summary>
    [Parameter(15, 45, "days", Grade.Assumption, "rule 16")]
    public double ShopCareHalfLife { get; init; } = 30;

    // ---- Shocks (section 5, rules 10 and 12) ----

    /// <summary>
    /// Share of the buildings cut off by a typhoon that have power back after <see cref="PowerBackDays"/>.
    /// </summary>
    [Parameter(0.6, 0.8, "share", Grade.B, "section 5; claim 21")]
    public double PowerBackShare { get; init; } = 0.7;

    /// <summary>Days after which <see cref="PowerBackShare"/> of power is back.</summary>
    [Parameter(3.5, 4, "days", Grade.B, "section 5; claim 21")]
    public double PowerBackDays { get; init; } = 3.5;

    /// <summary>Share of those without power who do not see the chat.</summary>
    [Parameter(0.25, 0.75, "share", Grade.Assumption, "section 5")]
    public double ChatLossWithoutPower { get; init; } = 0.5;

    /// <summary>How much more willing to help people are in a disaster that hits everybody.</summary>
    [Parameter(0.25, 0.75, "1", Grade.Assumption, "rule 12")]
    public double SpiritGain { get; init; } = 0.5;

    /// <summary>Half-life of shock volunteering.</summary>
    [Parameter(22.5, 67.5, "days", Grade.Assumption, "rule 12")]
    public double SpiritHalfLife { get; init; } = 45;

    /// <summary>Share of households without stock.</summary>
    [Parameter(0.25, 0.75, "share", Grade.Assumption, "section 3")]
    public double NoStockShare { get; init; } = 0.5;

    /// <summary>Days between the SUPPLY needs of a household without stock.</summary>
    [Parameter(1.5, 4.5, "days", Grade.Assumption, "section 3")]
    public double SupplyEveryDays { get; init; } = 3;

    /// <summary>More emergencies of those over 60 in heat.</summary>
    [Parameter(0.25, 0.75, "share", Grade.Assumption, "section 5")]
    public double HeatEmergencies { get; init; } = 0.5;

    /// <summary>More falls of those over 60 without power.</summary>
    [Parameter(0.25, 0.75, "share", Grade.Assumption, "section 5")]
    public double DarkFalls { get; init; } = 0.5;

    /// <summary>Somebody is in a lift when its power fails.</summary>
    [Parameter(0.025, 0.075, "probability", Grade.Assumption, "section 5")]
    public double TrappedPerLift { get; init; } = 0.05;

    /// <summary>Daily log odds of a heat death with nobody seen, no cool place, not alone: base of rule 10.</summary>
    [Parameter(-11, -9, "logit", Grade.Assumption, "rule 10")]
    public double HeatBase { get; init; } = -10;

    /// <summary>Living alone.</summary>
    [Parameter(1.4, 3.5, "odds ratio", Grade.A, "rule 10; Semenza 1996")]
    public double HeatAlone { get; init; } = 2.3;

    /// <summary>Not leaving home.</summary>
    [Parameter(1.6, 6.9, "odds ratio", Grade.A, "rule 10; Bouchama 2007")]
    public double HeatHomebound { get; init; } = 3.35;

    /// <summary>Social contact within the day.</summary>
    [Parameter(0.2, 0.8, "odds ratio", Grade.A, "rule 10; Bouchama 2007")]
    public double HeatContact { get; init; } = 0.4;

    /// <summary>A cool place visited.</summary>
    [Parameter(0.2, 0.5, "odds ratio", Grade.A, "rule 10; Bouchama 2007")]
    public double HeatCool { get; init; } = 0.34;

    /// <summary>Air conditioning at home that works.</summary>
    [Parameter(0.1, 0.6, "odds ratio", Grade.A, "rule 10; Bouchama 2007")]
    public double HeatAir { get; init; } = 0.23;

    /// <summary>An elder without cool air at home asks for a seat in the cool room.</summary>
    [Parameter(0.3, 0.9, "probability", Grade.Assumption, "rule 10")]
    public double CoolWish { get; init; } = 0.6;

    /// <summary>The same with cool air at home.</summary>
    [Parameter(0.025, 0.075, "probability", Grade.Assumption, "rule 10")]
    public double CoolWishWithAir { get; init; } = 0.05;

    /// <summary>Stay in the cool room.</summary>
    [Parameter(2, 6, "hours", Grade.Assumption, "rule 10")]
    public double CoolHours { get; init; } = 4;

    /// <summary>Days of supplies in a pack from the reserve.</summary>
    [Parameter(1.5, 4.5, "days", Grade.Assumption, "rule 16")]
    public double ReservePackDays { get; init; } = 3;

    /// <summary>Share of the reserve that is filled up in a day without shock.</summary>
    [Parameter(0.07, 0.21, "1/day", Grade.Assumption, "rule 16")]
    public double ReserveRefill { get; init; } = 0.14;

    /// <summary>Until a pack is handed out.</summary>
    [Parameter(30, 90, "minutes", Grade.Assumption, "rule 16")]
    public double ReserveMinutes { get; init; } = 60;

    /// <summary>Until a pack is at the door in a lockdown.</summary>
    [Parameter(120, 360, "minutes", Grade.Assumption, "rule 16")]
    public double ReserveMinutesLocked { get; init; } = 240;
}
