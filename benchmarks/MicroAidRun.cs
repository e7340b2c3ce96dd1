using System.Diagnostics;
using Jinlin.Model.Engine;

namespace Jinlin.Benchmarks;

/// <summary>Whole runs of micro-aid: messages per second of the engine alone.</summary>
internal static class MicroAidRun
{
    public static void Time(int residents, int days, int threads, int perNeighborhood)
    {
        using var town = new Town(new MicroAid(residents, perNeighborhood, seed: 1), threads);
        // The first day grows the pools and compiles the hot path.
        town.Advance(new Day(1).Start);
        long before = town.Delivered, bytes = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        town.Advance(new Day(1 + days).Start);
        watch.Stop();
        long messages = town.Delivered - before;
        Console.WriteLine(
            $"{messages:N0} messages in {watch.Elapsed.TotalSeconds:f3} s: " +
            $"{messages / watch.Elapsed.TotalSeconds / 1e6:f2} million per second; " +
            $"{GC.GetTotalAllocatedBytes() - bytes:N0} bytes allocated; digest {town.Digest():x32}");
    }
}
