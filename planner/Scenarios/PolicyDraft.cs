using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>
/// A policy as a file gives it: names and dates, which a scenario's town and start date turn into numbers.
/// </summary>
public sealed class PolicyDraft
{
    internal static readonly string[] Keys = ["name", "description", "steps"];

    private const int MostSteps = 100;

    private readonly PolicyPlan? _preset;
    private readonly IReadOnlyList<StepDraft> _steps = [];

    private PolicyDraft(PolicyPlan preset, InputNode at) => (_preset, Name, At) = (preset, preset.Name, at);

    private PolicyDraft(MapNode map, Problems problems)
    {
        At = map;
        var fields = new Fields(map, problems, Keys);
        Name = fields.Required("name") is { } name ? Fields.Text(name, problems) ?? "" : "";
        fields.Text("description");
        fields.Required("steps");
        IReadOnlyList<InputNode> steps = fields.List("steps");
        if (steps.Count > MostSteps) problems.Add(steps[MostSteps], Words.AtMost(MostSteps, "steps", "个步骤"));
        _steps = [.. steps.Take(MostSteps).Select(s => Fields.Section(s, problems)).OfType<MapNode>()
            .Select(s => new StepDraft(s, problems))];
    }

    public string Name { get; }

    /// <summary>Where the scenario names it, or where it begins.</summary>
    public InputNode At { get; }

    /// <summary>Reads a policy's own section, of a file or within a scenario.</summary>
    public static PolicyDraft Read(MapNode map, Problems problems) => new(map, problems);

    /// <summary>Reads an entry of a scenario: a preset's name, a file's, or the policy itself.</summary>
    public static PolicyDraft? Read(InputNode node, InputFolder folder, List<string> files, Problems problems)
    {
        if (node is MapNode map) return Read(map, problems);
        if (node is not ScalarNode { Text.Length: > 0 } reference)
        {
            problems.Add(node, Words.APolicy);
            return null;
        }
        if (PolicyPresets.Find(reference.Text) is { } preset) return new PolicyDraft(preset, node);
        if (!Reference.IsFile(reference.Text))
        {
            problems.Add(node, Words.KnownPolicy(reference.Text, PolicyPresets.Names));
            return null;
        }
        return Reference.Open(reference, folder, files, problems) is { } file ? Read(file, problems) : null;
    }

    /// <summary>Reads what the user named on the command line: a preset or a file anywhere.</summary>
    /// <exception cref="InputException">No such preset, or a file that cannot be read.</exception>
    public static PolicyDraft Named(string text, List<string> files, Problems problems)
    {
        if (PolicyPresets.Find(text) is { } preset)
            return new PolicyDraft(preset, new ScalarNode("--policy", 0, 0, text, true));
        if (!Reference.IsFile(text))
        {
            throw new InputException(new InputError(
                "--policy", 0, SafeText.Quoted(text), Words.KnownPolicy(text, PolicyPresets.Names)));
        }
        files.Add(text);
        return Read(YamlFile.Read(text), problems);
    }

    /// <summary>The policy in a town and time.</summary>
    public PolicyPlan In(TownPlan town, DateOnly start, int horizon, Problems problems) =>
        _preset ?? new PolicyPlan(Name, [.. _steps.Select(s => s.In(town, start, horizon, problems))]);

    /// <summary>Where a step sets a lever.</summary>
    public InputNode Where(int step, Lever lever) => step < _steps.Count ? _steps[step].At(lever) : At;
}
