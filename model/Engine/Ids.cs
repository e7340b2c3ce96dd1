namespace Jinlin.Model.Engine;

/// <summary>
/// The address of an actor: its index in the whole town. The actors of one neighborhood have consecutive ids,
/// and an actor that a policy may create has its id in every world, so that no policy renumbers anybody.
/// </summary>
public readonly record struct ActorId(uint Value) : IComparable<ActorId>
{
    /// <summary>The sender of what comes from outside the simulation: commands of the journal.</summary>
    public static readonly ActorId Outside = new(uint.MaxValue);

    public int CompareTo(ActorId other) => Value.CompareTo(other.Value);

    public override string ToString() => this == Outside ? "outside" : $"#{Value}";
}

/// <summary>A neighborhood's index in the town, from 0. The city's services live in some of their own.</summary>
public readonly record struct NeighborhoodId(int Value) : IComparable<NeighborhoodId>
{
    public int CompareTo(NeighborhoodId other) => Value.CompareTo(other.Value);

    public override string ToString() => $"n{Value}";
}
