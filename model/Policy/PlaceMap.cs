using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Policy;

/// <summary>Which estates of a town a place means.</summary>
public sealed class PlaceMap
{
    private readonly TownPlan _town;
    private readonly int[] _rank;

    public PlaceMap(TownPlan town, ulong seed)
    {
        _town = town;
        Seed = seed;
        var chance = new Chance(seed);
        int[] order = [.. Enumerable.Range(0, town.Estates.Count)
            .OrderBy(e => chance.Bits((uint)e, 0, (uint)Purpose.PlaceRank, 0)).ThenBy(e => e)];
        _rank = new int[order.Length];
        for (int r = 0; r < order.Length; r++) _rank[order[r]] = r;
    }

    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; }

    /// <summary>For each estate, whether it belongs to the place.</summary>
    public bool[] Of(Place place)
    {
        var estates = new bool[_rank.Length];
        for (int e = 0; e < estates.Length; e++) estates[e] = Contains(place, new NeighborhoodId(e));
        return estates;
    }

    /// <summary>
    /// Whether an estate belongs to a place. A share is the nearest whole number of estates, at least one if it is
    /// above zero: those that come first by one keyed number, so that 20 % is contained in 40 %.
    /// </summary>
    public bool Contains(Place place, NeighborhoodId estate) => place switch
    {
        Place.City => true,
        Place.District district => _town.Estates[estate.Value].District == district.Index,
        Place.Estates named => named.Ids.Contains(estate),
        Place.Share share => share.Fraction > 0
            && _rank[estate.Value] < Math.Max(1, Math.Floor((share.Fraction * _rank.Length) + 0.5)),
        _ => false,
    };
}
