using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

/// <summary>
/// Intervals hold the truth as often as they say: 1,000 comparisons each, a 95 % interval covers within three
/// binomial standard errors.
/// </summary>
public class CoverageTests
{
    private const int Times = 1000;

    private static readonly double Error = 3 * Math.Sqrt(Times * .95 * .05);

    /// <summary>Student's interval, each comparison stopped by its own rule; normal or of skewness 1.</summary>
    [Theory]
    [InlineData("normal", true)]
    [InlineData("normal", false)]
    [InlineData("skewed", true)]
    [InlineData("skewed", false)]
    public void Students_with_the_stopping_rule_on(string shape, bool doubling) => AssertCovers(time =>
    {
        StoppingRule rule = Rule(doubling);
        return rule.IntervalOf(Stopped(rule, shape, time)).Contains(0);
    });

    /// <summary>The interval that decides, up to exponential differences, of skewness 2.</summary>
    [Theory]
    [InlineData("normal", true)]
    [InlineData("skewed", true)]
    [InlineData("exponential", true)]
    [InlineData("normal", false)]
    [InlineData("skewed", false)]
    [InlineData("exponential", false)]
    public void The_deciding_one_with_the_stopping_rule_on(string shape, bool doubling) => AssertCovers(time =>
    {
        PairedDifference d = Stopped(Rule(doubling), shape, time);
        return d.Interval.Hull(HallInterval.Of(d, d.Level)).Contains(0);
    });

    [Fact]
    public void The_bootstrap_of_a_median() => AssertCovers(time => new Bootstrap(399)
        .Percentile(100, PairStatistics.Median(Draws("exponential", time, 100))).Contains(Math.Log(2) - 1));

    /// <summary>Worlds of variance 10 that share 9 of it: pairing saves a factor of 10.</summary>
    [Fact]
    public void The_variance_reduction() => AssertCovers(time =>
    {
        double[] shared = Draws("normal", time, 60), own = Draws("normal", time + Times, 60);
        double[] other = Draws("normal", time + (2 * Times), 60);
        return VarianceReduction.Of(PairedDifference.Of(
            [.. shared.Select((s, i) => (3 * s) + own[i])], [.. shared.Select((s, i) => (3 * s) + other[i])],
            Direction.HigherIsBetter))!.Value.Interval.Contains(10);
    });

    /// <summary>A denominator two standard errors from zero: many intervals have no end, and still cover.</summary>
    [Fact]
    public void Fiellers_with_a_weak_denominator() => AssertCovers(time =>
    {
        double[] a = [.. Draws("normal", time, 25).Select(v => v + 1.2)];
        double[] b = [.. Draws("normal", time + Times, 25).Select(v => v + .4)];
        FiellerInterval ratio = FiellerInterval.Of(a, b);
        return ratio.Excluded is { } hole ? !hole.Contains(3) : ratio.Interval.Contains(3);
    });

    private static StoppingRule Rule(bool doubling) =>
        doubling ? new DoublingLooks(.25, 2000) : new SteinsTwoStages(.25, 2000);

    /// <summary>A comparison without effect, run until its rule stops it.</summary>
    private static PairedDifference Stopped(StoppingRule rule, string shape, uint time)
    {
        PairedDifference d = PairedDifference.Of([], [], Direction.HigherIsBetter);
        for (NextLook next = rule.After([]); next.Stop is null; next = rule.After([d]))
        {
            double[] values = Draws(shape, time, next.Replications);
            d = PairedDifference.Of(new double[values.Length], values, Direction.HigherIsBetter);
        }
        return d;
    }

    private static void AssertCovers(Func<uint, bool> covers)
    {
        int covered = Enumerable.Range(0, Times).Count(time => covers((uint)time));
        Assert.InRange(covered, (.95 * Times) - Error, (.95 * Times) + Error);
    }

    /// <summary>Mean 0 and variance 1; the first draws of a stream are the same however many are asked for.</summary>
    private static double[] Draws(string shape, uint stream, int count)
    {
        var chance = new Chance(43);
        double U(int i, uint part) => chance.Uniform(stream, part, 1, (uint)i);
        return
        [
            .. Enumerable.Range(0, count).Select(i => shape switch
            {
                "normal" => PortableMath.NormalInverse(U(i, 0)),
                "exponential" => -Math.Log(U(i, 0)) - 1,
                _ => (-Math.Log(U(i, 0) * U(i, 1) * U(i, 2) * U(i, 3)) - 4) / 2,
            }),
        ];
    }
}
