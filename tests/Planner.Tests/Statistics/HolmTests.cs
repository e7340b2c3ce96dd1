using CsCheck;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class HolmTests
{
    /// <summary>
    /// Benjamini and Hochberg 1995, J. R. Statist. Soc. B 57, section 3.2 (thrombolysis): of these fifteen,
    /// procedures that control the familywise rate at .05 reject the first three.
    /// </summary>
    [Fact]
    public void Three_of_the_fifteen_published_hypotheses_fall()
    {
        double[] p =
        [
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1,
        ];
        IReadOnlyList<double> adjusted = Holm.Adjusted(p);
        Assert.Equal(3, adjusted.Count(a => a <= .05));
        Assert.Equal([.0015, .0056, .0247, .1140], adjusted.Take(4).Select(a => Math.Round(a, 6)));
    }

    /// <summary>The usual textbook example: .01, .04, .03, .005 become .03, .06, .06, .02.</summary>
    [Fact]
    public void The_order_given_is_kept() => Assert.Equal(
        [.03, .06, .06, .02], Holm.Adjusted([.01, .04, .03, .005]).Select(a => Math.Round(a, 12)));

    [Fact]
    public void Adjusted_is_never_below_the_raw_nor_above_bonferroni() =>
        Gen.Double[0, 1].Array[0, 12].Sample(p => Holm.Adjusted(p).Zip(p).All(a =>
            a.First >= a.Second && a.First <= Math.Min(1, p.Length * a.Second) && a.First <= 1));
}
