using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// Spreads pairs over the cores of this machine: burn-in once per seed, then its worlds, each whole on one thread.
/// Large towns, of which only a few fit in memory, get several threads each instead.
/// </summary>
/// <param name="threads">At most so many at work.</param>
public sealed class PairThreads(int threads)
{
    /// <summary>Rows, queue, roster and a snapshot of one resident in one world, generously.</summary>
    private const int BytesPerResident = 1_500;

    /// <summary>Runs the pairs in their order, as far as threads become free.</summary>
    /// <param name="finished">Called after each world, from the thread that ran it.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was finished has been reported.</exception>
    /// <exception cref="ReplicationFailure">Of the first pair that failed.</exception>
    public void Run(
        IReadOnlyList<PairWork> pairs, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation = default)
    {
        if (pairs.Count == 0) return;
        int atOnce = AtOnce(pairs[0].Scenario, threads);
        var queue = new WorldQueue(pairs, Math.Max(1, threads / atOnce), finished, cancellation);
        int tasks = pairs.Sum(p => p.Worlds.Count);
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(atOnce, tasks)).Select(_ => new Thread(queue.Work))];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        if (queue.Failure is { } failure) throw failure;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>How many worlds of a town run at a time: as many as threads, and as fit in half of the memory.</summary>
    public static int AtOnce(Scenario scenario, int threads)
    {
        long residents = Math.Max(1, scenario.Town.Estates.Sum(e => (long)e.Population));
        long room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / (residents * BytesPerResident);
        return (int)Math.Clamp(room, 1, Math.Max(1, threads));
    }

    /// <summary>What is to do next: a world whose seed has forked before a seed that has not begun.</summary>
    private sealed class WorldQueue(
        IReadOnlyList<PairWork> pairs, int threadsEach, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation)
    {
        private readonly object _gate = new();
        private readonly Queue<(PairWork Pair, SeedFork Fork, int World)> _forked = [];
        private int _next;
        private int _burning;
        private (int Pair, ReplicationFailure Failure)? _failure;

        public ReplicationFailure? Failure => _failure?.Failure;

        public void Work()
        {
            try
            {
                while (Take() is { } task) task();
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // What was finished has been reported; what was not leaves nothing.
            }
        }

        /// <summary>The next task; null when there is none and none can come.</summary>
        private Action? Take()
        {
            lock (_gate)
            {
                while (_failure is null && !cancellation.IsCancellationRequested)
                {
                    if (_forked.TryDequeue(out (PairWork Pair, SeedFork Fork, int World) world))
                        return () => RunWorld(world.Pair, world.Fork, world.World);
                    if (_next < pairs.Count)
                    {
                        PairWork pair = pairs[_next++];
                        _burning++;
                        return () => BurnIn(pair);
                    }
                    if (_burning == 0) return null;
                    Monitor.Wait(_gate);
                }
                return null;
            }
        }

        private void BurnIn(PairWork pair)
        {
            SeedFork? fork = null;
            try
            {
                fork = SeedFork.Run(pair.Scenario, pair.Seed, threadsEach, cancellation);
            }
            catch (ModelException broken)
            {
                Fail(pair, broken);
            }
            finally
            {
                lock (_gate)
                {
                    _burning--;
                    if (fork is not null)
                    {
                        foreach (int world in pair.Worlds) _forked.Enqueue((pair, fork, world));
                    }
                    Monitor.PulseAll(_gate);
                }
            }
        }

        private void RunWorld(PairWork pair, SeedFork fork, int world)
        {
            try
            {
                finished(pair, world, fork.World(
                    [pair.Scenario.Policies[world]], threadsEach, cancellation: cancellation));
            }
            catch (ModelException broken)
            {
                Fail(pair, broken);
            }
        }

        private void Fail(PairWork pair, ModelException broken)
        {
            lock (_gate)
            {
                if (_failure is not { } failure || pair.Pair < failure.Pair)
                    _failure = (pair.Pair, new ReplicationFailure(pair.Seed, broken));
            }
        }
    }
}
