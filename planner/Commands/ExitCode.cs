namespace Jinlin.Planner.Commands;

/// <summary>How the command ends.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The model broke one of its own rules, or a claim did not hold: not the user's doing.</summary>
    public const int Failed = 1;

    /// <summary>An input or an argument cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The user interrupted, as shells count it: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
