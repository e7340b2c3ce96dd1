using System.Globalization;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Networks;

/// <summary>Which columns of an edge list say what.</summary>
public sealed record NetworkColumns
{
    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>Reports of the same tie, 0 or 1: a tie is one on which all agree. None: every row is a tie.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>Numbers about a pair; <c>log:</c> before the name takes log(1 + x), for distances.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>The covariate by whose bins P(tie) is told; null: none.</summary>
    public string? By { get; init; }

    /// <summary>A table of people, and its column of ids; null: people are whoever the edge list names.</summary>
    public (string File, string Id)? People { get; init; }

    /// <summary>Numbers about people; each becomes what the giver has, what the receiver has, and the distance of both.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];
}

/// <summary>A network that was read: its pairs, and the covariate by which ties are counted.</summary>
/// <param name="By">Of each pair of <paramref name="Dyads"/>, in both directions; empty without one.</param>
/// <param name="Dropped">Unordered pairs left out because something about them is unknown.</param>
public sealed record NetworkFile(Dyads Dyads, IReadOnlyList<(double Forth, double Back)> By, int Dropped)
{
    private const string Log = "log:";

    /// <exception cref="InputException">A column is missing, a person unknown, a pair twice, a cell wrong.</exception>
    public static NetworkFile Read(string path, NetworkColumns columns)
    {
        Table edges = Table.Read(path, ImportLimits.Ties);
        Dictionary<string, int> people = columns.People is { } list
            ? People(Table.Read(list.File, ImportLimits.Residents), list.Id)
            : Named(edges, columns);
        if (people.Count < 3) throw new InputException(new InputError(path, 0, $"{people.Count}", Words.ThreePeople));
        DyadTable table = DyadTable.Read(
            new NetworkSource
            {
                Name = path, Residents = path, Dyads = path, Provenance = Provenance.Consented, CensusYear = 0,
                From = columns.From, To = columns.To, Reports = columns.Ties,
            },
            people);
        double[][] covariates = [.. columns.Covariates.Select(c => Covariate(table, edges, c))];
        double[] by = columns.By is { } name ? Covariate(table, edges, name) : [];
        double[][] attributes = Attributes(columns, people);
        string[] names =
        [
            .. columns.Covariates,
            .. columns.Attributes.SelectMany(a => new[] { $"{a}, giver", $"{a}, receiver", $"{a}, difference" }),
        ];
        return Pairs(table, people.Count, names, covariates, attributes, by);
    }

    private static NetworkFile Pairs(
        DyadTable table, int people, string[] names, double[][] covariates, double[][] attributes, double[] by)
    {
        var rows = new Dictionary<(int, int), int>();
        for (int r = 0; r < table.Pairs.Count; r++) rows[table.Pairs[r]] = r;
        var dyads = new List<Dyad>();
        var told = new List<(double, double)>();
        int dropped = 0;
        for (int i = 0; i < people; i++)
        {
            for (int j = i + 1; j < people; j++)
            {
                int? forth = rows.TryGetValue((i, j), out int f) ? f : null;
                int? back = rows.TryGetValue((j, i), out int b) ? b : null;
                double[] there = Of(forth, i, j), again = Of(back, j, i);
                if (!there.All(double.IsFinite) || !again.All(double.IsFinite))
                {
                    dropped++;
                    continue;
                }
                dyads.Add(new Dyad(i, j, forth is { } fr && table.Tied[fr], back is { } br && table.Tied[br], there, again));
                if (by.Length > 0)
                    told.Add((forth is { } x ? by[x] : double.NaN, back is { } y ? by[y] : double.NaN));
            }
        }
        return new NetworkFile(new Dyads(people, names, dyads), told, dropped);

        double[] Of(int? row, int from, int to) =>
        [
            .. covariates.Select(c => row is { } r ? c[r] : double.NaN),
            .. attributes.SelectMany(a => new[] { a[from], a[to], Math.Abs(a[from] - a[to]) }),
        ];
    }

    private static double[] Covariate(DyadTable table, Table edges, string name)
    {
        bool log = name.StartsWith(Log, StringComparison.Ordinal);
        string column = log ? name[Log.Length..] : name;
        IReadOnlyList<double> values = table.Covariate(column);
        if (!log) return [.. values];
        int at = DyadTable.Named(edges, column);
        return [.. values.Select((v, r) => v < 0
            ? throw edges.Error(edges.Rows[r].Line, at, Table.Text(edges.Rows[r], at), Words.NotNegative)
            : Math.Log(1 + v))];
    }

    private static double[][] Attributes(NetworkColumns columns, Dictionary<string, int> people)
    {
        if (columns.Attributes.Count == 0) return [];
        Table table = Table.Read(columns.People!.Value.File, ImportLimits.Residents);
        int id = DyadTable.Named(table, columns.People.Value.Id);
        return [.. columns.Attributes.Select(name =>
        {
            int column = DyadTable.Named(table, name);
            var values = new double[people.Count];
            foreach (TableRow row in table.Rows)
            {
                string cell = Table.Text(row, column);
                values[people[Table.Text(row, id)]] = cell is "" or "NA" ? double.NaN
                    : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
                    : throw table.Error(row.Line, column, cell, Words.ANumberOrNone);
            }
            return values;
        })];
    }

    private static Dictionary<string, int> People(Table table, string id)
    {
        PersonalData.Refuse(table);
        int column = DyadTable.Named(table, id);
        var people = new Dictionary<string, int>();
        foreach (TableRow row in table.Rows)
        {
            string name = table.Required(row, column);
            if (!people.TryAdd(name, people.Count)) throw table.Error(row.Line, column, name, Words.IdOnce);
        }
        return people;
    }

    private static Dictionary<string, int> Named(Table table, NetworkColumns columns)
    {
        int from = DyadTable.Named(table, columns.From), to = DyadTable.Named(table, columns.To);
        var people = new Dictionary<string, int>();
        foreach (TableRow row in table.Rows)
        {
            people.TryAdd(table.Required(row, from), people.Count);
            people.TryAdd(table.Required(row, to), people.Count);
        }
        return people;
    }
}
