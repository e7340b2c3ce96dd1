using System.Runtime.InteropServices;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.World;

/// <summary>What a resident is a member of.</summary>
[Flags]
public enum Roles : ushort
{
    None = 0,
    BuildingHead = 1 << 0,
    CenterHousehold = 1 << 1,
    HelpGroup = 1 << 2,
    SortingTeam = 1 << 3,
    TreeTeam = 1 << 4,
    WomensTeam = 1 << 5,
    MarshalTeam = 1 << 6,
    HomeServiceTeam = 1 << 7,
    MediatorRole = 1 << 8,
    CoachRole = 1 << 9,
}

/// <summary>
/// A resident's own changing state. No padding: its bytes are hashed. Lazily decayed values carry the day of their
/// last touch, and only messages touch them.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct ResidentState
{
    /// <summary>
    /// The first minute in which this resident is free again: reserved, travelling, helping, talking.
    /// </summary>
    public Minute BusyUntil;

    /// <summary>Habit H of rule 3, 0 to 5, at <see cref="HabitDay"/>.</summary>
    public float Habit;

    /// <summary>Fatigue F of rule 6, at <see cref="FatigueDay"/>.</summary>
    public float Fatigue;

    /// <summary>Trust in the neighborhood, 0 to 1.</summary>
    public float Trust;

    /// <summary>P(lonely) of rule 11, 0 to 1.</summary>
    public float Loneliness;

    /// <summary>Σs of rule 11, at <see cref="TieSumDay"/>.</summary>
    public float TieSum;

    /// <summary>Expectation gap of rule 2, 0 to 1.</summary>
    public float Gap;

    /// <summary>Time-bank credit, minutes.</summary>
    public float Credit;

    /// <summary>Volunteer minutes given since the start.</summary>
    public int MinutesGiven;

    /// <summary>
    /// Who holds the reservation that <see cref="BusyUntil"/> stands for, and for which need; else 0.
    /// </summary>
    public uint ReservedBy;

    public NeedKey ReservedFor;

    /// <summary>Day + 1 of the last stay in the cool room; 0: never.</summary>
    public ushort CoolDay;

    public ushort HabitDay;
    public ushort FatigueDay;
    public ushort TieSumDay;

    /// <summary>Day + 1 of the last event attended or hour volunteered; 0: never.</summary>
    public ushort ActiveDay;

    /// <summary>Day + 1 of the last visit by an organization's person; 0: never.</summary>
    public ushort VisitedDay;

    /// <summary>Day + 1 of the last contact with anybody; 0: never.</summary>
    public ushort SeenDay;

    /// <summary>Day + 1 of the last need that lapsed unmet; 0: never (the unmet of rule 11).</summary>
    public ushort UnmetDay;

    public Roles Roles;

    /// <summary>
    /// Slots of the last two companions at the canteen's table, and day + 1 of meeting them; 0: none.
    /// </summary>
    public ushort TableFriend;
    public ushort TableFriendDay;
    public ushort OtherFriend;
    public ushort OtherFriendDay;

    /// <summary>Slot + 1 of the building head whose identity this resident was shown; 0: knows none.</summary>
    public ushort KnownHead;
}

/// <summary>One resident as its handler sees it: its own row, and what synthesis froze about it.</summary>
public readonly ref struct Resident
{
    private readonly ref ResidentState _state;
    private readonly ref readonly ResidentTraits _traits;

    internal Resident(
        int slot, ResidentId id, ref ResidentState state, in ResidentTraits traits, TieRow ties,
        RowList<NeedState> needs, RowList<FarTie> farTies)
    {
        Slot = slot;
        Id = id;
        _state = ref state;
        _traits = ref traits;
        Ties = ties;
        Needs = needs;
        FarTies = farTies;
    }

    /// <summary>Index within the estate.</summary>
    public int Slot { get; }

    public ResidentId Id { get; }

    public ref ResidentState State => ref _state;

    public ref readonly ResidentTraits Traits => ref _traits;

    public TieRow Ties { get; }

    /// <summary>Ties to other estates.</summary>
    public RowList<FarTie> FarTies { get; }

    /// <summary>Own needs that are open.</summary>
    public RowList<NeedState> Needs { get; }

    /// <summary>The place of a need among the open ones, or −1.</summary>
    public int FindNeed(NeedKey key)
    {
        Span<NeedState> needs = Needs.Items;
        for (int i = 0; i < needs.Length; i++)
        {
            if (needs[i].Key == key) return i;
        }
        return -1;
    }

    /// <summary>True if not reserved, travelling, helping or talking.</summary>
    public bool IsFree(Minute now) => State.BusyUntil <= now;
}
