using System.Text.Json;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary>What is to be explained, as the command line or a comparison's manifest names it.</summary>
internal sealed record ExplainInputs(string What, string[] Policies, string[] Shocks, ulong? Seed, int? Days)
{
    /// <summary>Takes scenario, policies and seed from the manifest where a folder is named.</summary>
    /// <exception cref="InputException">The folder is no finished comparison, or was changed.</exception>
    public ExplainInputs FromFolder()
    {
        if (!Directory.Exists(What)) return this;
        if (Policies.Length > 0 || Shocks.Length > 0 || Days is not null)
            throw new InputException(new InputError("--policy", 0, SafeText.Quoted(What), Words.WithoutPolicies));
        string manifest = Path.Combine(What, RunFolder.Manifest);
        string[] words;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            if (json.RootElement.GetProperty("format").GetString() != ComparisonJson.Format) throw Refused(manifest);
            string command = json.RootElement.GetProperty("command").GetString()!;
            ComparisonFolder.Check(What, command);
            words = ShellWords.Split(command);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw Refused(manifest);
        }
        string[] Values(string option) =>
            [.. Enumerable.Range(3, Math.Max(0, words.Length - 4)).Where(i => words[i] == option).Select(i => words[i + 1])];
        if (words is not ["jinlin", "compare", _, ..] || !File.Exists(words[2])) throw Refused(manifest);
        return new ExplainInputs(
            words[2], Values("--policy"), Values("--shock"),
            Seed ?? (ulong.TryParse(Values("--seed").FirstOrDefault(), out ulong s) ? s : null),
            int.TryParse(Values("--days").FirstOrDefault(), out int d) ? d : null);
    }

    /// <exception cref="InputException">All that is wrong; a town of consented data is refused (law 8).</exception>
    public (ScenarioInput Input, ulong Seed) Read()
    {
        if (Policies.Length < 2)
        {
            string found = Policies.Length == 0 ? Words.Nothing : SafeText.Quoted(Policies[0]);
            throw new InputException(new InputError("--policy", 0, found, Words.TwoPolicies));
        }
        ScenarioInput input = ScenarioFile.Read(
            What, new ScenarioChanges(Policies, Shocks.Length > 0 ? Shocks : null, Days, Alternatives: true));
        if (input.Scenario.Town.Provenance == Provenance.Consented)
            throw new InputException(new InputError(What, 0, Words.ConsentedTown, Words.NotConsented));
        return (input, Seed ?? input.Seed);
    }

    /// <summary>The command line that does it again.</summary>
    public string Again(ulong seed) => ShellWords.Join(
    [
        "jinlin", "explain", What, .. Policies.SelectMany(p => new[] { "--policy", p }),
        .. Shocks.SelectMany(s => new[] { "--shock", s }), "--seed", $"{seed}",
        .. Days is { } d ? new[] { "--days", $"{d}" } : [],
    ]);

    private static InputException Refused(string manifest) =>
        new(new InputError(manifest, 0, SafeText.Quoted(Path.GetFileName(manifest)), Words.FinishedComparison));
}
