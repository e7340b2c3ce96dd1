using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Acceptance;

/// <summary>One world of one seed on an estate of 1,400, with what the claims read of it.</summary>
internal sealed class World : IDisposable
{
    private readonly Dictionary<int, long[]> _days = [];
    private readonly List<Record> _records = [];

    public World(
        ulong seed, int days, TownPlan? plan = null, int threads = 1, bool record = false,
        params (Lever Lever, double Value)[] levers)
        : this(seed, days, Policy(levers), plan, threads, record)
    {
    }

    public World(
        ulong seed, int days, PolicyPlan policy, TownPlan? plan = null, int threads = 1, bool record = false)
    {
        Days = days;
        var scenario = new Scenario
        {
            Name = "acceptance",
            Town = plan ?? TownPlans.Estate(),
            Calendar = new Calendar(new DateOnly(2023, 1, 1), 0, Holidays.Table),
            BurnInDays = 0,
            HorizonDays = days,
            Policies = [policy],
        };
        Model = new NearNeighborModel(scenario, seed);
        Town = new Town(Model, threads);
        if (record) Town.Neighborhoods[0].Recording = true;
        Town.DayEnded = (day, integers) =>
        {
            if (day.Value % 91 == 90 || day.Value == 454 || day.Value == days - 1 || day.Value == 179)
                _days[day.Value] = integers.ToArray();
            Town.Neighborhoods[0].DrainRecords(_records);
        };
    }

    public int Days { get; }

    public NearNeighborModel Model { get; }

    public Town Town { get; }

    public EstatePopulation Estate => (EstatePopulation)Town.Neighborhoods[0].Population;

    public Roster Roster => Estate.Roster;

    /// <summary>Records of the estate up to the last midnight, and those since.</summary>
    public IReadOnlyList<Record> Records
    {
        get
        {
            Town.Neighborhoods[0].DrainRecords(_records);
            return _records;
        }
    }

    public World Run(int? toDay = null)
    {
        Town.Advance(new Day(toDay ?? Days).Start);
        return this;
    }

    /// <summary>The integers of a day: the 90th, 179th, 180th, 272nd, …, 454th or the last.</summary>
    public long[] Of(int day) => _days[day];

    public long[] Last => _days[Days - 1];

    public double Acquaintance(int day) => Of(day)[IndicatorCatalog.Of(GroupSum.AcquaintancePpm, 0)] / 1e6
        / Of(day)[IndicatorCatalog.Of(GroupSum.WithCoResidents, 0)];

    /// <summary>Needs of a kind counted so at the end.</summary>
    public double Needs(NeedKind kind, NeedCount count) => Last[IndicatorCatalog.Need(kind, 0, count)];

    public double Total(Metric metric) => Last[IndicatorCatalog.Of(metric)];

    public int Members(OrganizationSlot slot) => Estate.ReadOrganizations().First(o => o.Slot == slot).Members;

    public void Dispose() => Town.Dispose();

    private static PolicyPlan Policy((Lever Lever, double Value)[] levers) => new("tried", levers.Length == 0 ? [] :
        [new PolicyStep { Set = levers.ToDictionary(l => l.Lever, l => l.Value), Place = new Place.City() }]);
}
