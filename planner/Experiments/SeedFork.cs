using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Experiments;

/// <summary>Reads a world while it runs; it changes nothing (law 5).</summary>
public sealed record WorldWatch
{
    /// <summary>Called once, at the end of burn-in, before the policy's first day.</summary>
    public Action<Town>? Begun { get; init; }

    /// <summary>Called at each midnight of the course.</summary>
    public Action<Town, Day>? DayEnded { get; init; }
}

/// <summary>
/// One seed of an experiment: burn-in runs once under the scenario's status quo, and every world goes on from its
/// end. Worlds may run at the same time, each on its own threads. A town whose snapshot would not fit into one array
/// is run whole in every world: more work, the same result.
/// </summary>
public sealed class SeedFork
{
    /// <summary>At 350 bytes each, a snapshot stays below the 2 GiB of an array with room to spare.</summary>
    public const int MostForkedResidents = 2_000_000;

    private readonly Scenario _statusQuo;
    private readonly NearNeighborModel _model;
    private readonly byte[]? _snapshot;
    private readonly IReadOnlyDictionary<int, long[]>? _kept;

    private SeedFork(
        Scenario scenario, ulong seed, int threads, int mostForked, CancellationToken cancellation)
    {
        _statusQuo = scenario with { Policies = [] };
        _model = new NearNeighborModel(_statusQuo, seed);
        if (scenario.BurnInDays == 0 || scenario.Town.Estates.Sum(e => (long)e.Population) > mostForked) return;
        var log = new CourseLog(_statusQuo);
        using var town = new Town(_model, threads);
        town.DayEnded = (day, integers) => log.EndDay(day, integers.Span, n => town.Neighborhoods[n]);
        for (int day = 1; day <= scenario.BurnInDays; day++) town.Advance(new Day(day).Start, cancellation);
        _kept = log.Kept;
        _snapshot = town.Save();
    }

    public ulong Seed => _model.Seed;

    private int EndDay => _statusQuo.BurnInDays + _statusQuo.HorizonDays;

    /// <summary>Runs burn-in.</summary>
    /// <param name="scenario">All inputs; its policies do not matter.</param>
    /// <param name="threads">Threads that advance it; changes no result.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SeedFork Run(Scenario scenario, ulong seed, int threads, CancellationToken cancellation = default) =>
        Run(scenario, seed, threads, MostForkedResidents, cancellation);

    internal static SeedFork Run(
        Scenario scenario, ulong seed, int threads, int mostForked, CancellationToken cancellation = default) =>
        new(scenario, seed, threads, mostForked, cancellation);

    /// <summary>Runs one world from the fork to the horizon's end.</summary>
    /// <param name="policies">In force from the start date on, over the status quo.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of it is kept.</exception>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    public ReplicationResult World(
        IReadOnlyList<PolicyPlan> policies, int threads, WorldWatch? watch = null,
        CancellationToken cancellation = default)
    {
        using Town town = Begin(policies, threads, out CourseLog log);
        int burnIn = _statusQuo.BurnInDays;
        town.DayEnded += (day, integers) =>
        {
            if (day.Value == burnIn - 1) watch?.Begun?.Invoke(town);
            else if (day.Value >= burnIn) watch?.DayEnded?.Invoke(town, day);
        };
        if (town.Clock.Day.Value == burnIn) watch?.Begun?.Invoke(town);
        for (int day = town.Clock.Day.Value + 1; day <= EndDay; day++) town.Advance(new Day(day).Start, cancellation);
        return log.Result(Seed, town.Digest(), town.Neighborhoods.Sum(n => n.Sent));
    }

    /// <summary>
    /// Runs several worlds side by side: the first whole, of the others only what differs from it. The same results as
    /// of each <see cref="World"/> alone; quick where policies touch few places.
    /// </summary>
    /// <param name="worlds">Policies of each; at least one.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of it is kept.</exception>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    public (IReadOnlyList<ReplicationResult> Results, IReadOnlyList<Resimulated> Efforts) Together(
        IReadOnlyList<IReadOnlyList<PolicyPlan>> worlds, int threads, CancellationToken cancellation = default)
    {
        using Town first = Begin(worlds[0], threads, out CourseLog log);
        for (int day = first.Clock.Day.Value + 1; day <= _statusQuo.BurnInDays; day++)
            first.Advance(new Day(day).Start, cancellation);
        var baseline = (NearNeighborModel)first.Model;
        var recording = new Recording(first);
        (VariantTown Town, CourseLog Log)[] variants = [.. worlds.Skip(1).Select(policies =>
        {
            var model = new NearNeighborModel(_statusQuo with { Policies = policies }, Seed, _model);
            var own = new CourseLog(_statusQuo, log.Kept);
            var town = new VariantTown(
                model, recording, (n, day, signals, ours) => model.Differs(baseline, n, day, signals, ours), threads);
            town.DayEnded = (day, integers) => own.EndDay(day, integers.Span, town.At);
            own.AtFork(town.At);
            return (town, own);
        })];
        try
        {
            while (first.Clock.Day.Value < EndDay) recording.AdvanceDay(cancellation);
            Resimulated[] efforts = [.. variants.Select(v => new Resimulated(
                v.Town.Simulated, v.Town.SimulatedDays, first.Neighborhoods.Count,
                (long)first.Neighborhoods.Count * _statusQuo.HorizonDays))];
            return (
                [
                    log.Result(Seed, first.Digest(), first.Neighborhoods.Sum(n => n.Sent)),
                    .. variants.Select(v => v.Log.Result(Seed, v.Town.Digest(), v.Town.Sent)),
                ],
                efforts);
        }
        finally
        {
            foreach ((VariantTown town, _) in variants) town.Dispose();
        }
    }

    /// <summary>A world at the fork, or at minute 0 where burn-in is not shared, with what is kept of it.</summary>
    private Town Begin(IReadOnlyList<PolicyPlan> policies, int threads, out CourseLog log)
    {
        var town = new Town(new NearNeighborModel(_statusQuo with { Policies = policies }, Seed, _model), threads);
        CourseLog kept = log = new CourseLog(_statusQuo, _kept);
        if (_snapshot is not null) town.Load(_snapshot);
        if (town.Clock.Day.Value == _statusQuo.BurnInDays) log.AtFork(n => town.Neighborhoods[n]);
        town.DayEnded = (day, integers) => kept.EndDay(day, integers.Span, n => town.Neighborhoods[n]);
        return town;
    }
}
