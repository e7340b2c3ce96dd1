using Jinlin.Model.Indicators;

namespace Jinlin.Planner.Reports;

/// <summary>The formulas of the indicators that have charts, in words of the page's language.</summary>
internal static class FormulaText
{
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["on-time-rate"] = "各类需求（就餐除外）截止前得到满足的比例的平均：截止前满足数÷已到截止时间的需求数",
        ["resolution-rate"] = "各类需求（就餐除外）解决比例的平均：得助数÷已结束数（得助或失效）",
        ["unmet-needs"] = "失效的需求÷居民数÷年数",
        ["equity-gap"] = "按时满足率最好的群体减最差的群体，只计各群体都有的需求种类",
        ["happiness"] = "获得感、归属感与（1−孤独感）的平均",
        ["loneliness"] = "65岁及以上居民感到孤独的概率的平均",
        ["acquaintance"] = "同楼其他住户中关系强度达到0.1的居民所占比例的平均",
        ["participation"] = "90天内参加过活动或志愿服务的居民比例",
        ["hours-given"] = "邻里和志愿者付出的小时数÷居民数÷年数",
        ["visited"] = "60岁以上居民中30天内有人上门看望的比例",
        ["public-resolved"] = "已解决的公共事务÷千名居民÷年数",
        ["department-queue"] = "期末在市级部门等待处理的预约数",
        ["fragmentation"] = "Borgatti碎片化：1−Σn_k(n_k−1)/(n(n−1))，按各小区组织之间90天内有往来的联系计算",
        ["quality"] = "100×近七日到期需求中按时满足数÷到期数",
        ["cost"] = "各项措施支出的费用÷居民数÷年数；付出的时间另列",
    };

    /// <summary>In Chinese only for what has a chart; the English is the indicator's own.</summary>
    public static string Of(Indicator indicator, bool chinese) =>
        chinese && Chinese.TryGetValue(indicator.Id, out string? formula) ? formula : indicator.Description;
}
