using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>
/// One estate to try guardianship in: adults of 40 but for every tenth, who is 75 and lives alone; altruism as in
/// rule 3, timetables as synthesis gives them; every sixth adult is an activist. No needs arise by themselves, so that
/// what happens is the pillar's.
/// </summary>
internal sealed class GuardedTown : IModel, IDisposable
{
    private readonly Scenario _scenario;
    private readonly Setting _setting;
    private readonly List<Record> _records = [];

    /// <param name="until">Day on which the levers end; null: never.</param>
    /// <param name="branchWork">Whether the branch has work of its own beside what is tried.</param>
    public GuardedTown(
        int residents = 600, ulong seed = 1, Parameters? parameters = null, Holiday[]? holidays = null,
        int? until = null, Shock? shock = null, bool branchWork = false, params (Lever Lever, double Value)[] levers)
    {
        Seed = seed;
        var plan = new EstatePlan
        {
            Name = "estate",
            Population = residents,
            Households = residents / 2,
            Buildings = 6,
            Over60 = residents / 10,
        };
        _scenario = new Scenario
        {
            Name = "guarded",
            HorizonDays = 800,
            BurnInDays = 0,
            Parameters = Quiet(parameters ?? new Parameters()) with
            {
                BranchHoursPerWeek = branchWork ? new Parameters().BranchHoursPerWeek : 0,
            },
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 0, holidays ?? []),
            Town = new TownPlan
            {
                Name = "guarded",
                Provenance = Provenance.Synthetic,
                CensusYear = 2020,
                Districts = ["d"],
                Estates = [plan],
            },
            Shocks = shock is null ? [] : [shock],
            Policies =
            [
                new PolicyPlan("tried", [new PolicyStep
                {
                    Set = levers.ToDictionary(l => l.Lever, l => l.Value), Place = new Place.City(), Until = until,
                }]),
            ],
        };
        Roster = MakeRoster(plan, seed);
        _setting = new Setting(
            _scenario, Roster, new ActorId((uint)Roster.Actors), new HubPlan(_scenario.Town),
            new PolicySchedule(_scenario, seed));
        Population = new EstatePopulation(_setting);
        Town = new Town(this, threads: 1);
        Town.Neighborhoods[0].Recording = true;
    }

    public Town Town { get; }

    public Roster Roster { get; }

    public EstatePopulation Population { get; }

    public Setting Setting => _setting;

    public string Name => "guarded";

    public ulong Seed { get; }

    public Latencies Latencies => Latencies.NearNeighbor;

    public IReadOnlyList<string> Kinds { get; } = [.. Enumerable.Repeat("", 256)];

    public IReadOnlyList<string> Indicators => IndicatorCatalog.Names;

    public IReadOnlyList<int> ActorCounts => [Roster.Actors];

    public IReadOnlyList<Record> Records
    {
        get
        {
            Town.Neighborhoods[0].DrainRecords(_records);
            _records.Sort();
            return _records;
        }
    }

    public long Sent(Kind kind) => Town.Neighborhoods[0].SentByKind[(int)kind];

    public int Count(Event what) => Records.Count(r => r.Kind == (ushort)what);

    public long this[Metric metric] => Town.Neighborhoods[0].Daily[IndicatorCatalog.Metrics + (int)metric];

    /// <summary>Members of a group: those who joined less those who quit.</summary>
    public int Members(OrganizationSlot slot)
    {
        uint group = Roster.Organization(slot).Value;
        return Records.Count(r => r.Kind == (ushort)Event.Joined && r.B == group)
            - Records.Count(r => r.Kind == (ushort)Event.Quit && r.B == group);
    }

    public void RunDays(int days) => Town.Advance(new Day(Town.Clock.Day.Value + days).Start);

    public void Submit(ActorId to, Kind kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        Town.Submit(to, (byte)kind, a, b, c, d);

    public bool AnswersCalls(NeighborhoodId neighborhood) => false;

    public IPopulation Populate(NeighborhoodId id) => new Estate(this);

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) => 0;

    public void Dispose() => Town.Dispose();

    private static Parameters Quiet(Parameters p) => p with
    {
        RateEmergency = 0,
        RateFall = 0,
        RateFallAlone = 0,
        RateCare = 0,
        RateChildcare = 0,
        RateErrand = 0,
        RateErrandOver60 = 0,
        RateErrandOver80 = 0,
        RateDigital = 0,
        RateMeal = 0,
        RateRepair = 0,
        RatePublic = 0,
        RateDispute = 0,
        RateFavor = 0,
        RateLift = 0,
    };

    private static Roster MakeRoster(EstatePlan plan, ulong seed)
    {
        int n = plan.Population, per = n / plan.Buildings;
        var chance = new Chance(seed);
        var residents = new ResidentTraits[n];
        for (uint i = 0; i < n; i++)
        {
            double u = chance.Uniform(i, 0, 2000, 0);
            residents[i] = new ResidentTraits
            {
                Household = (int)i / 2,
                Building = (ushort)(i / per),
                Contact = ContactClass.Never,
                Timetable = Schedule.Of(i % 10 == 0 ? 75 : 40, false, false, chance.Uniform(i, 0, 2000, 1)),
                Altruism = (float)PortableMath.Lognormal(u, PortableMath.Exp(-0.32), 0.8),
                Age = (byte)(i % 10 == 0 ? 75 : 40),
                Flags = (i % 10 == 0 ? Trait.LivesAlone : 0) | (i % 6 == 1 ? Trait.Activist : 0)
                    | (i % 2 == 0 ? Trait.Woman : 0),
            };
        }
        return new Roster
        {
            Neighborhood = new NeighborhoodId(0),
            First = new ActorId(0),
            Plan = plan,
            Residents = residents,
            Households = [.. Enumerable.Range(0, n / 2).Select(h => new HouseholdTraits(2 * h, 2, 2 * h / per))],
            Buildings = [.. Enumerable.Range(0, plan.Buildings).Select(b =>
                new BuildingTraits(b * per, per, b * per / 2, per / 2, 8, 1, 60 * (b % 3), 60 * (b / 3)))],
            Ties = [],
            FarTies = [],
        };
    }

    /// <summary>The estate's rules.</summary>
    private sealed class Estate(GuardedTown town) : IPopulation
    {
        public void BeginDay(Day day, ulong signals, Outbox outbox) =>
            town.Population.BeginDay(day, signals, outbox);

        public void Handle(in Message message, Outbox outbox) => town.Population.Handle(message, outbox);

        public void EndDay(Day day, Span<long> indicators) => town.Population.EndDay(day, indicators);

        public bool IsDecision(byte kind) => false;

        public void Save(StateWriter writer)
        {
        }

        public void Load(StateReader reader)
        {
        }

        public void Verify(Minute now, Action<int, string> broken)
        {
        }
    }
}
