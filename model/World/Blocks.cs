using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Immutable lists that messages refer to: who goes to an event. An actor publishes one and tells others its
/// number; it is kept until the end of the next day.
/// </summary>
public sealed class Blocks
{
    private readonly List<(uint Number, ushort[] Slots)> _blocks = [];

    /// <summary>Whether anything was published since this was last set to false.</summary>
    public bool Published { get; set; }

    /// <summary>Publishes slots in ascending order; returns the block's number.</summary>
    public uint Publish(Day day, ReadOnlySpan<ushort> slots)
    {
        uint number = ((uint)day.Value << 8) | (uint)_blocks.Count(b => b.Number >> 8 == (uint)day.Value);
        _blocks.Add((number, slots.ToArray()));
        Published = true;
        return number;
    }

    /// <summary>A published list; empty once it is forgotten.</summary>
    public ReadOnlySpan<ushort> Read(uint number)
    {
        foreach ((uint n, ushort[] slots) in CollectionsMarshal.AsSpan(_blocks))
        {
            if (n == number) return slots;
        }
        return [];
    }

    /// <summary>Forgets what was published before yesterday.</summary>
    public void Forget(Day today) => _blocks.RemoveAll(b => (int)(b.Number >> 8) < today.Value - 1);

    public void Save(StateWriter writer)
    {
        writer.Write(_blocks.Count);
        foreach ((uint number, ushort[] slots) in _blocks)
        {
            writer.Write(number);
            writer.WriteSpan<ushort>(slots);
        }
    }

    public void Load(StateReader reader)
    {
        _blocks.Clear();
        for (int n = reader.Read<int>(); n > 0; n--) _blocks.Add((reader.Read<uint>(), reader.ReadArray<ushort>()));
    }
}
