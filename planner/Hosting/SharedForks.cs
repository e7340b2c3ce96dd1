using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Hosting;

/// <summary>
/// The burn-ins of the seeds under way on one silo, so that the worlds of a seed share one. A cache: what is missing is
/// run again and is the same.
/// </summary>
internal sealed class SharedForks
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(string Scenario, ulong Seed, Lazy<SeedFork> Fork)> _recent = [];

    /// <summary>The fork of a seed; who comes second waits for the first.</summary>
    /// <param name="scenario">Whatever tells scenarios apart.</param>
    /// <param name="threads">Jobs at once on this silo: so many seeds may be under way.</param>
    /// <param name="run">Runs burn-in. Where it fails, the next who asks tries again.</param>
    public SeedFork Of(string scenario, ulong seed, int threads, Func<SeedFork> run)
    {
        Lazy<SeedFork> fork;
        lock (_gate)
        {
            var node = _recent.First;
            while (node is not null && (node.Value.Seed != seed || node.Value.Scenario != scenario)) node = node.Next;
            fork = node?.Value.Fork ?? new Lazy<SeedFork>(run);
            if (node is not null) _recent.Remove(node);
            _recent.AddFirst((scenario, seed, fork));
            if (_recent.Count > threads) _recent.RemoveLast();
        }
        try
        {
            return fork.Value;
        }
        catch
        {
            Forget(f => ReferenceEquals(f, fork));
            throw;
        }
    }

    /// <summary>Nobody will ask for it again.</summary>
    public void Forget(SeedFork fork) => Forget(f => f.IsValueCreated && ReferenceEquals(f.Value, fork));

    private void Forget(Predicate<Lazy<SeedFork>> which)
    {
        lock (_gate)
        {
            for (var node = _recent.First; node is not null; node = node.Next)
            {
                if (!which(node.Value.Fork)) continue;
                _recent.Remove(node);
                return;
            }
        }
    }
}
