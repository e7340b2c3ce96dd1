using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

/// <summary>
/// Rows of one estate, to hand to a rule one at a time, and what it sent. Residents are 40, always at home, awake
/// from 7 to 21, of altruism 1, in the chat; households of two, buildings of twenty; every sixteenth is an activist.
/// </summary>
internal sealed class Courtyard
{
    public const int PerBuilding = 20;

    private readonly Wheel _wheel = new();
    private readonly Ties _ties;
    private readonly RowLists<NeedState> _needs;
    private readonly RowLists<FarTie> _farTies;
    private readonly ResidentState[] _states;
    private readonly OrganizationState[] _organizations = new OrganizationState[CitySlots.PerEstate];
    private readonly BuildingState[] _buildings;
    private readonly RowLists<Order> _orders = new(CitySlots.PerEstate);
    private readonly RowLists<Member> _members = new(CitySlots.PerEstate);

    /// <param name="each">Changes a resident's traits.</param>
    public Courtyard(
        int residents = 200, ulong seed = 1, Parameters? parameters = null, TraitsOf? each = null,
        params (Lever Lever, double Value)[] levers)
    {
        int buildings = residents / PerBuilding;
        var plan = new EstatePlan
        {
            Name = "courtyard",
            Population = residents,
            Households = residents / 2,
            Buildings = buildings,
            Over60 = 0,
        };
        var traits = new ResidentTraits[residents];
        for (int i = 0; i < residents; i++)
        {
            traits[i] = new ResidentTraits
            {
                Household = i / 2,
                Building = (ushort)(i / PerBuilding),
                Age = 40,
                Altruism = 1,
                Timetable = Timetable.Homebound,
                Contact = ContactClass.Never,
                Flags = i % 16 == 15 ? Trait.Activist : 0,
            };
            each?.Invoke(i, ref traits[i]);
        }
        Roster = new Roster
        {
            Neighborhood = new NeighborhoodId(0),
            First = new ActorId(0),
            Plan = plan,
            Residents = traits,
            Households = [.. Enumerable.Range(0, residents / 2).Select(h => new HouseholdTraits(2 * h, 2, h / 10))],
            Buildings = [.. Enumerable.Range(0, buildings).Select(b => new BuildingTraits(
                b * PerBuilding, PerBuilding, 10 * b, 10, 8, 1, 50 * (b % 5), 50 * (b / 5)))],
            Ties = [],
            FarTies = [],
        };
        var scenario = new Scenario
        {
            Name = "courtyard",
            HorizonDays = 400,
            BurnInDays = 0,
            Parameters = parameters ?? new Parameters(),
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 0, []),
            Town = new TownPlan
            {
                Name = "courtyard",
                Provenance = Provenance.Synthetic,
                CensusYear = 2020,
                Districts = ["d"],
                Estates = [plan],
            },
            Policies =
            [
                new PolicyPlan("tried", [new PolicyStep
                {
                    Set = levers.ToDictionary(l => l.Lever, l => l.Value), Place = new Place.City(),
                }]),
            ],
        };
        Setting = new Setting(
            scenario, Roster, new ActorId((uint)Roster.Actors), new HubPlan(scenario.Town),
            new PolicySchedule(scenario, seed));
        Setting.BeginDay(new Day(0), 0);
        Outbox = new Outbox(_wheel, new Chance(seed), Latencies.NearNeighbor, new ActorId(0), Roster.Actors);
        Tally = new Tally(residents);
        Turn = new Turn(Outbox, Setting, Tally, new Blocks());
        _ties = new Ties(residents, P.TieHalfLife);
        _needs = new RowLists<NeedState>(residents);
        _farTies = new RowLists<FarTie>(residents);
        _states = new ResidentState[residents];
        _buildings = new BuildingState[buildings];
        foreach (ref ResidentState s in _states.AsSpan()) (s.Trust, s.Gap) = (.5f, .24f);
        Now = new Day(0).At(12);
    }

    public delegate void TraitsOf(int slot, ref ResidentTraits traits);

    public Setting Setting { get; }

    public Roster Roster { get; }

    public Outbox Outbox { get; }

    public Turn Turn { get; }

    public Tally Tally { get; }

    public Parameters P => Setting.Parameters;

    /// <summary>The minute in which the next row is handed out.</summary>
    public Minute Now { get; set; }

    /// <summary>What was sent within the estate since it was last asked for, in the order of delivery.</summary>
    public Message[] Sent
    {
        get
        {
            Message[] all = [.. _wheel.ToArray().OrderBy(m => m.Due).ThenBy(m => m.Ordinal)];
            _wheel.Clear(null);
            return all;
        }
    }

    /// <summary>A resident's row, who acts from now on.</summary>
    public Resident Resident(int slot)
    {
        Outbox.Begin(Now, Roster.Resident(slot));
        return new Resident(
            slot, Roster.Resident(slot), ref _states[slot], in Roster.Residents[slot], _ties[slot], _needs[slot],
            _farTies[slot]);
    }

    public Organization Organization(OrganizationSlot slot)
    {
        Outbox.Begin(Now, Roster.Organization(slot));
        return new Organization(
            slot, Roster.Organization(slot), ref _organizations[(int)slot], _orders[(int)slot], _members[(int)slot]);
    }

    public Building Building(int index)
    {
        Outbox.Begin(Now, Roster.Building(index));
        return new Building(index, Roster.Building(index), ref _buildings[index]);
    }

    /// <summary>A message as a neighbor sends it now.</summary>
    public Message From(int sender, Kind kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        From(Roster.Resident(sender), kind, a, b, c, d);

    public Message From(ActorId sender, Kind kind, uint a = 0, uint b = 0, uint c = 0, uint d = 0) =>
        new(Now, 0, (byte)kind, sender, 1, 0, a, b, c, d);

    /// <summary>Hands a message that was sent to the row that it is for.</summary>
    public void Deliver(in Message m)
    {
        Now = m.Due;
        int people = Roster.Residents.Length, buildings = Roster.Buildings.Length;
        if (m.Receiver < people)
        {
            Resident me = Resident(m.Receiver);
            if (m.Kind < 80) ResidentMutualHelp.Handle(me, m, Turn);
            else if (m.Kind == (byte)Kind.Duty) Volunteering.OnDuty(me, m, Turn);
        }
        else if (m.Receiver < people + buildings) BuildingRules.Handle(Building(m.Receiver - people), m, Turn);
        else
        {
            var slot = (OrganizationSlot)(m.Receiver - people - buildings);
            OrganizationRules.Handle(Organization(slot), m, Turn);
        }
    }

    /// <summary>
    /// Delivers all that was sent, and what comes of it, of the given kinds; other kinds are dropped.
    /// </summary>
    public void Settle(params Kind[] kinds)
    {
        var waiting = new PriorityQueue<Message, (int Due, int Number)>();
        int number = 0;
        do
        {
            foreach (Message m in Sent)
            {
                if (kinds.Contains((Kind)m.Kind)) waiting.Enqueue(m, (m.Due.Value, number++));
            }
            if (waiting.TryDequeue(out Message next, out _)) Deliver(next);
        }
        while (waiting.Count > 0 || _wheel.Count > 0);
    }

    public void Tie(int from, int to, double strength) =>
        _ties[from].Touch(to, strength, Now.Day);

    public static int Of(Message[] sent, Kind kind) => sent.Count(m => m.Kind == (byte)kind);
}
