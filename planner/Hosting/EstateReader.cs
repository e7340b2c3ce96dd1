using System.Buffers.Binary;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Hosting;

/// <summary>
/// Reads what a result needs of one neighborhood, where it lives. The question: every how many-th resident's ties.
/// </summary>
public sealed class EstateReader : INeighborhoodReader
{
    public const string ReaderName = "estate";

    public string Name => ReaderName;

    public byte[] Read(IModel model, Neighborhood neighborhood, ReadOnlySpan<byte> question) =>
        EstateEnd.Of(neighborhood, BinaryPrimitives.ReadInt32LittleEndian(question)).ToBytes();

    public static byte[] Question(int every)
    {
        var question = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(question, every);
        return question;
    }
}
