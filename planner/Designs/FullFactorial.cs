namespace Jinlin.Planner.Designs;

/// <summary>Every combination of levels, the last coordinate turning fastest.</summary>
public static class FullFactorial
{
    /// <summary>How many there are; <see cref="long.MaxValue"/> if more than that.</summary>
    /// <param name="levels">Of each coordinate, at least 1.</param>
    public static long Count(IReadOnlyList<int> levels)
    {
        long count = 1;
        foreach (int of in levels) count = count > long.MaxValue / of ? long.MaxValue : count * of;
        return count;
    }

    /// <summary>One combination, as the number of the level of each coordinate.</summary>
    /// <param name="index">0 up to but below <see cref="Count"/>.</param>
    public static int[] Levels(IReadOnlyList<int> levels, long index)
    {
        var chosen = new int[levels.Count];
        for (int d = levels.Count - 1; d >= 0; d--)
        {
            chosen[d] = (int)(index % levels[d]);
            index /= levels[d];
        }
        return chosen;
    }
}
