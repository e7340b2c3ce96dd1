using Jinlin.Model.Policy;
using Jinlin.Planner.Calibration;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Calibration;

public sealed class PosteriorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draws_are_taken_by_weight_and_only_of_what_was_calibrated()
    {
        string file = _folder.Write("p.csv", Posterior.Write(
            ["ask-chat", "respond-routine"], [(.25, [.2, .3]), (.75, [.3, .4]), (0, [.15, .2])]));
        Posterior posterior = Posterior.Read(file);
        Scenario scenario = Villages.Scenario(5);

        Scenario[] drawn = [.. Enumerable.Range(0, 2_000).Select(s => posterior.Of(scenario, (ulong)s))];

        Assert.InRange(drawn.Count(d => d.Parameters.AskChat == .2 && d.Parameters.RespondRoutine == .3), 440, 560);
        Assert.All(drawn, d => Assert.Equal(
            scenario.Parameters with { AskChat = d.Parameters.AskChat, RespondRoutine = d.Parameters.RespondRoutine },
            d.Parameters));
        Assert.DoesNotContain(drawn, d => d.Parameters.AskChat == .15);
    }

    /// <summary>What was calibrated comes from its draws; every other assumption from its range as before.</summary>
    [Fact]
    public void A_pair_draws_the_rest_as_without_it()
    {
        string file = _folder.Write("p.csv", Posterior.Write(["ask-chat"], [(1, [.2])]));
        Scenario scenario = Villages.Scenario(5);

        Scenario with = ExperimentPlan.Drawn(scenario, Posterior.Read(file), 9);

        Assert.Equal(ExperimentPlan.Drawn(scenario, null, 9).Parameters with { AskChat = .2 }, with.Parameters);
    }

    [Theory]
    [InlineData("weight,ask-chatt\n1,0.2\n", 1, "ask-chatt")]
    [InlineData("ask-chat\n0.2\n", 1, "ask-chat")]
    [InlineData("weight,ask-chat\n1,7\n", 2, "7")]
    [InlineData("weight,ask-chat\n-1,0.2\n", 2, "-1")]
    [InlineData("weight,ask-chat\n0,0.2\n", 1, "weight")]
    [InlineData("weight,ask-chat\n", 1, "")]
    public void What_is_wrong_is_told_with_its_line(string content, int line, string found)
    {
        InputError error = Assert.Single(
            Assert.Throws<InputException>(() => Posterior.Read(_folder.Write("p.csv", content))).Errors);

        Assert.Equal(line, error.Line);
        Assert.Contains(found, error.Value);
    }
}
