using Jinlin.Model.Indicators;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Experiments;

/// <summary>What a comparison says on the terminal when it has ended.</summary>
public static class ComparisonOutput
{
    /// <summary>The policies in a table, a sentence for each, then the headline indicators by pillar.</summary>
    public static void Write(Terminal terminal, Comparison comparison)
    {
        terminal.Write($"[bold]{Words.CompareTitle(comparison.Plan.Scenario.Name, comparison.Baseline)}[/]");
        terminal.Screen.Write(Policies(comparison));
        foreach (PolicyComparison policy in comparison.Policies)
        {
            if (policy.Verdict is not { } verdict) continue;
            terminal.Write($"{VerdictText.Sentence(verdict)} {VerdictText.Worst(verdict)}");
        }
        foreach (PolicyComparison policy in comparison.Policies) WriteUncertainties(terminal, comparison, policy);
        if (comparison.Plan.Scenario.Decision is null) terminal.Write($"{Words.NoDecision}");
        terminal.Screen.Write(Indicators(comparison));
        terminal.Write($"[dim]{Words.CompareSigns}[/]");
        terminal.Write($"{ComparisonText.Stopped(comparison)}");
    }

    /// <summary>Chance and assumptions apart; together they are in the table.</summary>
    private static void WriteUncertainties(Terminal terminal, Comparison comparison, PolicyComparison policy)
    {
        if (policy.Chance.Count < 2 || policy.Assumptions.Count < 2) return;
        string Of(PairedDifference half) => ComparisonText.Estimate(comparison.Primary, half, half.Interval);
        string apart = Words.ByChance(policy.Name, Of(policy.Chance), Of(policy.Assumptions));
        string share = UncertaintySplit.Of(policy.Chance, policy.Assumptions) is { Total: > 0 } split
            ? Language.Say(" ", "") + Words.OfVariance(
                IndicatorText.Format(split.AssumptionShare, IndicatorUnit.Share, Language.IsChinese)) : "";
        terminal.Write($"[dim]{apart + share}[/]");
    }

    private static Table Policies(Comparison comparison)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(SafeText.Markup(Words.ComparePolicy));
        foreach (string head in (string[])[VerdictText.LabelOf(comparison.Plan.Primary), Words.CompareVerdict,
                     Words.CompareWorstGroup, Words.CompareCost, Words.CompareCostPerNeed])
            table.AddColumn(new TableColumn(SafeText.Markup(head)));
        foreach (PolicyComparison policy in comparison.Policies)
        {
            MeasureDifference primary = policy[comparison.Plan.Primary];
            table.AddRow([.. new[]
            {
                policy.Name,
                ComparisonText.Estimate(primary.Measure, primary.Difference, primary.Interval),
                ComparisonText.Word(policy.Verdict),
                ComparisonText.WorstGroup(policy),
                CostOf(comparison, policy),
                ComparisonText.CostPerNeed(policy.CostPerNeed),
            }.Select(SafeText.Markup)]);
        }
        return table;
    }

    private static string CostOf(Comparison comparison, PolicyComparison policy)
    {
        string cost = ComparisonText.ExtraCost(policy.Cost);
        return comparison.Plan.Scenario.Decision?.Budget is { } budget
            ? $"{cost} / {Words.YuanAmount(IndicatorText.Number(budget))}" : cost;
    }

    private static Table Indicators(Comparison comparison)
    {
        bool chinese = Language.IsChinese;
        Table table = new Table().Border(TableBorder.Simple).AddColumn(SafeText.Markup(Words.Indicator));
        foreach (PolicyComparison policy in comparison.Policies)
            table.AddColumn(new TableColumn(SafeText.Markup(policy.Name)).RightAligned());
        foreach (IGrouping<Pillar, Indicator> pillar in IndicatorList.All.Where(i => i.Headline)
                     .GroupBy(i => i.Pillar).OrderBy(g => g.Key))
        {
            table.AddRow([$"[bold]{SafeText.Markup(IndicatorLabels.Pillar(pillar.Key, chinese))}[/]",
                .. comparison.Policies.Select(_ => "")]);
            foreach (Indicator indicator in pillar)
            {
                table.AddRow(
                [
                    SafeText.Markup($"  {indicator.Label(chinese)}"),
                    .. comparison.Policies.Select(p => SafeText.Markup(Cell(p[indicator.Id]))),
                ]);
            }
        }
        return table;
    }

    /// <summary>An exploratory difference that stands out among all that were looked at has a star.</summary>
    private static string Cell(MeasureDifference d) =>
        ComparisonText.Estimate(d.Measure, d.Difference, d.Interval)
        + (d.Role == MeasureRole.Exploratory && d.Difference.State == PairState.Estimated && d.AdjustedP < .05 ? " *" : "");
}
