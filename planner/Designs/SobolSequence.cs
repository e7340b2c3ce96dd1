using System.Globalization;
using System.Numerics;

namespace Jinlin.Planner.Designs;

/// <summary>
/// Points that fill the unit cube evenly: Sobol's sequence with the direction numbers of Joe and Kuo 2008 (SIAM J. Sci.
/// Comput. 30, 2635; their list <c>new-joe-kuo-6</c>). In Gray-code order (Antonov and Saleev 1979). The first point is
/// the origin.
/// </summary>
public static class SobolSequence
{
    /// <summary>Coordinates at most: as many as there are direction numbers for.</summary>
    public static int MostDimensions => Numbers.Length + 1;

    private const int Bits = 32;

    /// <summary>Of each coordinate but the first: the polynomial's inner coefficients, then the initial numbers.</summary>
    private static readonly uint[][] Numbers = Read();

    /// <summary>The first points; a power of two of them is balanced in every coordinate.</summary>
    /// <param name="dimensions">1 to <see cref="MostDimensions"/>.</param>
    /// <returns>Rows of coordinates from 0 up to but below 1.</returns>
    public static double[][] Points(int count, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        uint[][] directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        var at = new uint[dimensions];
        var points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            points[i] = [.. at.Select(x => x / 4294967296.0)];
            int changed = BitOperations.TrailingZeroCount(~(uint)i);
            if (changed == Bits) break;
            for (int d = 0; d < dimensions; d++) at[d] ^= directions[d][changed];
        }
        return points;
    }

    private static uint[] Directions(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (int j = 0; j < Bits; j++) v[j] = 1u << (Bits - 1 - j);
            return v;
        }
        uint[] numbers = Numbers[dimension - 1];
        int degree = numbers.Length - 1;
        for (int j = 0; j < Bits; j++)
        {
            if (j < degree)
            {
                v[j] = numbers[j + 1] << (Bits - 1 - j);
                continue;
            }
            v[j] = v[j - degree] ^ (v[j - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                if (((numbers[0] >> (degree - 1 - k)) & 1) != 0) v[j] ^= v[j - k];
            }
        }
        return v;
    }

    private static uint[][] Read()
    {
        using Stream stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("direction-numbers.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ').Select(n => uint.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
    }
}
