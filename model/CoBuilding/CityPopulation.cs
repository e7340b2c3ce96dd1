using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// The neighborhood of the city's services: departments, stations, hotline, court, duty headquarters, in the order
/// of <see cref="CitySlot"/>. It answers calls and mail; it makes no calls itself.
/// </summary>
public sealed class CityPopulation : IPopulation
{
    private readonly TownAddresses _addresses;
    private readonly Parameters _parameters;
    private readonly PolicySchedule _policies;
    private readonly CityLoad _load;
    private readonly Department[] _departments = new Department[CitySlots.Departments];
    private readonly RowLists<Booking> _bookings = new(CitySlots.Departments);
    private readonly DutyHeadquarters _headquarters;
    private readonly ServiceStation _ambulances;
    private readonly ServiceStation _lifts;
    private readonly CityCounts _counts = new();
    private readonly Tally _tally = new();

    /// <param name="scenario">Town, parameters.</param>
    /// <param name="first">The first actor of each neighborhood.</param>
    /// <param name="policies">For the levers in force in the whole city: they act on the background too.</param>
    public CityPopulation(Scenario scenario, IReadOnlyList<ActorId> first, PolicySchedule policies)
    {
        _addresses = new TownAddresses(first);
        _parameters = scenario.Parameters;
        _policies = policies;
        int[] populations = [.. scenario.Town.Estates.Select(e => e.Population)];
        _load = new CityLoad(
            scenario, populations.Sum(p => (long)p), new ActorId(_addresses.City.Value + (uint)CitySlot.Hotline));
        for (int i = 0; i < _departments.Length; i++) _departments[i] = new Department(i, _load);
        _ambulances = new ServiceStation(populations, _parameters);
        _lifts = new ServiceStation(populations, _parameters);
        _headquarters = new DutyHeadquarters(populations, _parameters.DutyRunsPerThousandWeek);
    }

    /// <summary>How many services the city has.</summary>
    public static int ActorCount => CitySlots.Services;

    public CityCounts Counts => _counts;

    /// <summary>Matters that wait at all departments: the work that waits, over the mean work of one.</summary>
    public long MattersWaiting => (long)(QueueMinutes / (Minute.PerDay
        * PublicMatter.MeanServiceDays(_parameters.DepartmentServiceDays, _parameters)));

    /// <summary>Work that waits at all departments, minutes of one server.</summary>
    public long QueueMinutes => _departments.Sum(d => d.Queue.Waiting) / DueQueue.Unit;

    /// <summary>How long the departments would need for what waits, days, on average.</summary>
    public double QueueDays =>
        (double)_departments.Sum(d => d.Queue.Waiting)
        / ((double)_load.CapacityPerMinute * Minute.PerDay * _departments.Length);

    /// <summary>Work that the departments did since the start, minutes of one server.</summary>
    public long WorkMinutes => _departments.Sum(d => d.State.Done) / DueQueue.Unit;

    /// <summary>Servers of one department.</summary>
    public double Servers => (double)_load.CapacityPerMinute / DueQueue.Unit;

    /// <summary>One department's own state, for reading.</summary>
    public DepartmentState StateOf(int index) => _departments[index].State;

    public void BeginDay(Day day, ulong signals, Outbox outbox)
    {
        Levers levers = _policies.LeversInCity(day, signals);
        for (int i = 0; i < _departments.Length; i++)
        {
            outbox.ActAs(new ActorId(_addresses.City.Value + (uint)i));
            _departments[i].BeginDay(day, levers, _bookings[i], outbox);
        }
    }

    public void Handle(in Message message, Outbox outbox)
    {
        int slot = message.Receiver;
        var kind = (Kind)message.Kind;
        if (kind == Kind.Thanks) _counts.Thanked += message.B;
        else if (slot < CitySlots.Departments)
        {
            switch (kind)
            {
                case Kind.DepartmentCall: _departments[slot].OnCall(message, _bookings[slot], outbox); break;
                case Kind.CaseRouted: _departments[slot].OnRouted(message, _bookings[slot], outbox); break;
                default: throw Unknown(message, outbox);
            }
        }
        else
        {
            switch ((CitySlot)slot, kind)
            {
                case (CitySlot.Hotline, Kind.HotlineCase):
                    Hotline.OnCase(message, _parameters, _counts, outbox);
                    break;
                case (CitySlot.Hotline, Kind.DepartmentDone):
                    Hotline.OnDone(message, _parameters, _counts, outbox);
                    break;
                case (CitySlot.Court, Kind.Order): Court.OnOrder(message, _parameters, _counts, outbox); break;
                case (CitySlot.DutyHeadquarters, Kind.DutyRunsAsked):
                    _headquarters.OnRunsAsked(message, _addresses, _counts, outbox);
                    break;
                case (CitySlot.DutyHeadquarters, Kind.DutyRunUsed): _counts.DutyRunsUsed++; break;
                case (CitySlot.AmbulanceStation, Kind.QuotaUsed):
                    _ambulances.OnQuotaUsed(message, _addresses, outbox);
                    break;
                case (CitySlot.LiftContractor, Kind.QuotaUsed):
                    _lifts.OnQuotaUsed(message, _addresses, outbox);
                    break;
                default: throw Unknown(message, outbox);
            }
        }
    }

    public void EndDay(Day day, Span<long> indicators)
    {
        _tally.Survey[IndicatorCatalog.InSurvey(EstateSum.DepartmentQueue)] = MattersWaiting;
        _tally.Write(day, indicators);
    }

    /// <summary>Somebody may take a department over: 0 refuses the whistle, 1 takes it.</summary>
    public bool IsDecision(byte kind) => (Kind)kind == Kind.DepartmentCall;

    public void Save(StateWriter writer)
    {
        foreach (Department department in _departments) department.Save(writer);
        _bookings.Save(writer);
        _ambulances.Save(writer);
        _lifts.Save(writer);
        _counts.Save(writer);
    }

    public void Load(StateReader reader)
    {
        foreach (Department department in _departments) department.Load(reader);
        _bookings.Load(reader);
        _ambulances.Load(reader);
        _lifts.Load(reader);
        _counts.Load(reader);
    }

    public void Verify(Minute now, Action<int, string> broken)
    {
        for (int i = 0; i < _departments.Length; i++)
        {
            if (!_departments[i].IsWithinCapacity) broken(i, "a department did more in a day than its capacity");
        }
        if (!_ambulances.IsWithinCapacity) broken((int)CitySlot.AmbulanceStation, "more runs given than there are");
        if (!_lifts.IsWithinCapacity) broken((int)CitySlot.LiftContractor, "more runs given than there are");
        if (_counts.DutyRunsUsed > _counts.DutyRunsGiven)
            broken((int)CitySlot.DutyHeadquarters, "more duty runs used than given");
    }

    private static ModelException Unknown(in Message m, Outbox outbox) =>
        new($"{(CitySlot)m.Receiver} of the city has no rule for {(Kind)m.Kind}", outbox.Now, outbox.Self);
}
