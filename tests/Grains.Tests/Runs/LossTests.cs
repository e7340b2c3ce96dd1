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
        await run.Start(Long with { Paused = false, Until = 4_000 * Minute.PerDay });
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

    [Fact]
    public async Task Commands_of_several_epochs_take_effect_once_and_in_the_journals_order()
    {
        await using RunCluster cluster = await RunCluster.Start(4);
        IRunGrain run = cluster.Run("often");
        // No snapshot but the first and the last: every loss goes back behind commands that were acknowledged.
        await run.Start(Long with { SnapshotSeconds = 3_600 });
        var receipts = new List<CommandReceipt>();
        for (int loss = 0; loss < 3; loss++)
        {
            await run.Step(5 * Minute.PerDay);
            await run.Until(s => s.State == RunState.Paused);
            receipts.Add(await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1)));
            await cluster.Silos.KillSiloAsync(await cluster.SiloOf(run));
            receipts.Add(await run.SubmitPatiently(new CommandOrder(4, Bazaar.Hop, 6, 2)));
            await run.Until(s => s.State == RunState.Paused);
        }
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        byte[][] journal = await run.Journal(0);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => (long)i), receipts.Select(r => r.Number));
        Assert.Equal(receipts.Select(r => r.At), RunGrainTests.Parse(journal).Commands.Select(c => c.At.Value));
        Assert.Equal(receipts.Select(r => r.At), receipts.Select(r => r.At).Order());
        Assert.Equal(Expected(journal), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task What_a_finished_run_came_to_is_there_after_its_silos_are_gone()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("over");
        await run.Start(Long);
        CommandReceipt receipt = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        await cluster.RestartAll();
        run = cluster.Run("over");
        Assert.Equal(RunState.Finished, (await run.Status()).State);
        byte[][] journal = await run.Journal(0);
        Assert.Equal(receipt.At, Assert.Single(RunGrainTests.Parse(journal).Commands).At.Value);
        Assert.Equal(40, (await run.Days(0)).Days.Length);
        Assert.Equal(Expected(journal), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task A_run_that_cannot_be_woken_keeps_no_other_from_it()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        await cluster.Run("awake").Start(Long with { Paused = false, Until = 4_000 * Minute.PerDay });
        await cluster.Silos.Client.GetGrain<IRunIndexGrain>(0).Add("a-run-that-never-was");
        await cluster.Run("awake").Until(s => s.SafeMinute > 0);
        await cluster.RestartAll();
        await cluster.Run("awake").Until(s => s.Minute > 0);
        // Nobody but the keeper asks for the other one: it is struck off since there is nothing to wake.
        var index = cluster.Silos.Client.GetGrain<IRunIndexGrain>(0);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await index.List()).Contains("a-run-that-never-was"))
        {
            Assert.False(patience.IsCancellationRequested, "it is still watched");
            await Task.Yield();
        }
        Assert.Equal(["awake"], await index.List());
    }

    private static Action<Town> Replayed(byte[][] journal) => town => town.Replay(RunGrainTests.Parse(journal));

    private static string Expected(byte[][] journal) => BazaarSource.Expected(Long, Replayed(journal));
}
