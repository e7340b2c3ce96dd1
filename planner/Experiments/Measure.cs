using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Experiments;

/// <summary>A number that one world has: an indicator of everybody or of a group, or the money it costs.</summary>
/// <param name="Name">As in files: <c>on-time-rate.migrant</c>, or <see cref="Endpoint.Budget"/>.</param>
public sealed record Measure(string Name)
{
    /// <summary>Every indicator, and the headline ones by group.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        .. IndicatorList.All.Select(i => new Measure(i.Id)),
        .. IndicatorList.All.Where(i => i.ByGroup && i.Headline)
            .SelectMany(i => IndicatorCatalog.Groups.Skip(1).Select(g => new Measure($"{i.Id}.{g}"))),
    ];

    /// <summary>Yuan per year of the whole town.</summary>
    public static Measure Cost { get; } = new(Endpoint.Budget);

    /// <summary>Null for the cost.</summary>
    public Indicator? Indicator { get; } =
        TriggerIndicator.TryFind(Name, out Indicator? indicator, out _) ? indicator : null;

    /// <summary>0: everybody.</summary>
    public int Group { get; } = TriggerIndicator.TryFind(Name, out _, out int group) ? group : 0;

    public Direction Direction => Indicator?.Direction ?? Direction.LowerIsBetter;

    /// <summary>
    /// The value over the course; NaN where it is not defined, or where law 8 suppresses a group of fewer than ten.
    /// </summary>
    public double In(ReplicationResult result, Provenance provenance)
    {
        if (Indicator is null) return result.Window.Count(Metric.CostFen) / 100.0 / result.Window.Years;
        return IsSuppressed(result, provenance, Group) ? double.NaN : result.Course(Indicator, Group);
    }

    /// <summary>Whether a group of consented people is too small to be shown.</summary>
    public static bool IsSuppressed(ReplicationResult result, Provenance provenance, int group) =>
        provenance == Provenance.Consented && result.Residents(group) < 10;
}
