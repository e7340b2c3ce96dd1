using Jinlin.Model.Engine;
using Jinlin.Planner.Designs;
using Jinlin.Planner.Sensitivity;

namespace Jinlin.Planner.Tests.Sensitivity;

public class SobolIndicesTests
{
    /// <summary>Ishigami and Homma 1990 with a = 7, b = 0.1; analytic values.</summary>
    [Fact]
    public void Ishigami()
    {
        double[][] points = SaltelliPoints.Points(16_384, 3, secondOrder: true);
        SobolIndices indices = new(3, true, [.. points.Select(p => Outcome([.. p.Select(u => ((2 * u) - 1) * Math.PI)]))]);

        Assert.Equal(13.844588, indices.Variance, .02);
        Assert.Equal([.313905, .442411, 0], indices.First.Select(s => s.Value), Near(.004));
        Assert.Equal([.557589, .442411, .243684], indices.Total.Select(s => s.Value), Near(.004));
        Assert.Equal(.243684, indices.Second[(0, 2)].Value, .006);
        Assert.Equal(0, indices.Second[(0, 1)].Value, .006);
        Assert.True(indices.First[2].MayBeZero);
        Assert.False(indices.First[0].MayBeZero);
    }

    /// <summary>Sobol's G with a = (0, 1, 4.5, 9, 99, 99, 99, 99); analytic values (Saltelli et al. 2010).</summary>
    [Fact]
    public void Sobol_G()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        double[][] points = SaltelliPoints.Points(16_384, 8, secondOrder: false);
        SobolIndices indices = new(8, false, [.. points.Select(p =>
            p.Select((u, d) => (Math.Abs((4 * u) - 2) + a[d]) / (1 + a[d])).Aggregate((x, y) => x * y))]);

        Assert.Equal(.465424, indices.Variance, .002);
        Assert.Equal([.716192, .179048, .0236758, .00716192, 7.1619e-5],
            indices.First.Take(5).Select(s => s.Value), Near(.004));
        Assert.Equal([.787144, .242198, .0343169, .0104604], indices.Total.Take(4).Select(s => s.Value), Near(.004));
    }

    [Fact]
    public void A_constant_outcome_has_shares_of_zero()
    {
        double[][] points = SaltelliPoints.Points(16, 2, secondOrder: true);
        SobolIndices indices = new(2, true, [.. points.Select(_ => 3.0)]);

        Assert.All(indices.First.Concat(indices.Total).Concat(indices.Second.Values), s =>
        {
            Assert.Equal(0, s.Value);
            Assert.True(s.MayBeZero);
        });
    }

    /// <summary>Binomial error over 200 repetitions of a 95 % interval: 188 on average, 176 is four deviations off.</summary>
    [Fact]
    public void The_interval_covers_the_truth_as_often_as_it_says()
    {
        int covered = 0;
        for (uint r = 0; r < 200; r++)
        {
            var chance = new Chance(r);
            var outcomes = new List<double>();
            for (uint s = 0; s < 128; s++)
            {
                double[] a = [chance.Uniform(s, 0, 1), chance.Uniform(s, 1, 1)];
                double[] b = [chance.Uniform(s, 2, 1), chance.Uniform(s, 3, 1)];
                outcomes.AddRange([Linear(a), Linear([b[0], a[1]]), Linear([a[0], b[1]]), Linear(b)]);
            }
            if (new SobolIndices(2, false, outcomes).Total[0].Interval.Contains(.8)) covered++;
        }
        Assert.InRange(covered, 176, 200);

        static double Linear(double[] x) => (2 * x[0]) + x[1];
    }

    private static double Outcome(double[] x) =>
        Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));

    private static Func<double, double, bool> Near(double room) => (a, b) => Math.Abs(a - b) <= room;
}
