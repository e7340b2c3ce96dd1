using CsCheck;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class SampleSizeTests
{
    /// <summary>
    /// By printed tables of t: 2.1098/√18 = .497 and 2.1199/√17 = .514; 1.98447/√99 = .1994 and 1.98472/√98 = .2005.
    /// The normal's 1.96 would say 16 and 97.
    /// </summary>
    [Theory]
    [InlineData(.5, 18)]
    [InlineData(.2, 99)]
    public void Student_needs_a_few_more_than_the_normal(double half, int pairs) =>
        Assert.Equal(pairs, SampleSize.ForHalf(1, half, .95));

    [Fact]
    public void It_is_the_least_that_fits() => Gen.Select(Gen.Double[.1, 20], Gen.Double[.5, .999]).Sample((s, level) =>
    {
        int n = SampleSize.ForHalf(s, 1, level)!.Value;
        Assert.True(Half(n) <= 1);
        Assert.True(n == 2 || Half(n - 1) > 1);
        double Half(int count) => StudentT.Quantile((1 + level) / 2, count - 1) * s / Math.Sqrt(count);
    });

    [Fact]
    public void No_number_of_pairs_settles_a_tie()
    {
        PairedDifference tie = PairedDifference.Of([0, 0], [1, 3], Direction.HigherIsBetter);
        Assert.Null(SampleSize.ToSettle(tie, 2, .95));
        Assert.Null(SampleSize.ToSettle(PairedDifference.Of([0], [1], Direction.HigherIsBetter), 0, .95));
        PairedDifference same = PairedDifference.Of([0, 0], [0, 0], Direction.HigherIsBetter);
        Assert.Equal(2, SampleSize.ToSettle(same, 0, .95));
    }
}
