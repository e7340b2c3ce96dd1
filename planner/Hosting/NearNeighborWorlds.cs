using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Jinlin.Planner.Hosting;

/// <summary>Makes the near-neighbor model from a scenario's bytes, on whatever silo.</summary>
public sealed class NearNeighborWorlds : IWorldSource
{
    public const string WorldName = "near-neighbor";

    public string Name => WorldName;

    public IModel Create(ReadOnlySpan<byte> input, ulong seed) => new NearNeighborModel(ScenarioBytes.Read(input), seed);

    /// <summary>The definition of a scenario's run.</summary>
    public static RunDefinition Define(Scenario scenario, ulong seed) => new()
    {
        World = WorldName,
        Input = ScenarioBytes.Write(scenario),
        Seed = seed,
        Until = scenario.End.Value,
    };
}

/// <summary>What a host adds to carry near-neighbor runs.</summary>
public static class NearNeighborServices
{
    public static IServiceCollection AddNearNeighbor(this IServiceCollection services) => services
        .AddSingleton<IWorldSource, NearNeighborWorlds>()
        .AddSingleton<INeighborhoodReader, EstateReader>()
        .AddSingleton<IReplicationWork, ReplicationWork>()
        .AddSingleton<IReplicationWork, WorldWork>();
}
