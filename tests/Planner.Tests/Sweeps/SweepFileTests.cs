using Jinlin.Planner.Discovery;
using Jinlin.Planner.Input;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Tests.Sweeps;

public class SweepFileTests
{
    private const string Head = "name: x\nscenario: s.yaml\n";

    [Fact]
    public void Factors_policies_and_points_are_read()
    {
        SweepPlan plan = Read("""
            policies: [none, mutual-help]
            seeds: 3
            design: {kind: full-factorial}
            factors:
              - {parameter: ask-chat, low: 0.2, high: 0.3, levels: 3}
              - {lever: festival-visits}
              - {shock: [none, heat.yaml]}
            outcomes: [on-time-rate, cost]
            """);

        Assert.Equal((12, 72.0), (plan.Design.Points, plan.Runs));
        Assert.Equal(["ask-chat", "festival-visits", "shock"], plan.Factors.Select(f => f.Name));
        Assert.Equal([.2, 0, 1], plan.Values(1), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([.3, 1, 1], plan.Values(11), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Single(plan.ScenarioOf(plan.Values(1), plan.Worlds[0]).Shocks);
        Assert.Equal(.3, plan.ScenarioOf(plan.Values(11), plan.Worlds[1]).Parameters.AskChat, 12);
        Assert.Equal(2, plan.ScenarioOf(plan.Values(11), plan.Worlds[1]).Policies.Count);
    }

    [Fact]
    public void Whole_numbers_and_lists_are_drawn_evenly()
    {
        SweepPlan plan = Read("""
            design: {kind: latin-hypercube, points: 40}
            factors:
              - {lever: canteens}
              - {parameter: ask-chat, values: [0.2, 0.3]}
            """);

        double[][] points = [.. Enumerable.Range(0, 40).Select(p => plan.Values(p))];
        Assert.Equal(ConditionKind.Whole, plan.Factors[0].Kind);
        Assert.Equal([10, 10, 10, 10], points.CountBy(p => p[0]).OrderBy(p => p.Key).Select(p => p.Value));
        Assert.Equal([20, 20], points.CountBy(p => p[1]).OrderBy(p => p.Key).Select(p => p.Value));
    }

    [Fact]
    public void Every_assumption_is_a_factor_over_its_own_range()
    {
        SweepPlan plan = Read("factors: assumptions\ndesign: {kind: sobol, points: 4}");

        Assert.True(plan.Factors.Count > 60);
        Assert.All(plan.Factors, f => Assert.True(f.Low < f.High));
    }

    [Theory]
    [InlineData("factors: []\ndesign: {kind: sobol, points: 4}", 3, "1 to 60 factors")]
    [InlineData("design: {kind: sobol, points: 0}\nfactors: assumptions", 3, "1 to 1000000")]
    [InlineData("design: {kind: sobol}\nfactors: assumptions", 3, "points")]
    [InlineData("design: {kind: sobl, points: 4}\nfactors: assumptions", 3, "sobol")]
    [InlineData("design: {kind: full-factorial}\nfactors:\n  - {parameter: ask-chat}", 5, "levels or values")]
    [InlineData("design: {kind: full-factorial, points: 3}\nfactors:\n  - {parameter: ask-chat, levels: 2}", 3, "full factorial")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {parameter: ask-chatt}", 5, "ask-chat")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {parameter: ask-chat, low: 2}", 5, "0.125")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {parameter: ask-chat, low: 0.3, high: 0.2}", 5, "below high")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {parameter: ask-chat, lever: canteens}", 5, "exactly one")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {parameter: ask-chat}\n  - {parameter: ask-chat}", 6, "once")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {shock: [none]}", 5, "2 to 64 shocks")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors: assumptions\noutcomes: [on-time]", 5, "on-time-rate")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors: assumptions\npolicies: [none, none]", 5, "different names")]
    [InlineData("design: {kind: sobol, points: 1000000}\nseeds: 10000\nfactors: assumptions", 3, "10,000,000")]
    [InlineData("design: {kind: sobol, points: 4}\nfactors:\n  - {lever: chat-coverage}\npolicies: [all]", 5, "does not set")]
    [InlineData("desing: {kind: sobol, points: 4}\nfactors: assumptions", 3, "design")]
    public void What_is_wrong_is_told_with_its_line(string rest, int line, string expected)
    {
        InputException refused = Assert.Throws<InputException>(() => Read(rest));

        Assert.Contains(refused.Errors, e => e.Line == line && e.Expectation.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_scenario_outside_the_folder_is_refused()
    {
        using var folder = new TestFolder();
        string file = folder.Write("w.yaml",
            "name: x\nscenario: ../s.yaml\nfactors: assumptions\ndesign: {kind: sobol, points: 4}\n");

        Assert.Throws<InputException>(() => SweepFile.Read(file, new SweepChanges(), ""));
    }

    private static SweepPlan Read(string rest)
    {
        using var folder = new TestFolder();
        folder.Write("s.yaml", "name: s\ntown: estate\nstart: 2023-01-01\nhorizon: 30\n");
        folder.Write("heat.yaml", "kind: heat\nfrom: 1\ndays: 5\nplace: city\n");
        return SweepFile.Read(folder.Write("w.yaml", $"{Head}{rest}\n"), new SweepChanges(), "");
    }
}
