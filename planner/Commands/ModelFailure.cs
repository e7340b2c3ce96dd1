using Jinlin.Model.Engine;

namespace Jinlin.Planner.Commands;

/// <summary>An invariant of the model broke in a run; carries what is needed to see it again.</summary>
/// <param name="cause">What broke, when and at whom.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="replay">The command that runs into it again.</param>
public sealed class ModelFailure(ModelException cause, ulong seed, string replay) : Exception(cause.Message, cause)
{
    public ModelException Cause => cause;

    public ulong Seed => seed;

    public string Replay => replay;
}
