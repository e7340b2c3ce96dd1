using Jinlin.Model.MutualHelp;
using static Jinlin.Model.Indicators.Direction;
using static Jinlin.Model.Indicators.IndicatorUnit;

namespace Jinlin.Model.Indicators;

/// <summary>
/// Every indicator of section 6, and one per <see cref="Metric"/>, which comes along by itself. Composites inform;
/// they never decide.
/// </summary>
public static class IndicatorList
{
    /// <summary>In the order of a report.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
        [.. Outcomes(), .. ByKind(), .. MutualHelp(), .. Guardianship(), .. CoBuilding(), .. ShockAndCost(),
            .. Counts()];

    private static readonly Dictionary<string, Indicator> ById = All.ToDictionary(i => i.Id);

    /// <summary>The indicator of a name, or null.</summary>
    public static Indicator? Find(string id) => ById.GetValueOrDefault(id);

    private static IEnumerable<Indicator> Outcomes()
    {
        yield return Make("on-time-rate", "Needs met on time", "按时满足率", Pillar.Outcomes, Share, HigherIsBetter,
            "mean over classes (MEAL apart) of needs met before their deadline / needs whose deadline passed",
            NeedFormulas.OnTimeRate, byGroup: true, headline: true);
        yield return Make("resolution-rate", "Needs resolved", "解决率", Pillar.Outcomes, Share, HigherIsBetter,
            "mean over classes (MEAL apart) of needs helped / needs closed (helped or lapsed)",
            NeedFormulas.ResolutionRate, byGroup: true, headline: true);
        yield return Make("needs-arisen", "Needs that arose", "产生的需求", Pillar.Outcomes, PerPersonYear, Neutral,
            "all kinds, silent ones included / residents / years", NeedFormulas.Arisen, byGroup: true);
        yield return Make("unmet-needs", "Unmet needs", "未满足的需求", Pillar.Outcomes, PerPersonYear, LowerIsBetter,
            "needs that lapsed / residents / years", NeedFormulas.Unmet, byGroup: true, headline: true);
        yield return Make("equity-gap", "Gap between groups", "群体差距", Pillar.Outcomes, Points, LowerIsBetter,
            "best less worst group's share met on time, over classes that every group needed",
            NeedFormulas.EquityGap, headline: true);
        yield return Make("theil-unmet", "Inequality of unmet need (Theil)", "未满足需求的不平等（泰尔）",
            Pillar.Outcomes, IndicatorUnit.Index, LowerIsBetter,
            "Theil's T of unmet needs per resident since the end of burn-in; not defined at zero",
            (in w, g) => NeedFormulas.UnmetTheil(w).Total);
        yield return Make("theil-unmet-within", "… within groups", "……群体内", Pillar.Outcomes, IndicatorUnit.Index,
            LowerIsBetter, "the part within combinations of groups", (in w, g) => NeedFormulas.UnmetTheil(w).Within);
        yield return Make("theil-unmet-between", "… between groups", "……群体间", Pillar.Outcomes, IndicatorUnit.Index,
            LowerIsBetter, "the part between combinations of groups", (in w, g) => NeedFormulas.UnmetTheil(w).Between);
        yield return Make("gain", "Gain", "获得感", Pillar.Outcomes, Share, HigherIsBetter,
            "resolved / arisen, trailing 90 days", NeedFormulas.Gain, byGroup: true, trailing: 90);
        yield return Make("belonging", "Belonging", "归属感", Pillar.Outcomes, Share, HigherIsBetter,
            ".5 acquaintance + .3 participation + .2 visited", SocietyFormulas.Belonging, byGroup: true);
        yield return Make("happiness", "Happiness", "幸福感", Pillar.Outcomes, Share, HigherIsBetter,
            "mean of gain, belonging and 1 − loneliness", SocietyFormulas.Happiness, byGroup: true, headline: true,
            trailing: 90);
        yield return Make("loneliness", "Lonely, of those over 65", "65岁以上孤独感", Pillar.Outcomes, Share,
            LowerIsBetter, "mean P(lonely) of those aged 65 and over", SocietyFormulas.Loneliness, byGroup: true,
            headline: true);
        yield return Make("trust", "Trust", "信任", Pillar.Outcomes, Share, HigherIsBetter,
            "mean trust of residents", SocietyFormulas.Trust, byGroup: true);
    }

    private static IEnumerable<Indicator> ByKind()
    {
        foreach (NeedKind kind in Enum.GetValues<NeedKind>())
        {
            string id = IndicatorCatalog.Kebab($"{kind}");
            string english = IndicatorLabels.Kind(kind, false), chinese = IndicatorLabels.Kind(kind, true);
            yield return Make($"on-time-{id}", $"{english}: met on time", $"{chinese}：按时满足", Pillar.Outcomes, Share,
                HigherIsBetter, "met before the deadline / deadline passed",
                (in w, g) => NeedFormulas.OnTime(w, kind, g), byGroup: true);
            yield return Make($"resolved-{id}", $"{english}: resolved", $"{chinese}：解决", Pillar.Outcomes, Share,
                HigherIsBetter, "helped / closed (helped or lapsed)",
                (in w, g) => NeedFormulas.Resolved(w, kind, g), byGroup: true);
            yield return Make($"time-to-help-p50-{id}", $"{english}: time to help, median", $"{chinese}：得助时间中位数",
                Pillar.Outcomes, Minutes, LowerIsBetter, "from the need's rise, unhelped counted as infinite",
                (in w, g) => NeedFormulas.TimeToHelp(w, kind, .5));
            yield return Make($"time-to-help-p90-{id}", $"{english}: time to help, 90 %", $"{chinese}：得助时间90%分位",
                Pillar.Outcomes, Minutes, LowerIsBetter, "from the need's rise, unhelped counted as infinite",
                (in w, g) => NeedFormulas.TimeToHelp(w, kind, .9));
        }
    }

    private static IEnumerable<Indicator> MutualHelp()
    {
        yield return Make("acquaintance", "Acquaintance index", "熟人指数", Pillar.MutualHelp, Share, HigherIsBetter,
            "mean share of a building's co-residents (other households) with tie strength of .1 or more",
            SocietyFormulas.Acquaintance, byGroup: true, headline: true);
        yield return Make("participation", "Participation", "参与率", Pillar.MutualHelp, Share, HigherIsBetter,
            "share who attended or volunteered in 90 days", SocietyFormulas.Participation, byGroup: true,
                headline: true);
        yield return Make("hours-given", "Hours given per resident", "人均互助时长", Pillar.MutualHelp, HoursPerYear, Neutral,
            "hours given by neighbors and volunteers / residents / years", SocietyFormulas.Hours, headline: true);
        yield return Make("givers", "People who gave time", "付出时间的人", Pillar.MutualHelp, Share, HigherIsBetter,
            "share of residents who gave any time since the end of burn-in", SocietyFormulas.Givers);
        yield return Make("giver-hours-p50", "Hours of a giver, median", "付出者时长中位数", Pillar.MutualHelp, HoursPerYear,
            Neutral, "among those who gave", (in w, g) => SocietyFormulas.HoursQuantile(w, .5));
        yield return Make("giver-hours-p99", "Hours of a giver, 99 %", "付出者时长99%分位", Pillar.MutualHelp, HoursPerYear,
            LowerIsBetter, "among those who gave: the burden of the most burdened",
            (in w, g) => SocietyFormulas.HoursQuantile(w, .99));
        yield return Make("giver-hours-gini", "Concentration of hours (Gini)", "时长集中度（基尼）", Pillar.MutualHelp,
            IndicatorUnit.Index, LowerIsBetter, "among those who gave", (in w, g) => SocietyFormulas.HoursGini(w));
    }

    private static IEnumerable<Indicator> Guardianship()
    {
        yield return Make("visited", "Visited, of those over 60", "60岁以上受访率", Pillar.Guardianship, Share,
            HigherIsBetter, "share visited in 30 days", SocietyFormulas.Visited, byGroup: true, headline: true);
        yield return Make("members", "Members of organizations", "组织成员", Pillar.Guardianship, Count, HigherIsBetter,
            "residents on the lists of the estates' organizations; one on two lists counts twice",
            (in w, g) => w.Level(EstateSum.Members));
        yield return Make("quit-rate", "Members who quit", "退出", Pillar.Guardianship, PerThousandPersonYears,
            LowerIsBetter, "quits / 1,000 residents / years",
            (in w, g) => 1000 * w.Count(Metric.Quits) / w.PersonYears(0));
        yield return Make("orders-unfilled", "Orders unfilled", "未能派出的订单", Pillar.Guardianship,
            PerThousandPersonYears, LowerIsBetter, "orders that an organization could not serve",
            (in w, g) => 1000 * w.Growth(EstateSum.OrdersUnfilled) / w.PersonYears(0));
        yield return Make("orders-waiting", "Orders waiting", "等待的订单", Pillar.Guardianship, Count, LowerIsBetter,
            "at the end", (in w, g) => w.Level(EstateSum.OrdersWaiting));
    }

    private static IEnumerable<Indicator> CoBuilding()
    {
        yield return Make("public-resolved", "Public matters solved", "解决的公共事务", Pillar.CoBuilding,
            PerThousandPersonYears, HigherIsBetter, "PUBLIC needs resolved / 1,000 residents / years",
            (in w, g) => 1000 * w.Count(NeedKind.Public, 0, NeedCount.Resolved) / w.PersonYears(0), headline: true);
        yield return Make("department-queue", "Waiting at departments", "部门积压", Pillar.CoBuilding, Count,
            LowerIsBetter, "bookings that wait at the city's departments, at the end",
            (in w, g) => w.Level(EstateSum.DepartmentQueue), headline: true);
        yield return Make("fragmentation", "Fragmentation", "碎片化", Pillar.CoBuilding, IndicatorUnit.Index,
            LowerIsBetter,
            "Borgatti: 1 − Σ n_k(n_k−1)/(n(n−1)) over each estate's organizations, edges active within 90 days",
            (in w, g) => Fragments(w).Borgatti, headline: true);
        yield return Make("fragmentation-distance", "Fragmentation by distance", "碎片化（按距离）", Pillar.CoBuilding,
            IndicatorUnit.Index, LowerIsBetter, "1 − mean of 1/distance over pairs of organizations",
            (in w, g) => Fragments(w).DistanceWeighted);
    }

    private static IEnumerable<Indicator> ShockAndCost()
    {
        yield return Make("quality", "Q: needs met on time this week", "Q：近七日按时满足", Pillar.Resilience,
            IndicatorUnit.Index, HigherIsBetter,
            "100 × needs due in the trailing seven days that were met on time / needs due", NeedFormulas.Quality,
            byGroup: true);
        yield return Make("heat-hazard", "Expected heat deaths", "预期高温死亡", Pillar.Resilience, Count, LowerIsBetter,
            "sum of the hazard of rule 10; nobody is removed", (in w, g) => w.Count(Metric.HeatHazardPpb) / 1e9);
        yield return Make("cost", "Cost", "费用", Pillar.Cost, YuanPerPersonYear, LowerIsBetter,
            "money spent on what levers set in motion / residents / years; hours given are shown apart",
            (in w, g) => w.Count(Metric.CostFen) / 100.0 / w.PersonYears(0), headline: true);
    }

    /// <summary>Every metric per 1,000 residents and year, under its own name.</summary>
    private static IEnumerable<Indicator> Counts()
    {
        foreach (Metric metric in Enum.GetValues<Metric>())
        {
            string id = IndicatorCatalog.Kebab($"{metric}");
            string words = id.Replace('-', ' ');
            yield return Make($"count-{id}", char.ToUpperInvariant(words[0]) + words[1..],
                IndicatorLabels.MetricInChinese(metric), Pillar.Activity, PerThousandPersonYears, Neutral,
                "count / 1,000 residents / years",
                (in w, g) => 1000 * w.Count(metric) / w.PersonYears(0));
        }
    }

    private static Fragmentation Fragments(in IndicatorWindow w) => new(
        w.Level(EstateSum.OrganizationPairs), w.Level(EstateSum.LinkedPairs), w.Level(EstateSum.ClosenessPpm));

    private static Indicator Make(
        string id, string english, string chinese, Pillar pillar, IndicatorUnit unit, Direction direction,
        string description, IndicatorFormula formula, bool byGroup = false, bool headline = false, int trailing = 0) =>
        new(id, english, chinese, pillar, unit, direction, description, formula)
        {
            ByGroup = byGroup,
            Headline = headline,
            TrailingDays = trailing,
        };
}
