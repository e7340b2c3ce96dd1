using System.Buffers;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// Receives a population's canonical state, either to keep it (a snapshot) or only to hash it (the digest): the
/// digest is by construction the hash of what a snapshot would hold. Values are little-endian.
/// </summary>
public sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte>? _bytes;
    private readonly XxHash128? _hash;

    private StateWriter(ArrayBufferWriter<byte>? bytes, XxHash128? hash) => (_bytes, _hash) = (bytes, hash);

    public static StateWriter ToBytes() => new(new ArrayBufferWriter<byte>(), null);

    public static StateWriter ToHash() => new(null, new XxHash128());

    public void Write<T>(T value)
        where T : unmanaged => WriteRaw(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    /// <summary>Length, then the values. Types with padding do not qualify: their bytes are not canonical.</summary>
    public void WriteSpan<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        WriteRaw(MemoryMarshal.AsBytes(values));
    }

    public ReadOnlyMemory<byte> Bytes => _bytes?.WrittenMemory ?? throw new InvalidOperationException("hash only");

    public UInt128 Digest => _hash?.GetCurrentHashAsUInt128() ?? throw new InvalidOperationException("bytes only");

    private void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        _hash?.Append(bytes);
        _bytes?.Write(bytes);
    }
}

/// <summary>Reads what a <see cref="StateWriter"/> kept; <see cref="InvalidDataException"/> at its end.</summary>
public sealed class StateReader(ReadOnlyMemory<byte> bytes)
{
    private int _position;

    /// <summary>True when everything was read.</summary>
    public bool AtEnd => _position == bytes.Length;

    public T Read<T>()
        where T : unmanaged => MemoryMarshal.Read<T>(Take(Unsafe.SizeOf<T>()));

    public T[] ReadArray<T>()
        where T : unmanaged
    {
        int count = Read<int>();
        if (count < 0 || count > bytes.Length - _position) throw Truncated();
        return MemoryMarshal.Cast<byte, T>(Take(checked(count * Unsafe.SizeOf<T>()))).ToArray();
    }

    /// <summary>Reads a span whose length is known to the reader.</summary>
    public void ReadInto<T>(Span<T> target)
        where T : unmanaged
    {
        int count = Read<int>();
        if (count != target.Length)
            throw new InvalidDataException($"{count} values of {typeof(T).Name} where {target.Length} were expected");
        MemoryMarshal.Cast<byte, T>(Take(checked(count * Unsafe.SizeOf<T>()))).CopyTo(target);
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > bytes.Length - _position) throw Truncated();
        ReadOnlySpan<byte> span = bytes.Span.Slice(_position, length);
        _position += length;
        return span;
    }

    private InvalidDataException Truncated() => new($"state ends at byte {bytes.Length}, more was expected");
}
