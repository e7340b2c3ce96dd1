using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class PolicySelectionTests
{
    private const int First = 10;

    [Fact]
    public void The_best_is_selected_at_once_where_it_leads_by_far()
    {
        (ExperimentPlan plan, List<ReplicationResult?[]> pairs) = Made(.3);
        PolicySelection selection = PolicySelection.Of(plan, pairs);
        Assert.Equal((1, First), (selection.Best, selection.Judged));
        Assert.Equal([First, First], selection.Runs);
        Assert.Null(selection.Next);
        Comparison comparison = Comparison.Of(
            plan, new ExperimentState(MadeComparison.Of().Pairs, 0, 0, 0) { Selection = selection }, StopReason.Selected);
        Language.IsChinese = false;
        Assert.StartsWith($"Best by \"Needs met on time\": {plan.Worlds[1].Name}", ComparisonText.Stopped(comparison));
        using var json = System.Text.Json.JsonDocument.Parse(ComparisonJson.Summary(comparison));
        Assert.Equal(
            plan.Worlds[1].Name, json.RootElement.GetProperty("selection").GetProperty("best").GetString());
    }

    /// <summary>What is dropped keeps its few runs and is not asked for more.</summary>
    [Fact]
    public void Who_was_dropped_needs_no_further_pair()
    {
        (ExperimentPlan plan, List<ReplicationResult?[]> pairs) = Made(.3);
        pairs.Add([null, pairs[0][1]]);
        PolicySelection selection = PolicySelection.Of(plan, pairs);
        Assert.Equal((1, First, First + 1), (selection.Best, selection.Runs[0], selection.Runs[1]));
    }

    [Fact]
    public void Where_none_leads_the_next_hundred_runs_are_allocated()
    {
        (ExperimentPlan plan, List<ReplicationResult?[]> pairs) = Made(.001, .000_01);
        PolicySelection selection = PolicySelection.Of(plan, pairs);
        Assert.Null(selection.Best);
        Assert.Equal([0, 1], selection.Surviving);
        Assert.Equal(100, selection.Next!.Sum());
    }

    private static (ExperimentPlan Plan, List<ReplicationResult?[]> Pairs) Made(double effect, double matters = .02)
    {
        Comparison made = MadeComparison.Of(effect, pairs: First);
        ExperimentPlan plan = made.Plan with
        {
            Select = true,
            Seeds = First,
            Scenario = made.Plan.Scenario with
            {
                Decision = new DecisionRule(
                "on-time-rate", matters, null, new Dictionary<string, double>())
            },
        };
        return (plan, [.. made.Pairs.Select(p => p.Worlds.ToArray<ReplicationResult?>())]);
    }
}
