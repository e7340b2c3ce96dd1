using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Planner.Designs;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Sweeps;

/// <summary>What a command changes about a sweep; null: as the file has it.</summary>
/// <param name="Design">A method's own points, for so many factors; the factors then are 1 to 60.</param>
public sealed record SweepChanges(
    int? Seeds = null, ulong? Seed = null, int? Days = null, Func<int, ulong, SweepDesign>? Design = null);

/// <summary>Reads a sweep file: what to vary about a scenario, where, and what to keep.</summary>
public sealed class SweepFile
{
    internal static readonly string[] Keys =
        ["name", "description", "scenario", "policies", "days", "seeds", "seed", "design", "factors", "outcomes"];

    internal static readonly string[] DesignKeys = ["kind", "points"];

    internal static readonly string[] Kinds = ["full-factorial", "latin-hypercube", "sobol"];

    /// <summary>What <c>factors:</c> may say instead of a list: every coefficient that has no source.</summary>
    internal const string Assumptions = "assumptions";

    internal const int MostPoints = 1_000_000, MostSeeds = 10_000;

    private const int MostFactors = 60, MostPolicies = 20, MostOutcomes = 100;

    private readonly Problems _problems = new();
    private readonly List<string> _files = [];
    private readonly InputFolder _folder;
    private readonly Fields _fields;

    private SweepFile(string path)
    {
        _files.Add(path);
        MapNode map = YamlFile.Read(path);
        _folder = InputFolder.Of(path);
        _fields = new Fields(map, _problems, Keys);
    }

    /// <param name="path">The file, as the user named it.</param>
    /// <param name="command">The command line that does it again.</param>
    /// <exception cref="InputException">All that is wrong with the file and those that it names.</exception>
    public static SweepPlan Read(string path, SweepChanges changes, string command) =>
        new SweepFile(path).Read(changes, command);

    private SweepPlan Read(SweepChanges changes, string command)
    {
        foreach (string key in (string[])["name", "scenario", "factors"]) _fields.Required(key);
        if (changes.Design is null) _fields.Required("design");
        string name = _fields.Text("name") ?? "";
        _fields.Text("description");
        int? days = changes.Days ?? (int?)_fields.Whole("days", 1, ScenarioFile.MostDays);
        int seeds = (int)(_fields.Whole("seeds", 1, MostSeeds) ?? 1);
        ulong? ownSeed = (ulong?)_fields.Whole("seed", 0, long.MaxValue);
        ScenarioInput? input = ReadScenario(days);
        _problems.ThrowIfAny();
        Scenario scenario = input!.Scenario;
        DateOnly start = scenario.Calendar.Start;
        IReadOnlyList<SweepWorld> worlds = ReadWorlds(scenario, start);
        IReadOnlyList<Factor> factors = ReadFactors(scenario, start);
        IReadOnlyList<Measure> outcomes = ReadOutcomes(scenario);
        _problems.ThrowIfAny();
        ulong seed = changes.Seed ?? ownSeed ?? input.Seed;
        SweepDesign design = changes.Design?.Invoke(factors.Count, seed) ?? ReadDesign(factors, seed);
        _problems.ThrowIfAny();
        var plan = new SweepPlan
        {
            Name = name,
            Scenario = scenario with { Policies = [] },
            Files = [.. _files.Concat(input.Files).Distinct().Select(HashedFile.Read)],
            Worlds = worlds,
            Seed = seed,
            Seeds = changes.Seeds ?? seeds,
            Factors = factors,
            Design = design,
            Outcomes = outcomes,
            Command = command,
        };
        RefuseFights(plan);
        if (plan.Runs > SweepPlan.MostRuns)
        {
            _problems.Add(_fields.Node("design") ?? _fields.Map,
                Words.SweepRuns(plan.Runs), Words.AtMostRuns(SweepPlan.MostRuns));
        }
        _problems.ThrowIfAny();
        return plan;
    }

    private ScenarioInput? ReadScenario(int? days)
    {
        if (_fields.Node("scenario") is not ScalarNode file)
        {
            if (_fields.Node("scenario") is { } other) _problems.Add(other, Words.FileName);
            return null;
        }
        return _folder.Resolve(file, _problems) is { } path
            ? ScenarioFile.Read(path, new ScenarioChanges(Days: days))
            : null;
    }

    private IReadOnlyList<SweepWorld> ReadWorlds(Scenario scenario, DateOnly start)
    {
        IReadOnlyList<InputNode> nodes = _fields.List("policies");
        if (nodes.Count > MostPolicies) _problems.Add(nodes[MostPolicies], Words.AtMost(MostPolicies, "policies", "项政策"));
        if (nodes.Count == 0) return [new SweepWorld(Words.AsScenario, scenario.Policies)];
        var worlds = new List<SweepWorld>();
        foreach (InputNode node in nodes.Take(MostPolicies))
        {
            if (PolicyDraft.Read(node, _folder, _files, _problems) is not { } draft) continue;
            if (worlds.Any(w => w.Name == draft.Name))
                _problems.Add(draft.At, SafeText.Quoted(draft.Name), Words.PolicyOnce);
            worlds.Add(new SweepWorld(
                draft.Name, [draft.In(scenario.Town, start, scenario.HorizonDays, _problems)]));
        }
        return worlds;
    }

    private IReadOnlyList<Factor> ReadFactors(Scenario scenario, DateOnly start)
    {
        if (_fields.Node("factors") is ScalarNode { Text: Assumptions })
        {
            return [.. AssumptionDraws.Labelled.Select(p => new Factor.OfParameter(p)
            {
                Low = p.Info.Low,
                High = p.Info.High,
            })];
        }
        IReadOnlyList<InputNode> nodes = _fields.List("factors");
        if (nodes.Count is 0 or > MostFactors)
            _problems.Add(_fields.Node("factors") ?? _fields.Map, Words.SomeFactors(MostFactors));
        var factors = new List<Factor>();
        foreach (InputNode node in nodes.Take(MostFactors))
        {
            if (Fields.Section(node, _problems) is not { } map) continue;
            var section = new FactorSection(map, _problems);
            if (section.Read(shock => Shocks(shock, scenario, start)) is not { } factor) continue;
            if (factors.Any(f => f.Name == factor.Name)) _problems.Add(node, factor.Name, Words.FactorOnce);
            factors.Add(factor);
        }
        return factors;
    }

    private (string, Shock?)? Shocks(InputNode node, Scenario scenario, DateOnly start)
    {
        if (node is ScalarNode { Text: "none" }) return ("none", null);
        ShockDraft? draft = ShockDraft.Read(node, _folder, _files, _problems);
        return draft?.In(scenario.Town, start, scenario.HorizonDays, _problems) is { } shock
            ? ((node as ScalarNode)?.Text ?? $"{shock.Kind}", shock)
            : null;
    }

    private IReadOnlyList<Measure> ReadOutcomes(Scenario scenario)
    {
        IReadOnlyList<InputNode> nodes = _fields.List("outcomes");
        if (nodes.Count > MostOutcomes) _problems.Add(nodes[MostOutcomes], Words.AtMost(MostOutcomes, "outcomes", "项结果"));
        string[] names = [.. nodes.Take(MostOutcomes)
            .Select(n => n is ScalarNode { Text: Endpoint.Budget } ? Endpoint.Budget : IndicatorNames.Read(n, _problems))
            .OfType<string>().Distinct()];
        return names.Length > 0
            ? [.. names.Select(n => new Measure(n))]
            : [new Measure(scenario.Decision?.Primary ?? ExperimentPlan.DefaultPrimary), Measure.Cost];
    }

    private SweepDesign ReadDesign(IReadOnlyList<Factor> factors, ulong seed)
    {
        var none = new SweepDesign.Drawn("", []);
        if (_fields.Section("design") is not { } map) return none;
        var fields = new Fields(map, _problems, DesignKeys);
        fields.Required("kind");
        string? kind = fields.Choice("kind", Kinds);
        if (kind is null) return none;
        if (kind == Kinds[0])
        {
            if (fields.Node("points") is { } points) _problems.Add(points, Words.NoPoints);
            foreach (Factor factor in factors.Where(f => f.Levels.Count == 0))
                _problems.Add(_fields.Node("factors")!, factor.Name, Words.FactorLevels);
            return new SweepDesign.Factorial([.. factors.Select(f => Math.Max(1, f.Levels.Count))]);
        }
        fields.Required("points");
        if (fields.Whole("points", 1, MostPoints) is not { } count) return none;
        return new SweepDesign.Drawn(kind, kind == "sobol"
            ? SobolSequence.Points((int)count, factors.Count)
            : LatinHypercube.Points((int)count, factors.Count, seed));
    }

    /// <summary>A lever that a policy sets too would be two policies fighting over it.</summary>
    private void RefuseFights(SweepPlan plan)
    {
        if (plan.Design.Points == 0) return;
        foreach (SweepWorld world in plan.Worlds)
        {
            foreach (PolicyConflict conflict in PolicyValidation.Conflicts(
                plan.ScenarioOf(plan.Values(plan.Design.Points - 1), world)))
            {
                _problems.Add(_fields.Node("factors")!, LeverCatalog.Of(conflict.Lever).Name,
                    Words.LeverIsFree(world.Name));
            }
        }
    }
}
