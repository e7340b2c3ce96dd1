using CsCheck;
using Jinlin.Model.Policy;
using static Jinlin.Model.Tests.Policy.Towns;

namespace Jinlin.Model.Tests.Policy;

public class PlaceMapTests
{
    [Fact]
    public void A_smaller_share_is_contained_in_a_larger_one() =>
        Gen.Select(Gen.ULong, Gen.Double[0.001, 1], Gen.Double[0.001, 1], Gen.Int[1, 60]).Sample((seed, a, b, n) =>
        {
            var map = new PlaceMap(Of(n), seed);
            bool[] small = map.Of(new Place.Share(Math.Min(a, b))), large = map.Of(new Place.Share(Math.Max(a, b)));
            Assert.True(small.Zip(large).All(p => !p.First || p.Second));
            Assert.Equal(Math.Max(1, Math.Floor((Math.Min(a, b) * n) + 0.5)), small.Count(x => x));
        });

    [Fact]
    public void Which_estates_a_share_means_is_a_matter_of_the_seed()
    {
        bool[][] chosen =
            [.. Enumerable.Range(0, 8).Select(s => new PlaceMap(Of(40), (ulong)s).Of(new Place.Share(.5)))];
        Assert.Equal(chosen[0], new PlaceMap(Of(40), 0).Of(new Place.Share(.5)));
        Assert.Equal(8, chosen.Select(c => string.Concat(c)).Distinct().Count());
    }
}
