using System.CommandLine;
using System.CommandLine.Parsing;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary>The root of <c>jinlin</c>: its commands, its language, and how it ends.</summary>
public static class CommandLine
{
    /// <summary>Runs one command on the process's own streams and returns the exit code.</summary>
    public static Task<int> RunAsync(string[] arguments) =>
        RunAsync(arguments, Terminal.OfProcess(), Environment.GetEnvironmentVariable);

    /// <param name="arguments">The command line without the program's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="environment">Reads an environment variable, for the locale.</param>
    /// <param name="cancellation">Ends the command as Ctrl-C does.</param>
    public static async Task<int> RunAsync(
        string[] arguments, Terminal terminal, Func<string, string?> environment,
        CancellationToken cancellation = default)
    {
        Language.IsChinese = Language.WantsChinese(arguments, environment);
        ParseResult parsed = Root(terminal).Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors) terminal.Fail($"jinlin: {OneLine(error.Message)}");
            return ExitCode.BadInput;
        }
        return await EndAsync(terminal, () => parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
            },
            cancellation));
    }

    /// <summary>Runs a command and says in plain lines on standard error why it could not end as it should.</summary>
    internal static async Task<int> EndAsync(Terminal terminal, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (InputException e)
        {
            foreach (InputError error in e.Errors) terminal.Fail(error.ToString());
            return ExitCode.BadInput;
        }
        catch (ModelFailure e)
        {
            terminal.Fail(Words.ModelBroke(e.Cause.Message));
            terminal.Fail(Words.BrokeWhere(e.Seed, e.Cause.At.Value, e.Cause.Actor.Value));
            terminal.Fail(Words.BrokeReplay(e.Replay));
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Fail(Words.Interrupted);
            return ExitCode.Interrupted;
        }
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static RootCommand Root(Terminal terminal)
    {
        var language = new Option<string>("--lang")
        {
            Description = Words.LangHelp,
            HelpName = "en|zh",
            Recursive = true,
        };
        language.AcceptOnlyFromAmong("en", "zh");
        var root = new RootCommand($"{Words.RootHelp}\n\n{Words.Disclaimer}") { language };
        foreach (Command command in Commands(terminal)) root.Add(command);
        return root;
    }

    /// <summary>One file per command in this folder; the order is the order of the help.</summary>
    private static IEnumerable<Command> Commands(Terminal terminal) =>
    [
        RunCommand.Create(terminal),
        CompareCommand.Create(terminal),
        ReportCommand.Create(terminal),
        SweepCommand.Create(terminal),
        SensitivityCommand.Create(terminal),
        DiscoverCommand.Create(terminal),
        ValidateCommand.Create(terminal),
        VerifyCommand.CreateBundle(terminal),
        VerifyCommand.CreateVerify(terminal),
        CheckCommand.Create(terminal),
        TownCommand.Create(terminal),
        MechanismsCommand.Create(terminal),
        ModelCommand.Create(terminal),
        AcceptanceCommand.Create(terminal),
        ChaosCommand.Create(terminal),
    ];
}
