using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Indicators;

/// <summary>Plain counters, cumulative since the start. Integers, so that any order of adding gives the same.</summary>
public enum Metric : byte
{
    /// <summary>Minutes given by volunteers and neighbors.</summary>
    VolunteerMinutes,

    /// <summary>Minutes received, counted where help arrives.</summary>
    MinutesReceived,
    Posts,
    PostViews,
    Offers,
    Meetings,
    RemoteAdvice,
    AmbulanceCalls,
    NeedsVoiced,
    NeedsFound,
    OrdersRefused,
}

/// <summary>What became of needs of one kind in one group; cumulative.</summary>
public enum NeedCount : byte
{
    Arisen,

    /// <summary>Help came before the lapse time.</summary>
    Resolved,

    /// <summary>Help came before the deadline.</summary>
    OnTime,
    Lapsed,

    /// <summary>Due today, and of those met on time: the daily cells of Q(t).</summary>
    Due,
    MetOnTime,
}

/// <summary>
/// Where handlers count what the indicators read. Written to, never read by a rule: watching changes nothing
/// (law 5). One per neighborhood.
/// </summary>
public sealed class Tally
{
    /// <summary>All residents, then each of <see cref="Groups"/>.</summary>
    public const int GroupCount = 5;

    /// <summary>Buckets of waiting time: powers of 2^(1/2) minutes from 1 minute to 45 days.</summary>
    public const int WaitBuckets = 34;

    public const int Metrics = (int)Metric.OrdersRefused + 1;

    private const int CountsPerCell = (int)NeedCount.MetOnTime + 1;

    /// <summary>More days than the longest deadline (15 d).</summary>
    private const int Ring = 32;

    private readonly long[] _metrics = new long[Metrics];
    private readonly long[] _needs = new long[NeedKey.Kinds * GroupCount * CountsPerCell];
    private readonly long[] _waits = new long[NeedKey.Kinds * WaitBuckets];
    private readonly int[] _due = new int[Ring * NeedKey.Kinds * GroupCount];
    private readonly int[] _met = new int[Ring * NeedKey.Kinds * GroupCount];

    public void Add(Metric metric, long amount = 1) => _metrics[(int)metric] += amount;

    public long this[Metric metric] => _metrics[(int)metric];

    /// <summary>A cumulative count; group 0 is everybody.</summary>
    public long this[NeedKind kind, int group, NeedCount count] => _needs[Cell(kind, group) + (int)count];

    /// <summary>How many resolved needs of a kind waited as long as a bucket says.</summary>
    public ReadOnlySpan<long> Waits(NeedKind kind) => _waits.AsSpan((int)kind * WaitBuckets, WaitBuckets);

    /// <summary>A need arose; it should be met by <paramref name="deadline"/>.</summary>
    public void NeedArose(NeedKind kind, Groups groups, Minute deadline)
    {
        for (int g = 0; g < GroupCount; g++)
        {
            if (!In(groups, g)) continue;
            _needs[Cell(kind, g) + (int)NeedCount.Arisen]++;
            _due[RingCell(deadline.Day, kind, g)]++;
        }
    }

    /// <summary>Help came for a need that arose <paramref name="wait"/> minutes ago.</summary>
    public void NeedResolved(NeedKind kind, Groups groups, Minute deadline, int wait, bool onTime)
    {
        _waits[((int)kind * WaitBuckets) + WaitBucket(wait)]++;
        for (int g = 0; g < GroupCount; g++)
        {
            if (!In(groups, g)) continue;
            _needs[Cell(kind, g) + (int)NeedCount.Resolved]++;
            if (!onTime) continue;
            _needs[Cell(kind, g) + (int)NeedCount.OnTime]++;
            _met[RingCell(deadline.Day, kind, g)]++;
        }
    }

    /// <summary>The lapse time passed without help.</summary>
    public void NeedLapsed(NeedKind kind, Groups groups)
    {
        for (int g = 0; g < GroupCount; g++)
        {
            if (In(groups, g)) _needs[Cell(kind, g) + (int)NeedCount.Lapsed]++;
        }
    }

    /// <summary>Needs whose deadline fell on a day and those of them met on time; then forgets the day's cells.</summary>
    public void EndDay(Day day)
    {
        for (int kind = 0; kind < NeedKey.Kinds; kind++)
        {
            for (int g = 0; g < GroupCount; g++)
            {
                int cell = RingCell(day, (NeedKind)kind, g);
                _needs[Cell((NeedKind)kind, g) + (int)NeedCount.Due] += _due[cell];
                _needs[Cell((NeedKind)kind, g) + (int)NeedCount.MetOnTime] += _met[cell];
                _due[cell] = 0;
                _met[cell] = 0;
            }
        }
    }

    /// <summary>The bucket of a wait in minutes; bucket b holds waits up to <see cref="BucketLimit"/>(b).</summary>
    public static int WaitBucket(int minutes)
    {
        int b = 0;
        while (b < WaitBuckets - 1 && minutes > BucketLimits[b]) b++;
        return b;
    }

    /// <summary>The largest wait in minutes that a bucket holds.</summary>
    public static int BucketLimit(int bucket) => BucketLimits[bucket];

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<long>(_metrics);
        writer.WriteSpan<long>(_needs);
        writer.WriteSpan<long>(_waits);
        writer.WriteSpan<int>(_due);
        writer.WriteSpan<int>(_met);
    }

    public void Load(StateReader reader)
    {
        reader.ReadInto<long>(_metrics);
        reader.ReadInto<long>(_needs);
        reader.ReadInto<long>(_waits);
        reader.ReadInto<int>(_due);
        reader.ReadInto<int>(_met);
    }

    private static readonly int[] BucketLimits = MakeLimits();

    private static int[] MakeLimits()
    {
        var limits = new int[WaitBuckets];
        for (int b = 0; b < WaitBuckets; b++) limits[b] = (int)PortableMath.Exp2(b / 2.0);
        limits[^1] = int.MaxValue;
        return limits;
    }

    private static bool In(Groups groups, int g) => g == 0 || ((int)groups & (1 << (g - 1))) != 0;

    private static int Cell(NeedKind kind, int group) => (((int)kind * GroupCount) + group) * CountsPerCell;

    private static int RingCell(Day day, NeedKind kind, int group) =>
        ((((day.Value & (Ring - 1)) * NeedKey.Kinds) + (int)kind) * GroupCount) + group;
}
