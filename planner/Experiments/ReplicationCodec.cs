using System.IO.Compression;
using System.Security.Cryptography;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// A replication as the bytes of one file: a format word, the SHA-256 of the rest, and integers as they are packed in
/// memory, compressed. The same result has the same bytes.
/// </summary>
public static class ReplicationCodec
{
    /// <summary>"JLR" and the version; results of another version are not read.</summary>
    public const uint Format = 0x4A4C_5202;

    private const int Head = sizeof(uint) + SHA256.HashSizeInBytes;

    /// <summary>More than any result has, so that a damaged length allocates nothing absurd.</summary>
    private const int MostIntegers = 1 << 28, MostBytes = 1 << 30;

    public static byte[] Write(ReplicationResult result)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var to = new BinaryWriter(new BufferedStream(brotli, 1 << 16)))
        {
            to.Write(result.Seed);
            to.Write((ulong)(result.Digest >> 64));
            to.Write((ulong)result.Digest);
            to.Write7BitEncodedInt64(result.Messages);
            to.Write7BitEncodedInt(result.BurnInDays);
            to.Write7BitEncodedInt(result.Days);
            (IReadOnlyList<int> days, PackedIntegers kept) = result.PackedKept;
            to.Write7BitEncodedInt(days.Count);
            foreach (int day in days) to.Write7BitEncodedInt(day);
            kept.WriteTo(to);
            PackedIntegers.Of([result.Weeks]).WriteTo(to);
            to.Write7BitEncodedInt(result.EstateCount);
            foreach (PackedIntegers estate in result.PackedEstates) estate.WriteTo(to);
        }
        var file = new byte[Head + packed.Length];
        BitConverter.TryWriteBytes(file, Format);
        packed.Position = 0;
        packed.ReadExactly(file.AsSpan(Head));
        SHA256.HashData(file.AsSpan(Head), file.AsSpan(sizeof(uint)));
        return file;
    }

    /// <summary>Reads what <see cref="Write"/> made.</summary>
    /// <exception cref="InvalidDataException">Another format, or not the bytes that were written.</exception>
    public static ReplicationResult Read(byte[] file)
    {
        if (file.Length < Head) throw new InvalidDataException("shorter than its head");
        uint format = BitConverter.ToUInt32(file);
        if (format != Format) throw new InvalidDataException($"format {format:x8}, {Format:x8} expected");
        if (!SHA256.HashData(file.AsSpan(Head)).AsSpan().SequenceEqual(file.AsSpan(sizeof(uint), SHA256.HashSizeInBytes)))
            throw new InvalidDataException("its bytes do not have the hash that it carries");
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(file, Head, file.Length - Head),
                CompressionMode.Decompress);
            using var from = new BinaryReader(new BufferedStream(brotli, 1 << 16));
            return Read(from);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("it ends before its content does", e);
        }
    }

    private static ReplicationResult Read(BinaryReader from)
    {
        ulong seed = from.ReadUInt64();
        var digest = new UInt128(from.ReadUInt64(), from.ReadUInt64());
        long messages = from.Read7BitEncodedInt64();
        int burnIn = from.Read7BitEncodedInt(), days = from.Read7BitEncodedInt();
        var keptDays = new int[Bounded(from.Read7BitEncodedInt())];
        for (int d = 0; d < keptDays.Length; d++) keptDays[d] = from.Read7BitEncodedInt();
        PackedIntegers kept = PackedIntegers.ReadFrom(from, MostBytes), weeks = PackedIntegers.ReadFrom(from, MostBytes);
        var estates = new PackedIntegers[Bounded(from.Read7BitEncodedInt())];
        for (int i = 0; i < estates.Length; i++) estates[i] = PackedIntegers.ReadFrom(from, MostBytes);
        return new ReplicationResult(keptDays, kept, weeks.Unpack()[0], estates)
        {
            Seed = seed,
            Digest = digest,
            Messages = messages,
            BurnInDays = burnIn,
            Days = days,
        };
    }

    private static int Bounded(int count) =>
        count is >= 0 and <= MostIntegers ? count : throw new InvalidDataException($"{count} values");
}
