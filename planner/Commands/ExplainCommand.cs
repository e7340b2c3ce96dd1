using System.CommandLine;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Explain;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;
using Command = System.CommandLine.Command;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin explain</c>: one need of one simulated resident in two worlds, and what made the difference.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string>("SCENARIO|FOLDER") { Description = Words.ExplainWhatHelp };
        var policies = new Option<string[]>("--policy") { Description = Words.ExplainPolicyHelp, HelpName = "P" };
        var shocks = new Option<string[]>("--shock") { Description = Words.RunShockHelp, HelpName = "FILE" };
        var seed = new Option<ulong?>("--seed") { Description = Words.ExplainSeedHelp };
        var days = new Option<int?>("--days") { Description = Words.RunDaysHelp };
        var need = new Option<string?>("--need") { Description = Words.ExplainNeedHelp, HelpName = "ID" };
        var resident = new Option<uint?>("--resident") { Description = Words.ExplainResidentHelp, HelpName = "ID" };
        var threads = new Option<int?>("--threads") { Description = Words.RunThreadsHelp };
        var json = new Option<bool>("--json") { Description = Words.ExplainJsonHelp };
        RunCommand.Bound(days, 1, ScenarioFile.MostDays);
        RunCommand.Bound(threads, 1, RunCommand.MostThreads);
        var command = new Command("explain", Words.ExplainHelp)
        {
            what, policies, shocks, seed, days, need, resident, threads, json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var inputs = new ExplainInputs(
                parsed.GetRequiredValue(what), parsed.GetValue(policies) ?? [], parsed.GetValue(shocks) ?? [],
                parsed.GetValue(seed), parsed.GetValue(days)).FromFolder();
            (ScenarioInput input, ulong one) = inputs.Read();
            if (parsed.GetValue(need) is not null && parsed.GetValue(resident) is { } both)
                throw new InputException(new InputError("--resident", 0, $"{both}", Words.OneOfTwo));
            NeedName? name = parsed.GetValue(need) is { } written ? Named(written, input.Scenario) : null;
            ActorId? whose = name?.Resident ?? (parsed.GetValue(resident) is { } id ? new ActorId(id) : null);
            int cores = parsed.GetValue(threads) ?? Environment.ProcessorCount;
            IReadOnlyList<Explanation> all;
            try
            {
                all = Explained(input.Scenario, one, whose, name, cores, cancellation);
            }
            catch (ModelException e)
            {
                throw new ModelFailure(e, one, inputs.Again(one));
            }
            if (parsed.GetValue(json)) terminal.Out.WriteLine(ExplainOutput.Json(input.Scenario.Name, one, all));
            else ExplainOutput.Write(terminal, input.Scenario.Name, one, all);
            return ExitCode.Done;
        }, CancellationToken.None));
        return command;
    }

    private static Explanation[] Explained(
        Scenario scenario, ulong seed, ActorId? whose, NeedName? name, int threads, CancellationToken cancellation)
    {
        IReadOnlyList<WatchedWorld> worlds = WatchedWorld.Run(
            scenario, seed, scenario.Policies, whose, threads, cancellation);
        if (whose is { } who && worlds[0].Estates.Count == 0)
        {
            throw new InputException(new InputError(
                name is null ? "--resident" : "--need", 0, $"{who.Value}", Words.NoSuchResident(Ranges(scenario, seed))));
        }
        return [.. worlds.Skip(1).Select(world =>
        {
            var teller = new StoryTeller(scenario, seed, worlds[0], world);
            if (whose is not { } resident) return Explanation.OfExtremes(teller);
            Story? story = name is { } asked ? teller.Tell(asked) : teller.Tell(resident);
            if (story is not null) return Explanation.Of(teller, [(StoryRole.Asked, story)]);
            throw new InputException(name is { } missing
                ? new InputError("--need", 0, missing.Write(scenario.Calendar), Words.NoSuchNeed(
                    $"{scenario.Calendar.Start:yyyy-MM-dd}",
                    $"{scenario.Calendar.Start.AddDays(scenario.HorizonDays - 1):yyyy-MM-dd}"))
                : new InputError("--resident", 0, $"{resident.Value}", Words.NoNeeds));
        })];
    }

    private static NeedName Named(string written, Scenario scenario) => NeedName.Parse(written, scenario.Calendar)
        ?? throw new InputException(new InputError("--need", 0, SafeText.Quoted(written), Words.NeedForm));

    /// <summary>The numbers of the residents of the first estates.</summary>
    private static string Ranges(Scenario scenario, ulong seed)
    {
        const int Shown = 3;
        using var town = new Town(new NearNeighborModel(scenario with { Policies = [] }, seed), 1);
        Roster[] estates = [.. town.Neighborhoods.Select(n => n.Population).OfType<EstatePopulation>()
            .Take(Shown + 1).Select(e => e.Roster)];
        return string.Join(", ", estates.Take(Shown).Select(r =>
            $"{r.First.Value}–{r.First.Value + (uint)r.Residents.Length - 1}")) + (estates.Length > Shown ? ", …" : "");
    }
}
