using System.CommandLine;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin run SCENARIO</c>: simulates, shows the indicators and leaves a folder.</summary>
internal static class RunCommand
{
    /// <summary>More seeds than any interval needs.</summary>
    private const int MostReplications = 10_000;

    internal const int MostThreads = 1_024;

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = Words.RunScenarioHelp };
        var policies = new Option<string[]>("--policy") { Description = Words.RunPolicyHelp, HelpName = "P" };
        var shocks = new Option<string[]>("--shock") { Description = Words.RunShockHelp, HelpName = "FILE" };
        var seed = new Option<ulong?>("--seed") { Description = Words.RunSeedHelp };
        var days = new Option<int?>("--days") { Description = Words.RunDaysHelp };
        var threads = new Option<int?>("--threads") { Description = Words.RunThreadsHelp };
        var replications = new Option<int>("--replications")
        {
            Description = Words.RunReplicationsHelp,
            DefaultValueFactory = _ => 1,
        };
        var output = new Option<string?>("--out") { Description = Words.RunOutHelp, HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = Words.RunJsonHelp };
        var invariants = new Option<bool>("--invariants") { Description = Words.RunInvariantsHelp };
        var messages = new Option<bool>("--messages") { Description = Words.RunMessagesHelp };
        var cluster = new Option<string?>("--cluster") { Description = Words.RunClusterHelp, HelpName = "HOST:PORT" };
        var activate = new Option<double>("--activate") { Description = Words.RunActivateHelp, HelpName = "SHARE" };
        activate.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(result.GetValueOrDefault<double>() is >= 0 and <= 1))
                result.AddError($"--activate: {Words.FoundExpected(result.Tokens[0].Value, Words.Number(0, 1))}");
        });
        Bound(days, 1, ScenarioFile.MostDays);
        Bound(threads, 1, MostThreads);
        Bound(replications, 1, MostReplications);
        var command = new Command("run", Words.RunHelp)
        {
            scenario, policies, shocks, seed, days, threads, replications, output, json, invariants, messages,
            cluster, activate,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string file = parsed.GetRequiredValue(scenario);
            string[] chosenPolicies = parsed.GetValue(policies) ?? [], chosenShocks = parsed.GetValue(shocks) ?? [];
            ScenarioInput input = ScenarioFile.Read(file, new ScenarioChanges(
                chosenPolicies.Length > 0 ? chosenPolicies : null, chosenShocks.Length > 0 ? chosenShocks : null,
                parsed.GetValue(days)));
            int count = parsed.GetValue(replications);
            ulong first = parsed.GetValue(seed) ?? input.Seed;
            string CommandOf(ulong oneSeed, int seeds) => ShellWords.Join(
            [
                "jinlin", "run", file,
                .. chosenPolicies.SelectMany(p => new[] { "--policy", p }),
                .. chosenShocks.SelectMany(s => new[] { "--shock", s }),
                "--seed", $"{oneSeed}",
                .. parsed.GetValue(days) is { } d ? new[] { "--days", $"{d}" } : [],
                .. seeds > 1 ? new[] { "--replications", $"{seeds}" } : [],
            ]);
            var plan = new RunPlan
            {
                Scenario = input.Scenario,
                Files = [.. input.Files.Distinct().Select(HashedFile.Read)],
                Seed = first,
                Replications = count,
                Threads = parsed.GetValue(threads),
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
                VerifyInvariants = parsed.GetValue(invariants),
                ShowMessages = parsed.GetValue(messages),
                Cluster = parsed.GetValue(cluster),
                Activated = parsed.GetValue(activate),
                Command = CommandOf(first, count),
                CommandFor = one => CommandOf(one, 1) + (parsed.GetValue(invariants) ? " --invariants" : ""),
            };
            return new RunSession(terminal, plan).Execute(cancellation);
        }, CancellationToken.None));
        return command;
    }

    internal static void Bound<T>(Option<T> option, int low, int high) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && (value < low
            || value > high))
            result.AddError($"{option.Name}: {Words.FoundExpected($"{value}", Words.WholeNumber(low, high))}");
    });
}
