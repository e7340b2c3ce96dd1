using System.Globalization;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The report of one run or of its replications: one HTML file that opens from disk, asks nothing of any network,
/// and has the same bytes for the same inputs.
/// </summary>
public sealed class RunReport
{
    /// <summary>Most estates that are listed one by one.</summary>
    private const int MostEstates = 60;

    private readonly Page _page;
    private readonly IReadOnlyList<RunSummary> _runs;
    private readonly RunSummary _first;
    private readonly Scenario _scenario;
    private readonly int[] _groups;
    private readonly ChartData _data = new();

    private RunReport(IReadOnlyList<RunSummary> runs, bool chinese)
    {
        _page = new Page(chinese);
        _runs = runs;
        _first = runs[0];
        _scenario = _first.Inputs.Scenario;
        _groups = [.. Enumerable.Range(0, Tally.GroupCount).Where(g => _first.GroupResidents[g] > 0
            && !_first.IsSuppressed(g))];
    }

    /// <param name="runs">One or more replications of one scenario, in the order of their seeds.</param>
    /// <param name="chinese">Language of the page.</param>
    public static string Write(IReadOnlyList<RunSummary> runs, bool chinese) => new RunReport(runs, chinese).Write();

    private string Write()
    {
        Head();
        Summary();
        ByGroup();
        Charts();
        ByKind();
        if (_first.Estates.Count > 1) Estates();
        WhatWasSimulated();
        All();
        Data();
        HowMade();
        return _page.Raw($"</main>{_data.Block()}</body></html>").ToString();
    }

    private void Head()
    {
        string title = $"{_scenario.Name} · {_page.In("Jinlin report", "近邻模拟报告")}";
        _page.Raw("<!DOCTYPE html>")
            .Raw($"<html lang=\"{_page.In("en", "zh-CN")}\"><head><meta charset=\"utf-8\">")
            .Raw($"<meta http-equiv=\"Content-Security-Policy\" content=\"{ReportStyle.Policy}\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Raw($"<title>{SafeText.Html(title)}</title>")
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><main>")
            .Heading(1, _scenario.Name)
            .Paragraph(_page.In(
                $"{_scenario.Town.Name}: {Count(_first.Residents)} simulated residents " +
                $"in {Count(_first.Estates.Count)} " +
                $"{(_first.Estates.Count == 1 ? "estate" : "estates")}, " +
                $"{_scenario.Calendar.Start:yyyy-MM-dd} and {Count(CourseDays)} days on, after " +
                $"{_scenario.BurnInDays} days of burn-in. {Replications}",
                $"{_scenario.Town.Name}：{Count(_first.Estates.Count)}个小区，{Count(_first.Residents)}名模拟居民；" +
                $"自{_scenario.Calendar.Start:yyyy-MM-dd}起{Count(CourseDays)}天，" +
                $"此前预热{_scenario.BurnInDays}天。{Replications}"))
            .Raw($"<div class=\"note\"><strong>{SafeText.Html(Words.Disclaimer)}</strong></div>");
        if (_runs.Any(r => !r.Complete))
            _page.Paragraph(_page.In(
                $"Stopped on day {_first.Days} of {_scenario.BurnInDays + _scenario.HorizonDays}: " +
                "everything below covers what had been simulated.",
                $"运行在第{_first.Days}天（共{_scenario.BurnInDays + _scenario.HorizonDays}天）停止：以下内容只涵盖已模拟的部分。"), "note");
    }

    private void Summary()
    {
        _page.Heading(2, _page.In("In short", "概要"));
        _page.Table(
            [_page.In("Indicator", "指标"), _page.In("Over the course", "全程"), _page.In("Unit", "单位"),
                _page.In("Better", "方向")],
            IndicatorList.All.Where(i => i.Headline).Select(i => (IReadOnlyList<string>)
                [i.Label(_page.Chinese), Show(i, 0), UnitOf(i), Better(i)]));
        _page.Paragraph(_page.In(
            "Time to help starts when a need arises, asked or not; needs that nobody voiced are included. Composites " +
            "(belonging, happiness) inform; they never decide.",
            "得助时间自需求产生时起算，无论是否求助；未说出口的需求也计算在内。综合指数（归属感、幸福感）仅供参考，不作决策依据。"), "soft");
        _page.Paragraph(Uncertainty, "soft");
    }

    private void ByGroup()
    {
        _page.Heading(2, _page.In("Who gains, who is left out", "谁受益，谁被落下"));
        _page.Table(
            [_page.In("Indicator", "指标"), .. _groups.Select(g => IndicatorLabels.Group(g, _page.Chinese))],
            new[] { Residents() }.Concat(IndicatorList.All.Where(i => i.Headline && i.ByGroup).Select(i =>
                (IReadOnlyList<string>)[Labelled(i), .. _groups.Select(g => Show(i, g))])));
        _page.Paragraph(_page.In(
            "Groups are frozen at synthesis from propensities, " +
            "so that no policy moves anybody between them; they overlap.",
            "群体在合成人口时按倾向固定，任何政策都不会改变其归属；群体之间有重叠。"), "soft");
    }

    private void Charts()
    {
        _page.Heading(2, _page.In("Over time and by group", "随时间与按群体"));
        _page.Key(_groups.Select(g => (IndicatorLabels.Group(g, _page.Chinese), g)));
        int number = 0;
        foreach (Indicator indicator in Charted)
        {
            number++;
            string label = Labelled(indicator);
            int[] groups = indicator.ByGroup ? _groups : [0];
            _page.Heading(3, label);
            _page.Paragraph(FormulaText.Of(indicator, _page.Chinese), "soft");
            Line[] lines = [.. groups.Select(g =>
                new Line(IndicatorLabels.Group(g, _page.Chinese), g, MeanCurve(indicator, g)))];
            _data.Lines(indicator.Id, label, Dates.Select(d => $"{d:yyyy-MM-dd}"), lines);
            string bars = "";
            if (indicator.ByGroup)
            {
                Bar[] means = [.. groups.Select(g =>
                    new Bar(IndicatorLabels.Group(g, _page.Chinese), g, Mean(indicator, g)))];
                bars = BarChart.Draw(label, means, indicator.Unit, _page.Chinese);
                Intervals(indicator.Id, label, means);
            }
            _page.Figure(
                LineChart.Draw(label, Dates, lines, indicator.Unit, _page.Chinese) + bars, Caption,
                $" <a href=\"#t{number}\">{SafeText.Html(_page.In($"Table {number}", $"表{number}"))}</a>");
        }
    }

    private void ByKind()
    {
        _page.Heading(2, _page.In("By kind of need", "按需求种类"));
        var kinds = Enum.GetValues<NeedKind>();
        Indicator onTime(NeedKind k) => Of("on-time", k);
        string byKind = _page.In("Met on time by kind", "各类需求按时满足率");
        Bar[] bars = [.. kinds.Where(k => !double.IsNaN(Mean(onTime(k), 0).Mean))
            .Select(k => new Bar(IndicatorLabels.Kind(k, _page.Chinese), 2, Mean(onTime(k), 0)))];
        _page.Figure(
            BarChart.Draw(byKind, bars, IndicatorUnit.Share, _page.Chinese),
            _page.In("Share met before the deadline.", "截止时间前得到满足的比例。"));
        Intervals("on-time-by-kind", byKind, bars);
        _page.Table(
            [
                _page.In("Need", "需求"), _page.In("Met on time", "按时满足"), _page.In("Resolved", "解决"),
                _page.In("Time to help, median", "得助时间中位数"), _page.In("90 %", "90%分位"),
            ],
            kinds.Select(k => (IReadOnlyList<string>)
            [
                IndicatorLabels.Kind(k, _page.Chinese), Show(onTime(k), 0), Show(Of("resolved", k), 0),
                Show(Of("time-to-help-p50", k), 0), Show(Of("time-to-help-p90", k), 0),
            ]));
        if (_first.RecordedResidents > 0 && _first.RecordedResidents < _first.Residents)
        {
            _page.Paragraph(_page.In(
                $"Needs are listed one by one for the first estates only, {Count(_first.RecordedResidents)} of " +
                $"{Count(_first.Residents)} residents; every other number covers the whole town.",
                $"逐条记录的需求只含前几个小区（{Count(_first.Residents)}名居民中的{Count(_first.RecordedResidents)}名）；" +
                "其余数字均涵盖全城。"), "note");
        }
        if (!double.IsNaN(_first.SolvedBeforeOutsideAid))
        {
            string share = IndicatorText.Format(_first.SolvedBeforeOutsideAid, IndicatorUnit.Share, _page.Chinese);
            _page.Paragraph(_page.In(
                $"Of the listed needs that were helped, neighbors or the estate's organizations came first in {share}.",
                $"在逐条记录且得到帮助的需求中，{share}由邻里或小区组织最先帮到。"));
        }
    }

    private void Estates()
    {
        _page.Heading(2, _page.In("Where", "在哪里"));
        (double low, double high) = EstateMap.Range(_first.Estates);
        string from = IndicatorText.Format(low, IndicatorUnit.Share, _page.Chinese);
        string to = IndicatorText.Format(high, IndicatorUnit.Share, _page.Chinese);
        string source = _scenario.Town.Attribution is { } attribution ? $" {attribution}" : "";
        _page.Figure(
            EstateMap.Draw(_page.In("Estates", "小区"), _scenario.Town.Estates, _first.Estates), _page.In(
                "示意图 Schematic, positions are synthetic unless imported. Area: residents; shade: needs met on time, " +
                $"{from} (light) to {to} (dark), seed {_first.Inputs.Seed}.{source}",
                "示意图，除导入外位置均为合成。面积表示居民数，深浅表示按时满足率：" +
                $"{from}（浅）至{to}（深），种子{_first.Inputs.Seed}。{source}"));
        EstateOutcome[] listed = [.. _first.Estates.OrderBy(e => double.IsNaN(e.OnTimeRate) ? 2 : e.OnTimeRate)
            .ThenBy(e => e.Place).Take(MostEstates)];
        if (listed.Length < _first.Estates.Count)
            _page.Paragraph(_page.In(
                $"The {listed.Length} estates with the lowest share met on time, of {Count(_first.Estates.Count)}:",
                $"{Count(_first.Estates.Count)}个小区中按时满足率最低的{listed.Length}个："));
        _page.Table(
            [_page.In("Estate", "小区"), _page.In("Residents", "居民"), _page.In("Met on time", "按时满足"),
                _page.In("Acquaintance", "熟人指数")],
            listed.Select(e => (IReadOnlyList<string>)
            [
                _scenario.Town.Estates[e.Place].Name, Count(e.Residents),
                IndicatorText.Format(e.OnTimeRate, IndicatorUnit.Share, _page.Chinese),
                IndicatorText.Format(e.Acquaintance, IndicatorUnit.Share, _page.Chinese),
            ]));
    }

    private void WhatWasSimulated()
    {
        _page.Heading(2, _page.In("What was simulated", "模拟了什么"));
        _page.Paragraph(_page.In(
            "The population is closed: nobody is born, dies or moves, and heat deaths are an expected hazard. " +
            Provenance.English,
            "人口封闭：无人出生、死亡或迁移，高温死亡只计预期风险。" + Provenance.Chinese));
        if (_scenario.Policies.Count == 0)
            _page.Paragraph(_page.In("No policy beside the status quo.", "除现状外没有政策。"));
        else
        {
            _page.Table(
                [_page.In("Policy", "政策"), _page.In("From day", "起始日"), _page.In("Until", "截止"), _page.In("Sets",
                    "设定（文件中的名称）")],
                _scenario.Policies.SelectMany(p => p.Steps.Select(s => (IReadOnlyList<string>)
                [
                    p.Name,
                    s.When is { } when
                        ? $"{when.Indicator} {(when.Above ? ">" : "<")} {IndicatorText.Number(when.Threshold)}"
                        : $"{s.From}",
                    s.Until is { } until ? $"{until}" : "–",
                    string.Join(", ", s.Set.OrderBy(x => x.Key)
                        .Select(x => $"{x.Key} {x.Value.ToString("0.###", CultureInfo.InvariantCulture)}")),
                ])), text: true);
        }
        if (_scenario.Shocks.Count > 0)
        {
            _page.Table(
                [_page.In("Shock", "冲击"), _page.In("From day", "起始日"), _page.In("Hours", "小时"), _page.In("Severity",
                    "强度")],
                _scenario.Shocks.Select(s => (IReadOnlyList<string>)
                    [ShockText.KindOf(s.Kind), $"{s.From}", $"{s.Hours}", s.Severity.ToString("0.##",
                        CultureInfo.InvariantCulture)]));
            _page.Paragraph(_page.In(
                "Loss, robustness and recovery are read beside the same seeds without the shock; " +
                "this report shows one world.",
                "损失、稳健性与恢复须与同一种子下无冲击的世界对照；本报告只呈现一个世界。"), "soft");
        }
        _page.Heading(3, _page.In("Messages by kind", "各类消息数"));
        double years = _first.Residents * (_first.Days / 365.0);
        _page.Table(
            [_page.In("Kind (its name in the program)", "种类（程序中的名称）"), _page.In("Sent", "发送"),
                _page.In("Per resident and year", "每居民每年")],
            _first.Messages.Select(m => (IReadOnlyList<string>)
                [m.Kind, Count(m.Sent), IndicatorText.Number(m.Sent / years)])
            .Append([_page.In("All", "合计"), Count(_first.Messages.Sum(m => m.Sent)),
                IndicatorText.Number(_first.Messages.Sum(m => m.Sent) / years)]));
    }

    private void All()
    {
        _page.Heading(2, _page.In("All indicators", "全部指标"));
        foreach (IGrouping<Pillar, Indicator> pillar in IndicatorList.All.GroupBy(i => i.Pillar).OrderBy(g => g.Key))
        {
            _page.Heading(3, IndicatorLabels.Pillar(pillar.Key, _page.Chinese));
            _page.Table(
                [_page.In("Indicator", "指标"), .. _groups.Select(g => IndicatorLabels.Group(g, _page.Chinese))],
                pillar.Select(i => (IReadOnlyList<string>)
                    [Labelled(i), .. _groups.Select(g => g == 0 || i.ByGroup ? Show(i, g) : "")]));
        }
    }

    private void Data()
    {
        _page.Heading(2, _page.In("The charts' data", "图表数据"));
        int number = 0;
        foreach (Indicator indicator in Charted)
        {
            number++;
            int[] groups = indicator.ByGroup ? _groups : [0];
            _page.Heading(3, _page.In($"Table {number}. {Labelled(indicator)}", $"表{number}　{Labelled(indicator)}"),
                $"t{number}");
            double[][] curves = [.. groups.Select(g => MeanCurve(indicator, g))];
            _page.Table(
                [_page.In("Date", "日期"), .. groups.Select(g => IndicatorLabels.Group(g, _page.Chinese))],
                Dates.Select((date, i) => (IReadOnlyList<string>)
                    [$"{date:yyyy-MM-dd}", .. curves.Select(c => IndicatorText.Format(c[i], indicator.Unit,
                        _page.Chinese))]));
        }
    }

    private void HowMade()
    {
        _page.Heading(2, _page.In("How this was made", "如何生成"));
        _page.Raw($"<p><code>{SafeText.Html(_first.Inputs.Command)}</code></p>");
        _page.Table(
            [_page.In("Fact", "项目"), _page.In("Value", "值")],
            [
                [_page.In("Engine", "引擎"), RunInputs.EngineVersion],
                .. _runs.Take(100).Select(r => (IReadOnlyList<string>)
                    [_page.In($"Digest of seed {r.Inputs.Seed}", $"种子{r.Inputs.Seed}的摘要"), r.Digest]),
                .. _first.Inputs.Files.Select(f => (IReadOnlyList<string>)[$"SHA-256 {f.Name}", f.Sha256]),
            ], text: true);
        _page.Paragraph(Words.Disclaimer, "soft");
    }

    private void Intervals(string chart, string title, IEnumerable<Bar> bars) => _data.Intervals(
        chart, title,
        bars.Select(b => (b.Label, b.Value.Mean, b.Value.Mean - b.Value.Half, b.Value.Mean + b.Value.Half)));

    internal static IEnumerable<Indicator> Charted =>
        IndicatorList.All.Where(i => i.Headline || i.Id == "quality");

    private int CourseDays => Math.Max(0, _first.Days - _scenario.BurnInDays);

    private IReadOnlyList<DateOnly> Dates =>
        [.. _first.CurveDays.Select(d => _scenario.Calendar.DateOf(new Model.Engine.Day(d)))];

    private string Replications => _runs.Count == 1
        ? _page.In($"One replication, seed {_first.Inputs.Seed}.", $"一次重复，种子{_first.Inputs.Seed}。")
        : _page.In(
            $"{_runs.Count} replications, seeds {_first.Inputs.Seed} to {_runs[^1].Inputs.Seed}.",
            $"{_runs.Count}次重复，种子{_first.Inputs.Seed}至{_runs[^1].Inputs.Seed}。");

    private string Uncertainty => _runs.Count == 1
        ? _page.In(
            "One replication shows one course of chance: its numbers carry no interval. " +
            "Use --replications for intervals.",
            "单次重复只呈现一种偶然，数字不带区间；用 --replications 得到区间。")
        : _page.In(
            $"± is half the 95 % interval of the mean over {_runs.Count} replications (Student's t): chance and the " +
            "drawing of the town, not the uncertainty of assumptions.",
            $"±为{_runs.Count}次重复均值95%区间的一半（t分布）：只含偶然性与人口合成，不含假设的不确定性。");

    private string Caption => _page.In(
        $"Each point looks back 30 days (or as the indicator says). Mean of {_runs.Count} replication(s).",
        $"每点为此前30天（或按指标定义）。{_runs.Count}次重复的均值。");

    private (string English, string Chinese) Provenance => _scenario.Town.Provenance switch
    {
        Model.World.Provenance.Synthetic => (
            $"The town is synthetic, drawn from published marginals of {_scenario.Town.CensusYear}.",
            $"城区为合成，取自{_scenario.Town.CensusYear}年公布的边际分布。"),
        Model.World.Provenance.Aggregate => (
            "Residents are synthetic and match given totals per estate.", "居民为合成，与给定的小区总数一致。"),
        _ => (
            "People were given one by one with consent under ids keyed anew; groups of fewer than ten are not shown.",
            "居民经同意逐人给出并重新编号；少于十人的群体不予显示。"),
    };

    private IReadOnlyList<string> Residents() =>
        [_page.In("Residents", "居民"), .. _groups.Select(g => Count(_first.GroupResidents[g]))];

    private MeanInterval Mean(Indicator indicator, int group) =>
        MeanInterval.Of(_runs.Select(r => r.Shown(indicator, group)));

    private string Show(Indicator indicator, int group) =>
        IndicatorText.Format(Mean(indicator, group), indicator.Unit, _page.Chinese);

    private double[] MeanCurve(Indicator indicator, int group)
    {
        double[][] curves = [.. _runs.Where(r => r.CurveDays.Count == _first.CurveDays.Count)
            .Select(r => r.Curve(indicator, group)!)];
        return [.. Enumerable.Range(0, _first.CurveDays.Count)
            .Select(i => MeanInterval.Of(curves.Select(c => c[i])).Mean)];
    }

    private string Labelled(Indicator indicator)
    {
        string unit = UnitOf(indicator);
        return unit is "" or "%" ? indicator.Label(_page.Chinese) : $"{indicator.Label(_page.Chinese)} ({unit})";
    }

    private string UnitOf(Indicator indicator) => indicator.Unit is IndicatorUnit.Share or IndicatorUnit.Minutes
        ? "" : IndicatorLabels.Unit(indicator.Unit, _page.Chinese);

    private string Better(Indicator indicator) => indicator.Direction switch
    {
        Direction.HigherIsBetter => _page.In("higher", "越高越好"),
        Direction.LowerIsBetter => _page.In("lower", "越低越好"),
        _ => "",
    };

    private static Indicator Of(string stem, NeedKind kind) =>
        IndicatorList.Find($"{stem}-{kind.ToString().ToLowerInvariant()}")!;

    private static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
