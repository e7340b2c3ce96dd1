using Jinlin.Model.World;

namespace Jinlin.Planner.Towns;

/// <summary>
/// A town known as a network: a table of residents and a table of directed pairs, and which of their columns say what.
/// Other columns are looked at for personal data and otherwise not read.
/// </summary>
public sealed record NetworkSource
{
    public required string Name { get; init; }

    /// <summary>A CSV or .xlsx file with one row per resident.</summary>
    public required string Residents { get; init; }

    /// <summary>A CSV or .xlsx file with one row per directed pair of residents.</summary>
    public required string Dyads { get; init; }

    /// <summary>Synthetic or consented.</summary>
    public required Provenance Provenance { get; init; }

    public required int CensusYear { get; init; }

    public string? Attribution { get; init; }

    /// <summary>The residents' columns. A household column is required; age and sex may be absent (null).</summary>
    public string Id { get; init; } = "id";

    public string Household { get; init; } = "household";

    public string? Age { get; init; } = "age";

    public string? Sex { get; init; } = "sex";

    /// <summary>The pairs' columns.</summary>
    public string From { get; init; } = "from";

    public string To { get; init; } = "to";

    /// <summary>
    /// Columns of 0 and 1, each one side's report of the same tie (NA or empty: not asked). A tie is one on which all
    /// reports agree. None: every row is a tie.
    /// </summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Strength of every tie, above 0, at most 1: a report of who helps says nothing finer.</summary>
    public double Strength { get; init; } = .5;
}
