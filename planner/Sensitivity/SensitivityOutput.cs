using System.Globalization;
using System.Text;
using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Sensitivity;

/// <summary>A study's tables: for people, as CSV, and as JSON.</summary>
public static class SensitivityOutput
{
    public const string Table = "sensitivity.csv";

    /// <summary>Factors in the terminal; the table has them all.</summary>
    private const int MostRows = 30;

    /// <summary>One row for each number: outcome, policy, factor, what it is, value and interval.</summary>
    public static string Csv(SweepPlan plan, IReadOnlyList<OutcomeSensitivity> found)
    {
        var text = new StringBuilder("outcome,policy,baseline,factor,with,measure,value,low,high\n");
        foreach (OutcomeSensitivity study in found)
        {
            foreach (Number n in Numbers(plan, study))
            {
                text.Append(string.Join(',',
                    SafeText.Csv(study.Outcome), SafeText.Csv(study.World), SafeText.Csv(study.Baseline ?? ""),
                    n.Factor, n.With, n.Measure, Cell(n.Value), Cell(n.Interval?.Low), Cell(n.Interval?.High))).Append('\n');
            }
        }
        return text.ToString();
    }

    public static string Json(SweepPlan plan, IReadOnlyList<OutcomeSensitivity> found, string folder) =>
        JsonSerializer.Serialize(new
        {
            name = plan.Name,
            points = plan.Design.Points,
            seeds = plan.Seeds,
            folder,
            outcomes = found.Select(study => new
            {
                outcome = study.Outcome,
                policy = study.World,
                baseline = study.Baseline,
                defined = study.Effects.Count > 0 || study.Indices is not null,
                numbers = Numbers(plan, study).Select(n => new
                {
                    factor = n.Factor, with = n.With, measure = n.Measure, value = Finite(n.Value),
                    low = Finite(n.Interval?.Low), high = Finite(n.Interval?.High),
                }),
            }),
        });

    public static void Write(Terminal terminal, SweepPlan plan, IReadOnlyList<OutcomeSensitivity> found)
    {
        foreach (OutcomeSensitivity study in found)
        {
            string title = Words.OutcomeIs(
                VerdictText.LabelOf(study.Outcome), study.World, study.Baseline);
            if (study.Effects.Count > 0) terminal.Screen.Write(Morris(plan, study).Title(SafeText.Markup(title)));
            else if (study.Indices is { } indices)
            {
                terminal.Screen.Write(Shares(plan, indices).Title(SafeText.Markup(title)));
                if (indices.Second.Count > 0) terminal.Screen.Write(Pairs(plan, indices));
            }
            else terminal.Write($"{Words.NotEveryRun(title)}");
            if (study.Split is { Total: > 0 } s)
            {
                terminal.Write($"{Words.SplitOf(s.ShareOf(s.Points), s.ShareOf(s.Seeds), s.ShareOf(s.Interaction))}");
                terminal.Out.WriteLine();
            }
        }
        if (found.Any(f => f.Indices is not null)) terminal.Write($"[dim]{Words.MayBeZero}[/]");
    }

    private static Table Morris(SweepPlan plan, OutcomeSensitivity study)
    {
        Table table = New(Words.Factor, "μ*", "95 %", "μ", "σ");
        foreach ((Factor factor, MorrisEffect e) in plan.Factors.Zip(study.Effects)
            .OrderByDescending(p => p.Second.MeanAbsolute).Take(MostRows))
        {
            table.AddRow(
                SafeText.Markup(factor.Name), Short(e.MeanAbsolute), Short(e.Interval), Short(e.Mean), Short(e.Deviation));
        }
        return table;
    }

    private static Table Shares(SweepPlan plan, SobolIndices indices)
    {
        Table table = New(Words.Factor, Words.FirstOrder, "95 %", Words.TotalOrder, "95 %");
        foreach (int d in Enumerable.Range(0, plan.Factors.Count)
            .OrderByDescending(d => indices.Total[d].Value).Take(MostRows))
        {
            Share first = indices.First[d], total = indices.Total[d];
            table.AddRow(SafeText.Markup(plan.Factors[d].Name),
                Marked(first), Short(first.Interval), Marked(total), Short(total.Interval));
        }
        return table;
    }

    private static Table Pairs(SweepPlan plan, SobolIndices indices)
    {
        Table table = New(Words.Factor, Words.Factor, Words.Together, "95 %");
        foreach (((int d, int e), Share share) in indices.Second.OrderByDescending(p => p.Value.Value).Take(MostRows))
            table.AddRow(SafeText.Markup(plan.Factors[d].Name), SafeText.Markup(plan.Factors[e].Name),
                Marked(share), Short(share.Interval));
        return table;
    }

    private static Table New(params string[] columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(SafeText.Markup(columns[i]));
            table.AddColumn(columns[i] == Words.Factor ? column : column.RightAligned());
        }
        return table;
    }

    /// <summary>A number that tells what it is.</summary>
    private sealed record Number(string Factor, string With, string Measure, double Value, Interval? Interval);

    private static IEnumerable<Number> Numbers(SweepPlan plan, OutcomeSensitivity study)
    {
        foreach ((Factor factor, MorrisEffect e) in plan.Factors.Zip(study.Effects))
        {
            yield return new(factor.Name, "", "mu-star", e.MeanAbsolute, e.Interval);
            yield return new(factor.Name, "", "mu", e.Mean, null);
            yield return new(factor.Name, "", "sigma", e.Deviation, null);
        }
        if (study.Indices is { } indices)
        {
            for (int d = 0; d < plan.Factors.Count; d++)
            {
                yield return new(plan.Factors[d].Name, "", "first", indices.First[d].Value, indices.First[d].Interval);
                yield return new(plan.Factors[d].Name, "", "total", indices.Total[d].Value, indices.Total[d].Interval);
            }
            foreach (((int d, int e), Share share) in indices.Second)
                yield return new(plan.Factors[d].Name, plan.Factors[e].Name, "second", share.Value, share.Interval);
        }
        if (study.Split is { } split)
        {
            yield return new("", "", "variance-points", split.Points, null);
            yield return new("", "", "variance-seeds", split.Seeds, null);
            yield return new("", "", "variance-interaction", split.Interaction, null);
        }
    }

    private static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v : null;

    private static string Cell(double? value) => Finite(value)?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Marked(Share share) => share.MayBeZero ? $"{Short(share.Value)} ·" : Short(share.Value);

    private static string Short(double value) => value.ToString("G3", CultureInfo.InvariantCulture);

    private static string Short(Interval interval) => $"{Short(interval.Low)} … {Short(interval.High)}";
}
