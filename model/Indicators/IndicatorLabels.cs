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

    public static string Label(this Indicator indicator, bool chinese) =>
        chinese ? indicator.Chinese : indicator.English;

    private static string Pick((string English, string Chinese) label, bool chinese) =>
        chinese ? label.Chinese : label.English;
}
