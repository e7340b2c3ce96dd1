namespace Jinlin.Planner.Input;

/// <summary>
/// What a scenario, policy or shock file may be at most. A file beyond it is a mistake or an attack.
/// </summary>
public static class InputLimits
{
    /// <summary>Bytes of one file: 1 MB.</summary>
    public const int Bytes = 1_000_000;

    /// <summary>Lists and sections within each other.</summary>
    public const int Depth = 32;

    /// <summary>Values and keys of one file.</summary>
    public const int Nodes = 100_000;

    /// <summary>Errors shown of one run of the reader; the rest follows from them more often than not.</summary>
    public const int Errors = 50;
}
