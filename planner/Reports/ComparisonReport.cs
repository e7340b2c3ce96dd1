using System.Globalization;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The report of a comparison: one HTML file that opens from disk, asks nothing of any network, and has the same bytes
/// for the same inputs. First a page in plain words, then the figures, each with its table.
/// </summary>
public sealed class ComparisonReport
{
    /// <summary>Colors and dashes of the style sheet's lines.</summary>
    private const int Styles = 5;

    /// <summary>Most estates that a map's table and its data list.</summary>
    private const int MostEstates = 20, MostInData = 200;

    /// <summary>Most assumptions that are listed for a policy.</summary>
    private const int MostAssumptions = 8;

    private readonly Page _page;
    private readonly Comparison _comparison;
    private readonly ExperimentPlan _plan;
    private readonly Scenario _scenario;
    private readonly ReplicationResult _first;
    private readonly int[] _groups;
    private readonly ChartData _data = new();

    private ComparisonReport(Comparison comparison, bool chinese)
    {
        _page = new Page(chinese);
        _comparison = comparison;
        _plan = comparison.Plan;
        _scenario = _plan.Scenario;
        _first = comparison.Pairs[0].Worlds[0];
        _groups = [.. Enumerable.Range(1, Tally.GroupCount - 1).Where(g => _first.Residents(g) > 0
            && !Measure.IsSuppressed(_first, _scenario.Town.Provenance, g))];
    }

    /// <param name="comparison">With at least one pair.</param>
    /// <param name="chinese">Language of the page.</param>
    /// <param name="stories">What <see cref="StorySection"/> made; null: no stories.</param>
    public static string Write(Comparison comparison, bool chinese, string? stories = null) =>
        new ComparisonReport(comparison, chinese).Write(stories);

    private string Write(string? stories)
    {
        Head();
        _page.Raw("<section class=\"summary\">");
        Summary();
        _page.Raw("</section>");
        ByPillar();
        ByGroup();
        TimeToHelp();
        Costs();
        OverTime();
        Shocks();
        Recoveries();
        Pilots();
        if (_first.EstateCount > 1) Where();
        if (stories is not null) _page.Raw(stories);
        Uncertainties();
        Assumptions();
        All();
        Method();
        return _page.Raw($"</main>{_data.Block()}</body></html>").ToString();
    }

    private void Head()
    {
        string policies = string.Join(_page.In(", ", "、"), _plan.Policies.Select(p => p.Name));
        string title = $"{_scenario.Name} · {_page.In("Jinlin comparison", "近邻政策比较")}";
        string residents = Count(_first.Residents(0)), estates = Count(_first.EstateCount);
        _page.Raw("<!DOCTYPE html>")
            .Raw($"<html lang=\"{_page.In("en", "zh-CN")}\"><head><meta charset=\"utf-8\">")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{ReportStyle.Policy}\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Raw($"<title>{SafeText.Html(title)}</title>")
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><main>")
            .Heading(1, _scenario.Name)
            .Paragraph(_page.In(
                $"{policies} compared with {_comparison.Baseline}, in {_scenario.Town.Name}: {residents} simulated " +
                $"residents in {estates} {(_first.EstateCount == 1 ? "estate" : "estates")}, " +
                $"{_scenario.HorizonDays} days from {_scenario.Calendar.Start:yyyy-MM-dd} on, " +
                $"{_comparison.Pairs.Count} paired runs.",
                $"{policies}与{_comparison.Baseline}相比，{_scenario.Town.Name}：{estates}个小区，{residents}名模拟居民；" +
                $"自{_scenario.Calendar.Start:yyyy-MM-dd}起{_scenario.HorizonDays}天，{_comparison.Pairs.Count}对运行。"))
            .Raw($"<div class=\"note\"><strong>{SafeText.Html(Words.Disclaimer)}</strong></div>");
    }

    private void Summary()
    {
        _page.Heading(2, _page.In("In short", "概要"));
        if (_scenario.Decision is null) _page.Paragraph(Words.NoDecision, "note");
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            if (policy.Verdict is { } verdict)
                _page.Paragraph($"{VerdictText.Sentence(verdict)} {VerdictText.Worst(verdict)}");
        }
        _page.Table(
            [
                _page.In("Policy", "政策"), VerdictText.LabelOf(_plan.Primary), Words.CompareVerdict,
                Words.CompareWorstGroup, Words.CompareCost, Words.CompareCostPerNeed,
            ],
            _comparison.Policies.Select(p => (IReadOnlyList<string>)
            [
                p.Name, Estimate(p[_plan.Primary]), ComparisonText.Word(p.Verdict), ComparisonText.WorstGroup(p),
                Cost(p), ComparisonText.CostPerNeed(p.CostPerNeed),
            ]));
        DecisionRule? rule = _scenario.Decision;
        Forest(_plan.Primary, rule?.SmallestEffect);
        if (rule is not null)
        {
            _page.Paragraph(_page.In(
                $"The dashed line is the smallest effect that matters, stated before anything ran: " +
                $"{DifferenceText.Amount(rule.SmallestEffect, ComparisonText.UnitOf(_comparison.Primary))}.",
                $"虚线为事先写明的最小有意义效果：" +
                $"{DifferenceText.Amount(rule.SmallestEffect, ComparisonText.UnitOf(_comparison.Primary))}。"), "soft");
        }
        _page.Paragraph(Words.CompareSigns, "soft");
        _page.Paragraph(ComparisonText.Stopped(_comparison), "soft");
    }

    private void ByPillar()
    {
        _page.Heading(2, _page.In("What changes", "有哪些变化"));
        foreach (IGrouping<Pillar, Indicator> pillar in IndicatorList.All.Where(i => i.Headline)
                     .GroupBy(i => i.Pillar).OrderBy(g => g.Key))
        {
            _page.Heading(3, IndicatorLabels.Pillar(pillar.Key, _page.Chinese));
            foreach (Indicator indicator in pillar.Where(i => i.Id != _plan.Primary)) Forest(indicator.Id);
            _page.Table(
                [_page.In("Indicator", "指标"), _page.In($"{_comparison.Baseline} (value)", $"{_comparison.Baseline}（数值）"),
                    .. _comparison.Policies.Select(p => p.Name)],
                pillar.Select(i => (IReadOnlyList<string>)
                    [i.Label(_page.Chinese), Value(new Measure(i.Id), 0),
                        .. _comparison.Policies.Select(p => Estimate(p[i.Id]))]));
        }
    }

    private void ByGroup()
    {
        _page.Heading(2, _page.In("Who gains, who is left out", "谁受益，谁被落下"));
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            _page.Heading(3, policy.Name);
            if (_comparison.Primary is { Group: 0, Indicator: { ByGroup: true } primary })
                Groups(policy, primary);
            _page.Table(
                [_page.In("Indicator", "指标"), IndicatorLabels.Group(0, _page.Chinese),
                    .. _groups.Select(g => IndicatorLabels.Group(g, _page.Chinese))],
                IndicatorList.All.Where(i => i.Headline && i.ByGroup).Select(i => (IReadOnlyList<string>)
                [
                    i.Label(_page.Chinese), Estimate(policy[i.Id]),
                    .. _groups.Select(g => Estimate(policy[$"{i.Id}.{IndicatorCatalog.Groups[g]}"])),
                ]));
        }
        _page.Paragraph(_page.In(
            "Groups are frozen at synthesis from propensities, so that no policy moves anybody between them; they " +
            "overlap.",
            "群体在合成人口时按倾向固定，任何政策都不会改变其归属；群体之间有重叠。"), "soft");
    }

    /// <summary>The primary by group, everybody first.</summary>
    private void Groups(PolicyComparison policy, Indicator primary)
    {
        int[] groups = [0, .. _groups];
        MeasureDifference[] found = [.. groups.Select(g =>
            policy[g == 0 ? primary.Id : $"{primary.Id}.{IndicatorCatalog.Groups[g]}"])];
        Forest(
            $"{policy.Name} · {primary.Label(_page.Chinese)}", new Measure(primary.Id),
            [.. groups.Zip(found, (g, d) => (IndicatorLabels.Group(g, _page.Chinese), d))], null);
    }

    /// <summary>From the waits of all pairs: how many of the needs that were closed had help by then.</summary>
    private void TimeToHelp()
    {
        _page.Heading(2, _page.In("Time to help", "得助时间"));
        string title = _page.In("Share of needs helped by then", "到此时已得助的比例");
        Line[] lines = [.. _plan.Worlds.Select((w, i) => new Line(w.Name, i % Styles, HelpedBy(i)))];
        Key();
        _page.Figure(WaitChart.Draw(title, lines, _page.Chinese), _page.In(
            $"{title}; the time axis is logarithmic.", $"{title}；时间轴为对数。"));
        _data.Lines("time-to-help", title,
            Enumerable.Range(0, Tally.WaitBuckets - 1).Select(b => $"{Tally.BucketLimit(b)}"), lines);
        _page.Table(
            [_page.In("Needs helped within", "在此时间内得助"), .. WaitChart.Buckets.Select(b =>
                IndicatorText.Format(Tally.BucketLimit(b), IndicatorUnit.Minutes, _page.Chinese))],
            lines.Select(l => (IReadOnlyList<string>)
                [l.Label, .. WaitChart.Buckets.Select(b => IndicatorText.Format(l.Values[b], IndicatorUnit.Share,
                    _page.Chinese))]));
        _page.Paragraph(_page.In(
            "Share of the needs that were closed (helped or lapsed), silent ones included; all runs together.",
            "占已结束需求（得助或失效，含未说出口者）的比例；全部运行合计。"), "soft");
    }

    private void Costs()
    {
        _page.Heading(2, _page.In("Cost effectiveness", "成本效果"));
        CostPoint[] points = [.. _comparison.Policies.Select((p, i) => new CostPoint(
            p.Name, 1 + (i % (Styles - 1)), PairedDifference.Of(
                _comparison.MetOnTime(0), _comparison.MetOnTime(p.World), Direction.HigherIsBetter), p.Cost))];
        string title = _page.In("Extra needs met on time (across) and extra yuan (up), a year", "每年多按时满足的需求（横）与多花的元（纵）");
        _page.Figure(CostPlane.Draw(title, points), title);
        _data.Intervals("cost-needs", title, points.Select(p =>
            (p.Label, p.Needs.Mean, p.Needs.Interval.Low, p.Needs.Interval.High)));
        _data.Intervals("cost-yuan", title, points.Select(p =>
            (p.Label, -p.Yuan.Mean, -p.Yuan.Interval.High, -p.Yuan.Interval.Low)));
        _page.Table(
            [_page.In("Policy", "政策"), _page.In("Extra needs met on time a year", "每年多按时满足的需求"),
                _page.In("Cost a year beyond the baseline", "比基准每年多花"), Words.CompareCostPerNeed],
            _comparison.Policies.Select((p, i) => (IReadOnlyList<string>)
                [p.Name, ComparisonText.Estimate(WithoutUnit, points[i].Needs, points[i].Needs.Interval),
                    ComparisonText.ExtraCost(p.Cost), ComparisonText.CostPerNeed(p.CostPerNeed)]));
        _page.Paragraph(_page.In(
            "Money spent on what levers set in motion, for the whole town; hours that volunteers give are no money. " +
            "The ratio's interval is Fieller's; below 100 pairs take it as rough.",
            "全城为各项措施支出的费用；志愿者付出的时间不计为费用。比值区间为Fieller区间；不足100对时仅供粗略参考。"), "soft");
    }

    /// <summary>A number without a unit.</summary>
    private static Measure WithoutUnit => Measure.Cost;

    private void OverTime()
    {
        _page.Heading(2, _page.In("Over time", "随时间"));
        Key();
        foreach (CurveSet curves in _comparison.Curves())
        {
            Indicator indicator = curves.Measure.Indicator!;
            string label = VerdictText.LabelOf(curves.Measure.Name);
            DateOnly[] dates = [.. curves.Days.Select(d => _scenario.Calendar.DateOf(new(d)))];
            _page.Heading(3, label);
            Line[] lines = [.. curves.Worlds.Select((c, i) => new Line(_plan.Worlds[i].Name, i % Styles, c))];
            _page.Figure(LineChart.Draw(label, dates, lines, indicator.Unit, _page.Chinese), _page.In(
                $"Mean of {_comparison.Pairs.Count} runs per policy.", $"每项政策{_comparison.Pairs.Count}次运行的均值。"));
            _data.Lines(curves.Measure.Name, label, dates.Select(d => $"{d:yyyy-MM-dd}"), lines);
            int step = Math.Max(1, dates.Length / 26);
            _page.Table(
                [_page.In("Date", "日期"), .. _plan.Worlds.Select(w => w.Name)],
                Enumerable.Range(0, dates.Length).Where(i => i % step == step - 1).Select(i => (IReadOnlyList<string>)
                    [$"{dates[i]:yyyy-MM-dd}",
                        .. curves.Worlds.Select(c => IndicatorText.Format(c[i], indicator.Unit, _page.Chinese))]));
        }
    }

    private void Shocks()
    {
        IReadOnlyList<NamedDifference> first = _comparison.Policies[0].Shocks;
        if (first.Count == 0) return;
        _page.Heading(2, _page.In("Under each shock", "各次冲击之下"));
        _page.Table(
            [VerdictText.LabelOf(_plan.Primary), .. first.Select(s => s.Name)],
            _comparison.Policies.Select(p => (IReadOnlyList<string>)
                [p.Name, .. p.Shocks.Select(s => Half(s.Difference))]));
        if (first.Count > 1)
        {
            _page.Paragraph(_page.In(
                "Each shock by itself, on the same seeds; everything else on this page has all of them.",
                "每次冲击单独发生，种子相同；本页其余部分为全部冲击一同发生。"), "soft");
        }
    }

    private void Recoveries()
    {
        if (Recovery.Of(_comparison) is not { } worlds) return;
        string title = _page.In("Q under shock less Q without", "冲击下的Q减去无冲击的Q");
        int first = Recovery.FirstDay(_plan);
        DateOnly[] dates = [.. Enumerable.Range(0, worlds[0].Curve.Length).Select(i =>
            _scenario.Calendar.DateOf(new(_scenario.BurnInDays + first + i)))];
        Line[] lines = [.. worlds.Select((w, i) => new Line(_plan.Worlds[i].Name, i % Styles, w.Curve))];
        _page.Heading(2, _page.In("Fall and recovery", "下跌与恢复"));
        Key();
        _page.Figure(LineChart.Draw(title, dates, lines, IndicatorUnit.Points, _page.Chinese), _page.In(
            $"{title}, in points: the share of the past week's needs that were met on time, beside the same seeds " +
            $"without a shock. Mean of {worlds[0].Losses.Length} pairs.",
            $"{title}（百分点）：过去一周到期需求的按时满足率，与同一种子下无冲击的世界相比。{worlds[0].Losses.Length}对的均值。"));
        _data.Lines("recovery", title, dates.Select(d => $"{d:yyyy-MM-dd}"), lines);
        _page.Table(
            [_page.In("Policy", "政策"), _page.In("Loss, point-days", "损失（百分点·天）"),
                _page.In("Less loss than the baseline", "比基准少损失"), _page.In("Lowest Q", "最低的Q"),
                _page.In("Days to recovery, median", "恢复天数中位数")],
            worlds.Select((w, i) => (IReadOnlyList<string>)
            [
                _plan.Worlds[i].Name, IndicatorText.Format(MeanInterval.Of(w.Losses), IndicatorUnit.Count, _page.Chinese),
                i == 0 ? "–" : LessLoss(worlds[0].Losses, w.Losses),
                IndicatorText.Format(MeanInterval.Of(w.Lowest), IndicatorUnit.Count, _page.Chinese),
                IndicatorText.Format(Quantiles.Median(w.Days), IndicatorUnit.Count, _page.Chinese),
            ]));
        _page.Paragraph(_page.In(
            "Loss is the area between the two courses; recovered is nine tenths of the undisturbed course, kept for a week.",
            "损失为两条曲线之间的面积；恢复指回到无冲击水平的九成并保持一周。"), "soft");
        int step = Math.Max(1, dates.Length / 26);
        _page.Table(
            [_page.In("Date", "日期"), .. lines.Select(l => l.Label)],
            Enumerable.Range(0, dates.Length).Where(i => i % step == 0).Select(i => (IReadOnlyList<string>)
                [$"{dates[i]:yyyy-MM-dd}", .. lines.Select(l =>
                    IndicatorText.Format(l.Values[i], IndicatorUnit.Points, _page.Chinese))]));
    }

    private static string LessLoss(double[] baseline, double[] policy)
    {
        PairedDifference less = PairedDifference.Of(baseline, policy, Direction.LowerIsBetter);
        return ComparisonText.Estimate(WithoutUnit, less, less.Interval);
    }

    private void Pilots()
    {
        bool any = false;
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            (Indicator Indicator, SpillOver? Spill)[] rows = [.. OfEstates().Select(i =>
                (i, SpillOver.Of(_comparison, _plan.Worlds[policy.World], policy.World, i)))];
            if (rows[0].Spill is not { } first) continue;
            if (!any) _page.Heading(2, _page.In("Pilot and spill-over", "试点与外溢"));
            any = true;
            _page.Heading(3, _page.In($"{policy.Name}: {first.Days} days", $"{policy.Name}：{first.Days}天"));
            _page.Table(
                [_page.In("Indicator", "指标"), _page.In("Within the pilot", "试点内"), _page.In("Outside of it", "试点外")],
                rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Indicator.Label(_page.Chinese), Felt(r.Indicator, r.Spill!.Inside),
                    Felt(r.Indicator, r.Spill!.Outside),
                ]));
        }
        if (!any) return;
        _page.Paragraph(_page.In(
            "Until the policy reaches the rest: what changes outside of the pilot's estates comes by ties, departments, " +
            "partners and hubs.",
            "截至政策推广到其余小区之前：试点之外的变化经由人际关系、部门、共建单位和枢纽传来。"), "soft");
    }

    private static string Felt(Indicator indicator, PairedDifference difference) =>
        ComparisonText.Estimate(new Measure(indicator.Id), difference, difference.Interval);

    /// <summary>What can be read of single estates, the primary first if it can.</summary>
    private IEnumerable<Indicator> OfEstates() => _comparison.Primary is { Group: 0, Indicator: { ByGroup: true } primary }
        ? SpillOver.Indicators.Prepend(primary).Distinct()
        : SpillOver.Indicators;

    private void Where()
    {
        Indicator[] shown = [.. OfEstates().Take(2)];
        _page.Heading(2, _page.In("Where", "在哪里"));
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            foreach (Indicator indicator in shown) Map(policy, indicator);
        }
    }

    /// <summary>The difference in each estate; left out where no estate differs from another.</summary>
    private void Map(PolicyComparison policy, Indicator indicator)
    {
        var measure = new Measure(indicator.Id);
        EstateOutcome[] estates = [.. Enumerable.Range(0, _first.EstateCount).Select(e => new EstateOutcome(
            e, _scenario.Town.Estates[e].Population,
            PairedDifference.Of(
                [.. _comparison.Pairs.Select(p => p.Worlds[0].OfEstate(indicator, e))],
                [.. _comparison.Pairs.Select(p => p.Worlds[policy.World].OfEstate(indicator, e))],
                indicator.Direction).Mean, double.NaN))];
        (double low, double high) = EstateMap.Range(estates);
        if (low == high) return;
        string title = $"{policy.Name} · {indicator.Label(_page.Chinese)}";
        double most = Math.Max(-low, high);
        (string from, string to) = (ComparisonText.Signed(measure, -most), ComparisonText.Signed(measure, most));
        _page.Heading(3, title);
        _page.Raw(EstateMap.Key(_page.In($"worse, {from}", $"变差，{from}"), _page.In($"better, {to}", $"改善，{to}")));
        _page.Figure(EstateMap.Draw(title, _scenario.Town.Estates, estates, difference: true), _page.In(
            $"Schematic 示意图: positions are synthetic unless imported. Area: residents; color: difference from the " +
            $"baseline, orange worse, blue better. {_scenario.Town.Attribution}",
            $"示意图，除导入外位置均为合成。面积表示居民数，颜色表示与基准的差异：橙色变差，蓝色改善。{_scenario.Town.Attribution}"));
        _data.Intervals($"map-{indicator.Id}", title, estates.Select(e =>
            (_scenario.Town.Estates[e.Place].Name, e.OnTimeRate, double.NaN, double.NaN)).Take(MostInData));
        EstateOutcome[] ranked = [.. estates.Where(e => double.IsFinite(e.OnTimeRate))
            .OrderBy(e => e.OnTimeRate).ThenBy(e => e.Place)];
        EstateOutcome[] listed = ranked.Length <= MostEstates
            ? ranked : [.. ranked.Take(MostEstates / 2), .. ranked.TakeLast(MostEstates / 2)];
        if (listed.Length < ranked.Length)
        {
            _page.Paragraph(_page.In(
                $"The {MostEstates / 2} estates that gain least and the {MostEstates / 2} that gain most, of {ranked.Length}:",
                $"{ranked.Length}个小区中获益最少和最多的各{MostEstates / 2}个："));
        }
        _page.Table(
            [_page.In("Estate", "小区"), _page.In("Residents", "居民"), _page.In("Difference", "差异")],
            listed.Select(e => (IReadOnlyList<string>)
                [_scenario.Town.Estates[e.Place].Name, Count(e.Residents), ComparisonText.Signed(measure, e.OnTimeRate)]));
    }

    private void Uncertainties()
    {
        _page.Heading(2, _page.In("How sure", "有多确定"));
        string ShareOf(PolicyComparison p) => UncertaintySplit.Of(p.Chance, p.Assumptions) is { Total: > 0 } split
            ? IndicatorText.Format(split.AssumptionShare, IndicatorUnit.Share, _page.Chinese) : "–";
        _page.Table(
            [_page.In("Policy", "政策"), _page.In("Chance alone", "仅偶然性"), _page.In("With drawn assumptions", "加上假设变动"),
                _page.In("Both halves", "两半合计"), _page.In("Spread due to assumptions", "来自假设的离散")],
            _comparison.Policies.Select(p => (IReadOnlyList<string>)
            [
                p.Name, Half(p.Chance), Half(p.Assumptions), Half(p[_plan.Primary].Difference), ShareOf(p),
            ]));
        _page.Paragraph(_page.In(
            "Every second pair draws all labelled assumptions (those without a source) from their ranges, the same " +
            "for all policies; the others run with the scenario's values. A policy is supported only if it holds " +
            "under both. 95 % intervals.",
            "每隔一对运行，所有标注的假设（没有来源的参数）在其范围内抽取，各项政策相同；其余使用场景给定的数值。" +
            "只有两种情形下都成立，政策才得到支持。95%区间。"), "soft");
        _page.Table(
            [_page.In("Over the pairs", "逐对来看"), _page.In("Better in", "改善的比例"), _page.In("Worse in", "变差的比例"),
                _page.In("Median", "中位数"), _page.In("Nine in ten exceed", "九成超过"), _page.In("One in ten exceeds", "一成超过")],
            _comparison.Policies.Select(p => Spread(p.Name, Tails.Of(p[_plan.Primary].Difference)))
            .Where(r => r.Count > 0));
        _page.Paragraph(_page.In(
            $"{VerdictText.LabelOf(_plan.Primary)}, more than a mean: a policy that helps on average and harms in some " +
            $"runs shows here. Tails are shown from {StoppingRule.LeastForTailsAndRatios} pairs on.",
            $"“{VerdictText.LabelOf(_plan.Primary)}”，不只看均值：平均有益而在部分运行中有害的政策在此可见。" +
            $"尾部自{StoppingRule.LeastForTailsAndRatios}对起显示。"), "soft");
    }

    /// <summary>Which of the drawn assumptions move the effect.</summary>
    private void Assumptions()
    {
        _page.Heading(2, _page.In("What the conclusion hangs on", "结论取决于哪些假设"));
        int drawn = _comparison.Pairs.Count(p => ExperimentPlan.IsDrawn(p.Pair));
        if (drawn < AssumptionInfluence.LeastPairs)
        {
            _page.Paragraph(_page.In(
                $"{drawn} pairs drew the assumptions: from {AssumptionInfluence.LeastPairs} on (twice as many pairs) this " +
                "shows which of them move the effect.",
                $"仅{drawn}对运行抽取了假设；达到{AssumptionInfluence.LeastPairs}对（总对数为其两倍）后，此处显示哪些假设影响效果。"));
            return;
        }
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            IReadOnlyList<AssumptionInfluence> all = AssumptionInfluence.Of(_comparison, policy.World);
            if (all.Count == 0) continue;
            AssumptionInfluence[] shown = [.. all.Take(MostAssumptions)];
            AssumptionInfluence[] sure = [.. all.Where(a => a.AdjustedP < .05)];
            string title = _page.In(
                $"{policy.Name}: rank correlation of the effect with an assumption", $"{policy.Name}：效果与各假设的秩相关");
            _page.Heading(3, policy.Name);
            string names = string.Join(_page.In(", ", "、"), sure.Select(a => a.Assumption.Name));
            _page.Paragraph(sure.Length == 0
                ? _page.In(
                    $"None of {all.Count} assumptions stands out over {drawn} pairs: the effect hangs on no single one " +
                    "more than chance would show.",
                    $"在{drawn}对运行中，{all.Count}项假设无一突出：没有哪一项对效果的影响超出偶然。")
                : _page.In($"The effect hangs on: {names}.", $"效果取决于：{names}。"));
            _page.Figure(ForestPlot.Draw(
                title, [.. shown.Select(a => new ForestRow(a.Assumption.Name, a.Correlation.Value,
                    new Interval(Math.Min(0, a.Correlation.Value), Math.Max(0, a.Correlation.Value)), ""))],
                IndicatorUnit.Index), title);
            _data.Intervals("assumptions", title, shown.Select(a =>
                (a.Assumption.Name, a.Correlation.Value, double.NaN, double.NaN)));
            _page.Table(
                [_page.In("Assumption (its name in files)", "假设（文件中的名称）"), _page.In("Range", "范围"),
                    _page.In("Rank correlation", "秩相关"), _page.In("Adjusted p", "校正p值")],
                shown.Select(a => (IReadOnlyList<string>)
                [
                    a.Assumption.Name,
                    Words.FromTo(IndicatorText.Number(a.Assumption.Info.Low), IndicatorText.Number(a.Assumption.Info.High)),
                    Plain(a.Correlation.Value), P(a.AdjustedP),
                ]));
        }
        _page.Paragraph(_page.In(
            $"Spearman's rank correlation over the {drawn} pairs that drew the assumptions, p adjusted by Holm. Plus: the " +
            "larger the assumption's value, the better the policy looks.",
            $"在抽取假设的{drawn}对运行上计算Spearman秩相关，p值用Holm校正。正号：假设取值越大，政策效果越好。"), "soft");
    }

    private IReadOnlyList<string> Spread(string policy, Tails? tails)
    {
        if (tails is null) return [];
        string Share(double share) => IndicatorText.Format(share, IndicatorUnit.Share, _page.Chinese);
        string Signed(double value) => ComparisonText.Signed(_comparison.Primary, value);
        return
        [
            policy, Share(tails.Better), Share(tails.Worse), Signed(tails.Median),
            tails.Low is { } low ? Signed(low.Value) : "–", tails.High is { } high ? Signed(high.Value) : "–",
        ];
    }

    private void All()
    {
        _page.Heading(2, _page.In("All differences", "全部差异"));
        foreach (PolicyComparison policy in _comparison.Policies)
        {
            _page.Heading(3, policy.Name);
            _page.Table(
                [_page.In("Indicator", "指标"), _page.In("Difference", "差异"), _page.In("Role", "角色"),
                    _page.In("Adjusted p", "校正p值"), _page.In("Correlation", "相关"),
                    _page.In("Runs saved by pairing, times", "配对节省运行（倍）"), _page.In("Pairs", "对数")],
                policy.Differences.Where(d => d.Difference.State is not PairState.Undetermined
                    && (d.Measure.Indicator?.Pillar is not Pillar.Activity
                        || d.Difference.State is not PairState.Identical))
                    .Select(d => (IReadOnlyList<string>)
                    [
                        d.Measure.Indicator is null
                            ? _page.In("Cost, yuan a year", "费用（元/年）") : VerdictText.LabelOf(d.Measure.Name),
                        Estimate(d), Role(d.Role), P(d.AdjustedP), Plain(d.Difference.Correlation), Saved(d.Reduction),
                        Count(d.Difference.Count),
                    ]));
        }
        _page.Paragraph(_page.In(
            "What decides is adjusted by Bonferroni within its family (policies × endpoints); all else is " +
            "exploratory and adjusted by Holm among everything listed.",
            "决策指标在其族内（政策×终点）用Bonferroni校正；其余为探索性，在所列全部项目中用Holm校正。"), "soft");
    }

    private void Method()
    {
        _page.Heading(2, _page.In("How this was made", "如何生成"));
        _page.Paragraph(_page.In(
            "Every pair has one seed: the same town, the same needs, the same chance in all worlds. Burn-in runs once " +
            "per seed under the status quo and is shared by all policies. Differences are within pairs; intervals " +
            "are Student's t over pairs.",
            "每对使用同一个种子：各世界的城区、需求和偶然性相同。预热期在现状下每个种子运行一次，由所有政策共用。差异在对内计算；区间为成对差异的t区间。"));
        _page.Raw($"<p><code>{SafeText.Html(_plan.Command)}</code></p>");
        _page.Table(
            [_page.In("Fact", "项目"), _page.In("Value", "值")],
            [
                [_page.In("Engine", "引擎"), RunInputs.EngineVersion],
                [_page.In("Seeds", "种子"), $"{_plan.Seed}–{_plan.SeedOf(_comparison.Pairs[^1].Pair)}"],
                .. _plan.Files.Select(f => (IReadOnlyList<string>)[$"SHA-256 {f.Name}", f.Sha256]),
            ], text: true);
        _page.Table(
            [_page.In("Digests", "摘要"), .. _plan.Worlds.Select(w => w.Name)],
            _comparison.Pairs.Take(100).Select(p => (IReadOnlyList<string>)
                [$"{_plan.SeedOf(p.Pair)}", .. p.Worlds.Select(w => w.DigestText)]), text: true);
        _page.Paragraph(Words.Disclaimer, "soft");
    }

    private void Forest(string name, double? threshold = null) => Forest(
        VerdictText.LabelOf(name), new Measure(name), [.. _comparison.Policies.Select(p => (p.Name, p[name]))], threshold);

    private void Forest(
        string label, Measure measure, IReadOnlyList<(string Label, MeasureDifference Found)> found, double? threshold)
    {
        string unit = ComparisonText.UnitLabel(measure);
        string title = unit.Length > 0 ? _page.In($"{label}, {unit}", $"{label}（{unit}）") : label;
        _page.Figure(
            ForestPlot.Draw(title, [.. found.Select(f => new ForestRow(f.Label, f.Found.Difference.Mean, f.Found.Interval,
                ComparisonText.Short(measure, f.Found.Difference, f.Found.Interval)))],
                ComparisonText.UnitOf(measure), threshold),
            _page.In($"{title}: better to the right", $"{title}：右侧为改善"));
        _data.Intervals(measure.Name, label, found.Select(f =>
            (f.Label, f.Found.Difference.Mean, f.Found.Interval.Low, f.Found.Interval.High)));
    }

    private void Key() => _page.Key(_plan.Worlds.Select((w, i) => (w.Name, i % Styles)));

    private string Cost(PolicyComparison policy) => _scenario.Decision?.Budget is { } budget
        ? $"{ComparisonText.ExtraCost(policy.Cost)} / {Words.YuanAmount(IndicatorText.Number(budget))}"
        : ComparisonText.ExtraCost(policy.Cost);

    private string Half(PairedDifference difference) =>
        ComparisonText.Estimate(_comparison.Primary, difference, difference.Interval);

    private static string Estimate(MeasureDifference d) =>
        ComparisonText.Estimate(d.Measure, d.Difference, d.Interval);

    private string Value(Measure measure, int world) => IndicatorText.Format(
        MeanInterval.Of(_comparison.Values(measure, world)), ComparisonText.UnitOf(measure), _page.Chinese);

    /// <summary>Of all pairs together: for each bucket but the last, the share helped within its limit.</summary>
    private double[] HelpedBy(int world)
    {
        var helped = new long[Tally.WaitBuckets - 1];
        long closed = 0;
        foreach (FinishedPair pair in _comparison.Pairs)
        {
            IndicatorWindow window = pair.Worlds[world].Window;
            foreach (NeedKind kind in Enum.GetValues<NeedKind>())
            {
                if (kind == NeedKind.Meal) continue;
                closed += window.Closed(kind, 0);
                for (int b = 0; b < helped.Length; b++) helped[b] += window.Waits(kind, b);
            }
        }
        var shares = new double[helped.Length];
        long sum = 0;
        for (int b = 0; b < shares.Length; b++)
        {
            sum += helped[b];
            shares[b] = closed == 0 ? double.NaN : (double)sum / closed;
        }
        return shares;
    }

    private string Role(MeasureRole role) => role switch
    {
        MeasureRole.Primary => _page.In("primary", "主要"),
        MeasureRole.Group => _page.In("group", "群体"),
        MeasureRole.Guard => _page.In("must not worsen", "不得变差"),
        MeasureRole.Cost => _page.In("budget", "预算"),
        _ => _page.In("exploratory", "探索性"),
    };

    private static string Plain(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string P(double p) => p < .001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Saved(VarianceReduction? reduction) => reduction switch
    {
        null => "–",
        { Factor: double.PositiveInfinity } => "∞",
        { } r when r.Interval.IsBounded =>
            $"{IndicatorText.Number(r.Factor)} ({Words.FromTo(IndicatorText.Number(r.Interval.Low),
                IndicatorText.Number(r.Interval.High))})",
        { } r => IndicatorText.Number(r.Factor),
    };

    private static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
