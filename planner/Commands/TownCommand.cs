using System.CommandLine;
using Jinlin.Model.Engine;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Towns;
using Jinlin.Planner.Wording;
using Command = System.CommandLine.Command;

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
        var command = new Command("town", Words.TownHelp) { scenario, Write(terminal), Template(terminal) };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(scenario) is not { } path)
            {
                terminal.Fail($"jinlin: {Words.ScenarioWanted}");
                return ExitCode.BadInput;
            }
            ScenarioInput input = ScenarioFile.Read(path);
            TownTables.Plan(terminal, input.Scenario.Town);
            if (input.Scenario.Town.Provenance == Provenance.Aggregate)
                TownTables.Fit(terminal, TownFit.Of(Synthesized(input)));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary><c>jinlin town write</c>: the people, households, buildings and ties of a synthetic town as files.</summary>
    private static Command Write(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = Words.TownScenarioHelp };
        var folder = new Option<string>("--out")
        {
            Description = Words.TownOutHelp,
            DefaultValueFactory = _ => ".",
        };
        var command = new Command("write", Words.TownWriteHelp) { scenario, folder };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(scenario)!;
            ScenarioInput input = ScenarioFile.Read(path);
            if (input.Scenario.Town.Provenance == Provenance.Consented)
                throw new InputException(new InputError(path, 1, "consented", Words.TownWriteRefused));
            foreach (string file in TownFiles.Write(
                parsed.GetValue(folder)!, input.Scenario.Town, Synthesized(input)))
                terminal.Out.WriteLine(SafeText.Plain(Words.Wrote(file)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Roster[] Synthesized(ScenarioInput input)
    {
        var model = new NearNeighborModel(input.Scenario, input.Seed);
        return [.. Enumerable.Range(0, model.Estates).Select(e => model.RosterOf(new NeighborhoodId(e)))];
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
