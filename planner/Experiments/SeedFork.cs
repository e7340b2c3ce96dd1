using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
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
/// end. Worlds may run at the same time, each on its own threads.
/// </summary>
public sealed class SeedFork
{
    private readonly Scenario _statusQuo;
    private readonly NearNeighborModel _model;
    private readonly byte[]? _snapshot;
    private readonly Dictionary<int, long[]> _kept = [];
    private readonly long[][] _estates;

    private SeedFork(Scenario scenario, ulong seed, int threads, CancellationToken cancellation)
    {
        _statusQuo = scenario with { Policies = [] };
        _model = new NearNeighborModel(_statusQuo, seed);
        HashSet<int> wanted = [.. ReplicationResult.KeptDays(scenario.BurnInDays, EndDay)];
        using var town = new Town(_model, threads);
        town.DayEnded = (day, integers) =>
        {
            if (wanted.Contains(day.Value)) _kept[day.Value] = integers.ToArray();
        };
        for (int day = 1; day <= scenario.BurnInDays; day++) town.Advance(new Day(day).Start, cancellation);
        _estates = [.. town.Neighborhoods.Take(_model.Estates).Select(n => EstateIntegers.Of(n.Daily))];
        if (scenario.BurnInDays > 0) _snapshot = town.Save();
    }

    public ulong Seed => _model.Seed;

    private int EndDay => _statusQuo.BurnInDays + _statusQuo.HorizonDays;

    /// <summary>Runs burn-in.</summary>
    /// <param name="scenario">All inputs; its policies do not matter.</param>
    /// <param name="threads">Threads that advance it; changes no result.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SeedFork Run(Scenario scenario, ulong seed, int threads, CancellationToken cancellation = default) =>
        new(scenario, seed, threads, cancellation);

    /// <summary>Runs one world from the fork to the horizon's end.</summary>
    /// <param name="policies">In force from the start date on, over the status quo.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing of it is kept.</exception>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    public ReplicationResult World(
        IReadOnlyList<PolicyPlan> policies, int threads, WorldWatch? watch = null,
        CancellationToken cancellation = default)
    {
        Scenario scenario = _statusQuo with { Policies = policies };
        var model = new NearNeighborModel(scenario, Seed, _model);
        using var town = new Town(model, threads);
        if (_snapshot is not null) town.Load(_snapshot);
        watch?.Begun?.Invoke(town);
        int burnIn = scenario.BurnInDays;
        HashSet<int> wanted = [.. ReplicationResult.KeptDays(burnIn, EndDay)];
        var kept = new Dictionary<int, long[]>(_kept);
        IReadOnlyList<int> estateDays = ReplicationResult.EstateDays(burnIn, EndDay);
        var estates = new List<long[]>[model.Estates];
        for (int e = 0; e < estates.Length; e++) estates[e] = [_estates[e]];
        var weeks = new long[scenario.HorizonDays * 2 * Tally.GroupCount];
        town.DayEnded = (day, integers) =>
        {
            ReadOnlySpan<long> today = integers.Span;
            today.Slice(IndicatorCatalog.Weeks, 2 * Tally.GroupCount)
                .CopyTo(weeks.AsSpan((day.Value - burnIn) * 2 * Tally.GroupCount));
            if (wanted.Contains(day.Value)) kept[day.Value] = today.ToArray();
            if (estateDays.Contains(day.Value))
            {
                for (int e = 0; e < estates.Length; e++)
                    estates[e].Add(EstateIntegers.Of(town.Neighborhoods[e].Daily));
            }
            watch?.DayEnded?.Invoke(town, day);
        };
        for (int day = burnIn + 1; day <= EndDay; day++) town.Advance(new Day(day).Start, cancellation);
        return new ReplicationResult
        {
            Seed = Seed,
            Digest = town.Digest(),
            Messages = town.Neighborhoods.Sum(n => n.Sent),
            BurnInDays = burnIn,
            Days = EndDay,
            Kept = kept,
            Weeks = weeks,
            Estates = [.. estates.Select(e => e.ToArray())],
        };
    }
}
