using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.Tests.Policy;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.Shocks;

/// <summary>One estate to try shocks in, with no burn-in, no needs and no meetings but the test's own.</summary>
internal sealed class ShockedTown : IModel, IDisposable
{
    /// <summary>No need arises by itself, so that what happens is the test's.</summary>
    public static readonly Parameters Quiet = new()
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
        RateLift = 0,
        RateFavor = 0,
        SupplyEveryDays = double.PositiveInfinity,
    };

    private readonly Scenario _scenario;
    private readonly Setting _setting;

    /// <param name="flags">Facts about each elder, the first of two in a household.</param>
    public ShockedTown(
        int buildings = 10, Trait flags = Trait.None, Shock[]? shocks = null, Parameters? parameters = null,
        int? until = null, params (Lever Lever, double Value)[] levers)
    {
        Roster = Estates.Of(buildings);
        for (int i = 0; i < Roster.Residents.Length; i++)
        {
            Roster.Residents[i].Contact = ContactClass.Never;
            if (i % 2 == 0) Roster.Residents[i].Flags |= flags;
        }
        _scenario = Towns.Scenario(1, Towns.Plan("tried", new PolicyStep
        {
            Set = levers.ToDictionary(l => l.Lever, l => l.Value),
            Place = new Place.City(),
            Until = until,
        })) with
        {
            BurnInDays = 0,
            Shocks = shocks ?? [],
            Parameters = parameters ?? Quiet,
            Calendar = new Calendar(new DateOnly(2024, 7, 1), 0, []),
        };
        _setting = new Setting(
            _scenario, Roster, new ActorId((uint)Roster.Actors), new HubPlan(_scenario.Town),
            new PolicySchedule(_scenario, Seed));
        Town = new Town(this, threads: 1);
        Town.Neighborhoods[0].Recording = true;
    }

    public Town Town { get; }

    public Roster Roster { get; }

    public Setting Setting => _setting;

    public string Name => "shocked";

    public ulong Seed => 1;

    public Latencies Latencies => Latencies.NearNeighbor;

    public IReadOnlyList<string> Kinds { get; } = [.. Enumerable.Repeat("", 256)];

    public IReadOnlyList<string> Indicators => IndicatorCatalog.Names;

    public IReadOnlyList<int> ActorCounts => [Roster.Actors];

    public IReadOnlyList<Record> Records
    {
        get
        {
            var records = new List<Record>();
            Town.Neighborhoods[0].DrainRecords(records);
            records.Sort();
            return records;
        }
    }

    public long this[Metric metric] => Town.Neighborhoods[0].Daily[IndicatorCatalog.Of(metric)];

    public long Sent(Kind kind) => Town.Neighborhoods[0].SentByKind[(int)kind];

    public void RunDays(int days) => Town.Advance(new Day(Town.Clock.Day.Value + days).Start);

    /// <summary>A household asks an organization for supplies.</summary>
    public void Order(OrganizationSlot to, int asker, int ordinal = 0) => Town.Submit(
        Roster.Organization(to), (byte)Kind.Order,
        new NeedKey(NeedKind.Supply, Town.Clock.Day, ordinal, fromShock: true).Value,
        Roster.Residents[asker].Building, Orders.ForwardedFor(Roster.Resident(asker)));

    public bool AnswersCalls(NeighborhoodId neighborhood) => false;

    public IPopulation Populate(NeighborhoodId id) => new Estate(new EstatePopulation(_setting));

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) => 0;

    public void Dispose() => Town.Dispose();

    private sealed class Estate(EstatePopulation inner) : IPopulation
    {
        public void BeginDay(Day day, ulong signals, Outbox outbox) => inner.BeginDay(day, signals, outbox);

        public void Handle(in Message message, Outbox outbox) => inner.Handle(message, outbox);

        public void EndDay(Day day, Span<long> indicators) => inner.EndDay(day, indicators);

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
