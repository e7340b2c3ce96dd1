using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Indicators;

/// <summary>What the words of the catalog are called in English and Chinese.</summary>
public static class IndicatorLabels
{
    private static readonly (string English, string Chinese)[] GroupLabels =
    [
        ("Everybody", "全体"), ("80+ and alone", "80岁以上独居"), ("Frail or disabled", "失能或残疾"),
        ("Migrant", "流动人口"), ("Off chat", "不在微信群"),
    ];

    private static readonly (string English, string Chinese)[] KindLabels =
    [
        ("Emergency", "急症"), ("Fall", "跌倒"), ("Care", "照护"), ("Childcare", "托幼"), ("Errand", "跑腿"),
        ("Digital", "数字助老"), ("Meal", "就餐"), ("Repair", "维修"), ("Public matter", "公共事务"),
        ("Dispute", "纠纷"), ("Lift", "电梯困人"), ("Favor", "人情互助"), ("Supply", "物资"),
    ];

    private static readonly (string English, string Chinese)[] PillarLabels =
    [
        ("Outcomes", "结果"), ("Mutual help", "居民与居民近邻互助"), ("Guardianship", "居民与组织近邻守护"),
        ("Co-building", "组织与组织近邻共建"), ("Resilience", "韧性"), ("Cost", "成本"),
        ("What happened", "发生了什么"),
    ];

    private static readonly Dictionary<Metric, string> MetricLabels = new()
    {
        [Metric.VolunteerMinutes] = "志愿者与邻里付出的分钟",
        [Metric.MinutesReceived] = "得到的帮助分钟",
        [Metric.Posts] = "群内求助",
        [Metric.PostViews] = "求助被看到",
        [Metric.Offers] = "提出帮忙",
        [Metric.Meetings] = "见面",
        [Metric.RemoteAdvice] = "远程指导",
        [Metric.AmbulanceCalls] = "呼叫急救",
        [Metric.NeedsVoiced] = "说出口的需求",
        [Metric.NeedsFound] = "被发现的需求",
        [Metric.OrdersRefused] = "被拒的订单",
        [Metric.Events] = "活动",
        [Metric.EventAttendance] = "活动参加人次",
        [Metric.Gifts] = "送出的礼物",
        [Metric.DisputesHeard] = "受理的纠纷",
        [Metric.DisputesSettled] = "调解成功的纠纷",
        [Metric.Deliberations] = "议事会",
        [Metric.CreditsRedeemed] = "兑换的时间积分",
        [Metric.Quits] = "退出",
        [Metric.Joins] = "加入",
        [Metric.CostFen] = "支出（分）",
        [Metric.HeatHazardPpb] = "预期高温死亡（十亿分之一）",
        [Metric.CoolRoomGuests] = "纳凉人次",
        [Metric.ReserveDaysGiven] = "发放的储备物资（人日）",
        [Metric.HeadsAppointed] = "任命的楼长与中心户",
        [Metric.Visits] = "入户探访",
        [Metric.VisitsUnfilled] = "未能完成的探访",
        [Metric.Checks] = "失联查看",
        [Metric.OrdersServed] = "完成的订单",
        [Metric.OrdersUnfilled] = "未能派出的订单",
        [Metric.Shifts] = "值守班次",
        [Metric.ShiftsUnfilled] = "无人的班次",
        [Metric.DoorsConsulted] = "上门征求意见",
        [Metric.HotlineCalls] = "热线来电",
        [Metric.Whistles] = "吹哨",
        [Metric.WhistleCheckIns] = "吹哨后报到",
        [Metric.WhistlesMoved] = "转办的哨",
        [Metric.WhistlesRefused] = "被拒的哨",
        [Metric.WhistlesResolved] = "办结的哨",
        [Metric.WhistlesRated] = "得到评价的哨",
        [Metric.WhistlesInTime] = "按时解决的哨",
        [Metric.WhistlesLate] = "超期的哨",
        [Metric.DutyRuns] = "值班出动",
        [Metric.PooledShares] = "共享物资份数",
        [Metric.RepairsTaken] = "接手的维修",
        [Metric.SiteVisits] = "现场查看",
        [Metric.RotaCheckIns] = "轮值报到",
        [Metric.RotaServed] = "轮值服务",
        [Metric.CleanUpMinutes] = "清洁分钟",
        [Metric.PublicityMinutes] = "宣传分钟",
        [Metric.PartnerServed] = "共建单位服务",
        [Metric.PartnerMismatches] = "共建单位不对口",
        [Metric.CoachingSessions] = "辅导",
        [Metric.MealsEaten] = "就餐",
        [Metric.MealsRefused] = "未能供应的餐",
        [Metric.MealsMissed] = "缺席的餐",
        [Metric.MealChecks] = "缺餐查看",
        [Metric.PlannedMinutes] = "计划的分钟",
        [Metric.PlannedMinutesUnfilled] = "无人承担的计划分钟",
        [Metric.EventsCancelled] = "取消的活动",
        [Metric.DeliberationsCancelled] = "取消的议事会",
        [Metric.HearingsMoved] = "延期的调解",
        [Metric.GiftsKept] = "未送达的礼物",
        [Metric.CheckInMinutes] = "报到付出的分钟",
    };

    private static readonly Dictionary<IndicatorUnit, (string English, string Chinese)> UnitLabels = new()
    {
        [IndicatorUnit.Share] = ("%", "%"),
        [IndicatorUnit.Points] = ("points", "百分点"),
        [IndicatorUnit.Index] = ("", ""),
        [IndicatorUnit.Minutes] = ("min", "分钟"),
        [IndicatorUnit.HoursPerYear] = ("hours per year", "小时/年"),
        [IndicatorUnit.Count] = ("", ""),
        [IndicatorUnit.PerPersonYear] = ("per person and year", "每人每年"),
        [IndicatorUnit.PerThousandPersonYears] = ("per 1,000 people and year", "每千人每年"),
        [IndicatorUnit.YuanPerPersonYear] = ("¥ per person and year", "元/人·年"),
    };

    /// <summary>Label of a group; 0 is everybody.</summary>
    public static string Group(int group, bool chinese) => Pick(GroupLabels[group], chinese);

    public static string Kind(NeedKind kind, bool chinese) => Pick(KindLabels[(int)kind], chinese);

    public static string Pillar(Pillar pillar, bool chinese) => Pick(PillarLabels[(int)pillar], chinese);

    public static string Unit(IndicatorUnit unit, bool chinese) => Pick(UnitLabels[unit], chinese);

    /// <summary>Chinese label of what a metric counts; the English is its name.</summary>
    public static string MetricInChinese(Metric metric) => MetricLabels[metric];

    public static string Label(this Indicator indicator, bool chinese) =>
        chinese ? indicator.Chinese : indicator.English;

    private static string Pick((string English, string Chinese) label, bool chinese) =>
        chinese ? label.Chinese : label.English;
}
