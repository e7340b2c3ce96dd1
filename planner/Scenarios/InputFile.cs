using Jinlin.Planner.Input;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>What a file holds.</summary>
public enum InputFileKind
{
    Unknown,
    Scenario,
    Policy,
    Shock,
    Costs,
    Sweep,
}

/// <summary>Says of any input file what it is and what is wrong with it.</summary>
public static class InputFile
{
    private static readonly (InputFileKind Kind, string[] Keys)[] Forms =
    [
        (InputFileKind.Scenario, ScenarioFile.Keys),
        (InputFileKind.Policy, PolicyDraft.Keys),
        (InputFileKind.Shock, ShockDraft.Keys),
        (InputFileKind.Sweep, SweepFile.Keys),
    ];

    /// <summary>
    /// A file with the extension .csv is a price list; else the keys tell. A policy or shock by itself is checked as
    /// far as that goes without a town.
    /// </summary>
    public static (InputFileKind Kind, IReadOnlyList<InputError> Errors) Check(string path)
    {
        InputFileKind kind = InputFileKind.Unknown;
        var problems = new Problems();
        try
        {
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                kind = InputFileKind.Costs;
                CostsFile.Read(path);
                return (kind, []);
            }
            MapNode map = YamlFile.Read(path);
            kind = KindOf(map);
            if (kind == InputFileKind.Scenario) ScenarioFile.Read(path);
            else if (kind == InputFileKind.Policy) PolicyDraft.Read(map, problems);
            else if (kind == InputFileKind.Shock) ShockDraft.Read(map, problems);
            else if (kind == InputFileKind.Sweep) SweepFile.Read(path, new SweepChanges(), command: "");
            else problems.Add(map, Words.AnInputFile);
        }
        catch (InputException e)
        {
            problems.Add(e);
        }
        return (kind, problems.Errors);
    }

    /// <summary>The kind to whose keys most of the file's belong.</summary>
    private static InputFileKind KindOf(MapNode map)
    {
        string[] keys = [.. map.Entries.Select(e => e.Key.Text).Except(["name", "description"])];
        (InputFileKind Kind, int Fitting) best = Forms
            .Select(f => (f.Kind, Fitting: keys.Count(k => f.Keys.Contains(k)))).MaxBy(f => f.Fitting);
        return best.Fitting > 0 ? best.Kind : InputFileKind.Unknown;
    }
}
