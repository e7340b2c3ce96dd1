using System.Globalization;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Runs;

/// <summary>What a run says on the terminal when it has ended.</summary>
public static class RunOutput
{
    /// <summary>The headline indicators by pillar, for everybody and each group that has residents.</summary>
    public static Table Indicators(IReadOnlyList<RunSummary> runs)
    {
        bool chinese = Language.IsChinese;
        int[] groups = [.. Enumerable.Range(0, Tally.GroupCount)
            .Where(g => runs[0].GroupResidents[g] > 0 && !runs[0].IsSuppressed(g))];
        Table table = new Table().Border(TableBorder.Simple).AddColumn(SafeText.Markup(Words.Indicator));
        foreach (int g in groups)
            table.AddColumn(new TableColumn(SafeText.Markup(IndicatorLabels.Group(g, chinese))).RightAligned());
        foreach (IGrouping<Pillar, Indicator> pillar in IndicatorList.All.Where(i => i.Headline)
                     .GroupBy(i => i.Pillar).OrderBy(g => g.Key))
        {
            table.AddRow([$"[bold]{SafeText.Markup(IndicatorLabels.Pillar(pillar.Key, chinese))}[/]",
                .. groups.Select(_ => "")]);
            foreach (Indicator indicator in pillar)
            {
                table.AddRow(
                [
                    SafeText.Markup($"  {Named(indicator, chinese)}"),
                    .. groups.Select(g => g == 0 || indicator.ByGroup ? SafeText.Markup(Value(runs, indicator, g))
                        : ""),
                ]);
            }
        }
        return table;
    }

    /// <summary>Messages by kind of the first run, the most frequent first.</summary>
    public static Table Messages(RunSummary run)
    {
        double years = run.Residents * (run.Days / 365.0);
        Table table = new Table().Border(TableBorder.Simple).AddColumn(SafeText.Markup(Words.MessageKind))
            .AddColumn(new TableColumn(SafeText.Markup(Words.MessagesSent)).RightAligned())
            .AddColumn(new TableColumn(SafeText.Markup(Words.PerResidentYear)).RightAligned());
        foreach (MessageCount m in run.Messages.Append(new MessageCount(Words.AllMessages, run.Messages.Sum(m =>
            m.Sent))))
        {
            table.AddRow(
                SafeText.Markup(m.Kind), m.Sent.ToString("N0", CultureInfo.InvariantCulture),
                IndicatorText.Number(m.Sent / years));
        }
        return table;
    }

    private static string Named(Indicator indicator, bool chinese)
    {
        string unit = indicator.Unit is IndicatorUnit.Share or IndicatorUnit.Minutes
            ? "" : IndicatorLabels.Unit(indicator.Unit, chinese);
        return unit.Length == 0 ? indicator.Label(chinese) : $"{indicator.Label(chinese)} ({unit})";
    }

    private static string Value(IReadOnlyList<RunSummary> runs, Indicator indicator, int group) => IndicatorText.Format(
        MeanInterval.Of(runs.Select(r => r.Shown(indicator, group))), indicator.Unit, Language.IsChinese);
}
