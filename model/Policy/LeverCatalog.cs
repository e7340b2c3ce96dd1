using Jinlin.Model.Indicators;
using static Jinlin.Model.Policy.Lever;

namespace Jinlin.Model.Policy;

/// <summary>All levers with names, ranges, baseline values and costs: the table of section 5.</summary>
public static class LeverCatalog
{
    /// <summary>One entry per lever, in the order of <see cref="Lever"/>.</summary>
    public static IReadOnlyList<LeverInfo> All { get; } =
    [
        .. Guarding().Select(i => i with { Pillar = Pillar.Guardianship })
            .Concat(Helping().Select(i => i with { Pillar = Pillar.MutualHelp }))
            .Concat(Building().Select(i => i with { Pillar = Pillar.CoBuilding }))
            .OrderBy(i => i.Lever),
    ];

    private static readonly Dictionary<string, LeverInfo> ByName = All.ToDictionary(i => i.Name);

    /// <summary>The levers without any policy.</summary>
    public static Levers Baseline { get; } = new(All.Select(i => i.Baseline).ToArray());

    public static LeverInfo Of(Lever lever) => All[(int)lever];

    /// <summary>The lever of a name in kebab-case, or null.</summary>
    public static LeverInfo? Find(string name) => ByName.GetValueOrDefault(name);

    private static IEnumerable<LeverInfo> Guarding()
    {
        yield return Number(BranchSupport, "Branch support β", "党支部支持力度", 0, 1, "1", 1) with
        {
            Costs =
            [
                CostTerm.Money("branch-year", "β × branches", (l, _) => Branching(l)),
                CostTerm.Hours("branch-hours", "β × branches", (l, _) => Branching(l)),
            ],
        };
        yield return Whole(Branches, "Branches per estate", "每小区支部数", 1, 2, "branches", 1)
            with
        { MayBeOff = true };
        yield return Whole(HouseholdsPerHead, "Households per building head", "每名楼长联系户数", 20, 80,
            "households", 35) with
        {
            MayBeOff = true,
            Costs = [CostTerm.Hours("head-hours", "households / households per head", (l, e) => Heads(l, e))],
        };
        yield return OnOff(CenterHouseholds, "Center households", "党员中心户") with
        {
            Costs =
            [
                CostTerm.Hours("center-hours", "one per building head", (l, e) => l[CenterHouseholds] * Heads(l, e)),
            ],
        };
        yield return OnOff(IdentityShown, "Identity shown in lift and stairwell", "党员亮身份");
        yield return Number(Visits, "Visits per week to elders living alone", "每周探访独居老人次数", 0, 7,
            "1/week", 2) with
        {
            Costs =
            [
                CostTerm.Hours("visit-hours", "visits × elders living alone", (l, e) => l[Visits] * e.EldersAlone),
            ],
        };
        yield return OnOff(FestivalVisits, "Visits at festivals", "节日慰问") with
        {
            Costs =
            [
                CostTerm.Hours(
                    "visit-hours", "festivals a year × elders living alone",
                    (l, e) => l[FestivalVisits] * Holidays.FestivalsPerYear / CostTerm.WeeksPerYear * e.EldersAlone),
            ],
        };
        yield return OnOff(Consultation, "Door-to-door consultation", "入户征询") with
        {
            Costs =
            [
                CostTerm.Hours(
                    "door-hours", "every door twice a year",
                    (l, e) => l[Consultation] * 2 / CostTerm.WeeksPerYear * e.Households),
            ],
        };
        yield return Team(SortingHours, "Waste-sorting monitors", "垃圾分类督导（三红）");
        yield return Team(TreeHours, "Tree adoption", "绿管家");
        yield return Team(WomensHours, "Women's organization", "妇女组织");
        yield return Team(MarshalHours, "Works marshals", "施工疏导队");
        yield return Team(HomeServiceHours, "Home services", "上门服务队");
        yield return Number(ReserveDays, "Reserve stock, days of supplies", "应急物资储备天数", 0, 3, "days", 1)
            with
        {
            Costs = [CostTerm.Money("reserve-person", "days × people", (l, e) => l[ReserveDays] * e.Population)],
        };
        yield return Whole(CoolRoomSeats, "Seats of the cool room", "纳凉点座位", 0, 200, "seats", 50) with
        {
            Costs = [CostTerm.Money("cool-seat", "seats", (l, _) => l[CoolRoomSeats])],
        };
    }

    private static IEnumerable<LeverInfo> Helping()
    {
        yield return Number(ChatCoverage, "Chat coverage", "微信群覆盖率", 0, 1, "1", 1) with
        {
            Baseline = 0.5,
            Costs =
            [
                CostTerm.Money(
                    "chat-year", "1 if coverage is above .5, or naming or the clinicians' roster is on",
                    (l, _) => l[ChatCoverage] > 0.5 || l.On(Naming) || l.On(ClinicianRoster) ? 1 : 0),
            ],
        };
        yield return OnOff(Naming, "Posts routed to named people", "求助点名转接");
        yield return OnOff(ClinicianRoster, "Clinicians' roster", "医护志愿者名册");
        yield return Number(Events, "Events per month", "每月活动次数", 0, 8, "1/month", 4) with
        {
            Costs =
            [
                CostTerm.Money("event", "12 × events per month", (l, _) => 12 * l[Events]),
                CostTerm.Hours(
                    "event-hours", "events per month", (l, _) => 12 * l[Events] / CostTerm.WeeksPerYear),
            ],
        };
        yield return Number(TargetedShare, "Targeted share of invitations and gifts", "定向敬老扶幼助残比例", 0, 1,
            "1", 0.5);
        yield return Number(Deliberation, "Deliberations per month", "每月议事次数", 0, 2, "1/month", 1) with
        {
            Costs =
            [
                CostTerm.Hours(
                    "deliberation-hours", "deliberations per month",
                    (l, _) => 12 * l[Deliberation] / CostTerm.WeeksPerYear),
            ],
        };
        yield return Whole(Mediators, "Mediators of the reasoning room", "近邻评理室调解员", 0, 6, "people", 2) with
        {
            Costs = [CostTerm.Hours("mediator-hours", "mediators", (l, _) => l[Mediators])],
        };
        yield return Number(TimeBankCredit, "Time-bank credit", "时间银行积分", 0, 1, "h/h", 0.5);
    }

    private static IEnumerable<LeverInfo> Building()
    {
        yield return Whole(RotaDays, "Rota days per week", "每周轮值天数", 0, 7, "1/week", 5) with
        {
            Costs = [CostTerm.Hours("checkin-hours", "rota days", (l, _) => l[RotaDays])],
        };
        yield return OnOff(CleanUps, "Clean-ups at rota days", "轮值日清洁行动");
        yield return OnOff(Publicity, "Publicity on frontage duty", "门前三包宣传");
        yield return Whole(Partners, "Partner organizations per estate", "共建单位数", 0, 20, "partners", 10);
        yield return OnOff(CommunityCommittee, "Community joint committee", "社区大党委") with
        {
            Costs =
            [
                CostTerm.Money(
                    "committee-year", "shared by the community's estates",
                    (l, e) => l[CommunityCommittee] / e.EstatesInCommunity),
            ],
        };
        yield return OnOff(SubdistrictCommittee, "Subdistrict joint committee", "街道大党工委") with
        {
            Costs =
            [
                CostTerm.Money(
                    "committee-year", "shared by the subdistrict's estates",
                    (l, e) => l[SubdistrictCommittee] / e.EstatesInSubdistrict),
            ],
        };
        yield return new LeverInfo
        {
            Lever = Whistle,
            English = "Whistle",
            Chinese = "吹哨报到",
            Form = LeverForm.Choice,
            High = 3,
            Full = 2,
            Choices = ["off", "emergency", "public", "public-and-repair"],
        };
        yield return Number(WhistleRepairShare, "Share of repairs whistled at", "维修事项吹哨比例", 0, 1, "1", 0);
        yield return Number(WhistleDeadline, "Check-in deadline of whistles", "吹哨报到时限", 2, 360, "h", 168) with
        {
            Baseline = 168,
        };
        yield return Number(EmergencyDeadline, "Check-in deadline of emergency whistles", "紧急吹哨报到时限", 0.5,
            2, "h", 1) with
        {
            Baseline = 1,
        };
        yield return Whole(Canteens, "Canteens per estate", "近邻食堂数", 0, 3, "sites", 1) with
        {
            Costs = [CostTerm.Money("site-year", "canteens", (l, _) => l[Canteens])],
        };
        yield return Number(MealSubsidy, "Canteen subsidy", "助餐补贴", 0, 8, "¥/meal", 3);
        yield return Whole(CircleSites, "Other sites of the service circle", "生活服务圈其他站点", 0, 3, "sites", 1)
            with
        {
            Costs = [CostTerm.Money("site-year", "sites", (l, _) => l[CircleSites])],
        };
        yield return Number(CoachingHours, "Digital coaching", "数字助老辅导", 0, 4, "h/week", 4) with
        {
            Costs = [CostTerm.Hours("duty-hours", "hours", (l, _) => l[CoachingHours])],
        };
    }

    private static double Branching(Levers levers) => levers[BranchSupport] * levers[Branches];

    private static double Heads(Levers levers, in EstateSize estate) =>
        levers.On(HouseholdsPerHead) ? Math.Ceiling(estate.Households / levers[HouseholdsPerHead]) : 0;

    private static LeverInfo Team(Lever lever, string english, string chinese) =>
        Number(lever, english, chinese, 0, 20, "h/week", 10) with
        {
            Costs = [CostTerm.Hours("duty-hours", "hours", (l, _) => l[lever])],
        };

    private static LeverInfo OnOff(Lever lever, string english, string chinese) => new()
    {
        Lever = lever,
        English = english,
        Chinese = chinese,
        Form = LeverForm.OnOff,
        Full = 1,
    };

    private static LeverInfo Whole(
        Lever lever, string english, string chinese, double low, double high, string unit, double full) =>
        Number(lever, english, chinese, low, high, unit, full) with { Form = LeverForm.Whole };

    private static LeverInfo Number(
        Lever lever, string english, string chinese, double low, double high, string unit, double full) =>
        new()
        {
            Lever = lever,
            English = english,
            Chinese = chinese,
            Form = LeverForm.Number,
            Low = low,
            High = high,
            Unit = unit,
            Full = full,
        };
}
