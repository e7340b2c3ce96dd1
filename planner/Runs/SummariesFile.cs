using System.Text.Json;
using Jinlin.Model.Policy;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Runs;

/// <summary>All that a run's report follows from, in one file: inputs, and the summary of every replication.</summary>
public static class SummariesFile
{
    public static byte[] Write(IReadOnlyList<RunSummary> runs)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            RunInputs inputs = runs[0].Inputs;
            json.WriteStartObject();
            json.WriteString("engine", RunInputs.EngineVersion);
            json.WritePropertyName("scenario");
            json.WriteRawValue(ScenarioBytes.Write(inputs.Scenario));
            json.WritePropertyName("files");
            JsonSerializer.Serialize(json, inputs.Files);
            json.WriteStartArray("runs");
            foreach (RunSummary run in runs)
            {
                json.WriteStartObject();
                json.WriteNumber("seed", run.Inputs.Seed);
                json.WriteString("command", run.Inputs.Command);
                json.WritePropertyName("summary");
                json.WriteRawValue(run.ToBytes());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    /// <exception cref="InvalidDataException">Another engine made it, or it is something else.</exception>
    public static IReadOnlyList<RunSummary> Read(byte[] file)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(file);
            JsonElement root = json.RootElement;
            RunInputs.CheckEngine(root.GetProperty("engine").GetString()!);
            Scenario scenario = ScenarioBytes.Read(JsonSerializer.SerializeToUtf8Bytes(root.GetProperty("scenario")));
            HashedFile[] files = root.GetProperty("files").Deserialize<HashedFile[]>()!;
            return [.. root.GetProperty("runs").EnumerateArray().Select(run => RunSummary.Read(
                JsonSerializer.SerializeToUtf8Bytes(run.GetProperty("summary")),
                new RunInputs
                {
                    Scenario = scenario,
                    Seed = run.GetProperty("seed").GetUInt64(),
                    Command = run.GetProperty("command").GetString()!,
                    Files = files,
                }))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
