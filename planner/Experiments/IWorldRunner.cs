namespace Jinlin.Planner.Experiments;

/// <summary>Runs what is missing of an experiment; where and on how many threads changes no result.</summary>
public interface IWorldRunner
{
    /// <summary>Runs the pairs, about in their order.</summary>
    /// <param name="finished">Called after each world, one at a time, from any thread.</param>
    /// <exception cref="OperationCanceledException">It was stopped; what was finished has been reported.</exception>
    /// <exception cref="Runs.ReplicationFailure">The model failed.</exception>
    void Run(
        IReadOnlyList<PairWork> pairs, Action<PairWork, int, ReplicationResult> finished,
        CancellationToken cancellation);
}
