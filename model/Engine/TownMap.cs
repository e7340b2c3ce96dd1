using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>Which actor lives in which neighborhood; the same in every policy's world and in every way of running.</summary>
public sealed class TownMap
{
    private readonly uint[] _first;
    private readonly IReadOnlyList<int> _counts;

    public TownMap(IReadOnlyList<int> actorCounts)
    {
        _counts = actorCounts;
        _first = new uint[actorCounts.Count + 1];
        for (int i = 0; i < actorCounts.Count; i++) _first[i + 1] = _first[i] + (uint)actorCounts[i];
    }

    /// <summary>How many neighborhoods there are.</summary>
    public int Neighborhoods => _counts.Count;

    /// <summary>How many actors there are in all.</summary>
    public long Actors => _first[^1];

    /// <summary>The first actor of each neighborhood and, last, the number of actors.</summary>
    public ReadOnlySpan<uint> FirstActors => _first;

    /// <summary>The first of a neighborhood's consecutive actor ids.</summary>
    public ActorId FirstOf(NeighborhoodId id) => new(_first[id.Value]);

    /// <summary>Where an actor lives.</summary>
    /// <exception cref="ModelException">Nowhere.</exception>
    public NeighborhoodId HomeOf(ActorId actor)
    {
        int i = Array.BinarySearch(_first, actor.Value);
        if (i < 0) i = ~i - 1;
        while (i < _counts.Count && _counts[i] == 0) i++;
        if ((uint)i >= (uint)_counts.Count) throw new ModelException($"no neighborhood has actor {actor}", default, actor);
        return new NeighborhoodId(i);
    }

    /// <summary>Makes a neighborhood as it is at minute 0.</summary>
    public Neighborhood Build(IModel model, NeighborhoodId id) =>
        new(model, id, FirstOf(id), _counts[id.Value]);

    /// <summary>
    /// Cuts the town into runs of consecutive neighborhoods with about as many actors each; at most as many as there
    /// are neighborhoods.
    /// </summary>
    /// <returns>For each part the first neighborhood, and last the number of neighborhoods.</returns>
    public int[] Partition(int parts)
    {
        parts = Math.Clamp(parts, 1, Math.Max(1, Neighborhoods));
        var bounds = new int[parts + 1];
        bounds[parts] = Neighborhoods;
        for (int part = 1; part < parts; part++)
        {
            long wanted = Actors * part / parts;
            int i = bounds[part - 1] + 1;
            while (i < Neighborhoods - (parts - part) && _first[i] < wanted) i++;
            bounds[part] = i;
        }
        return bounds;
    }

    /// <summary>The run's digest: the neighborhoods' digests folded in the order of their ids (law 7).</summary>
    public static UInt128 Fold(ReadOnlySpan<UInt128> digests) =>
        XxHash128.HashToUInt128(MemoryMarshal.AsBytes(digests));
}
