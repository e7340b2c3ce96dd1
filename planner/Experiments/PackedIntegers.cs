namespace Jinlin.Planner.Experiments;

/// <summary>
/// Rows of integers that follow each other in time, as differences to the row before with runs of zeros counted. Most
/// counts do not change from week to week: a row takes some hundred bytes instead of ten thousand, so that thousands of
/// replications fit into memory.
/// </summary>
public sealed class PackedIntegers
{
    private readonly byte[] _bytes;

    private PackedIntegers(byte[] bytes, int count) => (_bytes, Count) = (bytes, count);

    /// <summary>How many rows.</summary>
    public int Count { get; }

    public static PackedIntegers Of(IReadOnlyList<long[]> rows)
    {
        using var buffer = new MemoryStream();
        using var to = new BinaryWriter(buffer);
        long[] before = [];
        foreach (long[] row in rows)
        {
            to.Write7BitEncodedInt(row.Length);
            for (int i = 0; i < row.Length; i++)
            {
                int zeros = i;
                while (i < row.Length && Difference(row, before, i) == 0) i++;
                to.Write7BitEncodedInt(i - zeros);
                if (i == row.Length) break;
                long difference = Difference(row, before, i);
                to.Write7BitEncodedInt64((difference << 1) ^ (difference >> 63));
            }
            before = row;
        }
        return new PackedIntegers(buffer.ToArray(), rows.Count);
    }

    /// <summary>As they are packed: nothing is packed or unpacked for it.</summary>
    internal void WriteTo(BinaryWriter to)
    {
        to.Write7BitEncodedInt(Count);
        to.Write7BitEncodedInt(_bytes.Length);
        to.Write(_bytes);
    }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It ends before.</exception>
    internal static PackedIntegers ReadFrom(BinaryReader from, int mostBytes)
    {
        int count = from.Read7BitEncodedInt(), length = from.Read7BitEncodedInt();
        if (count < 0 || length < 0 || length > mostBytes) throw new InvalidDataException($"{count} rows in {length} bytes");
        byte[] bytes = from.ReadBytes(length);
        return bytes.Length == length ? new PackedIntegers(bytes, count) : throw new EndOfStreamException();
    }

    /// <summary>The first rows, up to and with <paramref name="last"/>.</summary>
    public long[][] Unpack(int last)
    {
        using var from = new BinaryReader(new MemoryStream(_bytes));
        var rows = new long[last + 1][];
        for (int r = 0; r <= last; r++)
        {
            long[] before = r == 0 ? [] : rows[r - 1];
            var row = new long[from.Read7BitEncodedInt()];
            before.AsSpan(0, Math.Min(before.Length, row.Length)).CopyTo(row);
            for (int i = 0; i < row.Length; i++)
            {
                i += from.Read7BitEncodedInt();
                if (i == row.Length) break;
                ulong folded = (ulong)from.Read7BitEncodedInt64();
                row[i] = unchecked(row[i] + ((long)(folded >> 1) ^ -(long)(folded & 1)));
            }
            rows[r] = row;
        }
        return rows;
    }

    /// <summary>All rows.</summary>
    public long[][] Unpack() => Unpack(Count - 1);

    private static long Difference(long[] row, long[] before, int i) =>
        unchecked(row[i] - (i < before.Length ? before[i] : 0));
}
