using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class NetworkFactsTests
{
    [Fact]
    public void A_small_network_by_hand()
    {
        // 0 ⇄ 1, 1 → 2, 0 → 2, 2 → 3. Paths of two over three people: 0 1 2 (closed), 1 0 2 (closed), 1 2 3, 0 2 3.
        NetworkFacts facts = NetworkFacts.Of(4, [(0, 1), (1, 0), (1, 2), (0, 2), (2, 3)]);
        Assert.Equal(new NetworkFacts(4, 5, 5 / 12d, .4, .5, 2, 2), facts);
    }

    [Fact]
    public void A_complete_network_is_all_ones()
    {
        var ties = from i in Enumerable.Range(0, 5) from j in Enumerable.Range(0, 5) where i != j select (i, j);
        Assert.Equal(new NetworkFacts(5, 20, 1, 1, 1, 4, 4), NetworkFacts.Of(5, ties));
    }

    [Fact]
    public void Shares_by_bins_leave_the_unknown_out_and_an_empty_bin_undefined() =>
        Assert.Equal([.5, double.NaN, 1],
            NetworkFacts.TieShares([true, false, true, true], [0, 0, 3, double.NaN], 1, 2));
}
