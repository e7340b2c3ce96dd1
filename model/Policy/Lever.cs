namespace Jinlin.Model.Policy;

/// <summary>
/// What a policy can set (section 5 of the model). Units, ranges, costs and baseline values are in
/// the lever catalog.
/// </summary>
public enum Lever : byte
{
    /// <summary>Branch support β, 0 to 1.</summary>
    BranchSupport,

    /// <summary>Branches per estate, 0 to 2.</summary>
    Branches,

    /// <summary>Households per building head, 20 to 80; 0: no heads.</summary>
    HouseholdsPerHead,

    /// <summary>Center households on or off: one more center household per building group.</summary>
    CenterHouseholds,

    /// <summary>Identity shown in lift and stairwell, on or off.</summary>
    IdentityShown,

    /// <summary>Visits per week per elder (60+) living alone, 0 to 7.</summary>
    Visits,

    /// <summary>Visits at festivals, on or off.</summary>
    FestivalVisits,

    /// <summary>Chat coverage, 0 to 1: multiplies membership propensity; .5 without policy.</summary>
    ChatCoverage,

    /// <summary>Posts are routed to named people, on or off.</summary>
    Naming,

    /// <summary>Clinicians' roster, on or off.</summary>
    ClinicianRoster,

    /// <summary>Events per month, 0 to 8.</summary>
    Events,

    /// <summary>Share of gifts and invitations for elders, disabled people and children, 0 to 1.</summary>
    TargetedShare,

    /// <summary>Deliberations per month, 0 to 2.</summary>
    Deliberation,

    /// <summary>Door-to-door consultation, on or off.</summary>
    Consultation,

    /// <summary>Sorting monitors, hours per week, 0 to 20.</summary>
    SortingHours,

    /// <summary>Tree adoption, hours per week, 0 to 20.</summary>
    TreeHours,

    /// <summary>Women's organization, hours per week, 0 to 20.</summary>
    WomensHours,

    /// <summary>Works marshals, hours per week, 0 to 20.</summary>
    MarshalHours,

    /// <summary>Home services, hours per week, 0 to 20.</summary>
    HomeServiceHours,

    /// <summary>Rota days per week, 0 to 7.</summary>
    RotaDays,

    /// <summary>Clean-ups at rota days, on or off.</summary>
    CleanUps,

    /// <summary>Publicity on frontage duty (门前三包) at rota days, on or off.</summary>
    Publicity,

    /// <summary>Partner organizations per estate, 0 to 20.</summary>
    Partners,

    /// <summary>Community joint committee, on or off.</summary>
    CommunityCommittee,

    /// <summary>Subdistrict joint committee, on or off.</summary>
    SubdistrictCommittee,

    /// <summary>Whistle: 0 off, 1 emergencies, 2 PUBLIC, 3 PUBLIC and a share of REPAIR.</summary>
    Whistle,

    /// <summary>Share w of REPAIR that is whistled at, 0 to 1, when the whistle is at 3.</summary>
    WhistleRepairShare,

    /// <summary>Check-in deadline of whistles, hours, 2 to 360.</summary>
    WhistleDeadline,

    /// <summary>Check-in deadline of emergency whistles, hours, .5 to 2.</summary>
    EmergencyDeadline,

    /// <summary>Canteens per estate, 0 to 3.</summary>
    Canteens,

    /// <summary>Canteen subsidy, yuan per meal, 0 to 8.</summary>
    MealSubsidy,

    /// <summary>Other sites of the service circle, 0 to 3.</summary>
    CircleSites,

    /// <summary>Mediators of the reasoning room, 0 to 6.</summary>
    Mediators,

    /// <summary>Time-bank credit, hours per hour, 0 to 1.</summary>
    TimeBankCredit,

    /// <summary>Digital coaching, hours per week, 0 to 4.</summary>
    CoachingHours,

    /// <summary>Reserve stock, days of supplies for the estate, 0 to 3.</summary>
    ReserveDays,

    /// <summary>Seats of the cool room, 0 to 200.</summary>
    CoolRoomSeats,
}

/// <summary>The values of all levers in force in one estate on one day. Immutable.</summary>
public sealed class Levers
{
    /// <summary>How many levers there are.</summary>
    public const int Count = (int)Lever.CoolRoomSeats + 1;

    private readonly double[] _values;

    public Levers(ReadOnlySpan<double> values)
    {
        if (values.Length != Count) throw new ArgumentException($"{Count} values", nameof(values));
        _values = values.ToArray();
    }

    /// <summary>The lever's value, in the unit that <see cref="Lever"/> gives.</summary>
    public double this[Lever lever] => _values[(int)lever];

    /// <summary>Whether every lever has the same value.</summary>
    public bool Same(Levers other) => _values.AsSpan().SequenceEqual(other._values);

    /// <summary>True if an on/off lever is on, or a count above zero.</summary>
    public bool On(Lever lever) => _values[(int)lever] > 0;
}
