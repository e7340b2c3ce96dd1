using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>A resident's address.</summary>
public readonly record struct ResidentId(uint Value)
{
    public static implicit operator ActorId(ResidentId id) => new(id.Value);

    public override string ToString() => $"resident {Value}";
}

/// <summary>A building's address.</summary>
public readonly record struct BuildingId(uint Value)
{
    public static implicit operator ActorId(BuildingId id) => new(id.Value);

    public override string ToString() => $"building {Value}";
}

/// <summary>An organization's address; reserved in every world, whether a policy creates it or not.</summary>
public readonly record struct OrganizationId(uint Value)
{
    public static implicit operator ActorId(OrganizationId id) => new(id.Value);

    public override string ToString() => $"organization {Value}";
}
