using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class StudentTTests
{
    /// <summary>Printed tables of the 97.5 % points.</summary>
    [Theory]
    [InlineData(1, 12.706205)]
    [InlineData(2, 4.302653)]
    [InlineData(4, 2.7764451)]
    [InlineData(9, 2.262157)]
    [InlineData(29, 2.045230)]
    [InlineData(99, 1.984217)]
    public void Quantiles_are_those_of_the_tables(int degrees, double t)
    {
        Assert.Equal(t, StudentT.Quantile(.975, degrees), 5);
        Assert.Equal(-t, StudentT.Quantile(.025, degrees), 5);
    }

    [Fact]
    public void An_interval_needs_two_values()
    {
        Assert.True(double.IsNaN(MeanInterval.Of([3]).Half));
        MeanInterval three = MeanInterval.Of([1, 2, 3, double.NaN]);
        Assert.Equal((2, 3), (three.Mean, three.Count));
        Assert.Equal(4.302653 / Math.Sqrt(3), three.Half, 5);
        Assert.True(double.IsNaN(MeanInterval.Of([]).Mean));
        Assert.Equal(double.PositiveInfinity, MeanInterval.Of([1, double.PositiveInfinity]).Mean);
    }
}
