using System.CommandLine;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin report FOLDER…</c>: writes the reports of run and comparison folders again, in either language.</summary>
internal static class ReportCommand
{
    public static Command Create(Terminal terminal)
    {
        var folders = new Argument<string[]>("FOLDER")
        {
            Description = Words.ReportFolderHelp,
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("report", Words.ReportHelp) { folders };
        command.SetAction(parsed =>
        {
            // All are read before any is written.
            KeptReport[] reports = [.. parsed.GetRequiredValue(folders).Select(f => KeptReport.Of(f, Language.IsChinese))];
            foreach (KeptReport report in reports)
                terminal.Out.WriteLine($"{Words.ReportIs} {SafeText.Plain(report.Write())}");
            return ExitCode.Done;
        });
        return command;
    }
}
