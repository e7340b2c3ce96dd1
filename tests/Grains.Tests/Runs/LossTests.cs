using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Tests.Engine;
using Orleans.TestingHost;

namespace Jinlin.Grains.Tests.Runs;

/// <summary>Silos die, all of them at last; the digest is that of the undisturbed run.</summary>
public class LossTests
{
    private static readonly RunDefinition Long = BazaarSource.Define(days: 40) with
    {
        Partitions = 6,
        Durable = true,
        SnapshotSeconds = 0,
        Paused = true,
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_one_of_three_silos_is_gone_the_run_goes_on(bool killed)
    {
        await using RunCluster cluster = await RunCluster.Start(3);
        IRunGrain run = cluster.Run("survivor");
        await run.Start(Long);
        await run.Step(10 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt receipt = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        Assert.Equal(10 * Minute.PerDay, receipt.At);
        InProcessSiloHandle gone = cluster.Silos.Silos[2];
        await run.Resume();
        if (killed) await cluster.Silos.KillSiloAsync(gone);
        else await cluster.Silos.StopSiloAsync(gone);
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(Expected(await run.Journal(0)), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task The_coordinators_own_silo_may_die()
    {
        await using RunCluster cluster = await RunCluster.Start(3);
        IRunGrain run = cluster.Run("headless");
        await run.Start(Long);
        await run.Step(10 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt receipt = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        InProcessSiloHandle host = await cluster.SiloOf(run);
        await run.Resume();
        await cluster.Silos.KillSiloAsync(host);
        await run.Until(s => s.State == RunState.Finished);
        byte[][] journal = await run.Journal(0);
        Assert.Single(journal);
        Assert.Equal(10 * Minute.PerDay, receipt.At);
        Assert.Equal(Expected(journal), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task After_every_silo_is_gone_new_ones_take_it_up_by_themselves()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("phoenix");
        await run.Start(Long with { Paused = false, Until = 400 * Minute.PerDay });
        await run.Until(s => s.SafeMinute > 20 * Minute.PerDay);
        CommandReceipt receipt = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        await cluster.RestartAll();
        run = cluster.Run("phoenix");
        RunStatus status = await run.Until(s => s.Minute > receipt.At + Minute.PerDay);
        Assert.True(status.SafeMinute > 20 * Minute.PerDay, $"went on from {status.SafeMinute}");
        Assert.Single(await run.Journal(0));
        await run.Pause();
        status = await run.Until(s => s.State == RunState.Paused);
        RunDefinition sofar = Long with { Until = status.Minute };
        Assert.Equal(
            BazaarSource.Expected(sofar, Replayed(await run.Journal(0))), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task Only_the_last_snapshot_is_kept_and_nothing_of_a_deleted_run()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        await cluster.Complete(Long with { Paused = false }, "kept");
        IReadOnlyList<string> blobs = await cluster.Blobs("kept/");
        Assert.Equal(7 + 6 + 1, blobs.Count);
        Assert.Single(blobs.Select(b => b.Split('/')[1]).Distinct());
        await cluster.Run("kept").Delete();
        Assert.Empty(await cluster.Blobs("kept/"));
        Assert.Equal(RunState.Unknown, (await cluster.Run("kept").Status()).State);
    }

    private static Action<Town> Replayed(byte[][] journal) => town => town.Replay(RunGrainTests.Parse(journal));

    private static string Expected(byte[][] journal) => BazaarSource.Expected(Long, Replayed(journal));
}
