using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>One actor's row on its own, for actors that live elsewhere for a time.</summary>
public sealed partial class EstatePopulation
{
    public void SaveRow(int actor, StateWriter writer)
    {
        if (actor < _residents.Length)
        {
            writer.Write(_residents[actor]);
            _ties.SaveRow(actor, writer);
            _needs.SaveRow(actor, writer);
            _farTies.SaveRow(actor, writer);
        }
        else if (actor < _residents.Length + _buildings.Length)
        {
            writer.Write(_buildings[actor - _residents.Length]);
        }
        else
        {
            int slot = actor - _residents.Length - _buildings.Length;
            writer.Write(_organizations[slot]);
            _orders.SaveRow(slot, writer);
            _members.SaveRow(slot, writer);
        }
    }

    public void LoadRow(int actor, StateReader reader)
    {
        if (actor < _residents.Length)
        {
            _residents[actor] = reader.Read<ResidentState>();
            _ties.LoadRow(actor, reader);
            _needs.LoadRow(actor, reader);
            _farTies.LoadRow(actor, reader);
        }
        else if (actor < _residents.Length + _buildings.Length)
        {
            _buildings[actor - _residents.Length] = reader.Read<BuildingState>();
        }
        else
        {
            int slot = actor - _residents.Length - _buildings.Length;
            _organizations[slot] = reader.Read<OrganizationState>();
            _orders.LoadRow(slot, reader);
            _members.LoadRow(slot, reader);
        }
    }

    public void SaveContext(StateWriter writer)
    {
        _setting.Save(writer);
        _blocks.Save(writer);
    }

    public void LoadContext(StateReader reader)
    {
        _setting.Load(reader);
        _blocks.Load(reader);
    }

    /// <summary>Only one organization of an estate publishes lists, so the whole of them can come back.</summary>
    public void TakeCounts(StateWriter writer)
    {
        _tally.Take(writer);
        writer.Write(_blocks.Published);
        if (_blocks.Published) _blocks.Save(writer);
        _blocks.Published = false;
    }

    public void AddCounts(StateReader reader)
    {
        _tally.Add(reader);
        if (reader.Read<bool>()) _blocks.Load(reader);
    }
}
