using BenchmarkDotNet.Running;
using Jinlin.Benchmarks;
using Jinlin.Model.World;

// Whole runs by name, as docs/benchmarks.md calls them; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["micro-aid", var residents, var days, var threads, var perNeighborhood]:
        MicroAidRun.Time(int.Parse(residents), int.Parse(days), int.Parse(threads), int.Parse(perNeighborhood));
        break;
    case ["estate", var runs]: WholeRuns.Estate(int.Parse(runs)); break;
    case ["district", var days]: WholeRuns.Large(TownPlans.District(), int.Parse(days)); break;
    case ["xiamen", var days]: WholeRuns.Large(TownPlans.Xiamen(), int.Parse(days)); break;
    case ["replications", var count]: WholeRuns.Replications(int.Parse(count)); break;
    case ["carried", var estates, var days]: await CarriedRuns.Town(int.Parse(estates), int.Parse(days)); break;
    case ["actors", var days]: await CarriedRuns.Actors(int.Parse(days)); break;
    case ["silo-start", var times]: await CarriedRuns.Start(int.Parse(times)); break;
    default: BenchmarkSwitcher.FromAssembly(typeof(MicroAid).Assembly).Run(args); break;
}
