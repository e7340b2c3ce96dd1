namespace Jinlin.Model.World;

/// <summary>Where a town's people come from (law 8).</summary>
public enum Provenance
{
    /// <summary>Drawn from published marginals.</summary>
    Synthetic,

    /// <summary>Synthetic residents that match given totals per estate.</summary>
    Aggregate,

    /// <summary>Given person by person, with consent, under ids keyed anew.</summary>
    Consented,
}

/// <summary>
/// A town before anybody lives in it: estates with their totals, or people as imported. Written by the scenario's
/// synthesis section or by an importer; synthesis turns it into rosters, keyed by the seed.
/// </summary>
public sealed record TownPlan
{
    public required string Name { get; init; }

    public required Provenance Provenance { get; init; }

    /// <summary>One year for all marginals, for example 2020.</summary>
    public required int CensusYear { get; init; }

    public required IReadOnlyList<string> Districts { get; init; }

    public required IReadOnlyList<EstatePlan> Estates { get; init; }

    /// <summary>
    /// What a map or report must say about the source, for example OpenStreetMap's attribution; or null.
    /// </summary>
    public string? Attribution { get; init; }

    /// <summary>Residents of the whole city to which the departments' capacity belongs.</summary>
    public int CityPopulation { get; init; } = 5_163_970;
}

/// <summary>One estate's totals and place. Shares are 0 to 1.</summary>
public sealed record EstatePlan
{
    public required string Name { get; init; }

    /// <summary>Index into <see cref="TownPlan.Districts"/>.</summary>
    public int District { get; init; }

    /// <summary>Numbers of the subdistrict (街道) and community (社区) within the town, from 0.</summary>
    public int Subdistrict { get; init; }

    public int Community { get; init; }

    /// <summary>1 to 60,000.</summary>
    public required int Population { get; init; }

    /// <summary>1 to population.</summary>
    public required int Households { get; init; }

    /// <summary>1 to 500.</summary>
    public required int Buildings { get; init; }

    /// <summary>Residents aged 60 and over.</summary>
    public required int Over60 { get; init; }

    /// <summary>Residents aged 80 and over who live alone; null: drawn from the marginals.</summary>
    public int? Over80Alone { get; init; }

    /// <summary>
    /// Organizations with premises in the estate, 0 to 1,000: as many may become partners or check in at the rota;
    /// null: no such bound.
    /// </summary>
    public int? Organizations { get; init; }

    /// <summary>Residents of collective households among the population.</summary>
    public int Collective { get; init; }

    /// <summary>Share of adults without local registration.</summary>
    public double MigrantShare { get; init; } = 0.3;

    /// <summary>Floors of a typical building, 1 to 60; those of seven or more have a lift.</summary>
    public int Floors { get; init; } = 8;

    /// <summary>Place of the estate's centre on the town's map, metres; synthetic unless imported.</summary>
    public double X { get; init; }

    public double Y { get; init; }

    /// <summary>Footprints as imported, in building order, metres on the town's map; null: synthetic places.</summary>
    public IReadOnlyList<Footprint>? Footprints { get; init; }

    /// <summary>People as imported, ordered by building and household; null: synthesized from the totals.</summary>
    public IReadOnlyList<ImportedResident>? People { get; init; }

    /// <summary>
    /// Ties among <see cref="People"/> as imported (indices into it); null: stationary synthetic ties.
    /// </summary>
    public IReadOnlyList<InitialTie>? Ties { get; init; }

    /// <summary>
    /// Ties of <see cref="People"/> to people of other estates as imported, by who has them; null: friends across town
    /// are drawn.
    /// </summary>
    public IReadOnlyList<ImportedFarTie>? FarTies { get; init; }
}

/// <summary>One end of an imported tie between estates; the other end has a row of its own, or none.</summary>
/// <param name="From">Index into the own estate's people.</param>
/// <param name="Estate">Index of the other estate in the town.</param>
/// <param name="To">Index into the other estate's people.</param>
/// <param name="Strength">Above 0, at most 1.</param>
public readonly record struct ImportedFarTie(int From, int Estate, int To, float Strength);

/// <summary>An imported building: its outline (closed, metres) and storeys.</summary>
public sealed record Footprint(IReadOnlyList<(double X, double Y)> Outline, int Floors, int Lifts);

/// <summary>
/// One imported resident. Null or unset facts are drawn from the marginals. There is no name, number or address.
/// </summary>
/// <param name="Household">Number of the household within the estate, from 0, non-decreasing.</param>
/// <param name="Building">Number of the building within the estate, from 0, non-decreasing.</param>
/// <param name="Age">0 to 110.</param>
public sealed record ImportedResident(
    int Household, int Building, int? Age, bool? Woman = null, bool? Frail = null, bool? Disabled = null,
    bool? Migrant = null, bool? Clinician = null);
