using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Jinlin.Model.World;

/// <summary>A building's own changing state. No padding: its bytes are hashed.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct BuildingState
{
    /// <summary>Slot + 1 of the heads, by share of households; 0: vacant.</summary>
    public Posts Heads;

    /// <summary>Slot + 1 of the center household's speaker; 0: none.</summary>
    public int Center;

    /// <summary>What the branch wants: heads, center households, and whether their identity is shown.</summary>
    public int HeadsWanted, CentersWanted, IdentityShown;

    /// <summary>The consultation under way, its doors and those in favor; 0: none.</summary>
    public uint Consultation;

    public int Consulted, InFavor;

    /// <summary>Small disputes heard since the start.</summary>
    public int DisputesHeard;
}

/// <summary>The posts of building heads: one for each share of the households.</summary>
[InlineArray(Most)]
public struct Posts
{
    /// <summary>Most heads of one building.</summary>
    public const int Most = 8;

    private int _first;
}

/// <summary>One building as its handler sees it.</summary>
public readonly ref struct Building
{
    private readonly ref BuildingState _state;

    internal Building(int index, BuildingId id, ref BuildingState state)
    {
        Index = index;
        Id = id;
        _state = ref state;
    }

    /// <summary>Index within the estate.</summary>
    public int Index { get; }

    public BuildingId Id { get; }

    public ref BuildingState State => ref _state;
}
