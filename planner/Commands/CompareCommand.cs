using System.CommandLine;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin compare SCENARIO</c>: policies under the same seeds, a verdict for each, and a folder.</summary>
internal static class CompareCommand
{
    /// <summary>More pairs than any interval needs.</summary>
    private const int MostPairs = 10_000;

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = Words.RunScenarioHelp };
        var policies = new Option<string[]>("--policy") { Description = Words.ComparePolicyHelp, HelpName = "P" };
        var shocks = new Option<string[]>("--shock") { Description = Words.RunShockHelp, HelpName = "FILE" };
        var seeds = new Option<int>("--seeds")
        {
            Description = Words.CompareSeedsHelp,
            DefaultValueFactory = _ => StoppingRule.LeastForMeans,
        };
        var seed = new Option<ulong?>("--seed") { Description = Words.CompareSeedHelp };
        var precision = new Option<double?>("--precision") { Description = Words.ComparePrecisionHelp };
        var maximum = new Option<int>("--max-replications")
        {
            Description = Words.CompareMaximumHelp,
            DefaultValueFactory = _ => ExperimentPlan.DefaultMaximum,
        };
        var days = new Option<int?>("--days") { Description = Words.RunDaysHelp };
        var threads = new Option<int?>("--threads") { Description = Words.RunThreadsHelp };
        var cluster = new Option<string?>("--cluster") { Description = Words.RunClusterHelp, HelpName = "HOST:PORT" };
        var output = new Option<string?>("--out") { Description = Words.CompareOutHelp, HelpName = "FOLDER" };
        var store = new Option<string?>("--store") { Description = Words.CompareStoreHelp, HelpName = "FOLDER" };
        var json = new Option<bool>("--json") { Description = Words.RunJsonHelp };
        RunCommand.Bound(seeds, 2, MostPairs);
        RunCommand.Bound(maximum, 2, MostPairs);
        RunCommand.Bound(days, 1, ScenarioFile.MostDays);
        RunCommand.Bound(threads, 1, RunCommand.MostThreads);
        var command = new Command("compare", Words.CompareHelp)
        {
            scenario, policies, shocks, seeds, seed, precision, maximum, days, threads, cluster, output, store,
            json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string file = parsed.GetRequiredValue(scenario);
            string[] worlds = parsed.GetValue(policies) ?? [], chosenShocks = parsed.GetValue(shocks) ?? [];
            double? half = parsed.GetValue(precision);
            Refuse(worlds, half);
            ScenarioInput input = ScenarioFile.Read(file, new ScenarioChanges(
                worlds, chosenShocks.Length > 0 ? chosenShocks : null, parsed.GetValue(days), Alternatives: true));
            string[] shared =
            [
                .. chosenShocks.SelectMany(s => new[] { "--shock", s }),
                .. parsed.GetValue(days) is { } d ? new[] { "--days", $"{d}" } : [],
            ];
            ulong first = parsed.GetValue(seed) ?? input.Seed;
            var plan = new ExperimentPlan
            {
                Scenario = input.Scenario,
                Files = [.. input.Files.Distinct().Select(HashedFile.Read)],
                Seed = first,
                Seeds = parsed.GetValue(seeds),
                Precision = half,
                Maximum = parsed.GetValue(maximum),
                Command = ShellWords.Join(
                [
                    "jinlin", "compare", file, .. worlds.SelectMany(p => new[] { "--policy", p }), .. shared,
                    "--seed", $"{first}", "--seeds", $"{parsed.GetValue(seeds)}",
                    .. half is { } h
                        ? new[] { "--precision", Words.Shown(h), "--max-replications", $"{parsed.GetValue(maximum)}" }
                        : [],
                ]),
            };
            return new ExperimentSession(terminal, plan, new ExperimentOptions
            {
                Threads = parsed.GetValue(threads),
                Cluster = parsed.GetValue(cluster),
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
                Store = parsed.GetValue(store)
                    ?? ReplicationStore.DefaultFolder(Environment.GetEnvironmentVariable),
                // Two pairs, so that a seed whose assumptions were drawn is the second again.
                CommandFor = one => ShellWords.Join(
                [
                    "jinlin", "compare", file, .. worlds.SelectMany(p => new[] { "--policy", p }), .. shared,
                    "--seed", $"{one - ((one - first) % 2)}", "--seeds", "2",
                ]),
            }).Execute(cancellation);
        }, CancellationToken.None));
        return command;
    }

    private static void Refuse(string[] worlds, double? half)
    {
        if (worlds.Length < 2)
        {
            string found = worlds.Length == 0 ? Words.Nothing : SafeText.Quoted(worlds[0]);
            throw new InputException(new InputError("--policy", 0, found, Words.TwoPolicies));
        }
        if (half is { } h && !(h > 0 && double.IsFinite(h)))
            throw new InputException(new InputError("--precision", 0, Words.Shown(h), Words.APrecision));
    }
}
