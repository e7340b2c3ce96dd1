using Jinlin.Planner.Discovery;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Tests.Discovery;

public class FailingTests
{
    private static readonly string[] Outcomes = ["on-time-rate", "on-time-rate.migrant", "cost"];

    [Theory]
    [InlineData("on-time-rate < 0.6", .5, true)]
    [InlineData("on-time-rate<0.6", .7, false)]
    [InlineData("cost > -1e3", 0, true)]
    [InlineData(" on-time-rate.migrant > 0.2 ", .1, false)]
    public void It_tells_failing_values(string text, double value, bool fails) =>
        Assert.Equal(fails, Failing.Parse(text, Outcomes).Holds(value));

    [Theory]
    [InlineData("on-time-rate")]
    [InlineData("on-time-rate < ")]
    [InlineData("on-time-rate = 3")]
    [InlineData("on-time < 0.6")]
    [InlineData("on-time-rate < 0.6 < 0.7")]
    [InlineData("on-time-rate < 1.2.3")]
    public void Anything_else_is_refused(string text) =>
        Assert.Throws<InputException>(() => Failing.Parse(text, Outcomes));
}
