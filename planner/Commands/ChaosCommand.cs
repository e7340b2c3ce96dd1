using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Chaos;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Commands;

/// <summary>
/// <c>jinlin chaos</c>: swings a cluster up and down under a run and checks that nothing is lost; <c>recovery</c>: how
/// long a run stands still after a kill.
/// </summary>
internal static class ChaosCommand
{
    private const int MostSeeds = 10_000, MostSilos = 8;
    private const double MostMinutes = 24 * 60;

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public static Command Create(Terminal terminal)
    {
        var seed = new Option<ulong>("--seed") { Description = Words.ChaosSeedHelp, DefaultValueFactory = _ => 1 };
        var seeds = new Option<int>("--seeds") { Description = Words.ChaosSeedsHelp, DefaultValueFactory = _ => 1 };
        var minutes = new Option<double>("--minutes") { Description = Words.ChaosMinutesHelp, DefaultValueFactory = _ => 1 };
        var silos = new Option<int>("--silos") { Description = Words.ChaosSilosHelp, DefaultValueFactory = _ => 3 };
        var inProcess = new Option<bool>("--in-process") { Description = Words.ChaosInProcessHelp };
        Option<string> membership = Membership();
        Option<string?> program = Silo();
        var json = new Option<bool>("--json") { Description = Words.ChaosJsonHelp };
        RunCommand.Bound(seeds, 1, MostSeeds);
        RunCommand.Bound(silos, 2, MostSilos);
        minutes.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(result.GetValueOrDefault<double>() is > 0 and <= MostMinutes))
                result.AddError($"--minutes: {Words.FoundExpected(result.Tokens[0].Value, Words.Number(0, MostMinutes))}");
        });
        var command = new Command("chaos", Words.ChaosHelp)
        {
            seed, seeds, minutes, silos, inProcess, membership, program, json, Recovery(terminal),
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            async () =>
            {
                bool isInProcess = parsed.GetValue(inProcess);
                string? silo = isInProcess ? null : SiloProgram(parsed.GetValue(program));
                var results = new List<ChaosResult>();
                for (int i = 0; i < parsed.GetValue(seeds); i++)
                {
                    ulong one = parsed.GetValue(seed) + (ulong)i;
                    var plan = new ChaosPlan
                    {
                        Seed = one,
                        Length = TimeSpan.FromMinutes(parsed.GetValue(minutes)),
                        InProcess = isInProcess,
                        Silos = parsed.GetValue(silos),
                        FastMembership = parsed.GetValue(membership) == "fast",
                        Program = silo,
                        Command = ShellWords.Join(
                        [
                            "jinlin", "chaos", "--seed", $"{one}",
                            "--minutes", parsed.GetValue(minutes).ToString(CultureInfo.InvariantCulture),
                            "--silos", $"{parsed.GetValue(silos)}", "--membership", parsed.GetValue(membership)!,
                            .. isInProcess ? new[] { "--in-process" } : [],
                        ]),
                    };
                    ChaosResult result = await OfSeed(terminal, parsed.GetValue(json), plan, cancellation);
                    results.Add(result);
                    if (!parsed.GetValue(json)) Write(terminal, result);
                }
                if (parsed.GetValue(json)) terminal.Out.WriteLine(JsonSerializer.Serialize(results, Form));
                else if (results.Count > 1)
                    terminal.Out.WriteLine(Words.ChaosSum(results.Count, results.Count(r => r.Failure is not null)));
                return results.TrueForAll(r => r.Failure is null) ? ExitCode.Done : ExitCode.Failed;
            },
            CancellationToken.None));
        return command;
    }

    private static Command Recovery(Terminal terminal)
    {
        var times = new Option<int>("--times") { Description = Words.RecoveryTimesHelp, DefaultValueFactory = _ => 5 };
        Option<string> membership = Membership();
        Option<string?> program = Silo();
        var json = new Option<bool>("--json") { Description = Words.ChaosJsonHelp };
        RunCommand.Bound(times, 1, MostSeeds);
        var command = new Command("recovery", Words.RecoveryHelp) { times, membership, program, json };
        command.SetAction((parsed, cancellation) => Task.Run(
            async () =>
            {
                IReadOnlyList<RecoveryTime> measured = await RecoveryTimes.Measure(
                    SiloProgram(parsed.GetValue(program)), parsed.GetValue(membership) == "fast", parsed.GetValue(times),
                    time => terminal.Error.WriteLine(Words.RecoveryWas(
                        Words.RecoveryVictim(time.Coordinator), Seconds(time.Seconds))),
                    cancellation);
                if (parsed.GetValue(json))
                {
                    terminal.Out.WriteLine(JsonSerializer.Serialize(measured, Form));
                    return ExitCode.Done;
                }
                foreach (bool coordinator in (bool[])[false, true])
                {
                    double[] seconds = [.. measured.Where(m => m.Coordinator == coordinator).Select(m => m.Seconds).Order()];
                    terminal.Out.WriteLine(Words.RecoverySum(
                        parsed.GetValue(membership)!, Words.RecoveryVictim(coordinator), seconds.Length,
                        Seconds(seconds[0]), Seconds(seconds[seconds.Length / 2]), Seconds(seconds[^1])));
                }
                return ExitCode.Done;
            },
            CancellationToken.None));
        return command;
    }

    private static async Task<ChaosResult> OfSeed(
        Terminal terminal, bool quiet, ChaosPlan plan, CancellationToken cancellation)
    {
        if (quiet) return await ChaosRun.Of(plan, null, cancellation);
        if (!terminal.ErrorScreen.Profile.Capabilities.Interactive)
        {
            return await ChaosRun.Of(
                plan, (_, what) => { if (what is not null) terminal.Error.WriteLine(what); }, cancellation);
        }
        return await terminal.ErrorScreen.Status().StartAsync(
            SafeText.Markup(Words.ChaosSeedRuns(plan.Seed)),
            context => ChaosRun.Of(
                plan,
                (t, _) => context.Status = SafeText.Markup($"{Words.ChaosSeedRuns(plan.Seed)}: {Done(t)}"),
                cancellation));
    }

    private static void Write(Terminal terminal, ChaosResult result)
    {
        string done = Done(result.Tally);
        if (result.Failure is null)
        {
            terminal.Out.WriteLine(Words.ChaosHeld(result.Seed, done, result.Days, result.Epochs, Seconds(result.Seconds)));
            return;
        }
        terminal.Out.WriteLine(Words.ChaosBroke(result.Seed, SafeText.Plain(result.Failure), done));
        terminal.Out.WriteLine(Words.ChaosReplay(result.Command));
        if (result.Folder is not null) terminal.Out.WriteLine(Words.ChaosLeft(result.Folder));
    }

    private static string Done(ChaosTally t) =>
        Words.ChaosTally(t.Starts, t.Kills, t.Stops, t.Stalls, t.Acknowledged, t.Unanswered);

    private static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static Option<string> Membership()
    {
        var membership = new Option<string>("--membership")
        {
            Description = Words.ChaosMembershipHelp,
            DefaultValueFactory = _ => "fast",
        };
        membership.AcceptOnlyFromAmong("fast", "default");
        return membership;
    }

    private static Option<string?> Silo() => new("--silo") { Description = Words.ChaosSiloHelp, HelpName = "FILE" };

    /// <summary>Beside this program, or where a build of the whole solution leaves it.</summary>
    private static string SiloProgram(string? given)
    {
        const string name = "jinlin-silo.dll";
        string own = AppContext.BaseDirectory;
        string built = own.Replace(
            $"{Path.DirectorySeparatorChar}planner{Path.DirectorySeparatorChar}bin",
            $"{Path.DirectorySeparatorChar}silo{Path.DirectorySeparatorChar}bin", StringComparison.Ordinal);
        string[] places = given is not null ? [given] : [Path.Combine(own, name), Path.Combine(built, name)];
        return Array.Find(places, File.Exists)
            ?? throw new InputException(new InputError("--silo", 0, SafeText.Quoted(places[^1]), Words.ChaosSiloWanted));
    }
}
