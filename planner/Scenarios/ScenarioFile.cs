using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads a scenario file: everything a run needs, or all that is wrong with it.</summary>
public sealed class ScenarioFile
{
    /// <summary>Longest horizon in days: three years.</summary>
    public const int MostDays = 1_095;

    internal const int MostBurnInDays = 730;
    internal const int MostPolicies = 20, MostShocks = 50;

    internal static readonly string[] Keys =
    [
        "name", "description", "town", "start", "burn-in", "horizon", "seed", "status-quo", "policies", "shocks",
        "parameters", "calendar", "costs", "decision",
    ];

    private readonly Problems _problems = new();
    private readonly List<string> _files = [];
    private readonly InputFolder _folder;
    private readonly Fields _fields;

    private ScenarioFile(string path)
    {
        _files.Add(path);
        MapNode map = YamlFile.Read(path);
        _folder = InputFolder.Of(path);
        _fields = new Fields(map, _problems, Keys);
    }

    /// <param name="path">The file, as the user named it.</param>
    /// <param name="changes">What the command changes about it.</param>
    /// <exception cref="InputException">All that is wrong with the file and those that it names.</exception>
    public static ScenarioInput Read(string path, ScenarioChanges? changes = null) =>
        new ScenarioFile(path).Read(changes ?? new ScenarioChanges());

    private ScenarioInput Read(ScenarioChanges changes)
    {
        foreach (string key in (string[])["name", "town", "start", "horizon"]) _fields.Required(key);
        string name = _fields.Text("name") ?? "";
        _fields.Text("description");
        int burnIn = (int)(_fields.Whole("burn-in", 0, MostBurnInDays) ?? 180);
        int stated = (int)(_fields.Whole("horizon", 1, MostDays) ?? 1);
        int horizon = changes.Days ?? stated;
        if (changes.Days is < 1 or > MostDays)
            throw new InputException(new InputError("--days", 0, $"{changes.Days}", Words.WholeNumber(1, MostDays)));
        DateOnly start = Start(burnIn, horizon);
        ulong seed = (ulong)(_fields.Whole("seed", 0, long.MaxValue) ?? 1);
        Parameters parameters = ParameterNames.Read(_fields.Section("parameters"), _problems);
        IReadOnlyList<Holiday> holidays = CalendarSection.Read(_fields.Section("calendar"), _problems);
        DecisionRule? decision = DecisionSection.Read(_fields.Section("decision"), _problems);
        Prices prices = ReadPrices();
        PolicyDraft? statusQuo = _fields.Node("status-quo") is { } quo
            ? PolicyDraft.Read(quo, _folder, _files, _problems) : null;
        List<PolicyDraft> policies = Policies(changes);
        List<ShockDraft> shocks = Shocks(changes);
        TownPlan? town = _fields.Node("town") is { } node
            ? TownSection.Read(node, _folder, _files, _problems) : null;
        _problems.ThrowIfAny();
        var scenario = new Scenario
        {
            Name = name,
            Town = town!,
            Calendar = new Calendar(start, burnIn, Holidays.Table.Concat(holidays)),
            Parameters = parameters,
            Prices = prices,
            BurnInDays = burnIn,
            HorizonDays = horizon,
            StatusQuo = statusQuo?.In(town!, start, horizon, _problems),
            Policies = [.. policies.Select(p => p.In(town!, start, horizon, _problems))],
            Shocks = [.. shocks.Select(s => s.In(town!, start, horizon, _problems)).OfType<Shock>()],
            Decision = decision,
        };
        if (changes.Alternatives)
        {
            foreach (PolicyPlan policy in scenario.Policies) RefuseManyTriggers(scenario with { Policies = [policy] });
        }
        else
        {
            RefuseConflicts(scenario, policies);
            RefuseManyTriggers(scenario);
        }
        _problems.ThrowIfAny();
        return new ScenarioInput(scenario, seed, _files);
    }

    private DateOnly Start(int burnIn, int horizon)
    {
        DateOnly start = _fields.Date("start") ?? new DateOnly(2023, 1, 1);
        DateOnly first = new(Holidays.Table[0].Date.Year, 1, 1), last = new(Holidays.Table[^1].Date.Year, 12, 31);
        if (start.DayNumber - burnIn < first.DayNumber || start.DayNumber + horizon - 1 > last.DayNumber)
        {
            _problems.Add(_fields.Node("start") ?? _fields.Map,
                Words.StartWithin(first.AddDays(burnIn), last.AddDays(1 - horizon)));
        }
        return start;
    }

    private Prices ReadPrices()
    {
        if (_fields.Node("costs") is not { } node) return Prices.Default;
        if (node is not ScalarNode file)
        {
            _problems.Add(node, Words.FileName);
            return Prices.Default;
        }
        if (_folder.Resolve(file, _problems) is not { } path) return Prices.Default;
        _files.Add(path);
        try
        {
            return CostsFile.Read(path);
        }
        catch (InputException e)
        {
            _problems.Add(e);
            return Prices.Default;
        }
    }

    private List<PolicyDraft> Policies(ScenarioChanges changes)
    {
        IEnumerable<PolicyDraft?> read = changes.Policies is { } named
            ? named.Select(n => PolicyDraft.Named(n, _files, _problems))
            : Bounded("policies", MostPolicies).Select(n => PolicyDraft.Read(n, _folder, _files, _problems));
        var policies = new List<PolicyDraft>();
        foreach (PolicyDraft policy in read.OfType<PolicyDraft>())
        {
            if (policies.Any(p => p.Name == policy.Name))
                _problems.Add(policy.At, SafeText.Quoted(policy.Name), Words.PolicyOnce);
            policies.Add(policy);
        }
        return policies;
    }

    private List<ShockDraft> Shocks(ScenarioChanges changes) => changes.Shocks is { } named
        ? [.. named.Select(n => ShockDraft.Named(n, _files, _problems))]
        : [.. Bounded("shocks", MostShocks)
            .Select(n => ShockDraft.Read(n, _folder, _files, _problems)).OfType<ShockDraft>()];

    private IEnumerable<InputNode> Bounded(string key, int most)
    {
        IReadOnlyList<InputNode> nodes = _fields.List(key);
        if (nodes.Count > most) _problems.Add(nodes[most], Words.AtMost(most, key, "项"));
        return nodes.Take(most);
    }

    private void RefuseConflicts(Scenario scenario, List<PolicyDraft> drafts)
    {
        foreach (PolicyConflict conflict in PolicyValidation.Conflicts(scenario))
        {
            InputNode at = drafts.Last(d => d.Name == conflict.Second).Where(conflict.SecondStep, conflict.Lever);
            InputNode other = drafts.First(d => d.Name == conflict.First).Where(conflict.FirstStep, conflict.Lever);
            LeverInfo info = LeverCatalog.Of(conflict.Lever);
            _problems.Add(at, Words.Fight(info, conflict.First, conflict.Second,
                LeverValue.Write(info, conflict.FirstValue), LeverValue.Write(info, conflict.SecondValue)),
                Words.NoFight(other.File, other.Line));
        }
    }

    private void RefuseManyTriggers(Scenario scenario)
    {
        int triggers = scenario.Policies.Append(scenario.StatusQuo).OfType<PolicyPlan>()
            .Sum(p => p.Steps.Count(s => s.When is not null));
        if (triggers > PolicySchedule.MostTriggers)
            _problems.Add(_fields.Map, Words.AtMost(PolicySchedule.MostTriggers, "steps with \"when\"", "个带 when 的步骤"));
    }
}
