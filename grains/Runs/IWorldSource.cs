using Jinlin.Model.Engine;

namespace Jinlin.Grains.Runs;

/// <summary>
/// Makes a model from bytes, the same one on every silo. Hosts register the sources they have; grains know no
/// model by name.
/// </summary>
public interface IWorldSource
{
    /// <summary>The name under which a <see cref="RunDefinition"/> asks for it.</summary>
    string Name { get; }

    /// <summary>Makes the model.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another version, or not of this source.</exception>
    IModel Create(ReadOnlySpan<byte> input, ulong seed);
}

/// <summary>
/// Reads something off one neighborhood between grants: a table of organizations, a sample of ties. Hosts register
/// the readers they have; grains carry the bytes.
/// </summary>
public interface INeighborhoodReader
{
    string Name { get; }

    /// <summary>Reads only. An empty answer is not carried.</summary>
    byte[] Read(IModel model, Neighborhood neighborhood, ReadOnlySpan<byte> question);
}
