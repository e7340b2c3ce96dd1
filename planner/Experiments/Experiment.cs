using Jinlin.Model.Policy;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <param name="Results">Of each finished pair, by world; in the order of the pairs.</param>
/// <param name="Done">Worlds finished, those of unfinished pairs too.</param>
/// <param name="Wanted">Worlds before the next look.</param>
/// <param name="Reused">Those of <paramref name="Done"/> that came from the store.</param>
public sealed record ExperimentState(
    IReadOnlyList<FinishedPair> Results, int Done, int Wanted, int Reused);

/// <summary>One seed in all worlds.</summary>
public sealed record FinishedPair(int Pair, IReadOnlyList<ReplicationResult> Worlds);

/// <summary>
/// Runs the pairs of a plan until its stopping rule is content. What was computed before, by whatever command, is
/// taken from the store; what is finished is kept there at once, so that a stopped experiment goes on from there.
/// </summary>
public sealed class Experiment(ExperimentPlan plan, ReplicationStore? store, IWorldRunner runner)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, ReplicationResult?[]> _pairs = [];
    private int _done;
    private int _wanted;
    private int _reused;

    /// <summary>Called after each world, one at a time, from any thread.</summary>
    public Action<ExperimentState>? Progress { get; init; }

    /// <summary>As far as it has come.</summary>
    public ExperimentState State
    {
        get
        {
            lock (_lock) return Snapshot();
        }
    }

    /// <summary>Runs to the end and says why it stopped; stopped by hand, it returns what is finished.</summary>
    /// <exception cref="Runs.ReplicationFailure">The model failed.</exception>
    public (ExperimentState State, StopReason Reason) Run(CancellationToken cancellation)
    {
        StopReason reason = StopReason.Interrupted;
        try
        {
            reason = RunLooks(cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is finished is reported as undecided.
        }
        store?.Trim();
        return (State, reason);
    }

    private StopReason RunLooks(CancellationToken cancellation)
    {
        if (plan.Stopping is not { } rule)
        {
            RunTo(plan.Seeds, cancellation);
            return StopReason.MaximumReached;
        }
        NextLook look = rule.After([]);
        while (look.Stop is null)
        {
            RunTo(look.Replications, cancellation);
            look = rule.After(Comparison.Primaries(plan, State.Results));
        }
        return look.Stop.Value;
    }

    /// <summary>Brings the number of finished pairs to <paramref name="count"/>.</summary>
    private void RunTo(int count, CancellationToken cancellation)
    {
        int[] pairs;
        lock (_lock)
        {
            _wanted = count * plan.Worlds.Count;
            pairs = [.. Enumerable.Range(0, count)
                .Where(pair => _pairs.TryAdd(pair, new ReplicationResult?[plan.Worlds.Count]))];
        }
        var work = new PairWork?[pairs.Length];
        Parallel.For(0, pairs.Length, i => work[i] = Missing(pairs[i]));
        cancellation.ThrowIfCancellationRequested();
        runner.Run(
            [.. work.OfType<PairWork>()],
            (pair, world, result) =>
            {
                store?.Keep(KeyOf(pair.Scenario, pair.Pair, world), result);
                Finish(pair.Pair, world, result, reused: false);
            },
            cancellation);
    }

    /// <summary>Takes what the store has of a pair; returns what it has not, or null.</summary>
    private PairWork? Missing(int pair)
    {
        Scenario scenario = plan.ScenarioOf(pair);
        var missing = new List<int>();
        for (int world = 0; world < plan.Worlds.Count; world++)
        {
            if (store?.Find(KeyOf(scenario, pair, world)) is { } kept) Finish(pair, world, kept, reused: true);
            else missing.Add(world);
        }
        return missing.Count == 0 ? null : new PairWork(pair, scenario, plan.SeedOf(pair), missing);
    }

    private ReplicationKey KeyOf(Scenario scenario, int pair, int world) => ReplicationKey.Of(
        scenario with { Policies = [plan.Worlds[world]] }, plan.SeedOf(pair));

    private void Finish(int pair, int world, ReplicationResult result, bool reused)
    {
        lock (_lock)
        {
            _pairs[pair][world] = result;
            _done++;
            if (reused) _reused++;
            Progress?.Invoke(Snapshot());
        }
    }

    private ExperimentState Snapshot() => new(
        [.. _pairs.Where(p => p.Value.All(w => w is not null))
            .Select(p => new FinishedPair(p.Key, p.Value.OfType<ReplicationResult>().ToArray()))],
        _done, _wanted, _reused);
}
