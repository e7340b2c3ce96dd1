using Jinlin.Model.Policy;

namespace Jinlin.Planner.Experiments;

/// <summary>Worlds of one pair that one job runs: a single one, or the baseline and what is run beside it.</summary>
/// <param name="Worlds">Indices into the scenario's policies.</param>
/// <param name="Last">Nothing of the pair is left behind it: its burn-in may be forgotten.</param>
public sealed record WorldJob(PairWork Pair, IReadOnlyList<int> Worlds, bool Last);

/// <summary>
/// Which lane runs what: each takes a pair and its jobs one after the other, since its silo holds the pair's burn-in;
/// when no pair is left to begin, lanes help where most is left. Not safe for concurrent use.
/// </summary>
public sealed class WorldQueue(IReadOnlyList<PairWork> pairs)
{
    private readonly Dictionary<int, Open> _open = [];
    private int _begun;

    /// <summary>A lane's next job; null when there is none.</summary>
    public WorldJob? Next(int lane)
    {
        if (_open.TryGetValue(lane, out Open? own) && own.Left.Count > 0) return own.Take();
        if (_begun < pairs.Count)
        {
            Open begun = _open[lane] = new Open(pairs[_begun++]);
            return begun.Take();
        }
        Open? most = _open.Values.OrderByDescending(o => o.Left.Count).ThenBy(o => o.Pair.Pair).FirstOrDefault();
        return most is { Left.Count: > 0 } ? most.Take() : null;
    }

    /// <summary>
    /// The jobs of a pair: beside the baseline run those worlds whose policies name places, if the baseline is to be run
    /// anyhow or if there are several of them; each other world is a job.
    /// </summary>
    internal static IEnumerable<IReadOnlyList<int>> JobsOf(PairWork pair)
    {
        int[] placed = pair.Scenario.Town.Estates.Count < 2
            ? []
            : [.. pair.Worlds.Where(w => w != 0 && NamesPlaces(pair.Scenario.Policies[w]))];
        int[] beside = placed.Length >= 2 || (placed.Length == 1 && pair.Worlds.Contains(0)) ? [0, .. placed] : [];
        return beside.Length == 0
            ? pair.Worlds.Select(w => (IReadOnlyList<int>)[w])
            : pair.Worlds.Except(beside).Select(w => (IReadOnlyList<int>)[w]).Prepend(beside);
    }

    private static bool NamesPlaces(PolicyPlan policy) => policy.Steps.Any(s => s.Place is not Place.City);

    /// <summary>A pair that has begun.</summary>
    private sealed class Open(PairWork pair)
    {
        public PairWork Pair => pair;

        public Queue<IReadOnlyList<int>> Left { get; } = new(JobsOf(pair));

        public WorldJob Take()
        {
            IReadOnlyList<int> worlds = Left.Dequeue();
            return new WorldJob(pair, worlds, Left.Count == 0);
        }
    }
}
