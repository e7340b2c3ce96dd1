using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// An estate organization's own changing state. Fields beyond the common ones serve the kinds named in their
/// comments. No padding: its bytes are hashed.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct OrganizationState
{
    /// <summary>Day + 1 on which it began; 0: it does not exist yet.</summary>
    public int FoundedDay;

    /// <summary>Volunteer minutes left in this week's budget.</summary>
    public int MinutesLeft;

    /// <summary>Number of the week (day / 7) to which <see cref="MinutesLeft"/> belongs.</summary>
    public int Week;

    /// <summary>Tasks begun today; the slot of today's host (venue).</summary>
    public int TasksToday;

    /// <summary>Day + 1 to which <see cref="TasksToday"/> belongs.</summary>
    public int Today;

    /// <summary>Orders that could not be served, since the start.</summary>
    public int Unfilled;

    /// <summary>What it tends, 0 to 1: litter-free, compliance, trees, consent, trust (rule 16).</summary>
    public float Stock;

    /// <summary>Day of the last update of <see cref="Stock"/>.</summary>
    public int StockDay;

    /// <summary>
    /// Decayed count of events of the kind the organization watches (posts), at <see cref="RateDay"/>.
    /// </summary>
    public float Rate;

    public int RateDay;

    /// <summary>When the next round through the orders is; 0: none is planned.</summary>
    public Minute RoundAt;

    /// <summary>Until when marshals keep the way through the works clear.</summary>
    public Minute WayClearUntil;

    /// <summary>Runs per day that the station allows this desk; 0 before its first mail.</summary>
    public int Quota;

    /// <summary>
    /// What a desk holds: duty runs of the week (duty desk); last day on which routes hold (hotline desk).
    /// </summary>
    public int Held;

    /// <summary>Orders refused for lack of what the pool shares, since the last report to the committee.</summary>
    public int Short;

    /// <summary>The first minute at which the next task may begin (property manager).</summary>
    public Minute NextFree;

    /// <summary>How much the shops care for their frontage, 0 to 1 (property manager).</summary>
    public float Care;
}

/// <summary>An order that waits for somebody to serve it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Order
{
    /// <summary>Who asked.</summary>
    public uint Asker;

    /// <summary>The need, as <see cref="MutualHelp.NeedKey"/>; 0: none (a visit).</summary>
    public uint Need;

    public Minute At;

    /// <summary>Smaller is served first.</summary>
    public byte Priority;

    public byte Tries;

    public ushort Note;
}

/// <summary>Somebody on an organization's list, and what the organization knows of them.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct Member
{
    public ActorId Who;

    /// <summary>Day of joining.</summary>
    public ushort Since;

    /// <summary>Day of the last duty.</summary>
    public ushort LastDuty;

    /// <summary>Minutes given to this organization.</summary>
    public int Minutes;
}

/// <summary>One estate organization as its handler sees it: its own row and lists.</summary>
public readonly ref struct Organization
{
    private readonly ref OrganizationState _state;

    internal Organization(
        OrganizationSlot slot, OrganizationId id, ref OrganizationState state, RowList<Order> orders,
        RowList<Member> members)
    {
        Slot = slot;
        Id = id;
        _state = ref state;
        Orders = orders;
        Members = members;
    }

    public OrganizationSlot Slot { get; }

    public OrganizationId Id { get; }

    public ref OrganizationState State => ref _state;

    /// <summary>Its queue.</summary>
    public RowList<Order> Orders { get; }

    /// <summary>Its members, volunteers, regulars or partners.</summary>
    public RowList<Member> Members { get; }
}
