using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Jinlin.Grains.Storage;

/// <summary>
/// The form of a journal in a file: a head, then one frame for each write. A frame holds the writer's epoch and its
/// entries, none where an epoch has only been opened. Its hash begins with the file's own number, so that no entry can
/// look like a frame of the file it lies in. Little-endian.
/// </summary>
internal static class JournalFile
{
    /// <summary>Mark, version, and the file's number.</summary>
    public const int HeadBytes = sizeof(int) + sizeof(int) + sizeof(long);

    private const int Version = 1;

    private const int FrameHeadBytes = sizeof(int) + sizeof(ulong);

    /// <summary>Larger than any write; a length beyond it is no length.</summary>
    private const int MostFrameBytes = 1 << 30;

    private static ReadOnlySpan<byte> Mark => "JLJ\0"u8;

    /// <summary>The head of a new journal.</summary>
    public static byte[] Begin()
    {
        byte[] head = new byte[HeadBytes];
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), Version);
        RandomNumberGenerator.Fill(head.AsSpan(8));
        return head;
    }

    /// <summary>The file's number.</summary>
    /// <exception cref="InvalidDataException">Not a journal, or one of another version.</exception>
    public static long NumberIn(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadBytes || !head.StartsWith(Mark)) throw new InvalidDataException("this is no journal");
        int version = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
        if (version != Version)
            throw new InvalidDataException($"a journal of version {version}; this program reads version {Version}");
        return BinaryPrimitives.ReadInt64LittleEndian(head[8..]);
    }

    public static void AppendFrame(List<byte> to, long number, long epoch, IReadOnlyList<byte[]> entries)
    {
        int begin = to.Count;
        Span<byte> eight = stackalloc byte[sizeof(long)];
        to.AddRange(new byte[FrameHeadBytes]);
        BinaryPrimitives.WriteInt64LittleEndian(eight, epoch);
        to.AddRange(eight);
        foreach (byte[] entry in entries)
        {
            BinaryPrimitives.WriteInt32LittleEndian(eight, entry.Length);
            to.AddRange(eight[..sizeof(int)]);
            to.AddRange(entry);
        }
        Span<byte> frame = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(to)[begin..];
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - FrameHeadBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(frame[sizeof(int)..], XxHash3.HashToUInt64(frame[FrameHeadBytes..], number));
    }

    /// <summary>What is in a journal, and where its next frame begins.</summary>
    /// <exception cref="InvalidDataException">
    /// Another version; or damage: a broken frame with a whole one behind it, which no torn write leaves.
    /// </exception>
    public static JournalContent Read(ReadOnlySpan<byte> bytes)
    {
        long number = NumberIn(bytes);
        var entries = new List<byte[]>();
        long epoch = 0;
        int at = HeadBytes;
        while (FrameAt(bytes[at..], number) is var frame and > 0)
        {
            ReadOnlySpan<byte> payload = bytes.Slice(at + FrameHeadBytes, frame - FrameHeadBytes);
            epoch = BinaryPrimitives.ReadInt64LittleEndian(payload);
            for (payload = payload[sizeof(long)..]; payload.Length > 0;)
            {
                int length = BinaryPrimitives.ReadInt32LittleEndian(payload);
                entries.Add(payload.Slice(sizeof(int), length).ToArray());
                payload = payload[(sizeof(int) + length)..];
            }
            at += frame;
        }
        for (int behind = at + 1; behind < bytes.Length; behind++)
        {
            if (FrameAt(bytes[behind..], number) > 0)
                throw new InvalidDataException($"damaged at byte {at}: {entries.Count} entries before it can be read");
        }
        return new JournalContent(number, epoch, entries, at);
    }

    /// <summary>Bytes of the whole frame that begins here; 0 if there is none.</summary>
    private static int FrameAt(ReadOnlySpan<byte> bytes, long number)
    {
        if (bytes.Length < FrameHeadBytes) return 0;
        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length is < sizeof(long) or > MostFrameBytes || length > bytes.Length - FrameHeadBytes) return 0;
        ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(int)..]);
        return XxHash3.HashToUInt64(bytes.Slice(FrameHeadBytes, length), number) == hash ? FrameHeadBytes + length : 0;
    }
}

/// <param name="Number">The file's own number.</param>
/// <param name="Epoch">The newest.</param>
/// <param name="Length">Bytes up to the end of the last whole frame.</param>
internal sealed record JournalContent(long Number, long Epoch, List<byte[]> Entries, int Length);
