using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Discovery;

/// <summary>
/// What a sweep found, read from its folder: a case for each point, with the mean over its seeds of each outcome under
/// each policy.
/// </summary>
public sealed class SweptCases
{
    private readonly Dictionary<(string Policy, string Outcome), double[]> _means;

    private SweptCases(
        string name, IReadOnlyList<string> policies, IReadOnlyList<string> outcomes, IReadOnlyList<Condition> conditions,
        Dictionary<(string, string), double[]> means) =>
        (Name, Policies, Outcomes, Conditions, _means) = (name, policies, outcomes, conditions, means);

    public string Name { get; }

    /// <summary>The baseline first.</summary>
    public IReadOnlyList<string> Policies { get; }

    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>The factors, with their value at each point.</summary>
    public IReadOnlyList<Condition> Conditions { get; }

    /// <summary>By point; NaN where a run failed or has no value.</summary>
    public IReadOnlyList<double> Means(string policy, string outcome) => _means[(policy, outcome)];

    /// <exception cref="InputException">It is no folder of a finished sweep, or its table was changed.</exception>
    public static SweptCases Read(string folder)
    {
        string path = Path.Combine(folder, RunFolder.Manifest), table = Path.Combine(folder, SweepFolder.Table);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = json.RootElement;
            if (root.GetProperty("format").GetString() != SweepFolder.Format) throw Other(folder);
            string hash = root.GetProperty("outputs")[0].GetProperty("sha256").GetString()!;
            if (RunFolder.HashOf(folder, SweepFolder.Table).Sha256 != hash)
                throw new InputException(new InputError(table, 0, Words.ChangedFile(SweepFolder.Table), Words.UnchangedFolder));
            return Read(root, CsvTable.Parse(table, File.ReadAllText(table), (int)SweepPlan.MostRuns));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Other(folder);
        }
    }

    private static SweptCases Read(JsonElement root, Table table)
    {
        string[] policies = [.. root.GetProperty("policies").EnumerateArray().Select(p => p.GetString()!)];
        string[] outcomes = [.. root.GetProperty("outcomes").EnumerateArray().Select(o => o.GetString()!)];
        int points = root.GetProperty("points").GetInt32(), seeds = root.GetProperty("seeds").GetInt32();
        int leading = SweepFolder.Leading.Length, at = leading;
        var conditions = new List<Condition>();
        foreach (JsonElement factor in root.GetProperty("factors").EnumerateArray())
        {
            ConditionKind kind = Enum.Parse<ConditionKind>(factor.GetProperty("kind").GetString()!, ignoreCase: true);
            string[] names = kind == ConditionKind.Category
                ? [.. factor.GetProperty("values").EnumerateArray().Select(v => v.GetString()!)]
                : [];
            int column = at++;
            IEnumerable<string> cells = Enumerable.Range(0, points)
                .Select(p => table.Rows[p * seeds * policies.Length].Cells[column]);
            conditions.Add(new Condition(factor.GetProperty("name").GetString()!, kind,
                [.. cells.Select(c => kind == ConditionKind.Category ? Array.IndexOf(names, c) : Number(c))])
            {
                Names = names,
            });
        }
        var means = new Dictionary<(string, string), double[]>();
        foreach ((string policy, int world) in policies.Select((p, i) => (p, i)))
        {
            foreach ((string outcome, int column) in outcomes.Select((o, i) => (o, at + i)))
            {
                means[(policy, outcome)] = [.. Enumerable.Range(0, points).Select(p => Enumerable.Range(0, seeds)
                    .Average(s => Number(table.Rows[(((p * seeds) + s) * policies.Length) + world].Cells[column])))];
            }
        }
        return new SweptCases(root.GetProperty("name").GetString()!, policies, outcomes, conditions, means);
    }

    private static double Number(string cell) =>
        cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    private static InputException Other(string folder) =>
        new(new InputError(folder, 0, Words.Nothing, Words.SweptFolder));
}
