using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Orleans.TestingHost;

namespace Jinlin.Grains.Tests.Runs;

/// <summary>A silo is lost, or leaves, in the middle of each thing that is done to a run.</summary>
public class PhaseTests
{
    private static readonly RunDefinition Long = BazaarSource.Define(days: 30) with
    {
        Partitions = 6,
        Durable = true,
        SnapshotSeconds = 0,
        Paused = true,
    };

    [Theory]
    [InlineData("Advance", true, true)]
    [InlineData("Advance", true, false)]
    [InlineData("Advance", false, true)]
    [InlineData("Advance", false, false)]
    [InlineData("Deliver", true, true)]
    [InlineData("Deliver", true, false)]
    [InlineData("Deliver", false, true)]
    [InlineData("Deliver", false, false)]
    [InlineData("Save", true, true)]
    [InlineData("Save", true, false)]
    [InlineData("Save", false, true)]
    [InlineData("Save", false, false)]
    [InlineData(Gate.Commit, true, true)]
    [InlineData(Gate.Commit, true, false)]
    [InlineData(Gate.Commit, false, true)]
    [InlineData(Gate.Commit, false, false)]
    public async Task The_digest_is_that_of_an_undisturbed_run(string phase, bool killed, bool coordinator)
    {
        var gate = new Gate(phase);
        await using RunCluster cluster = await RunCluster.Start(3, silo => silo.AddIncomingGrainCallFilter(gate));
        cluster.States.Writing = gate.Writing;
        IRunGrain run = cluster.Run("phased");
        await run.Start(Long);
        await run.Step(5 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        InProcessSiloHandle own = await cluster.SiloOf(run);
        gate.Arm();
        Task resumed = run.Resume();
        SiloAddress? there = await gate.Reached;
        InProcessSiloHandle gone = coordinator || there is null
            ? own : cluster.Silos.GetSiloForAddress(there)!;
        Task loss = killed ? cluster.Silos.KillSiloAsync(gone) : cluster.Silos.StopSiloAsync(gone);
        if (killed) await loss;
        gate.LetThrough();
        await loss;
        await Answered(resumed);
        RunStatus status = await run.Until(s => s.State is RunState.Paused or RunState.Finished);
        // The order to go on may have been lost with the coordinator.
        if (status.State == RunState.Paused) await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(BazaarSource.Expected(Long), (await run.Outcome()).Digest);
    }

    private static async Task Answered(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception lost) when (lost is OrleansException or TimeoutException or RunException)
        {
            // Whoever was asked is gone.
        }
    }
}
