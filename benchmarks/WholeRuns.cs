using System.Diagnostics;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Benchmarks;

/// <summary>
/// Whole runs of the near-neighbor model, timed by the clock: what a user waits for. Each prints one line per run
/// and the median at the end; machines are shared, so compare lines of one call only.
/// </summary>
internal static class WholeRuns
{
    /// <summary>
    /// One estate of 1,400 people, one year, all policies, one thread; then messages by kind and memory.
    /// </summary>
    public static void Estate(int runs)
    {
        Scenario scenario = Of(TownPlans.Estate(), 365, "all");
        var seconds = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            using Town town = Build(scenario, 1);
            var watch = Stopwatch.StartNew();
            town.Advance(scenario.End);
            seconds[i] = watch.Elapsed.TotalSeconds;
            Console.WriteLine($"{seconds[i]:f3} s, {town.Delivered / seconds[i] / 1e6:f2} million messages per second");
            if (i == runs - 1) Describe(town, scenario);
        }
        // The first runs compile; a warm core is the second half.
        Console.WriteLine($"median of the warm half {Median(seconds[(runs / 2)..]):f3} s");
    }

    /// <summary>
    /// A town is built from marginals and simulated for some days on all cores, one line per four weeks; then memory.
    /// Processor time is the steadier figure where others use the machine too.
    /// </summary>
    public static void Large(TownPlan plan, int days)
    {
        Scenario scenario = Of(plan, days, "all");
        double people = plan.Estates.Sum(e => e.Population);
        var watch = Stopwatch.StartNew();
        double processor = Processor();
        using Town town = Build(scenario, Environment.ProcessorCount);
        Console.WriteLine(
            $"{people:N0} people in {plan.Estates.Count:N0} estates: built in {watch.Elapsed.TotalSeconds:f1} s, " +
            $"{Processor() - processor:f1} s of processor; peak {Peak():N0} MB");
        watch.Restart();
        processor = Processor();
        while (town.Clock < scenario.End)
        {
            double from = Processor();
            int day = town.Clock.Day.Value, upTo = Math.Min(days, day + 28);
            town.Advance(new Day(upTo).Start);
            Console.WriteLine(
                $"to day {upTo}: {watch.Elapsed.TotalSeconds:f1} s; {PerResident(from, upTo - day):f0} ns of processor " +
                $"per resident and day; peak {Peak():N0} MB");
        }
        Console.WriteLine(
            $"{days} days in {watch.Elapsed.TotalSeconds:f1} s; {PerResident(processor, days):f0} ns of processor per " +
            $"resident and day; peak {Peak():N0} MB");
        Bytes(town, people);

        double PerResident(double since, int past) => (Processor() - since) / people / past * 1e9;
    }

    /// <summary>Estate-years one after another on one thread, then the same number spread over all cores.</summary>
    public static void Replications(int count)
    {
        Scenario scenario = Of(TownPlans.Estate(), 365, "all");
        Spread(scenario, 4, 1);
        double alone = Spread(scenario, count, 1), together = Spread(scenario, count, Environment.ProcessorCount);
        double efficiency = alone / together / Environment.ProcessorCount;
        Console.WriteLine(
            $"{count} replications: {alone:f2} s on one core, {together:f2} s on {Environment.ProcessorCount}; " +
            $"efficiency {efficiency:p0}");
    }

    private static double Spread(Scenario scenario, int count, int cores)
    {
        var watch = Stopwatch.StartNew();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = cores }, i =>
        {
            using var town = new Town(new NearNeighborModel(scenario, (ulong)i), 1);
            town.Advance(scenario.End);
        });
        return watch.Elapsed.TotalSeconds;
    }

    private static void Describe(Town town, Scenario scenario)
    {
        double residentYears = scenario.Town.Estates.Sum(e => e.Population) * scenario.HorizonDays / 365.0;
        Console.WriteLine("| Message | per resident and year |");
        Console.WriteLine("|---|---|");
        long all = 0;
        for (int kind = 0; kind < 256; kind++)
        {
            long sent = town.Neighborhoods.Sum(n => n.SentByKind[kind]);
            all += sent;
            if (sent > 0) Console.WriteLine($"| {(Kind)kind} | {sent / residentYears:f2} |");
        }
        Console.WriteLine($"| all | {all / residentYears:f1} |");
        Bytes(town, scenario.Town.Estates.Sum(e => e.Population));
    }

    /// <summary>Bytes per resident at this midnight, by what they are for.</summary>
    private static void Bytes(Town town, double people)
    {
        var all = new Dictionary<string, long>();
        foreach (Neighborhood neighborhood in town.Neighborhoods)
        {
            if (neighborhood.Population is not EstatePopulation estate) continue;
            foreach ((string what, long bytes) in estate.Footprint) all[what] = all.GetValueOrDefault(what) + bytes;
            all["pending messages"] = all.GetValueOrDefault("pending messages") + (MessageBytes * neighborhood.Pending);
        }
        Console.WriteLine(
            string.Join(", ", all.Select(a => $"{a.Key} {a.Value / people:f1}")) +
            $"; in all {all.Values.Sum() / people:f1} bytes per resident");
        double room = town.Neighborhoods.Sum(n => n.MessageBytes) / people;
        GCMemoryInfo heap = GC.GetGCMemoryInfo(GCKind.Any);
        Console.WriteLine(
            $"room for messages of the fullest minute {room:f1} bytes per resident; heap {heap.HeapSizeBytes / 1e6:N0} MB, " +
            $"of it unused {heap.FragmentedBytes / 1e6:N0}; {GC.GetTotalAllocatedBytes() / 1e6:N0} MB allocated in all");
    }

    /// <summary>A pending message and its place in the queue.</summary>
    private const int MessageBytes = 36;

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>Most memory held so far, MB.</summary>
    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }

    internal static Town Build(Scenario scenario, int threads) => new(new NearNeighborModel(scenario, 1), threads);

    internal static Scenario Of(TownPlan plan, int days, string policy) => new()
    {
        Name = plan.Name,
        Town = plan,
        Calendar = new Calendar(new DateOnly(2023, 1, 1), 0, []),
        BurnInDays = 0,
        HorizonDays = days,
        Policies = [PolicyPresets.Find(policy)!],
    };

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1
            ? values[values.Length / 2]
            : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
    }
}
