namespace Jinlin.Planner.Input;

/// <summary>Collects what is wrong with some inputs so that a planner corrects all of it at once.</summary>
public sealed class Problems
{
    private readonly List<InputError> _errors = [];

    public IReadOnlyList<InputError> Errors => _errors;

    public void Add(InputNode at, string expectation) => Add(at, at.Shown, expectation);

    /// <param name="at">Where.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="expectation">What would have been right.</param>
    public void Add(InputNode at, string found, string expectation) =>
        Add(new InputError(at.File, at.Line, found, expectation, at.Column));

    public void Add(InputException exception)
    {
        foreach (InputError error in exception.Errors) Add(error);
    }

    public void Add(InputError error)
    {
        if (_errors.Count < InputLimits.Errors && !_errors.Contains(error)) _errors.Add(error);
    }

    /// <exception cref="InputException">If there is any.</exception>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0) throw new InputException(_errors);
    }
}
