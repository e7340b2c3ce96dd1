using System.Globalization;
using System.Text;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Calibration;

/// <summary>
/// Draws of coefficients that agree with the targets, with their weights: a file that a comparison can draw from.
/// </summary>
public sealed class Posterior
{
    private const string WeightColumn = "weight";

    private const int MostDraws = 100_000;

    /// <summary>Marks the draw of a row, apart from every purpose of a model.</summary>
    private const uint Purpose = 0xA5500A12;

    private readonly IReadOnlyList<ParameterName> _names;
    private readonly IReadOnlyList<double[]> _draws;
    private readonly double[] _cumulated;

    private Posterior(IReadOnlyList<ParameterName> names, IReadOnlyList<double[]> draws, IEnumerable<double> weights)
    {
        (_names, _draws) = (names, draws);
        double sum = 0;
        _cumulated = [.. weights.Select(w => sum += w)];
    }

    /// <summary>The scenario with one of the draws, by weight; the same seed gives the same one.</summary>
    public Scenario Of(Scenario scenario, ulong seed)
    {
        double u = new Chance(seed).Uniform(0, 0, Purpose) * _cumulated[^1];
        double[] draw = _draws[Array.FindIndex(_cumulated, c => c >= u)];
        foreach ((ParameterName name, double value) in _names.Zip(draw))
            scenario = new Factor.OfParameter(name).In(scenario, value);
        return scenario;
    }

    /// <summary>As CSV: a column for the weight, then one for each coefficient.</summary>
    public static string Write(IReadOnlyList<string> names, IReadOnlyList<(double Weight, double[] Values)> draws)
    {
        var text = new StringBuilder().AppendJoin(',', [WeightColumn, .. names]).Append('\n');
        foreach ((double weight, double[] values) in draws)
        {
            text.AppendJoin(',', values.Prepend(weight).Select(v => v.ToString("R", CultureInfo.InvariantCulture)))
                .Append('\n');
        }
        return text.ToString();
    }

    /// <exception cref="InputException">A column is no coefficient, or a cell is out of its range.</exception>
    public static Posterior Read(string path)
    {
        Table table = Table.Read(path, MostDraws);
        int weight = DyadTable.Named(table, WeightColumn);
        var names = new List<(ParameterName Name, int Column)>();
        for (int c = 0; c < table.Headers.Count; c++)
        {
            string header = table.Headers[c].Trim();
            if (c == weight) continue;
            names.Add((ParameterNames.All.FirstOrDefault(p => p.Name == header)
                ?? throw table.Error(table.HeaderLine, header,
                    Words.KnownParameter(header, [.. ParameterNames.All.Select(p => p.Name)])), c));
        }
        if (table.Rows.Count == 0) throw table.Error(table.HeaderLine, Words.Nothing, Words.ADraw);
        double[] weights = [.. table.Rows.Select(row => Number(row, weight, 0, double.MaxValue))];
        if (!(weights.Sum() > 0)) throw table.Error(table.HeaderLine, WeightColumn, Words.ADraw);
        return new Posterior(
            [.. names.Select(n => n.Name)],
            [.. table.Rows.Select(row =>
                names.Select(n => Number(row, n.Column, n.Name.Info.Low, n.Name.Info.High)).ToArray())],
            weights);

        double Number(TableRow row, int column, double low, double high)
        {
            string cell = Table.Text(row, column);
            return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                && value >= low && value <= high
                ? value
                : throw table.Error(row.Line, column, cell, Words.Number(low, high));
        }
    }
}
