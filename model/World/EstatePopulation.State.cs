using System.Runtime.CompilerServices;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>The estate's canonical state, and the invariants that hold in it at every midnight.</summary>
public sealed partial class EstatePopulation
{
    /// <summary>
    /// Decisions that a person or program may make for an actor it controls (law 6): whether a resident helps, and
    /// whether an organization takes an order.
    /// </summary>
    public bool IsDecision(byte kind) => (Kind)kind is Kind.Ask or Kind.PostSeen or Kind.Order;

    public void Save(StateWriter writer)
    {
        writer.WriteSpan<ResidentState>(_residents);
        writer.WriteSpan<BuildingState>(_buildings);
        writer.WriteSpan<OrganizationState>(_organizations);
        _ties.Save(writer);
        _needs.Save(writer);
        _farTies.Save(writer);
        _orders.Save(writer);
        _members.Save(writer);
        _blocks.Save(writer);
        _tally.Save(writer);
        _setting.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadInto<ResidentState>(_residents);
        reader.ReadInto<BuildingState>(_buildings);
        reader.ReadInto<OrganizationState>(_organizations);
        _ties.Load(reader);
        _needs.Load(reader);
        _farTies.Load(reader);
        _orders.Load(reader);
        _members.Load(reader);
        _blocks.Load(reader);
        _tally.Load(reader);
        _setting.Load(reader);
    }

    /// <summary>Bytes that the estate holds for its residents, for the memory budget: what for, and how many.</summary>
    public IReadOnlyList<(string What, long Bytes)> Footprint =>
    [
        ("state", (long)_residents.Length * Unsafe.SizeOf<ResidentState>()),
        ("traits", (long)_roster.Residents.Length * Unsafe.SizeOf<ResidentTraits>()),
        ("ties", _ties.Bytes),
        ("needs", _needs.Bytes),
        ("ties to other estates", _farTies.Bytes),
        ("organizations' lists", _orders.Bytes + _members.Bytes),
    ];

    public void Verify(Minute now, Action<int, string> broken)
    {
        for (int slot = 0; slot < _residents.Length; slot++)
        {
            ref readonly ResidentState s = ref _residents[slot];
            CheckShare(slot, "trust", s.Trust, broken);
            CheckShare(slot, "loneliness", s.Loneliness, broken);
            CheckShare(slot, "gap", s.Gap, broken);
            // A row keeps a float, which may round the bound up.
            if (!(s.Habit >= 0 && s.Habit <= (float)_setting.Parameters.HabitMost)) broken(slot, $"habit {s.Habit}");
            if (!(s.Fatigue >= 0)) broken(slot, $"fatigue {s.Fatigue}");
            if (_ties[slot].Count > Ties.Most) broken(slot, $"{_ties[slot].Count} ties, at most {Ties.Most}");
        }
        VerifyNeeds(broken);
        VerifyHours(broken);
    }

    /// <summary>Needs arisen = resolved + lapsed + open, kind by kind.</summary>
    private void VerifyNeeds(Action<int, string> broken)
    {
        Span<long> open = stackalloc long[NeedKey.Kinds];
        open.Clear();
        for (int slot = 0; slot < _residents.Length; slot++)
        {
            foreach (ref readonly NeedState need in _needs[slot].Items)
            {
                if (need.Status != NeedStatus.Helped) open[(int)need.Key.Kind]++;
            }
        }
        for (int k = 0; k < NeedKey.Kinds; k++)
        {
            var kind = (NeedKind)k;
            long arisen = _tally[kind, 0, Indicators.NeedCount.Arisen];
            long resolved = _tally[kind, 0, Indicators.NeedCount.Resolved];
            long lapsed = _tally[kind, 0, Indicators.NeedCount.Lapsed];
            if (arisen != resolved + lapsed + open[k])
                broken(0, $"{kind}: {arisen} arisen, {resolved} resolved, {lapsed} lapsed, {open[k]} open");
        }
    }

    /// <summary>Hours given = hours logged.</summary>
    private void VerifyHours(Action<int, string> broken)
    {
        long given = 0;
        foreach (ref readonly ResidentState s in _residents.AsSpan()) given += s.MinutesGiven;
        if (given != _tally[Indicators.Metric.VolunteerMinutes])
            broken(0, $"{given} minutes given, {_tally[Indicators.Metric.VolunteerMinutes]} logged");
    }

    private static void CheckShare(int slot, string what, double value, Action<int, string> broken)
    {
        if (!(value >= 0 && value <= 1)) broken(slot, $"{what} {value}, within 0 to 1");
    }
}
