using Jinlin.Grains.Actors;
using Jinlin.Grains.Partitions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Jinlin.Grains.Runs;

/// <summary>What a silo needs to carry runs.</summary>
public static class RunServices
{
    /// <summary>The name of the grain storage that keeps manifests and the index.</summary>
    public const string StorageName = "jinlin";

    /// <summary>
    /// Adds what carries runs. The host adds grain storage of <see cref="StorageName"/>, a blob store, a journal
    /// store, and its world sources.
    /// </summary>
    /// <param name="threads">Threads that compute; null: one for each core.</param>
    public static ISiloBuilder AddRuns(this ISiloBuilder silo, int? threads = null)
    {
        IServiceCollection services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new Cores(threads));
        services.AddSingleton(_ => new WorkerThreads(threads));
        services.AddSingleton<Worlds>();
        services.AddSingleton<Stages>();
        services.AddSingleton<INeighborhoodReader, ActorReader>();
        services.AddSingleton<Keeper>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<Keeper>());
        services.AddPlacementDirector<SpreadPlacement, SpreadPlacementDirector>();
        return silo;
    }
}
