using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// Where a comparison leaves its results: tables, report, manifest, and the hashes of these three. Written aside and
/// renamed. Report and manifest have the same bytes for the same inputs; the database has the same content, but
/// DuckDB leaves unused parts of its pages as they were in memory.
/// </summary>
public static class ComparisonFolder
{
    public const string Database = "comparison.duckdb";

    /// <summary>As <c>sha256sum --check</c> reads it.</summary>
    public const string Hashes = "sha256sums.txt";

    private static readonly string[] Hashed = [RunFolder.Manifest, RunFolder.Report, Database];

    /// <summary>
    /// Refuses a folder that holds something else, another comparison, or files that somebody has changed.
    /// </summary>
    /// <exception cref="InputException">It is refused; nothing is touched.</exception>
    public static void Check(string path, string command)
    {
        if (!RunFolder.IsTaken(path)) return;
        string manifest = Path.Combine(path, RunFolder.Manifest);
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            JsonElement root = json.RootElement;
            if (root.GetProperty("format").GetString() != ComparisonJson.Format
                || root.GetProperty("command").GetString() != command) throw Taken(path);
            string[] lines = File.ReadAllLines(Path.Combine(path, Hashes));
            foreach (string name in Hashed)
            {
                if (!lines.Contains(Line(path, name)))
                    throw new InputException(new InputError(path, 0, Words.ChangedFile(name), Words.UnchangedFolder));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw Taken(path);
        }
    }

    /// <summary>Writes the folder, in the place of an earlier one, and returns its full path.</summary>
    /// <param name="stories">The report's section of stories; null: none.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is as it was.</exception>
    public static string Write(
        string path, Comparison comparison, bool chinese, string? stories = null) => RunFolder.WriteAside(path, aside =>
    {
        Task database = Task.Run(() => ComparisonDatabase.Write(Path.Combine(aside, Database), comparison));
        try
        {
            File.WriteAllText(Path.Combine(aside, RunFolder.Report), ComparisonReport.Write(comparison, chinese, stories));
        }
        finally
        {
            database.GetAwaiter().GetResult();
        }
        File.WriteAllBytes(Path.Combine(aside, RunFolder.Manifest), ComparisonJson.Manifest(comparison));
        File.WriteAllLines(Path.Combine(aside, Hashes), Hashed.Select(name => Line(aside, name)));
    });

    private static string Line(string folder, string name) => $"{RunFolder.HashOf(folder, name).Sha256}  {name}";

    private static InputException Taken(string path) =>
        new(new InputError("--out", 0, SafeText.Quoted(path), Words.SameComparison));
}
