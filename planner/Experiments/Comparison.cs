using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// What the finished pairs of an experiment say: each policy against the baseline, and what follows from the
/// thresholds that the scenario stated. The same pairs give the same comparison.
/// </summary>
public sealed class Comparison
{
    private readonly Dictionary<Measure, double[][]> _values;

    private Comparison(
        ExperimentPlan plan, IReadOnlyList<FinishedPair> pairs, StopReason reason, IReadOnlyList<ShockPairs> shocks,
        IReadOnlyList<FinishedPair> calm)
    {
        (Plan, Pairs, Reason, ShocksAlone, Calm) = (plan, pairs, reason, shocks, calm);
        _values = ValuesOf(plan, pairs, MeasuresOf(plan.Family));
        PolicyPlan[] policies = [.. plan.Policies];
        DecisionFamily? family = plan.Family;
        MeasureDifference[][] differences = Differences(family);
        Evidence[] evidence = family is null ? []
            : [.. policies.Select((p, i) => EvidenceOf(family, p.Name, i + 1))];
        IReadOnlyList<Verdict> verdicts = plan.Scenario.Decision is { } rule && pairs.Count > 0
            ? Decision.Of(rule, evidence)
            : [];
        Policies = [.. policies.Select((p, i) => new PolicyComparison(
            p.Name, i + 1, differences[i], verdicts.Count > 0 ? verdicts[i] : null,
            PairedOf(Measure.Cost, i + 1, _ => true), PairedOf(plan.Primary, i + 1, n => !ExperimentPlan.IsDrawn(n)),
            PairedOf(plan.Primary, i + 1, ExperimentPlan.IsDrawn), CostPerNeedOf(i + 1), Shocks(i + 1)))];
    }

    public ExperimentPlan Plan { get; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<FinishedPair> Pairs { get; }

    /// <summary>The same under each of several shocks alone, in the scenario's order.</summary>
    public IReadOnlyList<ShockPairs> ShocksAlone { get; }

    /// <summary>Pairs of the same seeds without a shock; empty where there is none.</summary>
    public IReadOnlyList<FinishedPair> Calm { get; }

    /// <summary>Why no more were run.</summary>
    public StopReason Reason { get; }

    /// <summary>Each policy against the baseline, in the order of the command.</summary>
    public IReadOnlyList<PolicyComparison> Policies { get; }

    public string Baseline => Plan.Worlds[0].Name;

    /// <summary>What decides, or what is shown first where nothing is to be decided.</summary>
    public Measure Primary => new(Plan.Primary);

    /// <param name="shocks">The same under each of several shocks alone.</param>
    /// <param name="calm">The same without a shock.</param>
    public static Comparison Of(
        ExperimentPlan plan, ExperimentState state, StopReason reason, IReadOnlyList<ShockPairs>? shocks = null,
        IReadOnlyList<FinishedPair>? calm = null) => new(plan, state.Results, reason, shocks ?? [], calm ?? []);

    /// <summary>The primary of each policy, as a stopping rule looks at it.</summary>
    public static IReadOnlyList<PairedDifference> Primaries(ExperimentPlan plan, IReadOnlyList<FinishedPair> pairs) =>
        [.. Enumerable.Range(1, plan.Worlds.Count - 1).Select(w => Paired(plan, pairs, new Measure(plan.Primary), w))];

    /// <summary>A measure in one world, pair by pair.</summary>
    public double[] Values(Measure measure, int world) => _values[measure][world];

    /// <summary>The primary, the acquaintance index and Q(t) over time.</summary>
    public IEnumerable<CurveSet> Curves() => Pairs.Count == 0 ? [] :
    [
        CurveSet.Of(this, Primary),
        .. Plan.Primary == Acquaintance ? [] : new[] { CurveSet.Of(this, new Measure(Acquaintance)) },
        CurveSet.Quality(this),
    ];

    private const string Acquaintance = "acquaintance";

    private Provenance Provenance => Plan.Scenario.Town.Provenance;

    private static PairedDifference Paired(
        ExperimentPlan plan, IEnumerable<FinishedPair> pairs, Measure measure, int world)
    {
        Provenance provenance = plan.Scenario.Town.Provenance;
        FinishedPair[] some = [.. pairs];
        return PairedDifference.Of(
            [.. some.Select(p => measure.In(p.Worlds[0], provenance))],
            [.. some.Select(p => measure.In(p.Worlds[world], provenance))], measure.Direction);
    }

    private PairedDifference PairedOf(Measure measure, int world, Func<int, bool> which) => PairedDifference.Of(
        Where(Values(measure, 0), which), Where(Values(measure, world), which), measure.Direction);

    private double[] Where(double[] values, Func<int, bool> which) =>
        [.. values.Where((_, i) => which(Pairs[i].Pair))];

    private PairedDifference PairedOf(string name, int world, Func<int, bool> which) =>
        PairedOf(new Measure(name), world, which);

    private static Measure[] MeasuresOf(DecisionFamily? family) =>
        [.. Measure.All.Append(Measure.Cost).Concat((family?.Endpoints ?? []).Select(e => new Measure(e.Name))).Distinct()];

    /// <summary>Every measure by world and pair, computed once. The order in which threads do it has no meaning.</summary>
    private static Dictionary<Measure, double[][]> ValuesOf(
        ExperimentPlan plan, IReadOnlyList<FinishedPair> pairs, Measure[] measures)
    {
        Provenance provenance = plan.Scenario.Town.Provenance;
        var values = new double[measures.Length][][];
        Parallel.For(0, values.Length, m => values[m] = [.. Enumerable.Range(0, plan.Worlds.Count).Select(world =>
            pairs.Select(p => measures[m].In(p.Worlds[world], provenance)).ToArray())]);
        return measures.Zip(values).ToDictionary(v => v.First, v => v.Second);
    }

    private MeasureDifference[][] Differences(DecisionFamily? family)
    {
        Dictionary<string, MeasureRole> roles = family?.Endpoints.ToDictionary(e => e.Name, e => e.Kind switch
        {
            EndpointKind.Primary => MeasureRole.Primary,
            EndpointKind.Group => MeasureRole.Group,
            EndpointKind.Guard => MeasureRole.Guard,
            _ => MeasureRole.Cost,
        }) ?? [];
        Measure[] measures = MeasuresOf(family);
        int policies = Plan.Worlds.Count - 1, all = policies * (family?.Endpoints.Count ?? 0);
        double level = family?.IntervalLevel ?? .95;
        var found = new MeasureDifference[policies * measures.Length];
        Parallel.For(0, found.Length, i =>
        {
            Measure measure = measures[i % measures.Length];
            PairedDifference difference = PairedOf(measure, (i / measures.Length) + 1, _ => true);
            MeasureRole role = roles.GetValueOrDefault(measure.Name);
            double own = role == MeasureRole.Exploratory ? .95 : level;
            found[i] = new MeasureDifference(
                measure, role, difference,
                role == MeasureRole.Exploratory ? difference.Interval : family!.IntervalOf(difference), own,
                Math.Min(1, difference.PValue * all), VarianceReduction.Of(difference, bounded: IsMain(measure, role)));
        });
        int[] exploratory =
            [.. Enumerable.Range(0, found.Length).Where(i => found[i].Role == MeasureRole.Exploratory)];
        IReadOnlyList<double> holm = Holm.Adjusted([.. exploratory.Select(i => found[i].Difference.PValue)]);
        foreach ((int place, int i) in exploratory.Index()) found[i] = found[i] with { AdjustedP = holm[place] };
        return [.. found.Chunk(measures.Length)];
    }

    /// <summary>Groups and plain counts that decide nothing do without an interval of what the pairing saved.</summary>
    private static bool IsMain(Measure measure, MeasureRole role) => role != MeasureRole.Exploratory
        || (measure.Group == 0 && measure.Indicator?.Pillar != Pillar.Activity);

    private Evidence EvidenceOf(DecisionFamily family, string policy, int world)
    {
        Dictionary<string, PairedDifference> Half(Func<int, bool> which) => family.Endpoints.ToDictionary(
            e => e.Name, e => PairedOf(e.Name, world, which));
        return new Evidence
        {
            Policy = policy,
            Chance = Half(n => !ExperimentPlan.IsDrawn(n)),
            Assumptions = Pairs.Any(p => ExperimentPlan.IsDrawn(p.Pair)) ? Half(ExperimentPlan.IsDrawn) : null,
            Shocks = Shocks(world),
            Interrupted = Reason == StopReason.Interrupted,
        };
    }

    /// <summary>The primary under each shock; of a single one the comparison itself.</summary>
    private NamedDifference[] Shocks(int world) => Plan.Scenario.Shocks is [var only]
        ? [new NamedDifference(ShockText.NameOf(only), PairedOf(Plan.Primary, world, _ => true))]
        : [.. ShocksAlone.Select(s => new NamedDifference(
            ShockText.NameOf(s.Shock), Paired(Plan, s.Pairs, Primary, world)))];

    /// <summary>Extra yuan per extra need met on time in a year, over all pairs.</summary>
    private CostPerNeed? CostPerNeedOf(int world)
    {
        static double OnTime(ReplicationResult r)
        {
            long met = 0;
            foreach (NeedKind kind in Enum.GetValues<NeedKind>()) met += r.Window.Count(kind, 0, NeedCount.MetOnTime);
            return met / r.Window.Years;
        }
        double[] Needs(int of) => [.. Pairs.Select(p => OnTime(p.Worlds[of]))];
        return CostPerNeed.Of(Values(Measure.Cost, 0), Values(Measure.Cost, world), Needs(0), Needs(world));
    }
}
