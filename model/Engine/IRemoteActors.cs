namespace Jinlin.Model.Engine;

/// <summary>
/// The way to actors that live outside their neighborhood. Called from the thread that advances it, which waits for
/// the answers; whoever carries them must never wait for that thread.
/// </summary>
public interface IRemoteActors
{
    /// <summary>Lets an actor handle all that is due to it in one minute.</summary>
    /// <param name="call">Bytes of <see cref="ActorCall"/>.</param>
    /// <returns>Bytes of what it did: <see cref="ActorEffects"/>.</returns>
    Task<byte[]> Handle(ActorId actor, byte[] call);

    /// <summary>Takes an actor's row back; it goes out again with the next call.</summary>
    Task<byte[]> Return(ActorId actor);
}
