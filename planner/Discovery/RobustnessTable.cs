using Jinlin.Model.Indicators;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Discovery;

/// <summary>How each policy of a sweep does over all its points, when nobody knows their odds.</summary>
internal sealed class RobustnessTable
{
    private const double Pessimism = .75, Percentile = .9;

    private static readonly string[] Measures =
        ["maximin", "maximax", "hurwicz", "laplace", "mean-variance", "satisficing", "minimax-regret", "percentile-regret"];

    private readonly IReadOnlyList<string> _policies;
    private readonly double[][] _values;

    /// <param name="goodEnough">The outcome's threshold that satisficing asks for; NaN: it is not asked.</param>
    /// <returns>Null with one policy, or where a case has no value under some policy.</returns>
    public static RobustnessTable? Of(SweptCases cases, string outcome, double goodEnough)
    {
        double sign = new Measure(outcome).Direction == Direction.LowerIsBetter ? -1 : 1;
        double[][] values = [.. cases.Policies.Select(p => cases.Means(p, outcome).Select(v => sign * v).ToArray())];
        return cases.Policies.Count < 2 || values.Any(o => o.Any(v => !double.IsFinite(v)))
            ? null
            : new RobustnessTable(cases.Policies, values, sign * goodEnough, sign < 0);
    }

    private RobustnessTable(IReadOnlyList<string> policies, double[][] outcomes, double goodEnough, bool negated)
    {
        _policies = policies;
        IReadOnlyList<double> regret = Robustness.MinimaxRegret(outcomes);
        IReadOnlyList<double> percentile = Robustness.PercentileRegret(outcomes, Percentile);
        double back = negated ? -1 : 1;
        _values = [.. outcomes.Select((o, i) => new[]
        {
            back * Robustness.Maximin(o), back * Robustness.Maximax(o), back * Robustness.Hurwicz(o, Pessimism),
            back * Robustness.Laplace(o), Robustness.MeanVariance(o),
            double.IsNaN(goodEnough) ? double.NaN : Robustness.Satisficing(o, goodEnough),
            -regret[i], -percentile[i],
        })];
    }

    public void Write(Terminal terminal, string outcome)
    {
        string title = Words.RobustnessOf(VerdictText.LabelOf(outcome));
        Table table = new Table().Border(TableBorder.Simple).Title(SafeText.Markup(title));
        table.AddColumn("");
        foreach (string policy in _policies) table.AddColumn(new TableColumn(SafeText.Markup(policy)).RightAligned());
        foreach (int m in Defined)
            table.AddRow([Words.RobustnessMeasure(Measures[m]), .. _values.Select(v => IndicatorText.Number(v[m]))]);
        terminal.Screen.Write(table);
    }

    public object Json() => _policies.Select((policy, i) => new
    {
        policy,
        values = Defined.ToDictionary(m => Measures[m], m => _values[i][m]),
    });

    private IEnumerable<int> Defined => Enumerable.Range(0, Measures.Length).Where(m => _values.All(v => double.IsFinite(v[m])));
}
