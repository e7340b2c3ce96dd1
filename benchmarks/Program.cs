using System.Diagnostics;
using BenchmarkDotNet.Running;
using Jinlin.Benchmarks;
using Jinlin.Model.Engine;

// "hot RESIDENTS DAYS THREADS [PER-NEIGHBORHOOD]" times whole runs of micro-aid; anything else goes to BenchmarkDotNet.
if (args is ["hot", var residents, var days, var threads, .. var rest])
{
    int n = int.Parse(residents);
    using var town = new Town(new MicroAid(n, rest.Length > 0 ? int.Parse(rest[0]) : n, seed: 1), int.Parse(threads));
    town.Advance(new Day(1).Start);
    long before = town.Delivered, bytes = GC.GetTotalAllocatedBytes();
    var watch = Stopwatch.StartNew();
    town.Advance(new Day(1 + int.Parse(days)).Start);
    watch.Stop();
    long messages = town.Delivered - before;
    Console.WriteLine(
        $"{messages} messages in {watch.Elapsed.TotalSeconds:f3} s: {messages / watch.Elapsed.TotalSeconds / 1e6:f2} " +
        $"million per second; {GC.GetTotalAllocatedBytes() - bytes} bytes allocated; digest {town.Digest():x32}");
    return 0;
}
BenchmarkSwitcher.FromAssembly(typeof(MicroAid).Assembly).Run(args);
return 0;
