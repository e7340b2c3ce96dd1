using Jinlin.Model.Engine;

namespace Jinlin.Planner.Designs;

/// <summary>
/// Walks through a grid that change one coordinate at a time, each once (Morris 1991, Technometrics 33, 161). A step is
/// Δ = p / 2(p − 1) on p levels, up or down, so that all levels are equally likely.
/// </summary>
public static class MorrisTrajectories
{
    private const uint Base = 0x3022_0001, Order = 0x3022_0002, Sign = 0x3022_0003;

    /// <summary>The step for a number of levels.</summary>
    /// <param name="levels">Even, at least 2.</param>
    public static double Step(int levels) => levels / (2.0 * (levels - 1));

    /// <summary>One trajectory after the other, each of dimensions + 1 rows between 0 and 1.</summary>
    /// <param name="levels">Even, at least 2.</param>
    public static double[][] Points(int trajectories, int dimensions, ulong seed, int levels = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (levels < 2 || levels % 2 != 0) throw new ArgumentOutOfRangeException(nameof(levels), levels, null);
        var chance = new Chance(seed);
        double step = Step(levels);
        var points = new List<double[]>(trajectories * (dimensions + 1));
        for (uint t = 0; t < trajectories; t++)
        {
            uint walk = t;
            var at = new double[dimensions];
            var up = new bool[dimensions];
            for (int d = 0; d < dimensions; d++)
            {
                int lower = (int)(chance.Uniform(walk, (uint)d, Base) * (levels / 2));
                up[d] = chance.Uniform(walk, (uint)d, Sign) < .5;
                at[d] = ((double)lower / (levels - 1)) + (up[d] ? 0 : step);
            }
            points.Add([.. at]);
            foreach (int d in Enumerable.Range(0, dimensions)
                .OrderBy(d => chance.Bits(walk, (uint)d, Order, 0)).ThenBy(d => d))
            {
                at[d] += up[d] ? step : -step;
                points.Add([.. at]);
            }
        }
        return [.. points];
    }
}
