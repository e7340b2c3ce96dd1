using Jinlin.Model.Engine;

namespace Jinlin.Planner.Runs;

/// <summary>
/// Several seeds of one scenario, each whole on one thread, as many at a time as there are cores: the cheapest way
/// to keep all cores busy, since replications say nothing to each other.
/// </summary>
public static class ReplicationSet
{
    /// <summary>
    /// Runs the seeds and returns the finished ones in the order of <paramref name="inputs"/>, and the first run's
    /// full result. Cancelled, it returns what had finished.
    /// </summary>
    /// <param name="threads">How many at a time.</param>
    /// <param name="finished">Called after each, from the thread that ran it.</param>
    /// <exception cref="ReplicationFailure">Of the first seed that failed.</exception>
    public static (IReadOnlyList<RunSummary> Summaries, RunResult? First) Run(
        IReadOnlyList<RunInputs> inputs, RunOptions options, int threads, Action<RunSummary>? finished,
        CancellationToken cancellation = default)
    {
        var summaries = new RunSummary?[inputs.Count];
        var failures = new ReplicationFailure?[inputs.Count];
        RunResult? first = null;
        int next = -1;
        void Work()
        {
            for (int i = Interlocked.Increment(ref next); i < inputs.Count; i = Interlocked.Increment(ref next))
            {
                if (cancellation.IsCancellationRequested || failures.Any(f => f is not null)) return;
                try
                {
                    RunResult result = Replication.Run(
                        inputs[i], options with { Threads = 1, RecordNeeds = i == 0 && options.RecordNeeds },
                            cancellation);
                    if (!result.Complete) return;
                    if (i == 0) first = result;
                    summaries[i] = new RunSummary(result);
                    finished?.Invoke(summaries[i]!);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
                catch (ModelException failure)
                {
                    failures[i] = new ReplicationFailure(inputs[i].Seed, failure);
                }
            }
        }
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(threads, inputs.Count)).Select(_ => new Thread(Work))];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers) worker.Join();
        if (failures.FirstOrDefault(f => f is not null) is { } failed) throw failed;
        return ([.. summaries.OfType<RunSummary>()], first);
    }
}

/// <summary>The model failed under one seed.</summary>
public sealed class ReplicationFailure(ulong seed, ModelException cause) : Exception(cause.Message, cause)
{
    public ulong Seed => seed;
}
