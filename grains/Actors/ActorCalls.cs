using Jinlin.Model.Engine;
using Orleans.Concurrency;

namespace Jinlin.Grains.Actors;

/// <summary>A partition's way to its actors that live in grains of their own, in one epoch.</summary>
internal sealed class ActorCalls(IGrainFactory grains, string run, long epoch) : IRemoteActors
{
    public Task<byte[]> Handle(ActorId actor, byte[] call) => Host(actor).Handle(epoch, call.AsImmutable());

    public Task<byte[]> Return(ActorId actor) => Host(actor).Return(epoch);

    private IActorHost Host(ActorId actor) => grains.GetGrain<IActorHost>($"{run}/{actor.Value}");
}
