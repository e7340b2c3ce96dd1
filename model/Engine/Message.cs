using System.Runtime.InteropServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// What one actor tells another: 16 bytes of header and 16 of payload. What the four payload words mean is a
/// matter of the message's kind. A list travels as a reference to an immutable block, never inline.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = 32)]
public readonly struct Message
{
    private readonly int _due;
    private readonly uint _receiverAndKind;
    private readonly uint _sender;
    private readonly ushort _delay;
    private readonly ushort _ordinal;

    /// <summary>The four words whose meaning the kind gives.</summary>
    public readonly uint A, B, C, D;

    /// <summary>The largest actor index within one neighborhood: 24 bits.</summary>
    public const int MaxActorsPerNeighborhood = 1 << 24;

    /// <summary>The longest time from sending to delivery, in minutes (45.5 days: 16 bits).</summary>
    public const int MaxDelay = ushort.MaxValue;

    internal Message(
        Minute due, int receiver, byte kind, ActorId sender, int delay, int ordinal, uint a, uint b, uint c, uint d)
    {
        _due = due.Value;
        _receiverAndKind = ((uint)receiver << 8) | kind;
        _sender = sender.Value;
        _delay = (ushort)delay;
        _ordinal = (ushort)ordinal;
        A = a;
        B = b;
        C = c;
        D = d;
    }

    /// <summary>The minute in which the receiver handles it.</summary>
    public Minute Due => new(_due);

    /// <summary>The minute in which it was sent.</summary>
    public Minute Sent => new(_due - _delay);

    /// <summary>The receiver's index within its neighborhood.</summary>
    public int Receiver => (int)(_receiverAndKind >> 8);

    /// <summary>What kind of message it is; the model names the kinds.</summary>
    public byte Kind => (byte)_receiverAndKind;

    public ActorId Sender => new(_sender);

    /// <summary>Its rank among the messages that its sender sent in the same minute.</summary>
    public ushort Ordinal => _ordinal;

    /// <summary>Receiver, then kind: the coarse part of the canonical order (law 3).</summary>
    internal uint ReceiverAndKind => _receiverAndKind;
}
