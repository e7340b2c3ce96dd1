namespace Jinlin.Grains.Actors;

/// <summary>A simulated resident at a cut.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.ResidentProfile")]
public sealed record ResidentProfile
{
    /// <summary>Full years.</summary>
    [Id(0)]
    public required int Age { get; init; }

    /// <summary>The building's actor number.</summary>
    [Id(1)]
    public required uint Building { get; init; }

    [Id(2)]
    public required bool LivesAlone { get; init; }

    /// <summary>Names of the groups of the indicators that it belongs to.</summary>
    [Id(3)]
    public required string Groups { get; init; }

    /// <summary>Names of its traits.</summary>
    [Id(4)]
    public required string Traits { get; init; }

    /// <summary>Names of its roles.</summary>
    [Id(5)]
    public required string Roles { get; init; }

    /// <summary>0 to 1.</summary>
    [Id(6)]
    public required double Trust { get; init; }

    /// <summary>Probability of being lonely, 0 to 1; 0 under 65.</summary>
    [Id(7)]
    public required double Loneliness { get; init; }

    /// <summary>Minutes of help given since the start.</summary>
    [Id(8)]
    public required int MinutesGiven { get; init; }

    [Id(9)]
    public required OpenNeed[] OpenNeeds { get; init; }

    [Id(10)]
    public required Acquaintance[] Ties { get; init; }
}

/// <summary>A need that is open.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Arose">The minute in which it arose.</param>
/// <param name="Status">How far it has come: Silent, Asked, Coming or Helped.</param>
/// <param name="Key">Names it in the run's record.</param>
[GenerateSerializer, Immutable, Alias("jinlin.OpenNeed")]
public readonly record struct OpenNeed(
    [property: Id(0)] string Kind, [property: Id(1)] int Arose, [property: Id(2)] string Status,
    [property: Id(3)] uint Key);

/// <summary>A neighbor that a resident knows.</summary>
/// <param name="To">The neighbor's actor number.</param>
/// <param name="Strength">0 to 1; known from 0.1 on.</param>
[GenerateSerializer, Immutable, Alias("jinlin.Acquaintance")]
public readonly record struct Acquaintance([property: Id(0)] uint To, [property: Id(1)] double Strength);

/// <summary>A building at a cut.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.BuildingProfile")]
public sealed record BuildingProfile
{
    [Id(0)]
    public required int Floors { get; init; }

    [Id(1)]
    public required int Lifts { get; init; }

    [Id(2)]
    public required int Residents { get; init; }
}

/// <summary>An organization of an estate at a cut.</summary>
[GenerateSerializer, Immutable, Alias("jinlin.OrganizationProfile")]
public sealed record OrganizationProfile
{
    /// <summary>What it is: Branch, Canteen, …</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>The day on which it was founded; null: it does not exist in this world.</summary>
    [Id(1)]
    public required int? Founded { get; init; }

    [Id(2)]
    public required int Members { get; init; }

    /// <summary>Orders that wait.</summary>
    [Id(3)]
    public required int Waiting { get; init; }

    /// <summary>Orders that could not be served.</summary>
    [Id(4)]
    public required int Unfilled { get; init; }

    /// <summary>Minutes that its present members have given to it.</summary>
    [Id(5)]
    public required long MinutesGiven { get; init; }
}
