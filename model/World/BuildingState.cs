using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>A building's own changing state. No padding: its bytes are hashed.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct BuildingState
{
    /// <summary>Slot + 1 of the building head; 0: none.</summary>
    public int Head;

    /// <summary>Slot + 1 of the center household's speaker; 0: none.</summary>
    public int Center;

    /// <summary>Lifts out of order until this minute.</summary>
    public Minute LiftsOutUntil;

    /// <summary>Small disputes heard since the start.</summary>
    public int DisputesHeard;
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
