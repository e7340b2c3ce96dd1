namespace Jinlin.Planner.Scenarios;

/// <summary>Names of code as files write them.</summary>
public static class KebabName
{
    /// <summary><c>HouseholdsPerHead</c> → <c>households-per-head</c>.</summary>
    public static string Of(string pascal) => string.Concat(pascal.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
