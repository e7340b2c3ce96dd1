using System.CommandLine;
using Jinlin.Planner.Mechanisms;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin mechanisms</c>: measures every mechanism, on against off, and prints docs/mechanisms.md.</summary>
internal static class MechanismsCommand
{
    public static Command Create(Terminal terminal)
    {
        var seeds = new Option<int>("--seeds")
        {
            Description = Words.MechanismsSeedsHelp,
            DefaultValueFactory = _ => 30,
        };
        seeds.Validators.Add(result =>
        {
            if (result.GetValue(seeds) is < 2 or > 1000) result.AddError(Words.MechanismsSeedsRange);
        });
        var into = new Option<FileInfo?>("--out") { Description = Words.MechanismsOutHelp, HelpName = "FILE" };
        var command = new Command("mechanisms", Words.MechanismsHelp) { seeds, into };
        command.SetAction((parsed, cancellation) =>
        {
            int count = parsed.GetValue(seeds);
            string text = MechanismReport.Write(
                count, n => terminal.Error.Write(n == count ? $"\r{n}/{count}\n" : $"\r{n}/{count}"), cancellation);
            if (parsed.GetValue(into) is { } file) File.WriteAllText(file.FullName, text);
            else terminal.Out.Write(text);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
