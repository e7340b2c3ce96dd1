using System.Globalization;
using System.Text;
using System.Text.Json;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Sweeps;

/// <summary>
/// Where a sweep leaves its results: a journal from the first run on, and at the end <c>runs.csv</c> with a row for each
/// run (its point, seed, policy, factors and outcomes) and a manifest. Same inputs, same bytes.
/// </summary>
public static class SweepFolder
{
    public const string Table = "runs.csv", Format = "jinlin-sweep/1";

    /// <summary>Columns before the factors.</summary>
    internal static readonly string[] Leading = ["point", "seed", "policy", "status"];

    /// <summary>The folder of a sweep without <c>--out</c>.</summary>
    public static string DefaultPath(SweepPlan plan) => Path.Combine("runs", RunFolder.FileName(plan.Name));

    /// <summary>Refuses a folder that holds something else.</summary>
    /// <exception cref="InputException">It is refused; nothing is touched.</exception>
    public static void Check(string path)
    {
        if (RunFolder.IsTaken(path) && !File.Exists(Path.Combine(path, SweepJournal.FileName)))
            throw new InputException(new InputError("--out", 0, SafeText.Quoted(path), Words.SameSweep));
    }

    /// <summary>Writes table and manifest beside the journal; the manifest last.</summary>
    /// <exception cref="InputException">The disk refuses; what was there before is as it was.</exception>
    public static void Write(string path, SweepPlan plan, Sweep sweep)
    {
        try
        {
            WriteAside(Path.Combine(path, Table), file => WriteTable(file, plan, sweep));
            WriteAside(Path.Combine(path, RunFolder.Manifest),
                file => file.Write(Manifest(plan, sweep, RunFolder.HashOf(path, Table))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputError(path, 0, SafeText.Quoted(e.Message), Words.WritableFolder));
        }
    }

    private static void WriteTable(Stream file, SweepPlan plan, Sweep sweep)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(string.Join(',', Leading.Concat(plan.Factors.Select(f => f.Name))
            .Concat(plan.Outcomes.Select(o => o.Name)).Select(SafeText.Csv)));
        for (long point = 0; point < plan.Design.Points; point++)
        {
            for (int seed = 0; seed < plan.Seeds; seed++)
            {
                for (int world = 0; world < plan.Worlds.Count; world++)
                    text.WriteLine(Row(plan, point, seed, world, sweep.Outcomes(point, seed, world)));
            }
        }
    }

    /// <summary>A row of the table.</summary>
    /// <param name="outcomes">Null: the run failed.</param>
    internal static string Row(SweepPlan plan, long point, int seed, int world, IReadOnlyList<double>? outcomes)
    {
        string factors = string.Join(',', plan.Factors.Zip(plan.Values(point), (f, v) => SafeText.Csv(f.Shown(v))));
        return string.Create(CultureInfo.InvariantCulture,
            $"{point},{plan.SeedOf(seed)},{SafeText.Csv(plan.Worlds[world].Name)}," +
            $"{(outcomes is null ? "failed" : "done")},{factors},{Cells(outcomes, plan.Outcomes.Count)}");
    }

    private static string Cells(IReadOnlyList<double>? outcomes, int count) => string.Join(',',
        Enumerable.Range(0, count).Select(i => outcomes is { } o && double.IsFinite(o[i])
            ? o[i].ToString("R", CultureInfo.InvariantCulture) : ""));

    private static byte[] Manifest(SweepPlan plan, Sweep sweep, HashedFile table)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("notice", Words.Disclaimer);
            json.WriteString("name", plan.Name);
            json.WriteString("command", plan.Command);
            json.WriteString("engine", RunInputs.EngineVersion);
            json.WriteNumber("seed", plan.Seed);
            json.WriteNumber("seeds", plan.Seeds);
            json.WriteString("design", plan.Design.Kind);
            json.WriteNumber("points", plan.Design.Points);
            json.WriteNumber("runs", plan.Runs);
            json.WriteStartArray("policies");
            foreach (SweepWorld world in plan.Worlds) json.WriteStringValue(world.Name);
            json.WriteEndArray();
            json.WriteStartArray("factors");
            foreach (Factor factor in plan.Factors) Write(json, factor);
            json.WriteEndArray();
            json.WriteStartArray("outcomes");
            foreach (Measure outcome in plan.Outcomes) json.WriteStringValue(outcome.Name);
            json.WriteEndArray();
            json.WriteStartArray("failed");
            foreach (FailedRun failed in sweep.Failures)
            {
                json.WriteStartObject();
                json.WriteNumber("point", failed.Point);
                json.WriteNumber("seed", failed.Seed);
                json.WriteString("policy", failed.World);
                json.WriteString("why", failed.Why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("inputs");
            foreach (HashedFile file in plan.Files) Write(json, file);
            json.WriteEndArray();
            json.WriteStartArray("outputs");
            Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, Factor factor)
    {
        json.WriteStartObject();
        json.WriteString("name", factor.Name);
        json.WriteString("kind", $"{factor.Kind}".ToLowerInvariant());
        if (factor.Levels.Count > 0)
        {
            json.WriteStartArray("values");
            foreach (double level in factor.Levels) json.WriteStringValue(factor.Shown(level));
            json.WriteEndArray();
        }
        else
        {
            json.WriteNumber("low", factor.Low);
            json.WriteNumber("high", factor.High);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, HashedFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", file.Name);
        json.WriteString("sha256", file.Sha256);
        json.WriteEndObject();
    }

    private static void WriteAside(string path, Action<Stream> write)
    {
        string aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            using (FileStream file = File.Create(aside)) write(file);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }
}
