namespace Jinlin.Planner.Experiments;

/// <summary>Worlds of one pair that are run together.</summary>
/// <param name="Worlds">Indices into the scenario's policies.</param>
/// <param name="Last">Nothing of the pair is left behind it: its burn-in may be forgotten.</param>
public sealed record WorldJob(PairWork Pair, IReadOnlyList<int> Worlds, bool Last);

/// <summary>
/// Which lane runs what: each takes a pair and its worlds one after the other, since its silo holds the pair's burn-in;
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

    /// <summary>A pair that has begun.</summary>
    private sealed class Open(PairWork pair)
    {
        public PairWork Pair => pair;

        public Queue<int> Left { get; } = new(pair.Worlds);

        public WorldJob Take()
        {
            int world = Left.Dequeue();
            return new WorldJob(pair, [world], Left.Count == 0);
        }
    }
}
