using System.Numerics;
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

    /// <summary>Events held, people who attended, gifts that reached somebody.</summary>
    Events,
    EventAttendance,
    Gifts,

    /// <summary>Disputes heard in buildings and in the reasoning room, and those settled there.</summary>
    DisputesHeard,
    DisputesSettled,
    Deliberations,

    /// <summary>Needs for which time-bank credit was redeemed.</summary>
    CreditsRedeemed,

    /// <summary>Members who left a team or the help group (rule 6).</summary>
    Quits,

    /// <summary>Members who joined.</summary>
    Joins,

    /// <summary>Money spent on what levers set in motion, in fen (¥.01); hours are valued apart.</summary>
    CostFen,

    /// <summary>Expected heat deaths (rule 10) in 1e-9.</summary>
    HeatHazardPpb,

    /// <summary>Stays in the cool room.</summary>
    CoolRoomGuests,

    /// <summary>Person-days of supplies handed out by the reserve.</summary>
    ReserveDaysGiven,

    /// <summary>Posts of heads and center households taken.</summary>
    HeadsAppointed,

    /// <summary>Visits at which somebody was at home, by the branch's and the women's organization's people.</summary>
    Visits,

    /// <summary>Visits and checks for which no visitor was found, or at which nobody was at home.</summary>
    VisitsUnfilled,

    /// <summary>Checks on somebody who was missed.</summary>
    Checks,

    /// <summary>Needs served by a group's volunteer.</summary>
    OrdersServed,

    /// <summary>Needs that a group could not serve.</summary>
    OrdersUnfilled,

    /// <summary>Shifts of teams worked, and those for which nobody was found.</summary>
    Shifts,
    ShiftsUnfilled,

    /// <summary>Doors at which a household was asked for its opinion.</summary>
    DoorsConsulted,

    /// <summary>Calls to the hotline, questions that it answers at once included.</summary>
    HotlineCalls,

    /// <summary>Matters that a branch whistled at, and what came of them.</summary>
    Whistles,
    WhistleCheckIns,
    WhistlesMoved,
    WhistlesRefused,
    WhistlesResolved,

    /// <summary>Askers who rated what came of a whistle, and those of them whose need it closed.</summary>
    WhistlesRated,
    WhistlesInTime,

    /// <summary>Check-ins booked for after their deadline.</summary>
    WhistlesLate,
    DutyRuns,

    /// <summary>Shares received from a community's pool.</summary>
    PooledShares,
    RepairsTaken,
    SiteVisits,
    RotaCheckIns,
    RotaServed,
    CleanUpMinutes,
    PublicityMinutes,
    PartnerServed,

    /// <summary>Partners who came and did not fit.</summary>
    PartnerMismatches,
    CoachingSessions,
    MealsEaten,
    MealsRefused,
    MealsMissed,

    /// <summary>Checks that a regular's missed meal started.</summary>
    MealChecks,

    /// <summary>Minutes that organizations planned for and people gave, and those that nobody gave.</summary>
    PlannedMinutes,
    PlannedMinutesUnfilled,

    /// <summary>Events without a host, deliberations without a chair, hearings moved for want of a mediator.</summary>
    EventsCancelled,
    DeliberationsCancelled,
    HearingsMoved,

    /// <summary>Gifts that found nobody in.</summary>
    GiftsKept,

    /// <summary>Minutes that organizations of the rota gave at their check-ins.</summary>
    CheckInMinutes,
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

    /// <summary>Deadline passed, helped or not; and of those met on time.</summary>
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

    public const int Metrics = (int)Metric.CheckInMinutes + 1;

    /// <summary>How many <see cref="NeedCount"/>s there are.</summary>
    public const int CountsPerCell = (int)NeedCount.MetOnTime + 1;

    /// <summary>Buckets of volunteer minutes per resident: 0, then powers of 2^(1/4) from 1 minute on.</summary>
    public const int EffortBuckets = 72;

    /// <summary>
    /// The largest count of unmet needs of one resident that has a bucket of its own; more count as this.
    /// </summary>
    public const int MostUnmet = 15;

    /// <summary>Days over which Q(t) looks back.</summary>
    public const int QualityDays = 7;

    /// <summary>More days than the longest deadline (15 d) and the week that Q(t) looks back.</summary>
    private const int Ring = 32;

    private readonly long[] _metrics = new long[Metrics];
    private readonly long[] _needs = new long[NeedKey.Kinds * GroupCount * CountsPerCell];
    private readonly long[] _waits = new long[NeedKey.Kinds * WaitBuckets];
    private readonly int[] _due = new int[Ring * NeedKey.Kinds * GroupCount];
    private readonly int[] _met = new int[Ring * NeedKey.Kinds * GroupCount];
    private readonly long[] _survey = new long[IndicatorCatalog.SurveyCount];
    private readonly int[] _minutes;
    private readonly byte[] _unmet;

    /// <param name="residents">Residents of the neighborhood; 0 for a city service.</param>
    public Tally(int residents = 0)
    {
        _minutes = new int[residents];
        _unmet = new byte[residents];
    }

    /// <summary>The state sums as last surveyed (<see cref="EstateSurvey"/>).</summary>
    public Span<long> Survey => _survey;

    /// <summary>Minutes that each resident has given since <see cref="BeginCourse"/>.</summary>
    public ReadOnlySpan<int> MinutesByResident => _minutes;

    /// <summary>Needs of each resident that lapsed since <see cref="BeginCourse"/>, at most 255.</summary>
    public ReadOnlySpan<byte> UnmetByResident => _unmet;

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

    /// <summary>The lapse time of a need of one resident passed without help.</summary>
    public void NeedLapsed(NeedKind kind, Groups groups, int resident)
    {
        if (_unmet[resident] < byte.MaxValue) _unmet[resident]++;
        for (int g = 0; g < GroupCount; g++)
        {
            if (In(groups, g)) _needs[Cell(kind, g) + (int)NeedCount.Lapsed]++;
        }
    }

    /// <summary>One resident gave time to others.</summary>
    public void Gave(int resident, int minutes)
    {
        _metrics[(int)Metric.VolunteerMinutes] += minutes;
        _minutes[resident] += minutes;
    }

    /// <summary>From here on the counts per resident belong to the course that is judged: the end of burn-in.</summary>
    public void BeginCourse()
    {
        Array.Clear(_minutes);
        Array.Clear(_unmet);
    }

    /// <summary>
    /// Counts the needs whose deadline fell on the day that ends, and those of them met on time. Called once a day;
    /// the day's cells stay for the week that Q(t) looks back.
    /// </summary>
    public void EndDay(Day day)
    {
        for (int kind = 0; kind < NeedKey.Kinds; kind++)
        {
            for (int g = 0; g < GroupCount; g++)
            {
                int cell = RingCell(day, (NeedKind)kind, g);
                _needs[Cell((NeedKind)kind, g) + (int)NeedCount.Due] += _due[cell];
                _needs[Cell((NeedKind)kind, g) + (int)NeedCount.MetOnTime] += _met[cell];
                int old = RingCell(new Day(day.Value + Ring - QualityDays), (NeedKind)kind, g);
                _due[old] = 0;
                _met[old] = 0;
            }
        }
    }

    /// <summary>
    /// Needs of a group due in the week that ends with <paramref name="day"/>, and those met on time: Q(t).
    /// </summary>
    public (long Due, long Met) Week(Day day, int group)
    {
        long due = 0, met = 0;
        for (int back = 0; back < QualityDays && back <= day.Value; back++)
        {
            for (int kind = 0; kind < NeedKey.Kinds; kind++)
            {
                int cell = RingCell(new Day(day.Value - back), (NeedKind)kind, group);
                due += _due[cell];
                met += _met[cell];
            }
        }
        return (due, met);
    }

    /// <summary>Writes everything counted so far in the layout of <see cref="IndicatorCatalog"/>.</summary>
    public void Write(Day day, Span<long> indicators)
    {
        _needs.CopyTo(indicators[IndicatorCatalog.Needs..]);
        _waits.CopyTo(indicators[IndicatorCatalog.Waits..]);
        _metrics.CopyTo(indicators[IndicatorCatalog.Metrics..]);
        _survey.CopyTo(indicators[IndicatorCatalog.Survey..]);
        for (int g = 0; g < GroupCount; g++)
        {
            (long due, long met) = Week(day, g);
            indicators[IndicatorCatalog.WeekDue(g)] = due;
            indicators[IndicatorCatalog.WeekMet(g)] = met;
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

    /// <summary>The bucket of minutes given: 0 for none, else b with 2^((b−1)/4) as the least.</summary>
    public static int EffortBucket(int minutes)
    {
        if (minutes <= 0) return 0;
        int b = Array.BinarySearch(EffortLeast, minutes);
        return b >= 0 ? b : ~b - 1;
    }

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<long>(_metrics);
        writer.WriteSpan<long>(_needs);
        writer.WriteSpan<long>(_waits);
        writer.WriteSpan<int>(_due);
        writer.WriteSpan<int>(_met);
        writer.WriteSpan<long>(_survey);
        writer.WriteSpan<int>(_minutes);
        writer.WriteSpan<byte>(_unmet);
    }

    public void Load(StateReader reader)
    {
        reader.ReadInto<long>(_metrics);
        reader.ReadInto<long>(_needs);
        reader.ReadInto<long>(_waits);
        reader.ReadInto<int>(_due);
        reader.ReadInto<int>(_met);
        reader.ReadInto<long>(_survey);
        reader.ReadInto<int>(_minutes);
        reader.ReadInto<byte>(_unmet);
    }

    /// <summary>Writes what was added since the last time, and forgets it: few cells, each with its place.</summary>
    public void Take(StateWriter writer)
    {
        Take<long>(_metrics, writer);
        Take<long>(_needs, writer);
        Take<long>(_waits, writer);
        Take<int>(_due, writer);
        Take<int>(_met, writer);
        Take<int>(_minutes, writer);
        Take<byte>(_unmet, writer);
    }

    /// <summary>Adds what <see cref="Take(StateWriter)"/> wrote elsewhere.</summary>
    public void Add(StateReader reader)
    {
        Add<long>(_metrics, reader);
        Add<long>(_needs, reader);
        Add<long>(_waits, reader);
        Add<int>(_due, reader);
        Add<int>(_met, reader);
        Add<int>(_minutes, reader);
        for (int n = reader.Read<int>(); n > 0; n--)
        {
            ref byte unmet = ref _unmet[reader.Read<int>()];
            unmet = (byte)Math.Min(byte.MaxValue, unmet + reader.Read<byte>());
        }
    }

    private static void Take<T>(Span<T> cells, StateWriter writer)
        where T : unmanaged, IBinaryInteger<T>
    {
        int count = cells.Length - cells.Count(T.Zero);
        writer.Write(count);
        for (int i = cells.IndexOfAnyExcept(T.Zero); count > 0; count--)
        {
            writer.Write(i);
            writer.Write(cells[i]);
            cells[i] = T.Zero;
            int next = cells[i..].IndexOfAnyExcept(T.Zero);
            i += next;
        }
    }

    private static void Add<T>(Span<T> cells, StateReader reader)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int n = reader.Read<int>(); n > 0; n--)
        {
            ref T cell = ref cells[reader.Read<int>()];
            cell += reader.Read<T>();
        }
    }

    private static readonly int[] BucketLimits = MakeLimits();

    private static readonly int[] EffortLeast = MakeEffortLeast();

    /// <summary>Strictly increasing, so that the narrow buckets of a few minutes hold one number each.</summary>
    private static int[] MakeEffortLeast()
    {
        var least = new int[EffortBuckets];
        for (int b = 1; b < EffortBuckets; b++)
            least[b] = Math.Max(least[b - 1] + 1, (int)PortableMath.Exp2((b - 1) / 4.0));
        return least;
    }

    private static int[] MakeLimits()
    {
        var limits = new int[WaitBuckets];
        for (int b = 0; b < WaitBuckets; b++) limits[b] = (int)PortableMath.Exp2(b / 2.0);
        limits[^1] = int.MaxValue;
        return limits;
    }

    internal static bool In(Groups groups, int g) => g == 0 || ((int)groups & (1 << (g - 1))) != 0;

    private static int Cell(NeedKind kind, int group) => (((int)kind * GroupCount) + group) * CountsPerCell;

    private static int RingCell(Day day, NeedKind kind, int group) =>
        ((((day.Value & (Ring - 1)) * NeedKey.Kinds) + (int)kind) * GroupCount) + group;
}
