using System.Numerics;

namespace Jinlin.Planner.Discovery;

/// <summary>What a box allows of one condition: an interval with its ends, or some categories.</summary>
/// <param name="Low">Of numbers.</param>
/// <param name="High">Of numbers.</param>
/// <param name="Allowed">Of categories: a bit for each.</param>
public readonly record struct Limit(double Low, double High, ulong Allowed)
{
    /// <summary>All values that occur.</summary>
    public static Limit Around(Condition condition)
    {
        if (condition.Values.Count == 0) return default;
        if (condition.Kind != ConditionKind.Category) return new(condition.Values.Min(), condition.Values.Max(), 0);
        ulong all = 0;
        foreach (double value in condition.Values) all |= 1UL << (int)value;
        return new(0, 0, all);
    }

    /// <summary>How many categories are allowed.</summary>
    public int Categories => BitOperations.PopCount(Allowed);

    public bool Contains(ConditionKind kind, double value) => kind == ConditionKind.Category
        ? (Allowed & (1UL << (int)value)) != 0
        : Low <= value && value <= High;
}

/// <summary>A conjunction of limits, one for each condition.</summary>
public sealed record Box(IReadOnlyList<Limit> Limits)
{
    public bool Contains(IReadOnlyList<Condition> conditions, int at)
    {
        for (int d = 0; d < Limits.Count; d++)
        {
            if (!Limits[d].Contains(conditions[d].Kind, conditions[d].Values[at])) return false;
        }
        return true;
    }

    /// <summary>The conditions that it limits further than another.</summary>
    public int[] Restricted(Box whole) => [.. Enumerable.Range(0, Limits.Count).Where(d => Limits[d] != whole.Limits[d])];

    /// <summary>The same box with another limit.</summary>
    public Box With(int condition, Limit limit)
    {
        Limit[] limits = [.. Limits];
        limits[condition] = limit;
        return new(limits);
    }
}
