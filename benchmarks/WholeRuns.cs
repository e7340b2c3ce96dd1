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

    /// <summary>A town is built from marginals and simulated for some days on all cores.</summary>
    public static void Large(TownPlan plan, int days)
    {
        Scenario scenario = Of(plan, days, "all");
        var watch = Stopwatch.StartNew();
        using Town town = Build(scenario, Environment.ProcessorCount);
        double built = watch.Elapsed.TotalSeconds;
        watch.Restart();
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        town.Advance(scenario.End);
        double core = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        int people = plan.Estates.Sum(e => e.Population);
        Console.WriteLine(
            $"{people:N0} people in {plan.Estates.Count:N0} estates: built in {built:f1} s, {days} days in " +
            $"{watch.Elapsed.TotalSeconds:f1} s; {core / people / days * 1e9:f0} ns of processor per resident and day; " +
            $"peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
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
        Neighborhood estate = town.Neighborhoods[0];
        var population = (EstatePopulation)estate.Population;
        double people = population.Roster.Residents.Length;
        Console.WriteLine(
            $"{population.Bytes / people:f0} bytes per resident in rows, {36 * estate.Pending / people:f0} in messages");
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
