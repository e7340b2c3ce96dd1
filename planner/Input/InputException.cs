namespace Jinlin.Planner.Input;

/// <summary>What is wrong with an input: where, what was found, what was expected.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Value">What the file says, shortened for display.</param>
/// <param name="Expectation">What would have been right.</param>
public sealed record InputError(string File, int Line, string Value, string Expectation);

/// <summary>An input that cannot be used: one error, exit code 2.</summary>
public sealed class InputException(InputError error)
    : Exception($"{error.File}:{error.Line}: found {error.Value}; expected {error.Expectation}")
{
    public InputError Error { get; } = error;
}
