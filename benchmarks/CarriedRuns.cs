using System.Diagnostics;
using Jinlin.Grains.Hosting;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Hosting;

namespace Jinlin.Benchmarks;

/// <summary>
/// What silos cost over threads: ratios of runs of one call, start excluded. The digests must be equal, or the times
/// mean nothing.
/// </summary>
internal static class CarriedRuns
{
    /// <summary>A part of a district, on the threads of one process and on one silo in it.</summary>
    public static async Task Town(int estates, int days)
    {
        TownPlan district = TownPlans.District();
        Scenario scenario = WholeRuns.Of(district with { Estates = [.. district.Estates.Take(estates)] }, days, "all");
        await using EmbeddedSilo silo = await EmbeddedSilo.Start(null, models => models.AddNearNeighbor());
        for (int round = 0; round < 2; round++)
        {
            (double threads, string expected) = OnThreads(scenario);
            (double one, string carried) = await OnSilo(silo, scenario, 0, 0);
            (double seven, string parted) = await OnSilo(silo, scenario, 7, 0);
            if (expected != carried || expected != parted) throw new InvalidOperationException("the digests differ");
            Console.WriteLine(
                $"{scenario.Town.Estates.Sum(e => e.Population):N0} people, {days} days: threads {threads:f2} s, one silo " +
                $"{one:f2} s ({one / threads:f2}), in seven partitions {seven:f2} s ({seven / threads:f2})");
        }
    }

    /// <summary>An estate of 1,400 people whose actors all live in grains of their own.</summary>
    public static async Task Actors(int days)
    {
        Scenario scenario = WholeRuns.Of(TownPlans.Estate(), days, "all");
        await using EmbeddedSilo silo = await EmbeddedSilo.Start(null, models => models.AddNearNeighbor());
        for (int round = 0; round < 3; round++)
        {
            (double threads, string expected) = OnThreads(scenario);
            (double seconds, string carried) = await OnSilo(silo, scenario, 0, 1);
            if (expected != carried) throw new InvalidOperationException("the digests differ");
            Console.WriteLine(
                $"every actor activated: {days / seconds:f0} days per second; inline on threads {days / threads:f0}");
        }
    }

    /// <summary>How long it takes until a silo in this process is there, and until it is gone.</summary>
    public static async Task Start(int times)
    {
        var seconds = new double[times];
        for (int i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await using (await EmbeddedSilo.Start(null, models => models.AddNearNeighbor()))
            {
            }
            seconds[i] = watch.Elapsed.TotalSeconds;
        }
        Console.WriteLine($"the first {seconds[0]:f2} s, the median of all {seconds.Order().ElementAt(times / 2):f2} s");
    }

    private static (double Seconds, string Digest) OnThreads(Scenario scenario)
    {
        using Town town = WholeRuns.Build(scenario, Environment.ProcessorCount);
        var watch = Stopwatch.StartNew();
        town.Advance(scenario.End);
        return (watch.Elapsed.TotalSeconds, town.Digest().ToString("x32"));
    }

    private static async Task<(double Seconds, string Digest)> OnSilo(
        EmbeddedSilo silo, Scenario scenario, int partitions, double activated)
    {
        IRunGrain run = silo.Grains.GetGrain<IRunGrain>($"benchmark-{Guid.NewGuid():n}");
        await run.Start(NearNeighborWorlds.Define(scenario, 1) with
        {
            Partitions = partitions,
            Activated = activated,
            Paused = true,
        });
        RunStatus status = await run.Status();
        while (status.State != RunState.Paused) status = await run.Watch(status.Version);
        var watch = Stopwatch.StartNew();
        await run.Resume();
        while (!status.IsOver) status = await run.Watch(status.Version);
        double seconds = watch.Elapsed.TotalSeconds;
        if (status.State != RunState.Finished) throw new InvalidOperationException(status.Failure);
        string digest = (await run.Outcome()).Digest;
        await run.Delete();
        return (seconds, digest);
    }
}
