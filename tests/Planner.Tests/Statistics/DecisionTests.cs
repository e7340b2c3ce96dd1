using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Statistics;
using Decision = Jinlin.Planner.Statistics.Decision;

namespace Jinlin.Planner.Tests.Statistics;

public class DecisionTests
{
    private static readonly DecisionRule Rule = new(
        "on-time-rate", .02, 1000, new Dictionary<string, double> { ["quit-rate"] = 5 });

    [Fact]
    public void The_family_is_known_before_any_seed_runs()
    {
        var family = new DecisionFamily(Rule, 5);
        Assert.Equal(
            ["on-time-rate", "on-time-rate.over80-alone", "on-time-rate.frail-or-disabled", "on-time-rate.migrant",
                "on-time-rate.off-chat", "quit-rate", "budget"],
            family.Endpoints.Select(e => e.Name));
        Assert.Equal([.02, -.02, -.02, -.02, -.02, -5, -1000], family.Endpoints.Select(e => e.Threshold));
        Assert.Equal(1 - (.05 / 35), family.IntervalLevel, 12);
    }

    [Fact]
    public void What_the_rule_says_of_a_group_replaces_the_default()
    {
        var rule = new DecisionRule("on-time-rate.migrant", .02, null, new Dictionary<string, double>
        {
            ["on-time-rate.frail-or-disabled"] = .01,
            ["on-time-rate.migrant"] = .03,
        });
        var family = new DecisionFamily(rule, 1);
        Assert.Equal(
            [("on-time-rate.migrant", .02), ("on-time-rate.over80-alone", -.03), ("on-time-rate.off-chat", -.03),
                ("on-time-rate.frail-or-disabled", -.01)],
            family.Endpoints.Select(e => (e.Name, e.Threshold)));
    }

    [Fact]
    public void Supported_when_every_bound_holds_under_both_uncertainties()
    {
        Verdict verdict = Judge(Good());
        Assert.Equal((VerdictOutcome.Supported, VerdictReason.None), (verdict.Outcome, verdict.Reason));
        Assert.Equal(EndpointKind.Primary, verdict.Limiting.Endpoint.Kind);
        Assert.Equal(14, verdict.Items.Count);
    }

    [Fact]
    public void An_effect_below_the_smallest_that_matters_is_not_supported()
    {
        Verdict verdict = Judge(Good() with { Chance = With("on-time-rate", .01, .001) });
        Assert.Equal((VerdictOutcome.NotSupported, VerdictReason.Excluded), (verdict.Outcome, verdict.Reason));
        Assert.Equal("on-time-rate", verdict.Limiting.Endpoint.Name);
    }

    [Fact]
    public void A_group_that_loses_is_enough() => Assert.Equal(
        "on-time-rate.migrant", Judge(Good() with { Chance = With("on-time-rate.migrant", -.05, .001) })
            .Limiting.Endpoint.Name);

    [Fact]
    public void Another_indicator_that_gets_worse_is_enough() => Assert.Equal(
        (VerdictOutcome.NotSupported, "quit-rate", Uncertainty.Assumptions), Limit(
            Good() with { Assumptions = With("quit-rate", -9, .1) }));

    [Fact]
    public void Money_beyond_the_budget_is_enough() => Assert.Equal(
        (VerdictOutcome.NotSupported, "budget", Uncertainty.Chance), Limit(Good() with { Chance = With("budget", -1001, 0) }));

    [Fact]
    public void Exactly_the_budget_is_within_it() => Assert.Equal(
        VerdictOutcome.Supported, Judge(Good() with { Chance = With("budget", -1000, 0) }).Outcome);

    [Fact]
    public void Drawn_assumptions_that_leave_it_open_leave_it_open()
    {
        Verdict verdict = Judge(Good() with { Assumptions = With("on-time-rate", .03, .1) });
        Assert.Equal((VerdictOutcome.Undecided, VerdictReason.Open), (verdict.Outcome, verdict.Reason));
        Assert.Equal(Uncertainty.Assumptions, verdict.Limiting.Uncertainty);
        int needed = verdict.Limiting.Replications!.Value;
        double level = new DecisionFamily(Rule, 1).IntervalLevel, deviation = verdict.Limiting.Difference.Deviation;
        Assert.True(StudentT.Quantile((1 + level) / 2, needed - 1) * deviation / Math.Sqrt(needed) <= .01 + 1e-12);
        Assert.True(StudentT.Quantile((1 + level) / 2, needed - 2) * deviation / Math.Sqrt(needed - 1) > .01);
        // Half of the evidence is under the stated values: it takes as many pairs again.
        Assert.Equal(2 * needed, verdict.PairsToSettle);
    }

    /// <summary>A policy whose true effect is exactly the smallest that matters, with spread in every endpoint.</summary>
    [Fact]
    public void An_effect_on_the_edge_is_seldom_supported()
    {
        int supported = 0;
        for (uint time = 0; time < 300; time++)
        {
            Dictionary<string, PairedDifference> chance = Noisy(2 * time), drawn = Noisy((2 * time) + 1);
            Verdict verdict = Judge(Good() with { Chance = chance, Assumptions = drawn });
            if (verdict.Outcome == VerdictOutcome.Supported) supported++;
        }
        // Each half alone errs in (1 − .9929)/2 of the times, and both would have to.
        Assert.True(supported <= 2, $"{supported}");
    }

    [Fact]
    public void Without_drawn_assumptions_nothing_is_supported()
    {
        Verdict verdict = Judge(Good() with { Assumptions = null });
        Assert.Equal(
            (VerdictOutcome.Undecided, VerdictReason.AssumptionsNotDrawn), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public void An_interrupted_comparison_is_undecided_whatever_it_shows()
    {
        Verdict verdict = Judge(Good() with { Chance = With("on-time-rate", -1, .001), Interrupted = true });
        Assert.Equal((VerdictOutcome.Undecided, VerdictReason.Interrupted), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public void A_null_policy_is_not_supported()
    {
        Dictionary<string, PairedDifference> same = With("on-time-rate", 0, 0, others: 0);
        Verdict verdict = Judge(Good() with { Chance = same, Assumptions = same });
        Assert.Equal((VerdictOutcome.NotSupported, 0), (verdict.Outcome, verdict.Limiting.Difference.Mean));
    }

    [Fact]
    public void A_group_that_nobody_belongs_to_is_not_asked()
    {
        Dictionary<string, PairedDifference> chance = With("on-time-rate", .06, .01);
        chance["on-time-rate.migrant"] = PairedDifference.Of(
            [double.NaN, double.NaN], [double.NaN, double.NaN], Direction.HigherIsBetter);
        Assert.Equal(VerdictOutcome.Supported, Judge(Good() with { Chance = chance }).Outcome);
    }

    [Fact]
    public void The_worst_group_and_the_worst_shock_are_named()
    {
        Verdict verdict = Judge(Good() with
        {
            Chance = With("on-time-rate.frail-or-disabled", -.001, .001),
            Shocks = [new("heatwave", Spread(.04, .01)), new("typhoon", Spread(.01, .01))],
        });
        Assert.Equal("on-time-rate.frail-or-disabled", verdict.WorstGroup!.Name);
        Assert.Equal("typhoon", verdict.WorstShock!.Name);
    }

    [Fact]
    public void Regret_is_against_the_best_policy_in_each_state()
    {
        IReadOnlyList<Verdict> verdicts = Decision.Of(Rule,
        [
            Good() with { Shocks = [new("typhoon", Spread(-.02, .01))] },
            Good() with { Policy = "b", Chance = With("on-time-rate", .05, .01), Shocks = [new("typhoon", Spread(.03, .01))] },
        ]);
        Assert.Equal(.05, verdicts[0].Regret, 9);
        Assert.Equal(.01, verdicts[1].Regret, 9);
    }

    private static Verdict Judge(Evidence evidence) => Decision.Of(Rule, [evidence]).Single();

    private static (VerdictOutcome, string, Uncertainty) Limit(Evidence evidence)
    {
        Verdict verdict = Judge(evidence);
        return (verdict.Outcome, verdict.Limiting.Endpoint.Name, verdict.Limiting.Uncertainty);
    }

    private static Evidence Good() => new()
    {
        Policy = "a",
        Chance = With("on-time-rate", .06, .01),
        Assumptions = With("on-time-rate", .06, .01),
    };

    /// <summary>The primary about its threshold, everything else far within.</summary>
    private static Dictionary<string, PairedDifference> Noisy(uint stream)
    {
        Dictionary<string, PairedDifference> evidence = With("budget", 0, 0);
        evidence["on-time-rate"] = PairedDifference.Of(
            new double[30],
            [.. Enumerable.Range(0, 30).Select(i =>
                .02 + (.05 * PortableMath.NormalInverse(new Chance(8).Uniform(stream, 0, 1, (uint)i))))],
            Direction.HigherIsBetter);
        return evidence;
    }

    /// <summary>Every endpoint as it should be, but one.</summary>
    private static Dictionary<string, PairedDifference> With(
        string name, double mean, double deviation, double others = .06)
    {
        var evidence = new DecisionFamily(Rule, 1).Endpoints.ToDictionary(
            e => e.Name, e => Spread(others, others == 0 ? 0 : .01));
        evidence[name] = Spread(mean, deviation);
        return evidence;
    }

    /// <summary>Forty pairs with this mean difference, half of them above it and half below.</summary>
    private static PairedDifference Spread(double mean, double deviation) => PairedDifference.Of(
        new double[40], [.. Enumerable.Range(0, 40).Select(i => mean + (i % 2 == 0 ? deviation : -deviation))],
        Direction.HigherIsBetter);
}
