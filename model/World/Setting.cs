using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;

namespace Jinlin.Model.World;

/// <summary>
/// The read-only context of one estate on one day (law 1): parameters, levers in force, what synthesis froze. The
/// population makes a new day's values at the daily hook; handlers only read.
/// </summary>
public sealed class Setting
{
    private readonly PolicySchedule _policies;
    private readonly CanteenReach _canteens;
    private readonly FarCanteen?[] _farCanteens;
    private readonly ParameterTables _tables;
    private Day _day = new(-1);
    private ulong _signals;

    public Setting(
        Scenario scenario, Roster roster, ActorId city, HubPlan hubPlan, PolicySchedule policies)
    {
        Scenario = scenario;
        Roster = roster;
        City = city;
        _policies = policies;
        Levers = policies.LeversIn(roster.Neighborhood, new Day(0), 0);
        HubPlan = hubPlan;
        _canteens = new CanteenReach(scenario.Town, roster.Neighborhood, new Chance(policies.Seed));
        _farCanteens = new FarCanteen?[roster.Buildings.Length];
        Shock = new ShockState(scenario, roster, policies.Places);
        _tables = ParameterTables.Of(Parameters);
    }

    public Scenario Scenario { get; }

    public Parameters Parameters => Scenario.Parameters;

    public Calendar Calendar => Scenario.Calendar;

    public Roster Roster { get; }

    /// <summary>Levers in force in this estate today.</summary>
    public Levers Levers { get; private set; }

    /// <summary>Address of the first of the city's services.</summary>
    public ActorId City { get; }

    /// <summary>Who lives among hubs and partners.</summary>
    public HubPlan HubPlan { get; }

    /// <summary>Address of the first of hubs and partners: they follow the city's services.</summary>
    public ActorId Hubs => new(City.Value + CitySlots.Services);

    public ActorId CommunityCommittee => new(Hubs.Value + (uint)HubPlan.CommunityCommittee(Roster.Plan.Community));

    public ActorId SubdistrictCommittee =>
        new(Hubs.Value + (uint)HubPlan.SubdistrictCommittee(Roster.Plan.Subdistrict));

    /// <summary>
    /// For each building the nearest open canteen of another estate within the circle, or null; where there is none here.
    /// </summary>
    public ReadOnlySpan<FarCanteen?> FarCanteens => _farCanteens;

    /// <summary>True on Saturdays, Sundays and holidays.</summary>
    public bool IsFreeDay { get; private set; }

    /// <summary>How each kind of need is judged and served.</summary>
    public NeedTable Needs { get; } = new();

    /// <summary>Share of the chat's propensity in force.</summary>
    public double ChatCoverage => Levers[Lever.ChatCoverage];

    /// <summary>What shocks do here today.</summary>
    public ShockState Shock { get; }

    /// <summary>
    /// How much more willing to help people are in a disaster and after it; 1 in ordinary times (rule 12).
    /// </summary>
    public double Spirit { get; private set; } = 1;

    /// <summary>
    /// Whether a resident may go to another building today: in a lockdown clinicians and home services may.
    /// </summary>
    public bool MayVisit(Resident me, int toBuilding) =>
        MayTravel || me.Traits.Building == toBuilding || me.Traits.Is(Trait.Clinician)
        || (me.State.Roles & Roles.HomeServiceTeam) != 0;

    /// <summary>Whether people may leave their building today.</summary>
    public bool MayTravel => !Shock.Lockdown;

    /// <summary>
    /// Whether somebody can go out at a minute: not in a lockdown; not from above the fourth floor while the lifts
    /// stand still, if old, frail or disabled (labelled assumption).
    /// </summary>
    public bool CanGoOut(in ResidentTraits traits, Minute now) =>
        MayTravel && (!Shock.Any || traits.Floor <= StairsFloor || !IsWeak(traits)
            || !Shock.LiftsOut(traits.Building, now));

    /// <summary>Minutes on the stairs between a building's door and a floor; 0 while there is a lift.</summary>
    public int ClimbMinutes(in ResidentTraits traits, Minute now) =>
        Shock.Any && Shock.LiftsOut(traits.Building, now) ? (traits.Floor + 1) / 2 : 0;

    private const int StairsFloor = 4;

    private static bool IsWeak(in ResidentTraits traits) =>
        traits.Age >= 75 || traits.Is(Trait.Frail) || traits.Is(Trait.Disabled) || traits.Is(Trait.Pregnant);

    /// <summary>Whether pipe works delay access to the estate today.</summary>
    public bool HasWorks => Shock.GasWorks;

    /// <summary>Whether works begin today, before which households are consulted.</summary>
    public bool WorksBegin => Shock.GasWorksBegin;

    /// <summary>Whether the timetable has somebody at home.</summary>
    public bool IsHome(in ResidentTraits traits, Minute now) =>
        Schedule.IsHome(traits.Timetable, now.Hour, IsFreeDay);

    /// <summary>Whether the timetable has somebody awake.</summary>
    public bool IsAwake(in ResidentTraits traits, Minute now) => Schedule.IsAwake(traits.Timetable, now.Hour);

    /// <summary>Makes the context of a new day.</summary>
    internal void BeginDay(Day day, ulong signals)
    {
        _day = day;
        _signals = signals;
        IsFreeDay = Calendar.IsFree(day);
        Levers = _policies.LeversIn(Roster.Neighborhood, day, signals);
        if (!Levers.On(Lever.Canteens))
            _canteens.Find(_policies, day, signals, Parameters, Roster.Buildings, _farCanteens);
        Shock.BeginDay(day);
        Spirit = 1 + (Parameters.SpiritGain * Shock.Stirred(day, end => BranchHeld(end, signals)));
    }

    /// <summary>
    /// The day and its signals: all else follows from them, so that a run may be cut at any quarter-hour.
    /// </summary>
    internal void Save(StateWriter writer)
    {
        writer.Write(_day);
        writer.Write(_signals);
    }

    /// <summary>Makes the context of the day that was saved, under this world's policies (a fork).</summary>
    internal void Load(StateReader reader)
    {
        var day = reader.Read<Day>();
        ulong signals = reader.Read<ulong>();
        if (day.Value >= 0) BeginDay(day, signals);
    }

    /// <summary>
    /// The share of shock volunteering that a branch holds: its support when the shock ended, and no more than now.
    /// </summary>
    private double BranchHeld(Day end, ulong signals) => Math.Min(
        Branching(Levers[Lever.Branches], Levers[Lever.BranchSupport]),
        Branching(
            _policies.ValueOn(Roster.Neighborhood, end, signals, Lever.Branches),
            _policies.ValueOn(Roster.Neighborhood, end, signals, Lever.BranchSupport)));

    private static double Branching(double branches, double support) => branches > 0 ? support : 0;

    public OrganizationId CityService(CitySlot slot, int index = 0) => new(City.Value + (uint)slot + (uint)index);

    /// <summary>2^(−days/h) with the ties' half-life.</summary>
    public double TieDecay(int days) => At(_tables.TieDecay, days);

    /// <summary>2^(−days/h) with the half-life of fatigue.</summary>
    public double FatigueDecay(int days) => At(_tables.FatigueDecay, days);

    /// <summary>2^(−days/h) with the half-life of habit.</summary>
    public double HabitDecay(int days) => At(_tables.HabitDecay, days);

    private static double At(double[] table, int days) => table[Math.Min(days, table.Length - 1)];
}
