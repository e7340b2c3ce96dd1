using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// Where a comparison leaves its results: tables, report, manifest, all replications (but of consented people), and
/// the hashes of these. Written aside and renamed. All have the same bytes for the same inputs but the database: its
/// content is the same, and DuckDB leaves unused parts of its pages as they were in memory.
/// </summary>
public static class ComparisonFolder
{
    public const string Database = "comparison.duckdb";

    /// <summary>Every replication, from which the report can be written again.</summary>
    public const string Replications = "replications.bin";

    /// <summary>The report's stories as they were told; there only if any were.</summary>
    public const string Stories = "stories.html";

    /// <summary>As <c>sha256sum --check</c> reads it.</summary>
    public const string Hashes = "sha256sums.txt";

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
            if (FirstChanged(path) is { } changed)
                throw new InputException(new InputError(path, 0, Words.ChangedFile(changed), Words.UnchangedFolder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw Taken(path);
        }
    }

    /// <summary>The first file that is not as it was written; null if all are.</summary>
    /// <param name="least">A file that may be missing, or null.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static string? FirstChanged(string path, string? least = null)
    {
        string[] lines = File.ReadAllLines(Path.Combine(path, Hashes));
        string[] always = [RunFolder.Manifest, RunFolder.Report, Database];
        IEnumerable<string> listed = lines.Select(l => l[(l.IndexOf("  ", StringComparison.Ordinal) + 2)..])
            .Where(name => name == Path.GetFileName(name));
        return always.Union(listed).FirstOrDefault(name =>
            !(name == least && !File.Exists(Path.Combine(path, name))) && !lines.Contains(Line(path, name)));
    }

    /// <summary>Writes the folder, in the place of an earlier one, and returns its full path.</summary>
    /// <param name="stories">The report's section of stories; null: none.</param>
    /// <exception cref="IOException">The disk refuses; what was there before is as it was.</exception>
    public static string Write(
        string path, Comparison comparison, bool chinese, string? stories = null) => RunFolder.WriteAside(path, aside =>
    {
        // Law 8: of consented people only what is shown leaves the program.
        bool keepsReplications = comparison.Plan.Scenario.Town.Provenance != Model.World.Provenance.Consented;
        Task others = Task.WhenAll(
            Task.Run(() => ComparisonDatabase.Write(Path.Combine(aside, Database), comparison)),
            Task.Run(() =>
            {
                if (!keepsReplications) return;
                using FileStream file = File.Create(Path.Combine(aside, Replications));
                ComparisonFile.Write(file, comparison);
            }));
        try
        {
            File.WriteAllText(Path.Combine(aside, RunFolder.Report), ComparisonReport.Write(comparison, chinese, stories));
        }
        finally
        {
            others.GetAwaiter().GetResult();
        }
        File.WriteAllBytes(Path.Combine(aside, RunFolder.Manifest), ComparisonJson.Manifest(comparison));
        List<string> written = [RunFolder.Manifest, RunFolder.Report, Database];
        if (stories is not null)
        {
            File.WriteAllText(Path.Combine(aside, Stories), stories);
            written.Add(Stories);
        }
        if (keepsReplications) written.Add(Replications);
        File.WriteAllLines(Path.Combine(aside, Hashes), written.Select(name => Line(aside, name)));
    });

    /// <summary>Puts another report into a folder, its hash with it.</summary>
    internal static void Replace(string path, string report)
    {
        RunFolder.WriteOver(Path.Combine(path, RunFolder.Report), report);
        IEnumerable<string> lines = File.ReadAllLines(Path.Combine(path, Hashes)).Select(l =>
            l.EndsWith($"  {RunFolder.Report}", StringComparison.Ordinal) ? Line(path, RunFolder.Report) : l);
        RunFolder.WriteOver(
            Path.Combine(path, Hashes), string.Concat(lines.Select(l => l + Environment.NewLine)));
    }

    private static string Line(string folder, string name) => $"{RunFolder.HashOf(folder, name).Sha256}  {name}";

    private static InputException Taken(string path) =>
        new(new InputError("--out", 0, SafeText.Quoted(path), Words.SameComparison));
}
