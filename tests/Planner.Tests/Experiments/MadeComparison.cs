using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>A comparison made up by hand.</summary>
internal static class MadeComparison
{
    public static readonly DecisionRule Rule = new(
        "on-time-rate", .02, 10_000, new Dictionary<string, double> { ["quit-rate"] = 5 });

    public static ExperimentPlan Plan(
        DecisionRule? decision = null, Provenance provenance = Provenance.Synthetic, string name = "made",
        string policy = "all")
    {
        Scenario village = Villages.Scenario(days: MadeReplication.Days - MadeReplication.BurnIn);
        return new ExperimentPlan
        {
            Scenario = village with
            {
                Name = name,
                BurnInDays = MadeReplication.BurnIn,
                Town = village.Town with { Provenance = provenance },
                Policies = [PolicyPresets.Find("none")!, PolicyPresets.Find("all")! with { Name = policy }],
                Decision = decision,
            },
            Files = [HashedFile.Of("made.yaml", "town: x"u8)],
            Seed = 1,
            Command = "jinlin compare made.yaml --policy none --policy all",
        };
    }

    /// <param name="effect">By which more is met on time, give or take a hundredth.</param>
    /// <param name="yuan">Spent more over the course.</param>
    public static Comparison Of(
        double effect = .1, double yuan = 500, int pairs = 30, StopReason reason = StopReason.MaximumReached,
        Provenance provenance = Provenance.Synthetic, string name = "made", string policy = "all") =>
        Of(effect, Rule, yuan, pairs, reason, provenance, name, policy);

    public static Comparison Of(
        double effect, DecisionRule? decision, double yuan = 500, int pairs = 30,
        StopReason reason = StopReason.MaximumReached, Provenance provenance = Provenance.Synthetic,
        string name = "made", string policy = "all")
    {
        FinishedPair[] finished = [.. Enumerable.Range(0, pairs).Select(i =>
        {
            double luck = .4 + (.002 * (i % 7)), spread = .001 * ((i % 5) - 2);
            return new FinishedPair(i,
            [
                MadeReplication.Of((ulong)i + 1, luck), MadeReplication.Of((ulong)i + 1, luck + effect + spread,
                    1000 + yuan),
            ]);
        })];
        return Comparison.Of(
            Plan(decision, provenance, name, policy), new ExperimentState(finished, 2 * pairs, 2 * pairs, 0), reason);
    }
}
