using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Commands;

/// <summary>
/// Where a command writes. <see cref="Out"/> is what scripts read, <see cref="Screen"/> the same stream with tables and
/// color on a terminal and plain text where it is piped, <see cref="Error"/> what went wrong and progress.
/// </summary>
public sealed class Terminal
{
    private Terminal(TextWriter output, TextWriter error, bool isPiped, bool errorIsPiped)
    {
        (Out, Error) = (output, error);
        Screen = Console(output, isPiped);
        ErrorScreen = Console(error, errorIsPiped);
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    public IAnsiConsole Screen { get; }

    /// <summary>For progress: standard error, so that standard output stays clean.</summary>
    public IAnsiConsole ErrorScreen { get; }

    /// <summary>The process's own streams.</summary>
    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error,
        System.Console.IsOutputRedirected, System.Console.IsErrorRedirected);

    /// <summary>Plain text into two writers.</summary>
    public static Terminal Into(TextWriter output, TextWriter error) => new(output, error, true, true);

    /// <summary>One line of an error, safe whatever a file put into it.</summary>
    public void Fail(string line) => Error.WriteLine(SafeText.Plain(line));

    /// <summary>Markup in which every value is text: <c>Write($"[bold]{name}[/]")</c>.</summary>
    public void Write(FormattableString markup) => Screen.MarkupLine(string.Format(
        System.Globalization.CultureInfo.InvariantCulture, markup.Format, [.. markup.GetArguments().Select(Escaped)]));

    private static object? Escaped(object? value) =>
        value is string text ? SafeText.Markup(text) : value is null ? null : SafeText.Markup(Shown(value));

    private static string Shown(object value) =>
        value is IFormattable f ? f.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : $"{value}";

    private static IAnsiConsole Console(TextWriter writer, bool isPiped)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isPiped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPiped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPiped ? InteractionSupport.No : InteractionSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (isPiped) console.Profile.Width = PipedWidth;
        return console;
    }

    /// <summary>Characters per line where nobody's window bounds it.</summary>
    private const int PipedWidth = 120;
}
