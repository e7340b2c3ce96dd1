using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.CoBuilding;

/// <summary>
/// A small town to try co-building in: estates of equal size, the city's services, hubs and partners. Residents of
/// an estate: the first tenth finds cooking hard and is 82, the next fifth is 70, the others are 40; one in 25 coaches.
/// </summary>
internal sealed class CoTown : IModel, IDisposable
{
    private readonly Scenario _scenario;
    private readonly PolicySchedule _policies;
    private readonly ActorId[] _first;
    private readonly Roster[] _rosters;
    private readonly List<Record> _records = [];
    private readonly Dictionary<(ActorId, uint), Minute> _help = [];

    public CoTown(
        int estates = 1, int residents = 300, ulong seed = 1, int cityPopulation = 5_163_970,
        Parameters? parameters = null, Place? place = null, int? organizations = null,
        params (Lever Lever, double Value)[] levers)
    {
        Seed = seed;
        const int buildings = 6;
        var plans = new EstatePlan[estates];
        for (int e = 0; e < estates; e++)
        {
            plans[e] = new EstatePlan
            {
                Name = $"estate {e}",
                Population = residents,
                Households = residents / 2,
                Buildings = buildings,
                Over60 = residents * 3 / 10,
                Organizations = organizations,
                X = 600 * e,
            };
        }
        var town = new TownPlan
        {
            Name = "co-town",
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
            Districts = ["d"],
            Estates = plans,
            CityPopulation = cityPopulation,
        };
        _scenario = new Scenario
        {
            Name = "co-town",
            Town = town,
            HorizonDays = 400,
            BurnInDays = 0,
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 0, []),
            Parameters = parameters ?? new Parameters(),
            Policies =
            [
                new PolicyPlan("tried", [new PolicyStep
                {
                    Set = levers.ToDictionary(l => l.Lever, l => l.Value), Place = place ?? new Place.City(),
                }]),
            ],
        };
        _policies = new PolicySchedule(_scenario, seed);
        int perEstate = residents + buildings + CitySlots.PerEstate;
        ActorCounts =
            [.. Enumerable.Repeat(perEstate, estates), CityPopulation.ActorCount, HubPopulation.ActorCount(_scenario)];
        _first = new ActorId[ActorCounts.Count];
        for (int i = 1; i < _first.Length; i++)
            _first[i] = new ActorId(_first[i - 1].Value + (uint)ActorCounts[i - 1]);
        _rosters = [.. plans.Select((p, e) => MakeRoster(p, e))];
        Town = new Town(this, threads: 1) { VerifyInvariants = true };
        foreach (Neighborhood n in Town.Neighborhoods) n.Recording = true;
    }

    public Town Town { get; }

    public string Name => "co-town";

    public ulong Seed { get; }

    public Latencies Latencies => Latencies.NearNeighbor;

    public IReadOnlyList<string> Kinds { get; } = [.. Enumerable.Repeat("", 256)];

    public IReadOnlyList<string> Indicators => IndicatorCatalog.Names;

    public IReadOnlyList<int> ActorCounts { get; }

    public CityPopulation City => (CityPopulation)Town.Neighborhoods[_rosters.Length].Population;

    public HubPopulation Hubs => (HubPopulation)Town.Neighborhoods[_rosters.Length + 1].Population;

    public Roster Roster(int estate = 0) => _rosters[estate];

    /// <summary>Messages of one kind sent so far, everywhere.</summary>
    public long Sent(Kind kind) => Town.Neighborhoods.Sum(n => n.SentByKind[(int)kind]);

    /// <summary>All events so far, in the order of time.</summary>
    public IReadOnlyList<Record> Records
    {
        get
        {
            int known = _records.Count;
            foreach (Neighborhood n in Town.Neighborhoods) n.DrainRecords(_records);
            if (_records.Count == known) return _records;
            _records.Sort(known, _records.Count - known, null);
            foreach (Record r in _records[known..])
            {
                if (r.Kind == (ushort)Event.HelpArrived) _help.TryAdd((r.Actor, r.A), r.At);
            }
            return _records;
        }
    }

    public void RunDays(int days) => Town.Advance(new Day(Town.Clock.Day.Value + days).Start);

    /// <summary>Puts an order or call to an organization on a resident's behalf.</summary>
    public void Order(OrganizationSlot to, int asker, NeedKey need, int estate = 0, Kind kind = Kind.Order)
    {
        Roster roster = _rosters[estate];
        Town.Submit(
            roster.Organization(to), (byte)kind, need.Value, roster.Residents[asker].Building,
            Orders.ForwardedFor(roster.Resident(asker)));
    }

    /// <summary>When help came to a resident for a need, or null.</summary>
    public Minute? HelpCame(int asker, NeedKey need, int estate = 0)
    {
        _ = Records;
        return _help.TryGetValue((_rosters[estate].Resident(asker), need.Value), out Minute at) ? at : null;
    }

    public bool AnswersCalls(NeighborhoodId neighborhood) => neighborhood.Value == _rosters.Length;

    public IPopulation Populate(NeighborhoodId id)
    {
        if (id.Value == _rosters.Length) return new CityPopulation(_scenario, _first, _policies);
        if (id.Value > _rosters.Length) return new HubPopulation(_scenario);
        return new EstatePopulation(new Setting(
            _scenario, _rosters[id.Value], _first[_rosters.Length], new HubPlan(_scenario.Town), _policies));
    }

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) => 0;

    public void Dispose() => Town.Dispose();

    private Roster MakeRoster(EstatePlan plan, int estate)
    {
        int n = plan.Population, per = n / plan.Buildings;
        var residents = new ResidentTraits[n];
        for (int i = 0; i < n; i++)
        {
            residents[i] = new ResidentTraits
            {
                Household = i / 2,
                Building = (ushort)(i / per),
                Altruism = 1,
                Age = (byte)(i % 10 == 0 ? 82 : i % 10 < 3 ? 70 : 40),
                Flags = (i % 10 == 0 ? Trait.CookingHard | Trait.LivesAlone : 0) | (i % 25 == 7 ? Trait.Coach : 0),
            };
        }
        return new Roster
        {
            Neighborhood = new NeighborhoodId(estate),
            First = _first[estate],
            Plan = plan,
            Residents = residents,
            Households = [.. Enumerable.Range(0, n / 2).Select(h => new HouseholdTraits(2 * h, 2, 2 * h / per))],
            Buildings = [.. Enumerable.Range(0, plan.Buildings).Select(b =>
                new BuildingTraits(b * per, per, b * per / 2, per / 2, 8, 1, 60 * (b % 3), 60 * (b / 3)))],
            Ties = [],
            FarTies = [],
        };
    }
}
