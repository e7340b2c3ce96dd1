namespace Jinlin.Planner.Input;

/// <summary>An input that cannot be used. The command prints one line per error and ends with exit code 2.</summary>
public sealed class InputException : Exception
{
    public InputException(InputError error)
        : this([error])
    {
    }

    /// <param name="errors">At least one, in the order in which they are shown.</param>
    public InputException(IReadOnlyList<InputError> errors)
        : base(string.Join('\n', errors)) => Errors = errors;

    /// <summary>The first of <see cref="Errors"/>.</summary>
    public InputError Error => Errors[0];

    public IReadOnlyList<InputError> Errors { get; }
}
