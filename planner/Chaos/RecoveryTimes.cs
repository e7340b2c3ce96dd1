using System.Diagnostics;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;

namespace Jinlin.Planner.Chaos;

/// <param name="Coordinator">Whether the silo that was killed had the run's coordinator.</param>
/// <param name="Seconds">From the kill until the run was further than anybody had seen it before.</param>
public sealed record RecoveryTime(bool Coordinator, double Seconds);

/// <summary>How long a durable live run stands still after one of three silos is killed.</summary>
public static class RecoveryTimes
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Kills a silo without the coordinator and the coordinator's, in turn, so many times each.</summary>
    public static async Task<IReadOnlyList<RecoveryTime>> Measure(
        string program, bool fast, int times, Action<RecoveryTime> measured, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("jinlin-recovery-").FullName;
        var all = new List<RecoveryTime>();
        try
        {
            var plan = new ChaosPlan
            {
                Seed = 1, Length = TimeSpan.Zero, FastMembership = fast, Program = program, Command = "",
            };
            var tally = new ChaosTally();
            await using ChaosCluster cluster = await ChaosCluster.Open(plan, folder, tally, _ => { }, cancellation);
            await using var client = new ChaosClient(cluster, tally);
            await client.Insist(
                run => ChaosClient.Told(run.Start(ChaosRun.Define(1) with { GrantMinutes = 15, SnapshotSeconds = 1 })),
                Patience, cancellation);
            for (int i = 0; i < 2 * times; i++)
            {
                while (cluster.Living.Length < plan.Silos) await cluster.Start(cancellation);
                RunStatus before = await Beyond(client, await Reached(client, cancellation) + Minute.PerDay, cancellation);
                var one = new RecoveryTime(i % 2 == 1, 0);
                string? coordinator = await client.Ask(ChaosClient.Coordinator, cancellation);
                ChaosSilo victim = cluster.Living.First(
                    s => (s.Address == coordinator) == one.Coordinator && cluster.MayBeLost(s));
                long killed = Stopwatch.GetTimestamp();
                await cluster.Kill(victim);
                await Beyond(client, before.Minute, cancellation);
                one = one with { Seconds = Stopwatch.GetElapsedTime(killed).TotalSeconds };
                all.Add(one);
                measured(one);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return all;
    }

    private static async Task<int> Reached(ChaosClient client, CancellationToken cancellation) =>
        (await client.Insist(run => run.Status(), Patience, cancellation)).Minute;

    private static async Task<RunStatus> Beyond(ChaosClient client, int minute, CancellationToken cancellation)
    {
        while (true)
        {
            RunStatus status = await client.Insist(run => run.Status(), Patience, cancellation);
            if (status.Minute > minute) return status;
            await Task.Delay(20, cancellation);
        }
    }
}
