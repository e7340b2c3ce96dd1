using System.Globalization;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Towns;

/// <summary>Directed pairs of residents with what is known about each pair, read from an edge list.</summary>
public sealed class DyadTable
{
    private readonly Table table;

    private DyadTable(Table table, IReadOnlyList<(int From, int To)> pairs, IReadOnlyList<bool> tied)
    {
        this.table = table;
        Pairs = pairs;
        Tied = tied;
    }

    /// <summary>Indices into the residents' file order, in the order of the rows.</summary>
    public IReadOnlyList<(int From, int To)> Pairs { get; }

    /// <summary>For each pair whether all reports agree that there is a tie.</summary>
    public IReadOnlyList<bool> Tied { get; }

    /// <summary>The pairs that are tied.</summary>
    public IEnumerable<(int From, int To)> Ties => Pairs.Where((_, i) => Tied[i]);

    /// <param name="source">Which file and columns.</param>
    /// <param name="residents">Index of each resident by the file's id.</param>
    /// <exception cref="InputException">A column is missing, a pair stands twice, or a cell is wrong.</exception>
    public static DyadTable Read(NetworkSource source, IReadOnlyDictionary<string, int> residents)
    {
        Table table = Table.Read(source.Dyads, ImportLimits.Ties);
        PersonalData.Refuse(table);
        int from = Named(table, source.From), to = Named(table, source.To);
        int[] reports = [.. source.Reports.Select(r => Named(table, r))];
        var pairs = new List<(int, int)>(table.Rows.Count);
        var tied = new List<bool>(table.Rows.Count);
        var seen = new Dictionary<(int, int), int>();
        foreach (TableRow row in table.Rows)
        {
            (int From, int To) pair = (Known(row, from), Known(row, to));
            if (pair.From == pair.To)
                throw table.Error(row.Line, to, Table.Text(row, to), $"somebody else than in \"{source.From}\"");
            if (!seen.TryAdd(pair, row.Line))
            {
                throw table.Error(row.Line, to, $"{Table.Text(row, from)} to {Table.Text(row, to)}",
                    $"a pair once (line {seen[pair]} has it)");
            }
            pairs.Add(pair);
            bool all = true;
            foreach (int report in reports) all &= Report(row, report);
            tied.Add(all);
        }
        return new DyadTable(table, pairs, tied);

        int Known(TableRow row, int column)
        {
            string id = table.Required(row, column);
            return residents.TryGetValue(id, out int index)
                ? index
                : throw table.Error(row.Line, column, id, "the id of a resident");
        }

        bool Report(TableRow row, int column) => Table.Text(row, column) switch
        {
            "1" => true,
            "0" or "" or "NA" => false,
            var other => throw table.Error(row.Line, column, other, "0, 1 or NA"),
        };
    }

    /// <summary>A numeric column, one value per pair; NaN where it says NA or nothing.</summary>
    public IReadOnlyList<double> Covariate(string name)
    {
        int column = Named(table, name);
        return [.. table.Rows.Select(row => Table.Text(row, column) switch
        {
            "" or "NA" => double.NaN,
            var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double v) => v,
            var text => throw table.Error(row.Line, column, text, "a number or NA"),
        })];
    }

    /// <summary>Where the one column of this name stands; spelling counts, since the user named it.</summary>
    internal static int Named(Table table, string name)
    {
        int found = -1;
        for (int i = 0; i < table.Headers.Count; i++)
        {
            if (table.Headers[i].Trim() != name) continue;
            if (found >= 0) throw table.Error(table.HeaderLine, name, $"column \"{name}\" only once");
            found = i;
        }
        return found >= 0
            ? found
            : throw table.Error(table.HeaderLine, string.Join(", ", table.Headers), $"a column \"{name}\"");
    }
}
