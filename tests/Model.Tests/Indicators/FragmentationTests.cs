using Jinlin.Model.Indicators;

namespace Jinlin.Model.Tests.Indicators;

public class FragmentationTests
{
    /// <summary>A pair and a path of three among six nodes: Σ n_k(n_k−1) = 2 + 6, of 30.</summary>
    [Fact]
    public void Counts_pairs_within_components()
    {
        Fragmentation f = Fragmentation.Of(6, [(0, 1), (2, 3), (3, 4)]);
        Assert.Equal(30, f.Pairs);
        Assert.Equal(8, f.LinkedPairs);
        Assert.Equal(1 - (8 / 30.0), f.Borgatti, 12);
    }

    /// <summary>Path of three: four neighboring ordered pairs at 1, two at distance 2.</summary>
    [Fact]
    public void Weighs_by_distance() =>
        Assert.Equal(1 - (5 / 6.0), Fragmentation.Of(3, [(0, 1), (1, 2)]).DistanceWeighted, 6);

    [Fact]
    public void Is_zero_for_a_clique_and_one_for_dust()
    {
        Fragmentation clique = Fragmentation.Of(3, [(0, 1), (1, 2), (2, 0), (0, 1), (1, 1)]);
        Assert.Equal(0, clique.Borgatti);
        Assert.Equal(0, clique.DistanceWeighted);
        Fragmentation dust = Fragmentation.Of(4, []);
        Assert.Equal(1, dust.Borgatti);
        Assert.Equal(1, dust.DistanceWeighted);
    }

    [Fact]
    public void Is_not_defined_for_a_single_node() => Assert.Equal(double.NaN, Fragmentation.Of(1, []).Borgatti);
}
