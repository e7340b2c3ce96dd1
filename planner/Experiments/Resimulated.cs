namespace Jinlin.Planner.Experiments;

/// <summary>How much of a world beside its baseline had to be simulated; the rest was the baseline's.</summary>
/// <param name="Neighborhoods">Those that were, at some time.</param>
/// <param name="Days">Their days.</param>
/// <param name="OfNeighborhoods">Neighborhoods in all.</param>
/// <param name="OfDays">Days of neighborhoods in all, from the fork on.</param>
public readonly record struct Resimulated(long Neighborhoods, long Days, long OfNeighborhoods, long OfDays)
{
    public static Resimulated operator +(Resimulated a, Resimulated b) => new(
        a.Neighborhoods + b.Neighborhoods, a.Days + b.Days, a.OfNeighborhoods + b.OfNeighborhoods, a.OfDays + b.OfDays);
}
