using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>From made replications to differences and verdicts.</summary>
public sealed class ComparisonTests
{
    [Fact]
    public void Positive_is_better_for_shares_and_for_money()
    {
        Comparison comparison = MadeComparison.Of(effect: .1, yuan: 500);
        PolicyComparison policy = Assert.Single(comparison.Policies);
        Assert.Equal(.1, policy["on-time-rate"].Difference.Mean, 6);
        // 500 yuan over 190 days, as a loss per year.
        Assert.Equal(-500 * 365 / 190.0, policy.Cost.Mean, 6);
        Assert.Equal(PairState.Identical, policy["trust"].Difference.Undefined > 0
            ? PairState.Identical : policy["trust"].Difference.State);
    }

    [Fact]
    public void Half_of_the_pairs_draw_assumptions()
    {
        Comparison comparison = MadeComparison.Of(pairs: 30);
        PolicyComparison policy = comparison.Policies[0];
        Assert.Equal((15, 15), (policy.Chance.Count, policy.Assumptions.Count));
        Assert.Equal(30, policy["on-time-rate"].Difference.Count);
    }

    [Fact]
    public void Drawn_assumptions_are_the_same_for_all_policies_and_differ_between_pairs()
    {
        ExperimentPlan plan = MadeComparison.Plan();
        Assert.Same(plan.Scenario.Parameters, plan.ScenarioOf(0).Parameters);
        Assert.Equal(plan.ScenarioOf(1).Parameters, plan.ScenarioOf(1).Parameters);
        Assert.NotEqual(plan.ScenarioOf(1).Parameters, plan.ScenarioOf(3).Parameters);
        Assert.Same(plan.Scenario.Town, plan.ScenarioOf(1).Town);
    }

    /// <summary>The family decides by Bonferroni, the rest is adjusted by Holm.</summary>
    [Fact]
    public void The_family_has_wider_intervals_than_what_is_exploratory()
    {
        Comparison comparison = MadeComparison.Of(effect: .1);
        PolicyComparison policy = comparison.Policies[0];
        DecisionFamily family = comparison.Plan.Family!;
        Assert.All(family.Endpoints, e => Assert.Equal(family.IntervalLevel, policy[e.Name].Level));
        Assert.Equal(MeasureRole.Primary, policy["on-time-rate"].Role);
        Assert.Equal(MeasureRole.Cost, policy[Endpoint.Budget].Role);
        Assert.Equal(.95, policy["resolution-rate"].Level);
        Assert.All(policy.Differences.Where(d => d.Difference.State == PairState.Estimated),
            d => Assert.InRange(d.AdjustedP, d.Difference.PValue, 1));
    }

    [Theory]
    [InlineData(.1, 500, VerdictOutcome.Supported)]
    [InlineData(.001, 500, VerdictOutcome.NotSupported)]
    [InlineData(.1, 500_000, VerdictOutcome.NotSupported)]
    public void The_verdict_follows_from_what_was_stated_beforehand(double effect, double yuan, VerdictOutcome expected) =>
        Assert.Equal(expected, MadeComparison.Of(effect, yuan).Policies[0].Verdict!.Outcome);

    [Fact]
    public void An_interrupted_comparison_is_undecided()
    {
        Verdict verdict = MadeComparison.Of(.1, reason: StopReason.Interrupted).Policies[0].Verdict!;
        Assert.Equal((VerdictOutcome.Undecided, VerdictReason.Interrupted), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public void The_verdict_names_the_worst_shock()
    {
        Comparison calm = MadeComparison.Of(.1), storm = MadeComparison.Of(.04);
        Shock heat = new(ShockKind.Heat, 3, 0, 48, 1, new Place.City()), wind = heat with { Kind = ShockKind.Typhoon };
        Comparison comparison = Comparison.Of(
            MadeComparison.Plan(MadeComparison.Rule), new ExperimentState(calm.Pairs, 60, 60, 0),
            StopReason.MaximumReached, [new ShockPairs(heat, calm.Pairs), new ShockPairs(wind, storm.Pairs)]);
        Verdict verdict = comparison.Policies[0].Verdict!;
        Assert.Equal(("typhoon from day 3", .04), (verdict.WorstShock!.Name, Math.Round(verdict.WorstShock.Difference.Mean, 6)));
        Assert.Contains("Under each shock", ComparisonReport.Write(comparison, false));
    }

    [Fact]
    public void Without_a_decision_there_is_no_verdict() =>
        Assert.Null(MadeComparison.Of(.1, decision: null).Policies[0].Verdict);

    /// <summary>Law 8: a group of three consented people is not shown.</summary>
    [Fact]
    public void Small_groups_of_consented_people_are_left_out()
    {
        PolicyComparison policy = MadeComparison.Of(.1, provenance: Provenance.Consented).Policies[0];
        Assert.Equal(0, policy["on-time-rate.over80-alone"].Difference.Count);
        Assert.Equal(30, policy["on-time-rate.migrant"].Difference.Count);
    }

    [Fact]
    public void Extra_cost_per_extra_need_is_the_ratio_of_the_means()
    {
        CostPerNeed cost = MadeComparison.Of(.1, 500).Policies[0].CostPerNeed!;
        // 190,000 needs fell due; a tenth of them more was met.
        Assert.Equal(500 / 19_000.0, cost.Ratio, 4);
        Assert.Equal((CostSide.Buys, RatioBounds.Bounded), (cost.Side, cost.Fieller.Bounds));
    }
}
