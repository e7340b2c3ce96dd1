using Jinlin.Model.Engine;

namespace Jinlin.Planner.Designs;

/// <summary>
/// Points of which exactly one lies in each of n equal slices of every coordinate (McKay, Beckman and Conover 1979,
/// Technometrics 21, 239). Keyed: the same seed gives the same points, and a coordinate more moves no other.
/// </summary>
public static class LatinHypercube
{
    private const uint Slice = 0x1A71_0001, Within = 0x1A71_0002;

    /// <returns>Rows of coordinates between 0 and 1.</returns>
    public static double[][] Points(int count, int dimensions, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var chance = new Chance(seed);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[dimensions])];
        for (int d = 0; d < dimensions; d++)
        {
            uint entity = (uint)d;
            int[] order = [.. Enumerable.Range(0, count)
                .OrderBy(i => chance.Bits(entity, (uint)i, Slice, 0)).ThenBy(i => i)];
            for (int i = 0; i < count; i++)
                points[i][d] = (order[i] + chance.Uniform(entity, (uint)i, Within)) / count;
        }
        return points;
    }
}
