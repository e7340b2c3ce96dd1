using System.CommandLine;
using System.Text.Json;
using Jinlin.Planner.Discovery;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin discover FOLDER --fails "…"</c>: the conditions under which a policy fails.</summary>
internal static class DiscoverCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("FOLDER") { Description = Words.DiscoverFolderHelp };
        var fails = new Option<string>("--fails") { Description = Words.FailsHelp, HelpName = "\"X < N\"", Required = true };
        var policy = new Option<string?>("--policy") { Description = Words.DiscoverPolicyHelp, HelpName = "P" };
        var against = new Option<string?>("--against") { Description = Words.AgainstHelp, HelpName = "P" };
        var box = new Option<int?>("--box") { Description = Words.BoxHelp };
        var peel = new Option<double>("--peel") { Description = Words.PeelHelp, DefaultValueFactory = _ => .05 };
        var mass = new Option<double>("--least-mass") { Description = Words.LeastMassHelp, DefaultValueFactory = _ => .05 };
        var json = new Option<bool>("--json") { Description = Words.RunJsonHelp };
        var command = new Command("discover", Words.DiscoverHelp) { folder, fails, policy, against, box, peel, mass, json };
        command.SetAction(parsed =>
        {
            SweptCases cases = SweptCases.Read(parsed.GetRequiredValue(folder));
            Failing failing = Failing.Parse(parsed.GetRequiredValue(fails), cases.Outcomes);
            string one = Policy("--policy", parsed.GetValue(policy) ?? cases.Policies[^1], cases);
            string? baseline = parsed.GetValue(against) is { } named ? Policy("--against", named, cases) : null;
            Share("--peel", parsed.GetValue(peel));
            Share("--least-mass", parsed.GetValue(mass));
            IReadOnlyList<double> values = cases.Means(one, failing.Outcome);
            if (baseline is not null)
                values = [.. values.Zip(cases.Means(baseline, failing.Outcome), (v, b) => v - b)];
            int[] defined = [.. Enumerable.Range(0, values.Count).Where(i => double.IsFinite(values[i]))];
            CaseTable table = new CaseTable(cases.Conditions, [.. values.Select(failing.Holds)]).Of(defined);
            var prim = new Prim(parsed.GetValue(peel), LeastMass: parsed.GetValue(mass));
            IReadOnlyList<FoundBox> way = prim.Run(table);
            int chosen = parsed.GetValue(box) ?? Fitting(way);
            if (chosen < 0 || chosen >= way.Count)
                throw new InputException(new InputError("--box", 0, $"{chosen}", Words.WholeNumber(0, way.Count - 1)));
            var output = new DiscoveryOutput(table, way, chosen, Reproduced.Of(table, prim, way[chosen]));
            RobustnessTable? robustness = RobustnessTable.Of(
                cases, failing.Outcome, baseline is null ? failing.Threshold : double.NaN);
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(JsonSerializer.Serialize(new
                {
                    name = cases.Name,
                    fails = failing.ToString(),
                    policy = one,
                    against = baseline,
                    prim = output.Json(),
                    robustness = robustness?.Json(),
                }));
                return ExitCode.Done;
            }
            string what = Words.OutcomeIs(failing.Outcome, one, baseline);
            terminal.Write($"{Words.CasesAre(table.Count, table.OfInterest, $"{failing}", what)}");
            output.Write(terminal);
            robustness?.Write(terminal, failing.Outcome);
            terminal.Write($"[dim]{Words.Disclaimer}[/]");
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The box with the largest harmonic mean of coverage and density; among equals the one with fewer limits.</summary>
    private static int Fitting(IReadOnlyList<FoundBox> way) => Enumerable.Range(0, way.Count)
        .MaxBy(i => (2 * way[i].Coverage * way[i].Density / Math.Max(1e-12, way[i].Coverage + way[i].Density),
            -way[i].Restricted.Count, -i));

    private static string Policy(string option, string name, SweptCases cases) => cases.Policies.Contains(name)
        ? name
        : throw new InputException(new InputError(option, 0, SafeText.Quoted(name), Words.OneOf(name, [.. cases.Policies])));

    private static void Share(string option, double value)
    {
        if (!(value > 0 && value < .5))
            throw new InputException(new InputError(option, 0, Words.Shown(value), Words.ShareBelowHalf));
    }
}
