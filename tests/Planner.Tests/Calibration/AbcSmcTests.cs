using Jinlin.Model.Engine;
using Jinlin.Planner.Calibration;

namespace Jinlin.Planner.Tests.Calibration;

public class AbcSmcTests
{
    /// <summary>
    /// y = 10θ + noise of deviation 1, seen once as 5 within .5: the posterior is normal around .5 with a deviation of
    /// √(1 + .5²/3)/10 = .104 (a tolerance is uniform noise).
    /// </summary>
    [Fact]
    public void A_posterior_that_is_known()
    {
        IReadOnlyList<Generation> all = new AbcSmc(1, Noisy, y => Math.Abs(y[0] - 5) / .5)
        {
            Particles = 1_000,
            Seed = 3,
        }.Run(TestContext.Current.CancellationToken);

        Generation last = all[^1];
        Assert.Equal(1, last.Within);
        double mean = last.Particles.Sum(p => p.Weight * p.At[0]);
        double deviation = Math.Sqrt(last.Particles.Sum(p => p.Weight * Math.Pow(p.At[0] - mean, 2)));
        Assert.InRange(mean, .48, .52);
        Assert.InRange(deviation, .094, .114);
        Assert.Equal(1, last.Particles.Sum(p => p.Weight), 9);
        Assert.All(last.Particles, p => Assert.True(p.Distance <= 1));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        double[][] one = Run(1), two = Run(2);

        Assert.Equal(one, two);

        static double[][] Run(int threads) => [.. new AbcSmc(1, Noisy, y => Math.Abs(y[0] - 5) / .5)
        {
            Particles = 60,
            Threads = threads,
        }.Run(TestContext.Current.CancellationToken)[^1].Particles.Select(p => p.At)];
    }

    [Fact]
    public void A_target_out_of_reach_leaves_the_nearest_and_says_so()
    {
        IReadOnlyList<Generation> all = new AbcSmc(1, Noisy, y => Math.Abs(y[0] - 50) / .5)
        {
            Particles = 50,
            MostAttempts = 20,
        }.Run(TestContext.Current.CancellationToken);

        Assert.True(all[^1].Within > 1);
        Assert.True(all.Count > 1);
    }

    /// <summary>150 truths from the prior, each calibrated to what it made: ranks uniform, nine of ten covered.</summary>
    [Fact]
    public void It_finds_what_made_the_data_as_often_as_it_says()
    {
        var chance = new Chance(8);
        IReadOnlyList<(double[], Generation)> found = [.. Enumerable.Range(0, 150).Select(t =>
        {
            double[] truth = [chance.Uniform((uint)t, 0, 1)];
            double seen = Noisy(truth, (ulong)t << 20 | 5)[0] + chance.Uniform((uint)t, 1, 1) - .5;
            return (truth, new AbcSmc(1, Noisy, y => Math.Abs(y[0] - seen) / .5) { Seed = (ulong)t + 100 }
                .Run(TestContext.Current.CancellationToken)[^1]);
        })];

        RankCheck check = Assert.Single(RankCheck.Of(found));

        Assert.True(check.PValue > .01, $"p = {check.PValue}");
        // Binomial: .9 ± 3 √(.09/150).
        Assert.InRange(check.Covered, .826, .974);
        // The same with weights that forget how the points were proposed would lean to the middle.
        Assert.True(RankCheck.Of([.. Enumerable.Repeat(.5, 150)]).PValue < 1e-6);
    }

    private static double[] Noisy(double[] at, ulong number)
    {
        var chance = new Chance(77);
        double u = chance.Uniform((uint)number, (uint)(number >> 32), 1);
        return [(10 * at[0]) + PortableMath.NormalInverse(u)];
    }
}
