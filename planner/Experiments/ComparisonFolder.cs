using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// Where a comparison leaves its results: tables, report, and a manifest with their hashes. Written aside and renamed.
/// </summary>
public static class ComparisonFolder
{
    public const string Database = "comparison.duckdb";

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
            foreach (JsonElement output in root.GetProperty("outputs").EnumerateArray())
            {
                string name = output.GetProperty("name").GetString()!;
                // A name with a path in it was not written by this program.
                if (name != Path.GetFileName(name)) throw Taken(path);
                if (RunFolder.HashOf(path, name).Sha256 != output.GetProperty("sha256").GetString())
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
    /// <exception cref="IOException">The disk refuses; what was there before is as it was.</exception>
    public static string Write(string path, Comparison comparison, bool chinese) => RunFolder.WriteAside(path, aside =>
    {
        ComparisonDatabase.Write(Path.Combine(aside, Database), comparison);
        File.WriteAllText(Path.Combine(aside, RunFolder.Report), ComparisonReport.Write(comparison, chinese));
        HashedFile[] outputs = [.. new[] { Database, RunFolder.Report }.Select(name => RunFolder.HashOf(aside, name))];
        File.WriteAllBytes(Path.Combine(aside, RunFolder.Manifest), ComparisonJson.Manifest(comparison, outputs));
    });

    private static InputException Taken(string path) =>
        new(new InputError("--out", 0, SafeText.Quoted(path), Words.SameComparison));
}
