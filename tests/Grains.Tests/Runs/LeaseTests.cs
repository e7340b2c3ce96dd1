using Jinlin.Grains.Partitions;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace Jinlin.Grains.Tests.Runs;

public class LeaseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_vanishes_leaves_nothing_that_computes(bool paused)
    {
        await using RunCluster cluster = await RunCluster.Start(
            2, silo => silo.Services.AddSingleton<TimeProvider>(new HurriedTime(100)));
        IRunGrain run = cluster.Run("left");
        RunDefinition endless = BazaarSource.Define(days: 1_000_000) with
        {
            Partitions = 3,
            Leased = true,
            Paused = paused,
            GrantMinutes = Minute.PerDay,
        };
        await run.Start(endless);
        // Before its first day a running one may not have its partitions yet.
        await run.Until(s => paused ? s.State == RunState.Paused : s.Minute > 0);
        var management = cluster.Silos.Client.GetGrain<IManagementGrain>(0);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        // Whoever asked the run itself would keep it alive.
        while ((await management.GetSimpleGrainStatistics())
            .Where(s => s.GrainType.Contains(nameof(PartitionGrain), StringComparison.Ordinal)).Sum(s => s.ActivationCount) > 0)
        {
            Assert.False(patience.IsCancellationRequested, "its partitions live on");
            await Task.Yield();
        }
        // The last partition is gone a moment before the run says so.
        RunStatus status = await run.Until(s => s.State == RunState.Stopped);
        Assert.Contains("nobody", status.Failure);
    }
}
