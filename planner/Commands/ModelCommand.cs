using System.CommandLine;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary>
/// <c>jinlin model --tables FOLDER [--into FILE]</c>, hidden: prints the tables of docs/model.md that are read from the
/// code, or renews them in the document.
/// </summary>
internal static class ModelCommand
{
    public static Command Create(Terminal terminal)
    {
        var tables = new Option<DirectoryInfo>("--tables")
        {
            Description = Words.ModelTablesHelp,
            HelpName = "FOLDER",
            Required = true,
        };
        tables.AcceptExistingOnly();
        var into = new Option<FileInfo>("--into") { Description = Words.ModelIntoHelp, HelpName = "FILE" };
        into.AcceptExistingOnly();
        var command = new Command("model", Words.ModelHelp) { tables, into };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            string model = parsed.GetRequiredValue(tables).FullName;
            if (parsed.GetValue(into) is not { } file) terminal.Out.Write(ModelTables.All(model));
            else File.WriteAllText(file.FullName, ModelTables.Renewed(Text(file), model));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(FileInfo file) => File.ReadAllText(file.FullName).ReplaceLineEndings("\n");
}
