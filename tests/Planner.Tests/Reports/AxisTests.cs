using CsCheck;
using Jinlin.Planner.Reports;

namespace Jinlin.Planner.Tests.Reports;

public class AxisTests
{
    [Fact]
    public void Ticks_are_round()
    {
        Assert.Equal([0, 25, 50, 75, 100], new Axis(0, 100, 0, 1).Ticks);
        Assert.Equal([0, .1, .2, .3, .4], new Axis(0, .37, 0, 1).Ticks.Select(t => Math.Round(t, 9)));
    }

    [Fact]
    public void Everything_lies_between_the_ends() => Gen.Select(Gen.Double[0, 1], Gen.Double[1.5, 1e6]).Sample((low,
        high) =>
    {
        var axis = new Axis(low, high, 300, 10);
        Assert.InRange(axis[low], 10 - 1e-6, 300 + 1e-6);
        Assert.InRange(axis[high], 10 - 1e-6, 300 + 1e-6);
        Assert.InRange(axis.Ticks.Count, 2, 8);
    });
}
