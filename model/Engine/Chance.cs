using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Jinlin.Model.Engine;

/// <summary>
/// Keyed chance (law 4): every draw is Philox4x32-10 at (seed; entity, occasion, purpose, index). It has no
/// position, so the same question has the same answer in every world, in any order, on any thread.
/// Source: Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", and Random123's known answers.
/// </summary>
/// <remarks>
/// One block of the generator gives four words, so index i is word i mod 4 of block i div 4: a roster's draws
/// cost a quarter of a block each, and <see cref="Fill"/> makes eight blocks at a time.
/// </remarks>
public readonly record struct Chance(ulong Seed)
{
    private const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57, W0 = 0x9E3779B9, W1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>32 uniform bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Bits(uint entity, uint occasion, uint purpose, uint index)
    {
        (uint x, uint y, uint z, uint w) = Block(Seed, entity, occasion, purpose, index >> 2);
        return (index & 3) switch { 0 => x, 1 => y, 2 => z, _ => w };
    }

    /// <summary>A uniform number strictly between 0 and 1, of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Uniform(uint entity, uint occasion, uint purpose, uint index = 0) =>
        ToUniform(Bits(entity, occasion, purpose, index));

    /// <summary>The uniform number that 32 bits stand for: the middle of its interval, never 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToUniform(uint bits) => (bits + 0.5) * (1.0 / 4294967296.0);

    /// <summary>
    /// The bits below which a draw has probability <paramref name="p"/>: <c>bits &lt; Threshold(p)</c>. As a
    /// 64-bit number, so that p = 1 is always true; p outside [0, 1] is clamped.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Threshold(double p) => p <= 0 ? 0 : p >= 1 ? 1UL << 32 : (ulong)(p * 4294967296.0);

    /// <summary>Indices 0, 1, 2 … of one purpose: the same numbers as <see cref="Bits"/>, faster.</summary>
    public void Fill(uint entity, uint occasion, uint purpose, Span<uint> bits, uint firstIndex = 0)
    {
        if ((firstIndex & 3) != 0)
            throw new ArgumentOutOfRangeException(nameof(firstIndex), firstIndex, "a multiple of 4");
        uint block = firstIndex >> 2;
        int done = 0;
        if (Vector256.IsHardwareAccelerated && Avx2.IsSupported)
        {
            for (; done + 32 <= bits.Length; done += 32, block += 8)
            {
                Block8(
                    Seed, Vector256.Create(entity), Vector256.Create(occasion), Vector256.Create(purpose),
                    Vector256.Create(block) + Vector256<uint>.Indices, out var x, out var y, out var z, out var w);
                Interleave(x, y, z, w, bits.Slice(done, 32));
            }
        }
        for (; done < bits.Length; done += 4, block++)
        {
            (uint x, uint y, uint z, uint w) = Block(Seed, entity, occasion, purpose, block);
            bits[done] = x;
            if (done + 1 < bits.Length) bits[done + 1] = y;
            if (done + 2 < bits.Length) bits[done + 2] = z;
            if (done + 3 < bits.Length) bits[done + 3] = w;
        }
    }

    /// <summary>
    /// Word columns of one block for consecutive entities: <c>x[i]</c> is index 4·block of entity first + i,
    /// <c>y[i]</c> the next index, and so on. The daily pulse of a whole neighborhood.
    /// </summary>
    public void FillEntities(
        uint firstEntity, uint occasion, uint purpose, uint block,
        Span<uint> x, Span<uint> y, Span<uint> z, Span<uint> w)
    {
        int n = x.Length, i = 0;
        if (Vector256.IsHardwareAccelerated && Avx2.IsSupported)
        {
            for (; i + 8 <= n; i += 8)
            {
                Block8(
                    Seed, Vector256.Create(firstEntity + (uint)i) + Vector256<uint>.Indices,
                    Vector256.Create(occasion), Vector256.Create(purpose), Vector256.Create(block),
                    out var vx, out var vy, out var vz, out var vw);
                vx.CopyTo(x[i..]);
                vy.CopyTo(y[i..]);
                vz.CopyTo(z[i..]);
                vw.CopyTo(w[i..]);
            }
        }
        for (; i < n; i++)
            (x[i], y[i], z[i], w[i]) = Block(Seed, firstEntity + (uint)i, occasion, purpose, block);
    }

    /// <summary>One block of Philox4x32-10: counter (c0, c1, c2, c3), key the two halves of the seed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (uint X, uint Y, uint Z, uint W) Block(ulong seed, uint c0, uint c1, uint c2, uint c3)
    {
        uint k0 = (uint)seed, k1 = (uint)(seed >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)M0 * c0, p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }
        return (c0, c1, c2, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block8(
        ulong seed, Vector256<uint> c0, Vector256<uint> c1, Vector256<uint> c2, Vector256<uint> c3,
        out Vector256<uint> x, out Vector256<uint> y, out Vector256<uint> z, out Vector256<uint> w)
    {
        Vector256<uint> k0 = Vector256.Create((uint)seed), k1 = Vector256.Create((uint)(seed >> 32));
        Vector256<uint> w0 = Vector256.Create(W0), w1 = Vector256.Create(W1);
        Vector256<uint> m0 = Vector256.Create(M0), m1 = Vector256.Create(M1);
        for (int round = 0; round < Rounds; round++)
        {
            WideMultiply(c0, m0, out var high0, out var low0);
            WideMultiply(c2, m1, out var high1, out var low1);
            (c0, c1, c2, c3) = (high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0);
            k0 += w0;
            k1 += w1;
        }
        (x, y, z, w) = (c0, c1, c2, c3);
    }

    /// <summary>32 × 32 → 64 bits per lane, from the even-lane product and the same one shifted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WideMultiply(
        Vector256<uint> a, Vector256<uint> b, out Vector256<uint> high, out Vector256<uint> low)
    {
        Vector256<ulong> even = Avx2.Multiply(a, b);
        Vector256<ulong> odd = Avx2.Multiply(Vector256.ShiftRightLogical(a.AsUInt64(), 32).AsUInt32(), b);
        low = Avx2.Blend(even.AsUInt32(), Vector256.ShiftLeft(odd, 32).AsUInt32(), 0b10101010);
        high = Avx2.Blend(Vector256.ShiftRightLogical(even, 32).AsUInt32(), odd.AsUInt32(), 0b10101010);
    }

    private static void Interleave(
        Vector256<uint> x, Vector256<uint> y, Vector256<uint> z, Vector256<uint> w, Span<uint> target)
    {
        for (int i = 0; i < 8; i++)
        {
            target[4 * i] = x.GetElement(i);
            target[(4 * i) + 1] = y.GetElement(i);
            target[(4 * i) + 2] = z.GetElement(i);
            target[(4 * i) + 3] = w.GetElement(i);
        }
    }
}
