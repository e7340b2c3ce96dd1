using System.Text;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Tests.World;
using Jinlin.Model.World;

namespace Jinlin.Grains.Tests;

/// <summary>Makes the near-neighbor model of three small estates from a policy's name.</summary>
internal sealed class VillageSource : IWorldSource
{
    public string Name => "villages";

    public IModel Create(ReadOnlySpan<byte> input, ulong seed)
    {
        string[] words = Encoding.ASCII.GetString(input).Split(' ');
        Scenario scenario = Villages.Scene(words[0]);
        if (words.Contains("consented"))
            scenario = scenario with { Town = scenario.Town with { Provenance = Provenance.Consented } };
        return new NearNeighborModel(scenario, seed);
    }

    public static RunDefinition Define(int days, string words = "all") => new()
    {
        World = "villages",
        Input = Encoding.ASCII.GetBytes(words),
        Seed = 7,
        Until = days * Minute.PerDay,
    };

    public static string Expected(RunDefinition definition, Journal? journal = null)
    {
        using var town = new Town(new VillageSource().Create(definition.Input, definition.Seed), 1);
        if (journal is not null) town.Replay(journal);
        town.Advance(new Minute(definition.Until));
        return town.Digest().ToString("x32");
    }
}
