using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Explain;

/// <summary>
/// One world of a seed with everything that its watched estates wrote down from the start date on. Watching changes
/// nothing (law 5): the digest is that of the same world unwatched.
/// </summary>
public sealed class WatchedWorld
{
    private WatchedWorld(
        PolicyPlan policy, IReadOnlyList<Record> events, IReadOnlyList<Roster> estates, UInt128 digest)
    {
        (Policy, Events, Estates, Digest) = (policy, events, estates, digest);
        var log = new NeedLog(_ => Groups.None);
        log.Add(events);
        Needs = log.Rows.ToDictionary(r => new NeedName(r.Asker, r.Key));
    }

    public PolicyPlan Policy { get; }

    /// <summary>In the canonical order of records.</summary>
    public IReadOnlyList<Record> Events { get; }

    /// <summary>Every need of a watched estate that arose from the start date on.</summary>
    public IReadOnlyDictionary<NeedName, NeedRow> Needs { get; }

    /// <summary>The estates that were watched.</summary>
    public IReadOnlyList<Roster> Estates { get; }

    public UInt128 Digest { get; }

    /// <summary>Runs each policy from the same burn-in, the worlds side by side.</summary>
    /// <param name="scenario">All inputs; its policies do not matter.</param>
    /// <param name="whose">A resident whose estate alone is watched; null: the first estates, as a run lists needs.</param>
    /// <param name="threads">Changes no result.</param>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<WatchedWorld> Run(
        Scenario scenario, ulong seed, IReadOnlyList<PolicyPlan> policies, ActorId? whose, int threads,
        CancellationToken cancellation = default)
    {
        SeedFork fork = SeedFork.Run(scenario, seed, threads, cancellation);
        var worlds = new WatchedWorld[policies.Count];
        int side = scenario.Town.Estates.Count >= threads ? 1 : Math.Min(threads, policies.Count);
        try
        {
            Parallel.For(0, worlds.Length, new ParallelOptions { MaxDegreeOfParallelism = side }, i =>
                worlds[i] = Watch(fork, policies[i], whose, Math.Max(1, threads / side), cancellation));
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is ModelException or OperationCanceledException)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        return worlds;
    }

    private static WatchedWorld Watch(
        SeedFork fork, PolicyPlan policy, ActorId? whose, int threads, CancellationToken cancellation)
    {
        var watched = new List<Neighborhood>();
        var estates = new List<Roster>();
        var events = new List<Record>();
        ReplicationResult result = fork.World([policy], threads, new WorldWatch
        {
            Begun = town =>
            {
                int residents = 0;
                foreach (Neighborhood n in town.Neighborhoods)
                {
                    if (n.Population is not EstatePopulation estate) continue;
                    if (whose is { } one && estate.Roster.SlotOf(one) < 0) continue;
                    residents += estate.Roster.Residents.Length;
                    if (residents > Replication.MostRecordedResidents && watched.Count > 0) break;
                    n.Recording = true;
                    watched.Add(n);
                    estates.Add(estate.Roster);
                }
            },
            DayEnded = (_, _) =>
            {
                foreach (Neighborhood n in watched) n.DrainRecords(events);
            },
        }, cancellation);
        return new WatchedWorld(policy, events, estates, result.Digest);
    }
}
