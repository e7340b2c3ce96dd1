using System.Text.Encodings.Web;
using System.Text.Json;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Runs;

/// <summary>The one object of <c>--json</c>, and the manifest of a run's folder.</summary>
public static class RunJson
{
    /// <summary>The manifest's first word.</summary>
    public const string Format = "jinlin-run/1";

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What <c>jinlin run --json</c> prints.</summary>
    public static byte[] Summary(IReadOnlyList<RunSummary> runs, RunEffort effort)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Layout.Encoder }))
        {
            RunSummary first = runs[0];
            json.WriteStartObject();
            json.WriteString("digest", first.Digest);
            json.WriteNumber("seed", first.Inputs.Seed);
            json.WriteNumber("residents", first.Residents);
            json.WriteNumber("neighborhoods", first.Neighborhoods);
            json.WriteNumber("days", first.Days);
            json.WriteNumber("needs_recorded_residents", first.RecordedResidents);
            json.WriteNumber("messages", runs.Sum(r => r.Messages.Sum(m => m.Sent)));
            json.WriteNumber("wall_seconds", effort.WallSeconds);
            json.WriteNumber("cpu_seconds", effort.CpuSeconds);
            json.WriteNumber("peak_bytes", effort.PeakBytes);
            if (runs.Count > 1)
            {
                json.WriteNumber("replications", runs.Count);
                json.WriteStartArray("digests");
                foreach (RunSummary run in runs) json.WriteStringValue(run.Digest);
                json.WriteEndArray();
            }
            WriteIndicators(json, runs);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>The manifest: inputs, their hashes, versions, digest, command, messages by kind.</summary>
    public static byte[] Manifest(
        IReadOnlyList<RunSummary> runs, RunEffort effort, IReadOnlyList<HashedFile> outputs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            RunSummary first = runs[0];
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("disclaimer", Words.Disclaimer);
            json.WriteString("command", first.Inputs.Command);
            json.WriteString("engine", RunInputs.EngineVersion);
            json.WriteString("runtime", Environment.Version.ToString());
            json.WriteString("scenario", first.Inputs.Scenario.Name);
            json.WriteString("town", first.Inputs.Scenario.Town.Name);
            json.WriteString("provenance", first.Inputs.Scenario.Town.Provenance.ToString().ToLowerInvariant());
            json.WriteStartArray("policies");
            foreach (Model.Policy.PolicyPlan policy in first.Inputs.Scenario.Policies)
                json.WriteStringValue(policy.Name);
            json.WriteEndArray();
            json.WriteString("start", first.Inputs.Scenario.Calendar.Start.ToString("yyyy-MM-dd"));
            json.WriteNumber("burn_in_days", first.Inputs.Scenario.BurnInDays);
            json.WriteNumber("horizon_days", first.Inputs.Scenario.HorizonDays);
            json.WriteNumber("days", first.Days);
            json.WriteBoolean("complete", runs.All(r => r.Complete));
            json.WriteNumber("residents", first.Residents);
            json.WriteNumber("neighborhoods", first.Neighborhoods);
            json.WriteNumber("needs_recorded_residents", first.RecordedResidents);
            WriteFiles(json, "inputs", first.Inputs.Files);
            WriteFiles(json, "outputs", outputs);
            json.WriteStartArray("runs");
            foreach (RunSummary run in runs)
            {
                json.WriteStartObject();
                json.WriteNumber("seed", run.Inputs.Seed);
                json.WriteString("digest", run.Digest);
                json.WriteNumber("messages", run.Messages.Sum(m => m.Sent));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject("messages_by_kind");
            foreach (MessageCount message in first.Messages) json.WriteNumber(message.Kind, message.Sent);
            json.WriteEndObject();
            json.WriteStartObject("effort");
            json.WriteNumber("wall_seconds", Math.Round(effort.WallSeconds, 3));
            json.WriteNumber("cpu_seconds", Math.Round(effort.CpuSeconds, 3));
            json.WriteNumber("peak_bytes", effort.PeakBytes);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IReadOnlyList<HashedFile> files)
    {
        json.WriteStartArray(name);
        foreach (HashedFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>
    /// One number per indicator; groups in an object of their own; an interval where there are several seeds.
    /// </summary>
    private static void WriteIndicators(Utf8JsonWriter json, IReadOnlyList<RunSummary> runs)
    {
        json.WriteStartObject("indicators");
        foreach (Indicator indicator in IndicatorList.All)
        {
            json.WritePropertyName(indicator.Id);
            WriteMean(json, runs, indicator, 0, m => m.Mean);
        }
        json.WriteEndObject();
        json.WriteStartObject("indicators_by_group");
        foreach (Indicator indicator in IndicatorList.All.Where(i => i.ByGroup))
        {
            json.WriteStartObject(indicator.Id);
            for (int g = 1; g < Tally.GroupCount; g++)
            {
                json.WritePropertyName(IndicatorCatalog.Groups[g]);
                WriteMean(json, runs, indicator, g, m => m.Mean);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (runs.Count < 2) return;
        json.WriteStartObject("half_width_95");
        foreach (Indicator indicator in IndicatorList.All)
        {
            json.WritePropertyName(indicator.Id);
            WriteMean(json, runs, indicator, 0, m => m.Half);
        }
        json.WriteEndObject();
    }

    private static void WriteMean(
        Utf8JsonWriter json, IReadOnlyList<RunSummary> runs, Indicator indicator, int group,
        Func<MeanInterval, double> part) =>
        json.WriteIndicator(part(MeanInterval.Of(runs.Select(r => r.Shown(indicator, group)))));
}
