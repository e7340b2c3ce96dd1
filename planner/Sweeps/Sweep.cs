using System.Collections.Concurrent;
using System.Diagnostics;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Hosting;

namespace Jinlin.Planner.Sweeps;

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Runs finished, reused and failed ones too.</param>
/// <param name="Reused">Those that were computed before.</param>
/// <param name="Failed">Those that the model could not finish.</param>
public sealed record SweepState(long Done, long Reused, long Failed);

/// <summary>A run that the model could not finish; the others go on.</summary>
public sealed record FailedRun(long Point, ulong Seed, string World, string Why);

/// <summary>
/// Runs the points of a plan on all cores, each run whole on one thread. What was finished before, by this sweep or any
/// other command, is not computed again. It holds outcomes only, so memory does not grow with the length of runs.
/// </summary>
public sealed class Sweep(SweepPlan plan, ReplicationStore? store, SweepJournal journal, int threads)
{
    /// <summary>Snapshots at the end of burn-in that are kept where no factor changes it.</summary>
    private const int MostForks = 8;

    private readonly double[]?[] _outcomes = new double[]?[(long)plan.Runs];
    private readonly ConcurrentDictionary<int, Lazy<SeedFork>> _forks = [];
    private readonly ConcurrentBag<FailedRun> _failures = [];
    private long _rehearsed;
    private long _done;
    private long _reused;

    /// <summary>Called after each run, from any thread.</summary>
    public Action<SweepState>? Progress { get; init; }

    public SweepState State => new(Interlocked.Read(ref _done), Interlocked.Read(ref _reused), _failures.Count);

    /// <summary>Those that failed in this call, by point and seed.</summary>
    public IReadOnlyList<FailedRun> Failures => [.. _failures.OrderBy(f => f.Point).ThenBy(f => f.Seed).ThenBy(f => f.World)];

    /// <summary>The outcomes of a run; null: not finished, or failed.</summary>
    public IReadOnlyList<double>? Outcomes(long point, int replication, int world) =>
        _outcomes[(((point * plan.Seeds) + replication) * plan.Worlds.Count) + world];

    /// <summary>
    /// Computes the first two points under the first seed, so that it is known how long the others take; null: they
    /// were computed before. The first one alone would mostly tell how long the program takes to warm up.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public TimeSpan? Rehearse(CancellationToken cancellation)
    {
        if (plan.Design.Points < 2) return null;
        Run(0, 0, cancellation);
        long started = Stopwatch.GetTimestamp();
        Run(1, 0, cancellation);
        _rehearsed = 2;
        return _reused > 0 ? null : Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Runs what is left.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what is finished is kept.</exception>
    public void Run(CancellationToken cancellation)
    {
        IEnumerable<(long Point, int Replication)> tasks = Enumerable.Range(0, plan.Seeds)
            .SelectMany(s => Points(s == 0 ? _rehearsed : 0).Select(p => (p, s)));
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = MemoryBudget.AtOnce(
                plan.Scenario.Town.Estates.Sum(e => (long)e.Population), threads),
            CancellationToken = cancellation,
        };
        Parallel.ForEach(
            Partitioner.Create(tasks, EnumerablePartitionerOptions.NoBuffering), options,
            task => Run(task.Point, task.Replication, cancellation));
        store?.Trim();
    }

    private IEnumerable<long> Points(long first)
    {
        for (long point = first; point < plan.Design.Points; point++) yield return point;
    }

    private void Run(long point, int replication, CancellationToken cancellation)
    {
        double[] values = plan.Values(point);
        SeedFork? fork = null;
        for (int world = 0; world < plan.Worlds.Count; world++)
        {
            Scenario scenario = plan.ScenarioOf(values, plan.Worlds[world]);
            var key = ReplicationKey.Of(scenario, plan.SeedOf(replication));
            bool known = journal.TryFind(key, out double[]? outcomes);
            if (!known && store?.Find(key) is { } kept)
            {
                outcomes = OutcomesOf(kept);
                journal.Add(key, outcomes);
                known = true;
            }
            if (!known) outcomes = Compute(point, replication, world, scenario, key, ref fork, cancellation);
            else if (outcomes is null) Fail(point, replication, world, "failed before");
            _outcomes[(((point * plan.Seeds) + replication) * plan.Worlds.Count) + world] = outcomes;
            Interlocked.Increment(ref _done);
            if (known) Interlocked.Increment(ref _reused);
            Progress?.Invoke(State);
        }
    }

    private double[]? Compute(
        long point, int replication, int world, Scenario scenario, ReplicationKey key, ref SeedFork? fork,
        CancellationToken cancellation)
    {
        try
        {
            fork ??= ForkOf(scenario, replication, cancellation);
            ReplicationResult result = fork.World(scenario.Policies, threads: 1, cancellation: cancellation);
            store?.Keep(key, result);
            double[] outcomes = OutcomesOf(result);
            journal.Add(key, outcomes);
            return outcomes;
        }
        catch (ModelException broken)
        {
            journal.Add(key, null);
            Fail(point, replication, world, broken.Message);
            return null;
        }
    }

    private SeedFork ForkOf(Scenario scenario, int replication, CancellationToken cancellation)
    {
        if (plan.TouchesBurnIn || plan.Seeds > MostForks)
            return SeedFork.Run(scenario, plan.SeedOf(replication), threads: 1, cancellation);
        return _forks.GetOrAdd(replication, r => new Lazy<SeedFork>(() =>
            SeedFork.Run(scenario, plan.SeedOf(r), threads: 1, cancellation))).Value;
    }

    private void Fail(long point, int replication, int world, string why) =>
        _failures.Add(new FailedRun(point, plan.SeedOf(replication), plan.Worlds[world].Name, why));

    private double[] OutcomesOf(ReplicationResult result) =>
        [.. plan.Outcomes.Select(o => o.In(result, plan.Scenario.Town.Provenance))];
}
