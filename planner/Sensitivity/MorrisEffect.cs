using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Sensitivity;

/// <summary>What one factor does, by Morris's elementary effects: changes of the outcome per unit of the cube's side.</summary>
/// <param name="Mean">μ: positive if more of the factor makes more of the outcome.</param>
/// <param name="MeanAbsolute">μ*: how much it matters, whatever its sign (Campolongo, Cariboni and Saltelli 2007).</param>
/// <param name="Deviation">σ: large against μ* where the effect depends on others or is curved.</param>
/// <param name="Interval">Of μ*, 95 %, by bootstrap over trajectories; a point where all effects are equal.</param>
public sealed record MorrisEffect(double Mean, double MeanAbsolute, double Deviation, Interval Interval)
{
    /// <summary>From a design of <see cref="Designs.MorrisTrajectories"/>.</summary>
    /// <param name="points">Trajectory after trajectory.</param>
    /// <param name="outcomes">One for each point; all defined.</param>
    public static IReadOnlyList<MorrisEffect> Of(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> outcomes)
    {
        int dimensions = points[0].Count, length = dimensions + 1;
        if (points.Count != outcomes.Count || points.Count % length != 0)
            throw new ArgumentException($"{points.Count} points and {outcomes.Count} outcomes make no trajectories");
        int trajectories = points.Count / length;
        var effects = new double[dimensions][];
        for (int d = 0; d < dimensions; d++) effects[d] = new double[trajectories];
        for (int i = 1; i < points.Count; i++)
        {
            if (i % length == 0) continue;
            int moved = Moved(points[i - 1], points[i]);
            effects[moved][i / length] = (outcomes[i] - outcomes[i - 1]) / (points[i][moved] - points[i - 1][moved]);
        }
        return [.. effects.Select(Of)];
    }

    private static MorrisEffect Of(double[] effects)
    {
        double[] sizes = [.. effects.Select(Math.Abs)];
        Interval interval = Moments.IsConstant(sizes)
            ? new Interval(sizes[0], sizes[0])
            : new Bootstrap().Percentile(sizes.Length, chosen => MeanOf(sizes, chosen));
        return new MorrisEffect(
            effects.Average(), sizes.Average(), effects.Length > 1 ? Moments.Deviation(effects) : double.NaN, interval);
    }

    private static double MeanOf(double[] values, ReadOnlySpan<int> chosen)
    {
        double sum = 0;
        foreach (int i in chosen) sum += values[i];
        return sum / chosen.Length;
    }

    private static int Moved(IReadOnlyList<double> from, IReadOnlyList<double> to)
    {
        int moved = -1;
        for (int d = 0; d < from.Count; d++)
        {
            if (from[d].Equals(to[d])) continue;
            if (moved >= 0) throw new ArgumentException("a step of a trajectory moves one coordinate only");
            moved = d;
        }
        return moved >= 0 ? moved : throw new ArgumentException("a step of a trajectory moves one coordinate");
    }
}
