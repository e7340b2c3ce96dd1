using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Input;

/// <summary>What is wrong with an input: where, what was found, what was expected.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Line">From 1; 0 where the whole file is meant.</param>
/// <param name="Value">What the file says; shortened and made safe for display.</param>
/// <param name="Expectation">What would have been right.</param>
/// <param name="Column">From 1; 0 where the whole line is meant.</param>
public sealed record InputError(string File, int Line, string Value, string Expectation, int Column = 0)
{
    /// <summary><c>file:line:column: found …; expected …</c>, always one line.</summary>
    public override string ToString()
    {
        string at = (Line, Column) switch
        {
            ( <= 0, _) => "",
            (_, <= 0) => $":{Line}",
            _ => $":{Line}:{Column}",
        };
        return SafeText.Plain(File + at + ": " + Words.FoundExpected(Value, Expectation));
    }
}
