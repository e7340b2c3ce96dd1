using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jinlin.Model.Policy;
using Jinlin.Planner.Reports;

namespace Jinlin.Planner.Runs;

/// <summary>
/// Where a run leaves its results. Everything is written into a folder beside the final one, which is renamed when
/// all of it is there; the manifest is written last, with the hashes of the other files.
/// </summary>
public static class RunFolder
{
    public const string Manifest = "manifest.json", Database = "results.duckdb", Report = "report.html";

    /// <summary>Summaries of all replications, from which the report can be written again.</summary>
    public const string Summaries = "summaries.json";

    /// <summary>
    /// The folder of a run without <c>--out</c>: <c>runs/NAME-POLICIES-SEED</c>, with a number behind it where that is
    /// taken.
    /// </summary>
    public static string DefaultPath(Scenario scenario, ulong seed)
    {
        string name = FileName(string.Join('-', [scenario.Name, .. scenario.Policies.Select(p => p.Name)]));
        string stem = Path.Combine("runs", $"{name}-{seed}");
        string path = stem;
        for (int n = 2; Path.Exists(path); n++) path = $"{stem}-{n}";
        return path;
    }

    /// <summary>Writes the folder and returns its full path.</summary>
    /// <exception cref="IOException">The folder exists and holds something, or the disk refuses.</exception>
    public static string Write(
        string path, RunResult? first, IReadOnlyList<RunSummary> runs, RunEffort effort, bool chinese)
    {
        path = Path.GetFullPath(path);
        if (IsTaken(path)) throw new IOException($"{path} exists and is not empty");
        return WriteAside(path, aside =>
        {
            ResultsDatabase.Write(Path.Combine(aside, Database), first, runs);
            File.WriteAllText(Path.Combine(aside, Report), RunReport.Write(runs, chinese));
            List<string> written = [Database, Report];
            // Law 8: of consented people only what is shown leaves the program.
            if (runs[0].Inputs.Scenario.Town.Provenance != Model.World.Provenance.Consented)
            {
                File.WriteAllBytes(Path.Combine(aside, Summaries), SummariesFile.Write(runs));
                written.Add(Summaries);
            }
            List<HashedFile> outputs = [.. written.Select(name => HashOf(aside, name))];
            File.WriteAllBytes(Path.Combine(aside, Manifest), RunJson.Manifest(runs, effort, outputs));
        });
    }

    /// <summary>
    /// Lets files be written into a folder beside the final one, which then takes its place; returns the full path.
    /// Nothing is left where writing fails.
    /// </summary>
    internal static string WriteAside(string path, Action<string> write)
    {
        path = Path.GetFullPath(path);
        string parent = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(parent);
        string aside = Path.Combine(parent, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}");
        Directory.CreateDirectory(aside);
        try
        {
            write(aside);
            if (Directory.Exists(path))
            {
                string before = $"{aside}.before";
                Directory.Move(path, before);
                Directory.Move(aside, path);
                Directory.Delete(before, recursive: true);
            }
            else Directory.Move(aside, path);
        }
        catch
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
            throw;
        }
        return path;
    }

    /// <summary>
    /// The first file that is not as it was written, a missing report apart; null if all are. The manifest has the
    /// others' hashes and none of itself.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    internal static string? FirstChanged(string path, JsonElement manifest) => manifest.GetProperty("outputs")
        .EnumerateArray()
        .Select(o => new HashedFile(o.GetProperty("name").GetString()!, o.GetProperty("sha256").GetString()!))
        .FirstOrDefault(f => f.Name != Path.GetFileName(f.Name)
            || (!(f.Name == Report && !File.Exists(Path.Combine(path, f.Name))) && HashOf(path, f.Name) != f))?.Name;

    /// <summary>Puts another report into a folder, its hash with it.</summary>
    internal static void Replace(string path, string report)
    {
        string manifest = Path.Combine(path, Manifest), before = File.ReadAllText(manifest);
        string old = JsonNode.Parse(before)!["outputs"]!.AsArray()
            .First(o => o!["name"]!.GetValue<string>() == Report)!["sha256"]!.GetValue<string>();
        WriteOver(Path.Combine(path, Report), report);
        WriteOver(manifest, before.Replace(old, HashOf(path, Report).Sha256, StringComparison.Ordinal));
    }

    /// <summary>Writes a file aside and renames it over what was there.</summary>
    internal static void WriteOver(string path, string text)
    {
        string aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            File.WriteAllText(aside, text);
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Whether a path cannot become a run's folder: a file, or a folder that holds something.</summary>
    public static bool IsTaken(string path) =>
        File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any());

    internal static HashedFile HashOf(string folder, string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(folder, name));
        return new HashedFile(name, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    /// <summary>Letters, digits and dashes of a name; what else it has becomes a dash.</summary>
    internal static string FileName(string name)
    {
        string safe = new([.. name.Select(c => char.IsLetterOrDigit(c) ? c : '-')]);
        safe = safe.Trim('-');
        return safe.Length == 0 ? "run" : safe.Length > 60 ? safe[..60] : safe;
    }
}
