using System.CommandLine;
using System.Text.Json;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Commands;

/// <summary><c>jinlin sweep FILE</c>: many points of a scenario's inputs, a table of outcomes.</summary>
internal static class SweepCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("SWEEP") { Description = Words.SweepFileHelp };
        var common = new SweepArguments();
        var command = new Command("sweep", Words.SweepHelp) { file };
        common.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            SweepPlan plan = SweepFile.Read(
                parsed.GetRequiredValue(file), common.Changes(parsed),
                common.Command(parsed, "sweep", parsed.GetRequiredValue(file)));
            bool json = common.IsJson(parsed);
            var session = new SweepSession(terminal, plan, common.Options(parsed));
            Sweep sweep = session.Execute(cancellation);
            if (json) terminal.Out.WriteLine(Json(plan, sweep, session.Folder));
            else
            {
                terminal.Write($"{Words.ReusedRuns((int)sweep.State.Reused, (int)sweep.State.Done)}");
                foreach (FailedRun failed in sweep.Failures.Take(5))
                    terminal.Fail(Words.SweepFailed(failed.Point, failed.Seed, failed.World, failed.Why));
                if (sweep.Failures.Count > 5) terminal.Fail(Words.MoreFailed(sweep.Failures.Count - 5));
                terminal.Out.WriteLine($"{Words.RunFolderIs} {SafeText.Plain(session.Folder)}");
                terminal.Write($"[dim]{Words.Disclaimer}[/]");
            }
            return sweep.Failures.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        }, CancellationToken.None));
        return command;
    }

    private static string Json(SweepPlan plan, Sweep sweep, string folder) => JsonSerializer.Serialize(new
    {
        name = plan.Name,
        points = plan.Design.Points,
        seeds = plan.Seeds,
        runs = sweep.State.Done,
        reused = sweep.State.Reused,
        failed = sweep.State.Failed,
        folder,
    });
}

/// <summary>What the commands share that run a sweep.</summary>
internal sealed class SweepArguments
{
    private readonly Option<int?> _seeds = new("--seeds") { Description = Words.SweepSeedsHelp };
    private readonly Option<ulong?> _seed = new("--seed") { Description = Words.CompareSeedHelp };
    private readonly Option<int?> _days = new("--days") { Description = Words.RunDaysHelp };
    private readonly Option<int?> _threads = new("--threads") { Description = Words.RunThreadsHelp };
    private readonly Option<string?> _out = new("--out") { Description = Words.SweepOutHelp, HelpName = "FOLDER" };
    private readonly Option<string?> _store = new("--store") { Description = Words.CompareStoreHelp, HelpName = "FOLDER" };
    private readonly Option<bool> _json = new("--json") { Description = Words.RunJsonHelp };

    public void AddTo(Command command)
    {
        RunCommand.Bound(_seeds, 1, SweepFile.MostSeeds);
        RunCommand.Bound(_days, 1, ScenarioFile.MostDays);
        RunCommand.Bound(_threads, 1, RunCommand.MostThreads);
        foreach (Option option in (Option[])[_seeds, _seed, _days, _threads, _out, _store, _json]) command.Add(option);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public SweepChanges Changes(ParseResult parsed) =>
        new(parsed.GetValue(_seeds), parsed.GetValue(_seed), parsed.GetValue(_days));

    public SweepOptions Options(ParseResult parsed) => new()
    {
        Threads = parsed.GetValue(_threads),
        Out = parsed.GetValue(_out),
        Json = parsed.GetValue(_json),
        Store = parsed.GetValue(_store) ?? ReplicationStore.DefaultFolder(Environment.GetEnvironmentVariable),
    };

    /// <summary>The command line that does it again: everything that changes a result.</summary>
    public string Command(ParseResult parsed, params IEnumerable<string> own) => ShellWords.Join(
    [
        "jinlin", .. own,
        .. parsed.GetValue(_seeds) is { } seeds ? new[] { "--seeds", $"{seeds}" } : [],
        .. parsed.GetValue(_seed) is { } seed ? new[] { "--seed", $"{seed}" } : [],
        .. parsed.GetValue(_days) is { } days ? new[] { "--days", $"{days}" } : [],
    ]);
}
