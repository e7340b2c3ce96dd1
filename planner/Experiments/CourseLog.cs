using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;

namespace Jinlin.Planner.Experiments;

/// <summary>Collects, day by day, what is kept of one world.</summary>
internal sealed class CourseLog
{
    private readonly HashSet<int> _wanted;
    private readonly IReadOnlyList<int> _estateDays;
    private readonly Dictionary<int, long[]> _kept;
    private readonly List<long[][]> _estates = [];
    private readonly long[] _weeks;
    private readonly int _burnInDays, _days, _estateCount;

    /// <param name="kept">Days of a burn-in that was shared, if it was.</param>
    public CourseLog(Scenario scenario, IReadOnlyDictionary<int, long[]>? kept = null)
    {
        (_burnInDays, _days) = (scenario.BurnInDays, scenario.BurnInDays + scenario.HorizonDays);
        _estateCount = scenario.Town.Estates.Count;
        _wanted = [.. ReplicationResult.KeptDays(_burnInDays, _days)];
        _estateDays = ReplicationResult.EstateDays(_burnInDays, _days);
        _kept = kept is null ? [] : new Dictionary<int, long[]>(kept);
        _weeks = new long[scenario.HorizonDays * 2 * Tally.GroupCount];
    }

    /// <summary>What is kept of the days so far.</summary>
    public IReadOnlyDictionary<int, long[]> Kept => _kept;

    /// <summary>Estates at the fork, where a world begins with it.</summary>
    public void AtFork(Func<int, Neighborhood> at) => _estates.Add(EstatesOf(at));

    /// <summary>A day has ended.</summary>
    /// <param name="integers">The town's, merged.</param>
    /// <param name="at">A neighborhood as it is now.</param>
    public void EndDay(Day day, ReadOnlySpan<long> integers, Func<int, Neighborhood> at)
    {
        if (_wanted.Contains(day.Value)) _kept[day.Value] = integers.ToArray();
        if (_estateDays.Contains(day.Value)) AtFork(at);
        if (day.Value < _burnInDays) return;
        integers.Slice(IndicatorCatalog.Weeks, 2 * Tally.GroupCount)
            .CopyTo(_weeks.AsSpan((day.Value - _burnInDays) * 2 * Tally.GroupCount));
    }

    /// <summary>The whole, after the last day.</summary>
    public ReplicationResult Result(ulong seed, UInt128 digest, long messages) => new()
    {
        Seed = seed,
        Digest = digest,
        Messages = messages,
        BurnInDays = _burnInDays,
        Days = _days,
        Kept = _kept,
        Weeks = _weeks,
        Estates = [.. Enumerable.Range(0, _estateCount).Select(e => _estates.Select(day => day[e]).ToArray())],
    };

    private long[][] EstatesOf(Func<int, Neighborhood> at) =>
        [.. Enumerable.Range(0, _estateCount).Select(n => EstateIntegers.Of(at(n).Daily))];
}
