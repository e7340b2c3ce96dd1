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

    private readonly Page _page;
    private readonly Comparison _comparison;
    private readonly ExperimentPlan _plan;
    private readonly Scenario _scenario;
    private readonly ReplicationResult _first;
    private readonly int[] _groups;

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
        Summary();
        ByPillar();
        ByGroup();
        TimeToHelp();
        Costs();
        OverTime();
        Shocks();
        Pilots();
        if (_first.EstateCount > 1) Where();
        if (stories is not null) _page.Raw(stories);
        Uncertainties();
        All();
        Method();
        return _page.Raw("</main></body></html>").ToString();
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

    /// <summary>From the waits of all pairs: how many of the needs that were closed had help by then.</summary>
    private void TimeToHelp()
    {
        _page.Heading(2, _page.In("Time to help", "得助时间"));
        (int Bucket, string English, string Chinese)[] limits =
            [(10, "half an hour", "半小时"), (14, "2 hours", "2小时"), (18, "8 hours", "8小时"), (21, "a day", "1天"),
                (24, "3 days", "3天"), (26, "6 days", "6天")];
        _page.Table(
            [_page.In("Needs helped within about", "约在此时间内得助"),
                .. limits.Select(l => _page.In(l.English, l.Chinese))],
            Enumerable.Range(0, _plan.Worlds.Count).Select(world => (IReadOnlyList<string>)
                [_plan.Worlds[world].Name,
                    .. limits.Select(l => IndicatorText.Format(HelpedBy(world, l.Bucket), IndicatorUnit.Share,
                        _page.Chinese))]));
        _page.Paragraph(_page.In(
            "Share of the needs that were closed (helped or lapsed), silent ones included; all runs together. Times " +
            "are read from buckets.",
            "占已结束需求（得助或失效，含未说出口者）的比例；全部运行合计。时间按区间读取。"), "soft");
    }

    private void Costs()
    {
        _page.Heading(2, _page.In("Cost effectiveness", "成本效果"));
        _page.Table(
            [_page.In("Policy", "政策"), _page.In("Cost a year beyond the baseline", "比基准每年多花"),
                Words.CompareCostPerNeed],
            _comparison.Policies.Select(p => (IReadOnlyList<string>)
                [p.Name, ComparisonText.ExtraCost(p.Cost), ComparisonText.CostPerNeed(p.CostPerNeed)]));
        _page.Paragraph(_page.In(
            "Money spent on what levers set in motion, for the whole town; hours that volunteers give are no money. " +
            "The ratio's interval is Fieller's; below 100 pairs take it as rough.",
            "全城为各项措施支出的费用；志愿者付出的时间不计为费用。比值区间为Fieller区间；不足100对时仅供粗略参考。"), "soft");
    }

    private void OverTime()
    {
        _page.Heading(2, _page.In("Over time", "随时间"));
        _page.Raw("<ul class=\"key\">" + string.Concat(_plan.Worlds.Select((w, i) =>
            $"<li><svg viewBox=\"0 0 32 10\" aria-hidden=\"true\"><path class=\"line s{i % Styles}\" d=\"M0 5H32\"/>" +
            $"</svg>{SafeText.Html(w.Name)}</li>")) + "</ul>");
        foreach (CurveSet curves in _comparison.Curves())
        {
            Indicator indicator = curves.Measure.Indicator!;
            string label = VerdictText.LabelOf(curves.Measure.Name);
            DateOnly[] dates = [.. curves.Days.Select(d => _scenario.Calendar.DateOf(new(d)))];
            _page.Heading(3, label);
            _page.Raw("<figure>" + LineChart.Draw(
                label, dates, [.. curves.Worlds.Select((c, i) => new Line(_plan.Worlds[i].Name, i % Styles, c))],
                indicator.Unit, _page.Chinese) + $"<figcaption>{SafeText.Html(_page.In(
                $"Mean of {_comparison.Pairs.Count} runs per policy.", $"每项政策{_comparison.Pairs.Count}次运行的均值。"))}" +
                "</figcaption></figure>");
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
        (string from, string to) = (ComparisonText.Signed(measure, low), ComparisonText.Signed(measure, high));
        _page.Heading(3, title);
        _page.Raw("<figure>" + EstateMap.Draw(title, _scenario.Town.Estates, estates) + "<figcaption>"
            + SafeText.Html(_page.In(
                "示意图 Schematic. Area: residents; shade: difference from the baseline, " +
                $"{from} (light) to {to} (dark). {_scenario.Town.Attribution}",
                $"示意图。面积表示居民数，深浅表示与基准的差异：{from}（浅）至{to}（深）。{_scenario.Town.Attribution}"))
            + "</figcaption></figure>");
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

    private void Forest(string name, double? threshold = null)
    {
        var measure = new Measure(name);
        string label = VerdictText.LabelOf(name), unit = ComparisonText.UnitLabel(measure);
        if (unit.Length > 0) label = _page.In($"{label}, {unit}", $"{label}（{unit}）");
        ForestRow[] rows = [.. _comparison.Policies.Select(p => p[name]).Zip(_comparison.Policies, (d, p) =>
            new ForestRow(
                p.Name, d.Difference.Mean, d.Interval, ComparisonText.Short(measure, d.Difference, d.Interval)))];
        string caption = SafeText.Html(_page.In($"{label}: better to the right", $"{label}：右侧为改善"));
        _page.Raw($"<figure><figcaption>{caption}</figcaption>" +
            $"{ForestPlot.Draw(label, rows, ComparisonText.UnitOf(measure), threshold)}</figure>");
    }

    private string Cost(PolicyComparison policy) => _scenario.Decision?.Budget is { } budget
        ? $"{ComparisonText.ExtraCost(policy.Cost)} / {Words.YuanAmount(IndicatorText.Number(budget))}"
        : ComparisonText.ExtraCost(policy.Cost);

    private string Half(PairedDifference difference) =>
        ComparisonText.Estimate(_comparison.Primary, difference, difference.Interval);

    private static string Estimate(MeasureDifference d) =>
        ComparisonText.Estimate(d.Measure, d.Difference, d.Interval);

    private string Value(Measure measure, int world) => IndicatorText.Format(
        MeanInterval.Of(_comparison.Values(measure, world)), ComparisonText.UnitOf(measure), _page.Chinese);

    private double HelpedBy(int world, int bucket)
    {
        long helped = 0, closed = 0;
        foreach (FinishedPair pair in _comparison.Pairs)
        {
            IndicatorWindow window = pair.Worlds[world].Window;
            foreach (NeedKind kind in Enum.GetValues<NeedKind>())
            {
                if (kind == NeedKind.Meal) continue;
                closed += window.Closed(kind, 0);
                for (int b = 0; b <= bucket; b++) helped += window.Waits(kind, b);
            }
        }
        return closed == 0 ? double.NaN : (double)helped / closed;
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
