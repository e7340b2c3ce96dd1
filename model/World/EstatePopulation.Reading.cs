using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>One organization as a reader between grants sees it.</summary>
/// <param name="FoundedDay">Day + 1 on which it began; 0: it does not exist.</param>
/// <param name="Minutes">Minutes that its present members have given to it.</param>
public readonly record struct OrganizationReading(
    OrganizationSlot Slot, OrganizationId Id, int FoundedDay, int Members, long Minutes, int OrdersWaiting,
        int Unfilled);

/// <summary>One directed tie as a reader between grants sees it, strength 0 to 1.</summary>
public readonly record struct TieReading(ResidentId From, ResidentId To, double Strength);

/// <summary>One resident as a reader between grants sees it.</summary>
/// <param name="MinutesGiven">Since the start.</param>
/// <param name="Ties">How many neighbors are in the row, household included.</param>
public readonly record struct ResidentReading(int Slot, Roles Roles, int MinutesGiven, double Loneliness, int Ties);

/// <summary>One resident in full as a reader between grants sees it: a copy of its row.</summary>
public sealed record PersonReading(ResidentState State, NeedState[] Needs, TieReading[] Ties);

/// <summary>What observers read of an estate between grants; no rule uses it (law 5).</summary>
public sealed partial class EstatePopulation
{
    public Roster Roster => _roster;

    public IEnumerable<OrganizationReading> ReadOrganizations()
    {
        for (int slot = 0; slot < _organizations.Length; slot++) yield return ReadOrganization(slot);
    }

    public IEnumerable<ResidentReading> ReadResidents()
    {
        for (int slot = 0; slot < _residents.Length; slot++)
        {
            ResidentState s = _residents[slot];
            yield return new ResidentReading(slot, s.Roles, s.MinutesGiven, s.Loneliness, _ties[slot].Count);
        }
    }

    /// <summary>All ties of every <paramref name="every"/>-th resident, in row order.</summary>
    public IEnumerable<TieReading> ReadTies(Day today, int every)
    {
        for (int slot = 0; slot < _residents.Length; slot += every)
        {
            for (int i = 0; i < _ties[slot].Count; i++) yield return TieAt(slot, i, today);
        }
    }

    public PersonReading ReadPerson(int slot, Day today)
    {
        var ties = new TieReading[_ties[slot].Count];
        for (int i = 0; i < ties.Length; i++) ties[i] = TieAt(slot, i, today);
        return new PersonReading(_residents[slot], _needs[slot].Items.ToArray(), ties);
    }

    private TieReading TieAt(int slot, int index, Day today) => new(
        _roster.Resident(slot), _roster.Resident(_ties[slot].Slots[index]),
        _ties[slot].StrengthAt(index, today) / (double)Ties.One);

    private OrganizationReading ReadOrganization(int slot)
    {
        long minutes = 0;
        foreach (ref readonly Member member in _members[slot].Items) minutes += member.Minutes;
        ref readonly OrganizationState state = ref _organizations[slot];
        return new OrganizationReading(
            (OrganizationSlot)slot, _roster.Organization((OrganizationSlot)slot), state.FoundedDay,
            _members[slot].Count, minutes, _orders[slot].Count, state.Unfilled);
    }
}
