using System.Runtime.InteropServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.MutualHelp;

/// <summary>What somebody may need (section 3).</summary>
public enum NeedKind : byte
{
    Emergency,
    Fall,
    Care,
    Childcare,
    Errand,
    Digital,
    Meal,
    Repair,
    Public,
    Dispute,
    Lift,
    Favor,
    Supply,
}

/// <summary>
/// Which of a resident's needs: kind, day, ordinal. A fact that no policy can renumber, so it is the occasion of
/// all draws about the need, and names the same need in every world.
/// </summary>
public readonly record struct NeedKey(uint Value)
{
    /// <summary>How many kinds of needs there are.</summary>
    public const int Kinds = (int)NeedKind.Supply + 1;

    /// <param name="kind">What is needed.</param>
    /// <param name="day">0 to 4,095.</param>
    /// <param name="ordinal">0 to 7, among the needs of this kind and day.</param>
    /// <param name="fromShock">Whether a shock caused it: a stream of its own on top of the base needs.</param>
    public NeedKey(NeedKind kind, Day day, int ordinal, bool fromShock = false)
        : this(((uint)day.Value << 8) | (fromShock ? 0x80u : 0) | ((uint)(ordinal & 7) << 4) | (uint)kind)
    {
    }

    public NeedKind Kind => (NeedKind)(Value & 15);

    public Day Day => new((int)(Value >> 8) & 0xFFF);

    public int Ordinal => (int)(Value >> 4) & 7;

    public bool FromShock => (Value & 0x80) != 0;

    /// <summary>The occasion of the n-th try about this need (0 to 4,095): an ask, a post, an order.</summary>
    public uint Attempt(int n) => Value | ((uint)n << 20);

    public override string ToString() => $"{Kind} of {Day}.{Ordinal}{(FromShock ? " (shock)" : "")}";
}

/// <summary>How far a need is.</summary>
public enum NeedStatus : byte
{
    /// <summary>Nobody knows.</summary>
    Silent,

    /// <summary>Asked; no help confirmed.</summary>
    Asked,

    /// <summary>Somebody is on the way.</summary>
    Coming,

    /// <summary>Helped, but more helpers are expected (EMERGENCY); counts as resolved.</summary>
    Helped,
}

/// <summary>One open need in its owner's row.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct NeedState
{
    public NeedKey Key;

    public Minute Arose;

    public NeedStatus Status;

    /// <summary>How many ties were asked by name.</summary>
    public byte TiesAsked;

    /// <summary>How many asks of any kind; the number of the next attempt.</summary>
    public byte Attempts;

    /// <summary>Confirmed helpers, and those of them who have arrived.</summary>
    public byte Confirmed;

    public byte Arrived;

    /// <summary>Channels used so far.</summary>
    public Channels Channels;

    /// <summary>Free for the serving organization's protocol.</summary>
    public ushort Note;
}

/// <summary>Ways to ask; nobody depends on chat alone.</summary>
[Flags]
public enum Channels : byte
{
    None = 0,
    Tie = 1,
    Chat = 2,

    /// <summary>Phone to a service: ambulance, lift contractor, hotline.</summary>
    Phone = 4,

    /// <summary>Counter of an organization: property manager, branch, canteen.</summary>
    Counter = 8,
    Whistle = 16,

    /// <summary>Found by somebody else: a visit, a missed meal, a check.</summary>
    Found = 32,
}
