using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Reports;

public class VerdictTextTests
{
    private static readonly DecisionRule Rule = new(
        "on-time-rate", .02, 1000, new Dictionary<string, double> { ["quit-rate"] = 5 });

    [Theory]
    [InlineData("on-time-rate", .06, .01)]
    [InlineData("on-time-rate", .01, .001)]
    [InlineData("on-time-rate", -.01, .001)]
    [InlineData("on-time-rate", .021, .01)]
    [InlineData("on-time-rate.migrant", -.2, .001)]
    [InlineData("on-time-rate.migrant", -.03, .1)]
    [InlineData("quit-rate", -9, .1)]
    [InlineData("budget", -2000, 1)]
    [InlineData("budget", -1000, 900)]
    public void Every_verdict_stands_under_its_assumptions_in_both_languages(
        string endpoint, double mean, double deviation)
    {
        Verdict verdict = Judge(endpoint, mean, deviation);
        Assert.Contains("nder these assumptions", VerdictText.Sentence(verdict));
        Assert.DoesNotContain("NaN", VerdictText.Sentence(verdict));
        Language.IsChinese = true;
        Assert.Contains("在这些假设下", VerdictText.Sentence(verdict));
        Assert.DoesNotMatch("[a-zA-Z]{2}", VerdictText.Sentence(verdict).Replace("mutual-help", ""));
    }

    [Fact]
    public void A_supported_policy_promises_its_lower_bound()
    {
        Assert.Equal(
            "Under these assumptions, mutual-help is supported. Needs met on time: better by at least 5.55 points, " +
            "where more than 2.00 points matter; no group loses more than is allowed and nothing that must not get worse " +
            "does; the cost stays within the budget.",
            VerdictText.Sentence(Judge("on-time-rate", .06, .01)));
    }

    [Fact]
    public void An_open_verdict_says_what_would_settle_it()
    {
        Verdict verdict = Judge("on-time-rate", .021, .01);
        Assert.Equal(VerdictOutcome.Undecided, verdict.Outcome);
        Assert.Contains($"{2 * verdict.Limiting.Replications:N0} paired runs", VerdictText.Sentence(verdict));
        Assert.Contains("hardly settle", VerdictText.Sentence(Judge("on-time-rate", .02, .01)));
    }

    [Fact]
    public void Money_is_money()
    {
        Assert.Contains(
            "at least ¥1,999 a year more; the budget is ¥1,000", VerdictText.Sentence(Judge("budget", -2000, 2)));
        Assert.Contains("a year more", VerdictText.Sentence(Judge("budget", -1000, 900)));
    }

    [Fact]
    public void The_worst_is_named()
    {
        string worst = VerdictText.Worst(Judge("on-time-rate.migrant", -.2, .001) with
        {
            WorstShock = new NamedDifference("typhoon", Spread(-.01, .01)),
            Regret = .034,
        });
        Assert.Equal(
            "Worst group: Migrant (−20.0 points). Worst shock: typhoon (−1.00 points). " +
            "At worst 3.40 points behind the best of the compared policies.", worst);
    }

    private static Verdict Judge(string endpoint, double mean, double deviation)
    {
        var evidence = new DecisionFamily(Rule, 1).Endpoints.ToDictionary(
            e => e.Name, e => e.Name == endpoint ? Spread(mean, deviation) : Spread(.06, .01));
        return Decision.Of(Rule, [new() { Policy = "mutual-help", Chance = evidence, Assumptions = evidence }]).Single();
    }

    private static PairedDifference Spread(double mean, double deviation) => PairedDifference.Of(
        new double[40], [.. Enumerable.Range(0, 40).Select(i => mean + (i % 2 == 0 ? deviation : -deviation))],
        Direction.HigherIsBetter);
}
