using Jinlin.Model.Engine;

namespace Jinlin.Planner.Runs;

/// <summary>The model failed under one seed.</summary>
public sealed class ReplicationFailure(ulong seed, ModelException cause) : Exception(cause.Message, cause)
{
    public ulong Seed => seed;
}
