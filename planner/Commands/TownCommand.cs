using System.CommandLine;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin town SCENARIO</c>: what a town is made of; <c>template</c>: a sheet to fill in.</summary>
internal static class TownCommand
{
    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string?>("SCENARIO")
        {
            Description = Words.TownScenarioHelp,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("town", Words.TownHelp) { scenario, Template(terminal) };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(scenario) is not { } path)
            {
                terminal.Fail($"jinlin: {Words.ScenarioWanted}");
                return ExitCode.BadInput;
            }
            TownTables.Plan(terminal, ScenarioFile.Read(path).Scenario.Town);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Template(Terminal terminal)
    {
        var folder = new Option<string>("--out")
        {
            Description = Words.TownOutHelp,
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("template", Words.TownTemplateHelp) { folder };
        command.SetAction(parsed =>
        {
            foreach (string path in EstateSheet.WriteTemplate(parsed.GetValue(folder)!, Language.IsChinese))
                terminal.Out.WriteLine(SafeText.Plain(Words.Wrote(path)));
            return ExitCode.Done;
        });
        return command;
    }
}
