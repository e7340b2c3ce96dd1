using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Shocks;

namespace Jinlin.Model.World;

/// <summary>
/// The actors of one estate: their rows, and for each message the row and the rule that handle it. The only place
/// that sees more than one row.
/// </summary>
public sealed partial class EstatePopulation : IDetachable
{
    /// <summary>Four weeks: forgotten ties take little room until then.</summary>
    private const int DaysBetweenCompactions = 28;

    private readonly Roster _roster;
    private readonly Setting _setting;
    private readonly Tally _tally;
    private readonly ResidentState[] _residents;
    private readonly BuildingState[] _buildings;
    private readonly OrganizationState[] _organizations = new OrganizationState[CitySlots.PerEstate];
    private readonly Ties _ties;
    private readonly RowLists<NeedState> _needs;
    private readonly RowLists<FarTie> _farTies;
    private readonly RowLists<Order> _orders = new(CitySlots.PerEstate);
    private readonly RowLists<Member> _members = new(CitySlots.PerEstate);
    private readonly Blocks _blocks = new();
    private readonly int[] _elders;
    private readonly NeedRates _rates;
    private readonly ulong[] _meetingThreshold;
    private Turn? _turn;
    private Outbox? _outbox;

    public EstatePopulation(Setting setting)
    {
        _setting = setting;
        ParameterTables tables = ParameterTables.Of(setting.Parameters);
        _rates = tables.NeedRates;
        _meetingThreshold = tables.MeetingThresholds;
        _roster = setting.Roster;
        _residents = new ResidentState[_roster.Residents.Length];
        _buildings = new BuildingState[_roster.Buildings.Length];
        _elders = [.. Enumerable.Range(0, _residents.Length).Where(i => _roster.Residents[i].Age >= 60)];
        _tally = new Tally(_residents.Length);
        _ties = new Ties(_residents.Length, tables.TieStrengthDecay);
        _needs = new RowLists<NeedState>(_residents.Length);
        _farTies = new RowLists<FarTie>(_residents.Length);
        StartResidents();
    }

    public void BeginDay(Day day, ulong signals, Outbox outbox)
    {
        Turn turn = TurnOf(outbox);
        _setting.BeginDay(day, signals);
        _blocks.Forget(day);
        if (day.Value % DaysBetweenCompactions == 0) _ties.Compact(day);
        Pulse(day, turn, outbox);
        foreach (int slot in _elders)
        {
            outbox.ActAs(_roster.Resident(slot));
            ResidentMutualHelp.BeginElderDay(ResidentAt(slot), turn);
            ResidentGuardianship.BeginElderDay(ResidentAt(slot), turn);
            ResidentCoBuilding.BeginElderDay(ResidentAt(slot), turn);
            ResidentShocks.BeginElderDay(ResidentAt(slot), turn);
        }
        for (int i = 0; i < _buildings.Length; i++)
        {
            outbox.ActAs(_roster.Building(i));
            BuildingRules.BeginDay(BuildingAt(i), turn);
        }
        for (int i = 0; i < _organizations.Length; i++)
        {
            outbox.ActAs(_roster.Organization((OrganizationSlot)i));
            OrganizationRules.BeginDay(OrganizationAt(i), turn);
        }
    }

    public void Handle(in Message message, Outbox outbox)
    {
        Turn turn = TurnOf(outbox);
        int receiver = message.Receiver;
        if (receiver < _residents.Length)
        {
            Resident me = ResidentAt(receiver);
            if (message.Kind < 80) ResidentMutualHelp.Handle(me, message, turn);
            else if (message.Kind < 140) ResidentGuardianship.Handle(me, message, turn);
            else ResidentCoBuilding.Handle(me, message, turn);
        }
        else if (receiver < _residents.Length + _buildings.Length)
            BuildingRules.Handle(BuildingAt(receiver - _residents.Length), message, turn);
        else
            OrganizationRules.Handle(OrganizationAt(receiver - _residents.Length - _buildings.Length), message, turn);
    }

    private Resident ResidentAt(int slot) => new(
        slot, _roster.Resident(slot), ref _residents[slot], in _roster.Residents[slot], _ties[slot], _needs[slot],
        _farTies[slot]);

    private Building BuildingAt(int index) => new(index, _roster.Building(index), ref _buildings[index]);

    private Organization OrganizationAt(int slot) => new(
        (OrganizationSlot)slot, _roster.Organization((OrganizationSlot)slot), ref _organizations[slot],
        _orders[slot], _members[slot]);

    private Turn TurnOf(Outbox outbox)
    {
        if (_outbox != outbox)
        {
            _outbox = outbox;
            _turn = new Turn(outbox, _setting, _tally, _blocks);
        }
        return _turn!;
    }
}
