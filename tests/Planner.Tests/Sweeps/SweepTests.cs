using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Sweeps;

namespace Jinlin.Planner.Tests.Sweeps;

public sealed class SweepTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-sweep-");

    public void Dispose() => _root.Delete(recursive: true);

    /// <summary>A row of the table is what the same scenario gives by itself.</summary>
    [Fact]
    public void A_run_of_a_sweep_is_the_run_of_its_scenario()
    {
        SweepPlan plan = MadeSweep.Plan();
        Sweep sweep = MadeSweep.Run(plan, Folder("a"));

        double[] values = plan.Values(3);
        Model.Policy.Scenario scenario = plan.ScenarioOf(values, plan.Worlds[1]);
        ReplicationResult alone = SeedFork.Run(scenario, plan.SeedOf(1), 1).World(scenario.Policies, 1);
        Assert.Equal(
            plan.Outcomes.Select(o => o.In(alone, scenario.Town.Provenance)), sweep.Outcomes(3, 1, 1));
        Assert.Equal(16, sweep.State.Done);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Killed_and_started_again_it_computes_nothing_twice_and_gives_the_same_bytes(int runs)
    {
        SweepPlan plan = MadeSweep.Plan();
        MadeSweep.Run(plan, Folder("whole"), threads: 1);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => MadeSweep.Run(
            plan, Folder("killed"), threads: 1, progress: s =>
            {
                if (s.Done == runs) stop.Cancel();
            },
            cancellation: stop.Token));
        // A kill in the middle of a line.
        File.AppendAllText(Path.Combine(Folder("killed"), SweepJournal.FileName), "0123abcd\t0.5");

        Sweep again = MadeSweep.Run(plan, Folder("killed"));

        Assert.InRange(again.State.Reused, runs, 15);
        Assert.Equal(Bytes("whole"), Bytes("killed"));
        Assert.Equal(16, MadeSweep.Run(plan, Folder("killed")).State.Reused);
    }

    [Fact]
    public void What_any_command_computed_is_taken_from_the_store()
    {
        ReplicationStore store = ReplicationStore.Open(Folder("store"));
        MadeSweep.Run(MadeSweep.Plan(), Folder("a"), store);

        Sweep other = MadeSweep.Run(
            MadeSweep.Plan(seeds: 1) with { Outcomes = [new Measure("loneliness")] }, Folder("b"), store);

        Assert.Equal((8, 8), (other.State.Done, other.State.Reused));
    }

    [Fact]
    public void A_factor_after_the_start_leaves_burn_in_to_be_shared()
    {
        Model.Policy.LeverInfo chat = Model.Policy.LeverCatalog.Of(Model.Policy.Lever.ChatCoverage);
        SweepPlan plan = MadeSweep.Plan(points: 2) with
        {
            Factors = [new Factor.OfLever(chat) { Levels = [0, 1] }],
            Design = new SweepDesign.Factorial([2]),
        };
        plan = plan with { Worlds = [plan.Worlds[0]] };

        Assert.False(plan.TouchesBurnIn);
        Sweep sweep = MadeSweep.Run(plan, Folder("a"));
        // The same needs arise, whatever is done about them.
        Assert.Equal(sweep.Outcomes(0, 0, 0)![1], sweep.Outcomes(1, 0, 0)![1]);
    }

    [Fact]
    public void A_run_that_the_model_cannot_finish_is_recorded_and_the_rest_goes_on()
    {
        using SweepJournal journal = SweepJournal.Open(Folder("a"), MadeSweep.Plan().Outcomes);
        SweepPlan plan = MadeSweep.Plan(points: 2, seeds: 1);
        journal.Add(ReplicationKey.Of(plan.ScenarioOf(plan.Values(1), plan.Worlds[0]), 1), null);
        var sweep = new Sweep(plan, null, journal, 1);
        sweep.Run(TestContext.Current.CancellationToken);

        FailedRun failed = Assert.Single(sweep.Failures);
        Assert.Equal((1, 1UL, "none"), (failed.Point, failed.Seed, failed.World));
        Assert.Equal((4, 1), (sweep.State.Done, sweep.State.Failed));
        SweepFolder.Write(Folder("a"), plan, sweep);
        Assert.Contains("1,1,none,failed,", File.ReadAllText(Path.Combine(Folder("a"), SweepFolder.Table)));
    }

    private string Folder(string name) => Path.Combine(_root.FullName, name);

    private (string, string) Bytes(string folder) => (
        File.ReadAllText(Path.Combine(Folder(folder), SweepFolder.Table)),
        File.ReadAllText(Path.Combine(Folder(folder), RunFolder.Manifest)));
}
