using Jinlin.Planner.Calibration;
using Jinlin.Planner.Input;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Tests.Calibration;

public class TargetTests
{
    [Fact]
    public void A_band_and_a_value_with_a_tolerance()
    {
        IReadOnlyList<Target> targets = Read(
            "[{indicator: members, low: 200, high: 300}, {indicator: loneliness, value: 0.3, tolerance: 0.05}]").Targets;

        Assert.Equal([(250, 50), (.3, .05)], targets.Select(t => (t.Value, t.Tolerance)));
        Assert.Equal(["members", "loneliness"], targets.Select(t => t.Outcome.Name));
    }

    [Theory]
    [InlineData("[]", "1 to 20")]
    [InlineData("[{indicator: members, low: 300, high: 200}]", "low and high")]
    [InlineData("[{indicator: members, value: 3, tolerance: 0}]", "tolerance above 0")]
    [InlineData("[{indicator: members, low: 2, high: 3, value: 2}]", "low and high")]
    [InlineData("[{indicator: member, low: 2, high: 3}]", "members")]
    [InlineData("[{low: 2, high: 3}]", "indicator")]
    public void Anything_else_is_refused(string targets, string expected) => Assert.Contains(
        Assert.Throws<InputException>(() => Read(targets)).Errors,
        e => e.Expectation.Contains(expected, StringComparison.Ordinal));

    private static SweepPlan Read(string targets)
    {
        using var folder = new TestFolder();
        folder.Write("s.yaml", "name: s\ntown: estate\nstart: 2023-01-01\nhorizon: 30\n");
        return SweepFile.Read(
            folder.Write("w.yaml", "name: x\nscenario: s.yaml\nfactors:\n  - {parameter: ask-chat}\n" +
                $"design: {{kind: sobol, points: 4}}\ntargets: {targets}\n"),
            new SweepChanges(), "");
    }
}
