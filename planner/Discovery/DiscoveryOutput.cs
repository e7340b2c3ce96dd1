using System.Globalization;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Discovery;

/// <summary>What PRIM found, for people and as JSON.</summary>
internal sealed class DiscoveryOutput(
    CaseTable table, IReadOnlyList<FoundBox> way, int chosen, IReadOnlyList<Reproduced> again)
{
    private FoundBox Box => way[chosen];

    public void Write(Terminal terminal)
    {
        Table tradeOff = New([Words.BoxNumber, Words.Coverage, Words.Density, Words.Mass, Words.Limited]);
        for (int i = 0; i < way.Count; i++)
        {
            FoundBox box = way[i];
            string mark = i == chosen ? "→ " : "";
            tradeOff.AddRow($"{mark}{i}", Share(box.Coverage), Share(box.Density), Share(box.Mass),
                SafeText.Markup(string.Join(", ", box.Restricted.Select(d => table.Conditions[d].Name))));
        }
        terminal.Screen.Write(tradeOff);
        if (Box.Restricted.Count == 0)
        {
            terminal.Write($"{Words.NoBox}");
            return;
        }
        terminal.Write($"{Words.BoxIs(chosen, Share(Box.Coverage), Share(Box.Density))}");
        Table limits = New([Words.Factor, Words.Limits, "quasi-p", Words.FoundAgain]);
        foreach (int d in Box.Restricted)
        {
            (double? low, double? high) = Box.QuasiP(table, d);
            limits.AddRow(SafeText.Markup(table.Conditions[d].Name), SafeText.Markup(LimitText(d)),
                string.Join(", ", new[] { low, high }.OfType<double>().Select(Number)),
                $"{Share(again[d].AtCoverage)} / {Share(again[d].AtDensity)}");
        }
        terminal.Screen.Write(limits);
    }

    public object Json() => new
    {
        cases = table.Count,
        of_interest = table.OfInterest,
        box = chosen,
        boxes = way.Select(b => new
        {
            coverage = b.Coverage,
            density = b.Density,
            mass = b.Mass,
            limits = b.Restricted.Select(d => LimitJson(b, d)),
        }),
        reproduced = Box.Restricted.Select(d => new
        {
            factor = table.Conditions[d].Name,
            at_coverage = again[d].AtCoverage,
            at_density = again[d].AtDensity,
        }),
    };

    private object LimitJson(FoundBox box, int d)
    {
        Condition condition = table.Conditions[d];
        Limit limit = box.Box.Limits[d];
        (double? low, double? high) = box.QuasiP(table, d);
        return condition.Kind == ConditionKind.Category
            ? new { factor = condition.Name, values = Allowed(d), quasi_p = low }
            : new { factor = condition.Name, low = limit.Low, high = limit.High, quasi_p_low = low, quasi_p_high = high };
    }

    private string LimitText(int d)
    {
        Limit limit = Box.Box.Limits[d], whole = table.Whole.Limits[d];
        if (table.Conditions[d].Kind == ConditionKind.Category) return string.Join(", ", Allowed(d));
        return limit.Low.Equals(whole.Low) ? $"≤ {Number(limit.High)}"
            : limit.High.Equals(whole.High) ? $"≥ {Number(limit.Low)}"
            : $"{Number(limit.Low)} … {Number(limit.High)}";
    }

    private IEnumerable<string> Allowed(int d) =>
        table.Conditions[d].Names.Where((_, i) => Box.Box.Limits[d].Contains(ConditionKind.Category, i));

    private static Table New(IReadOnlyList<string> columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in columns) table.AddColumn(SafeText.Markup(column));
        return table;
    }

    private static string Share(double value) => value.ToString("0.0%", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
