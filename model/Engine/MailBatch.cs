using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// Messages on their way between neighborhoods as bytes, column by column: receivers, marks of answers, messages.
/// Little-endian, as every machine that .NET 10 runs Jinlin on.
/// </summary>
public static class MailBatch
{
    /// <summary>Bytes of one message.</summary>
    private const int Width = sizeof(uint) + 1 + 32;

    public static byte[] Write(ReadOnlySpan<Envelope> envelopes)
    {
        int count = envelopes.Length;
        var bytes = new byte[count * Width];
        Span<uint> to = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(0, count * sizeof(uint)));
        Span<byte> answers = bytes.AsSpan(count * sizeof(uint), count);
        Span<byte> messages = bytes.AsSpan(count * (sizeof(uint) + 1));
        for (int i = 0; i < count; i++)
        {
            to[i] = envelopes[i].To.Value;
            answers[i] = envelopes[i].AnswersCall ? (byte)1 : (byte)0;
            Message message = envelopes[i].Message;
            MemoryMarshal.Write(messages[(i * 32)..], in message);
        }
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The length is not that of whole messages.</exception>
    public static void Read(ReadOnlySpan<byte> bytes, List<Envelope> into)
    {
        (int count, int rest) = Math.DivRem(bytes.Length, Width);
        if (rest != 0) throw new InvalidDataException($"a batch of {bytes.Length} bytes, not a multiple of {Width}");
        ReadOnlySpan<uint> to = MemoryMarshal.Cast<byte, uint>(bytes[..(count * sizeof(uint))]);
        ReadOnlySpan<byte> answers = bytes.Slice(count * sizeof(uint), count);
        ReadOnlySpan<byte> messages = bytes[(count * (sizeof(uint) + 1))..];
        for (int i = 0; i < count; i++)
        {
            into.Add(new Envelope(
                new ActorId(to[i]), answers[i] != 0, MemoryMarshal.Read<Message>(messages[(i * 32)..])));
        }
    }
}
