using System.Globalization;
using System.Text;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Tests.Engine;

namespace Jinlin.Grains.Tests;

/// <summary>Makes <see cref="Bazaar"/> from the text "ESTATES ACTORS".</summary>
internal sealed class BazaarSource : IWorldSource
{
    public string Name => "bazaar";

    public IModel Create(ReadOnlySpan<byte> input, ulong seed)
    {
        string[] words = Encoding.ASCII.GetString(input).Split(' ');
        return new Bazaar(
            seed, int.Parse(words[0], CultureInfo.InvariantCulture), int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    public static RunDefinition Define(int days, int estates = 6, int actors = 40, ulong seed = 5) => new()
    {
        World = "bazaar",
        Input = Encoding.ASCII.GetBytes($"{estates} {actors}"),
        Seed = seed,
        Until = days * Minute.PerDay,
    };

    /// <summary>What the same run comes to in one process on one thread.</summary>
    public static string Expected(RunDefinition definition, Action<Town>? before = null)
    {
        using var town = new Town(new BazaarSource().Create(definition.Input, definition.Seed), 1);
        before?.Invoke(town);
        town.Advance(new Minute(definition.Until));
        return town.Digest().ToString("x32", CultureInfo.InvariantCulture);
    }
}
