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
    private readonly Dictionary<int, long[]> _kept = [];
    private readonly long[][] _estates = [];

    private SeedFork(
        Scenario scenario, ulong seed, int threads, int mostForked, CancellationToken cancellation)
    {
        _statusQuo = scenario with { Policies = [] };
        _model = new NearNeighborModel(_statusQuo, seed);
        if (scenario.BurnInDays == 0 || scenario.Town.Estates.Sum(e => (long)e.Population) > mostForked) return;
        HashSet<int> wanted = [.. ReplicationResult.KeptDays(scenario.BurnInDays, EndDay)];
        using var town = new Town(_model, threads);
        town.DayEnded = (day, integers) =>
        {
            if (wanted.Contains(day.Value)) _kept[day.Value] = integers.ToArray();
        };
        for (int day = 1; day <= scenario.BurnInDays; day++) town.Advance(new Day(day).Start, cancellation);
        _estates = EstatesOf(town);
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
        Scenario scenario = _statusQuo with { Policies = policies };
        var model = new NearNeighborModel(scenario, Seed, _model);
        using var town = new Town(model, threads);
        int burnIn = scenario.BurnInDays, first = _snapshot is null ? 0 : burnIn;
        HashSet<int> wanted = [.. ReplicationResult.KeptDays(burnIn, EndDay)];
        IReadOnlyList<int> estateDays = ReplicationResult.EstateDays(burnIn, EndDay);
        var kept = new Dictionary<int, long[]>(_kept);
        var estates = new List<long[][]>();
        var weeks = new long[scenario.HorizonDays * 2 * Tally.GroupCount];
        town.DayEnded = (day, integers) =>
        {
            ReadOnlySpan<long> today = integers.Span;
            if (wanted.Contains(day.Value)) kept[day.Value] = today.ToArray();
            if (estateDays.Contains(day.Value)) estates.Add(EstatesOf(town));
            if (day.Value < burnIn)
            {
                if (day.Value == burnIn - 1) watch?.Begun?.Invoke(town);
                return;
            }
            today.Slice(IndicatorCatalog.Weeks, 2 * Tally.GroupCount)
                .CopyTo(weeks.AsSpan((day.Value - burnIn) * 2 * Tally.GroupCount));
            watch?.DayEnded?.Invoke(town, day);
        };
        if (_snapshot is not null)
        {
            town.Load(_snapshot);
            estates.Add(_estates);
        }
        else if (burnIn == 0) estates.Add(EstatesOf(town));
        if (first == burnIn) watch?.Begun?.Invoke(town);
        for (int day = first + 1; day <= EndDay; day++) town.Advance(new Day(day).Start, cancellation);
        return new ReplicationResult
        {
            Seed = Seed,
            Digest = town.Digest(),
            Messages = town.Neighborhoods.Sum(n => n.Sent),
            BurnInDays = burnIn,
            Days = EndDay,
            Kept = kept,
            Weeks = weeks,
            Estates = [.. Enumerable.Range(0, model.Estates).Select(e => estates.Select(day => day[e]).ToArray())],
        };
    }
    private long[][] EstatesOf(Town town) =>
        [.. town.Neighborhoods.Take(_model.Estates).Select(n => EstateIntegers.Of(n.Daily))];
}
