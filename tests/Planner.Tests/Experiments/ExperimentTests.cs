using System.Text;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>Whole experiments on the village that ships, made short.</summary>
public sealed class ExperimentTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-experiment-");

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>Stopped after any number of worlds, it goes on from there and gives the same bytes.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void Stopped_and_resumed_it_gives_the_same_bytes(int worlds)
    {
        byte[] whole = Bytes(Run(Plan(), ReplicationStore.Open(Folder("whole"))).State);
        ReplicationStore store = ReplicationStore.Open(Folder("stopped"));
        using var stop = new CancellationTokenSource();
        (ExperimentState halted, StopReason reason) = Run(Plan(), store, s =>
        {
            if (s.Done == worlds) stop.Cancel();
        }, threads: 1, stop.Token);
        Assert.Equal(StopReason.Interrupted, reason);
        Assert.Equal((worlds, worlds / 3), (halted.Done, halted.Results.Count));
        (ExperimentState state, StopReason end) = Run(Plan(), store);
        Assert.Equal(StopReason.MaximumReached, end);
        Assert.Equal(worlds, state.Reused);
        Assert.Equal(whole, Bytes(state));
    }

    [Fact]
    public void Nothing_is_computed_twice_whatever_command_computed_it()
    {
        ReplicationStore store = ReplicationStore.Open(Folder("store"));
        Run(Plan(), store);
        Assert.Equal(12, Run(Plan(), store).State.Reused);
        // Another comparison with one policy more and fewer seeds.
        ExperimentPlan more = Plan(seeds: 2, "none", "all", "guardianship", "mutual-help");
        (ExperimentState state, _) = Run(more, store);
        Assert.Equal((8, 6), (state.Done, state.Reused));
        Assert.Equal(0, Run(Plan(seeds: 2) with { Seed = 100 }, store).State.Reused);
    }

    [Fact]
    public void Threads_and_the_store_change_no_result()
    {
        byte[] one = Bytes(Run(Plan(), null, threads: 1).State);
        Assert.Equal(one, Bytes(Run(Plan(), null, threads: 3).State));
        Assert.Equal(one, Bytes(Run(Plan(), ReplicationStore.Open(Folder("store")), threads: 2).State));
    }

    [Fact]
    public void Looks_double_until_it_is_precise_or_at_its_bound()
    {
        ExperimentPlan wide = Plan(seeds: 2, "none", "all") with { Precision = 1_000_000, Maximum = 8 };
        (ExperimentState state, StopReason reason) = Run(wide, null);
        Assert.Equal((2, StopReason.PreciseEnough), (state.Results.Count, reason));
        (state, reason) = Run(wide with { Precision = 1e-12, Maximum = 5 }, null);
        Assert.Equal((5, StopReason.MaximumReached), (state.Results.Count, reason));
    }

    /// <summary>Two names for one policy: nothing differs, in any indicator of any group.</summary>
    [Fact]
    public void A_null_policy_is_identical_everywhere()
    {
        ExperimentPlan plan = Plan(seeds: 2, "none");
        PolicyPlan none = plan.Worlds[0];
        plan = plan with { Scenario = plan.Scenario with { Policies = [none, none with { Name = "nothing" }] } };
        (ExperimentState state, StopReason reason) = Run(plan, null);
        Comparison comparison = Comparison.Of(plan, state, reason);
        Assert.All(comparison.Policies[0].Differences, d => Assert.True(
            d.Difference.State == PairState.Identical || d.Difference.Count < 2, d.Measure.Name));
        Assert.Contains(comparison.Policies[0].Differences, d => d.Difference.State == PairState.Identical);
        Assert.All(state.Results, p => Assert.Equal(p.Worlds[0].Digest, p.Worlds[1].Digest));
    }

    private string Folder(string name) => Path.Combine(_root.FullName, name);

    private static byte[] Bytes(ExperimentState state) =>
    [
        .. state.Results.SelectMany(p => p.Worlds).SelectMany(ReplicationCodec.Write),
        .. Encoding.UTF8.GetBytes(string.Join(',', state.Results.Select(p => p.Pair))),
        .. ComparisonJson.Summary(Comparison.Of(Plan(), state, StopReason.MaximumReached)),
    ];

    private static ExperimentPlan Plan(int seeds = 4, params string[] policies) => new()
    {
        Scenario = Villages.Scenario(days: 20) with
        {
            BurnInDays = 30,
            Policies = [.. (policies.Length > 0 ? policies : ["none", "guardianship", "all"])
                .Select(p => PolicyPresets.Find(p)!)],
        },
        Files = [HashedFile.Of("village.yaml", "x"u8)],
        Seed = 11,
        Seeds = seeds,
        Command = "jinlin compare",
    };

    private static (ExperimentState State, StopReason Reason) Run(
        ExperimentPlan plan, ReplicationStore? store, Action<ExperimentState>? progress = null, int threads = 2,
        CancellationToken cancellation = default) =>
        new Experiment(plan, store, new DirectWorlds(threads)) { Progress = progress }.Run(cancellation);
}
