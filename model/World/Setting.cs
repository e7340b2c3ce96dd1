using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;

namespace Jinlin.Model.World;

/// <summary>
/// The read-only context of one estate on one day (law 1): parameters, levers in force, what synthesis froze. The
/// population makes a new day's values at the daily hook; handlers only read.
/// </summary>
public sealed class Setting
{
    private readonly double[] _tieDecay, _fatigueDecay, _habitDecay;

    public Setting(Scenario scenario, Roster roster, ActorId city, Levers levers)
    {
        Scenario = scenario;
        Roster = roster;
        City = city;
        Levers = levers;
        HubPlan = new HubPlan(scenario.Town);
        _tieDecay = DecayTable(Parameters.TieHalfLife);
        _fatigueDecay = DecayTable(Parameters.FatigueHalfLife);
        _habitDecay = DecayTable(Parameters.HabitHalfLife);
    }

    public Scenario Scenario { get; }

    public Parameters Parameters => Scenario.Parameters;

    public Calendar Calendar => Scenario.Calendar;

    public Roster Roster { get; }

    /// <summary>Levers in force in this estate today.</summary>
    public Levers Levers { get; internal set; }

    /// <summary>Address of the first of the city's services.</summary>
    public ActorId City { get; }

    /// <summary>Who lives among hubs and partners.</summary>
    public HubPlan HubPlan { get; }

    /// <summary>Address of the first of hubs and partners: they follow the city's services.</summary>
    public ActorId Hubs => new(City.Value + CitySlots.Services);

    public ActorId CommunityCommittee => new(Hubs.Value + (uint)HubPlan.CommunityCommittee(Roster.Plan.Community));

    public ActorId SubdistrictCommittee =>
        new(Hubs.Value + (uint)HubPlan.SubdistrictCommittee(Roster.Plan.Subdistrict));

    /// <summary>The nearest open canteen of another estate, or null; matters where there is none here.</summary>
    public FarCanteen? FarCanteen { get; internal set; }

    /// <summary>True on Saturdays, Sundays and holidays.</summary>
    public bool IsFreeDay { get; internal set; }

    /// <summary>How each kind of need is judged and served.</summary>
    public NeedTable Needs { get; } = new();

    /// <summary>Share of the chat's propensity in force.</summary>
    public double ChatCoverage => Levers[Lever.ChatCoverage];

    /// <summary>How much more willing to help people are after a shock; 1 in ordinary times.</summary>
    public double Spirit => 1;

    /// <summary>Whether somebody may go from one building to another today.</summary>
    public bool MayVisit(int fromBuilding, int toBuilding) => fromBuilding == toBuilding || MayTravel;

    /// <summary>Whether people may leave their building today.</summary>
    public bool MayTravel => true;

    /// <summary>Whether pipe works delay access to the estate today.</summary>
    public bool HasWorks { get; internal set; }

    /// <summary>Whether works begin today, before which households are consulted.</summary>
    public bool WorksBegin { get; internal set; }

    /// <summary>TEMP-SCHEDULE</summary>
    public bool IsHome(in ResidentTraits traits, Minute now) => now.Hour is < 8 or > 17 || traits.Age > 60;

    /// <summary>TEMP-SCHEDULE</summary>
    public bool IsAwake(in ResidentTraits traits, Minute now) => now.Hour is > 6 and < 23;

    public OrganizationId CityService(CitySlot slot, int index = 0) => new(City.Value + (uint)slot + (uint)index);

    /// <summary>2^(−days/h) with the ties' half-life.</summary>
    public double TieDecay(int days) => _tieDecay[Math.Min(days, _tieDecay.Length - 1)];

    /// <summary>2^(−days/h) with the half-life of fatigue.</summary>
    public double FatigueDecay(int days) => _fatigueDecay[Math.Min(days, _fatigueDecay.Length - 1)];

    /// <summary>2^(−days/h) with the half-life of habit.</summary>
    public double HabitDecay(int days) => _habitDecay[Math.Min(days, _habitDecay.Length - 1)];

    private static double[] DecayTable(double halfLife)
    {
        var table = new double[2048];
        for (int d = 0; d < table.Length; d++) table[d] = PortableMath.Exp2(-d / halfLife);
        return table;
    }
}
