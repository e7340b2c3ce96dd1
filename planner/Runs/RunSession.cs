using System.Diagnostics;
using System.Text;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Runs;

/// <summary>Runs a plan from the first progress line to the folder, and says how it went.</summary>
public sealed class RunSession(Terminal terminal, RunPlan plan)
{
    /// <summary>Returns the exit code.</summary>
    /// <exception cref="InputException">The folder is taken.</exception>
    /// <exception cref="ModelFailure">The model is wrong.</exception>
    /// <exception cref="OperationCanceledException">Nothing had finished.</exception>
    public int Execute(CancellationToken cancellation)
    {
        if (plan.Out is { } taken && RunFolder.IsTaken(taken))
            throw new InputException(new InputError("--out", 0, SafeText.Quoted(taken), Words.FreeFolder));
        if (plan is { Cluster: not null, Threads: { } threads })
            throw new InputException(new InputError("--threads", 0, $"{threads}", Words.ThreadsOfCluster));
        long started = Stopwatch.GetTimestamp();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        (IReadOnlyList<RunSummary> runs, RunResult? first) = plan.Replications == 1
            ? RunOne(cancellation) : RunMany(cancellation);
        if (runs.Count == 0) throw new OperationCanceledException();
        using var process = Process.GetCurrentProcess();
        var effort = new RunEffort(
            Stopwatch.GetElapsedTime(started).TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds,
            process.PeakWorkingSet64);
        bool complete = runs.Count == plan.Replications && runs.All(r => r.Complete);
        string? folder = null;
        if (plan.Out is not null || !plan.Json)
        {
            folder = RunFolder.Write(
                plan.Out ?? RunFolder.DefaultPath(plan.Scenario, plan.Seed), first, runs, effort, Language.IsChinese);
        }
        if (plan.Json) terminal.Out.WriteLine(Encoding.UTF8.GetString(RunJson.Summary(runs, effort)));
        else Show(runs, effort, first?.Carrier, folder!);
        if (complete) return ExitCode.Done;
        Model.Engine.Day last = new(runs[^1].Days - 1);
        terminal.Fail(runs.Count < plan.Replications
            ? Words.RunReplicationsDone(runs.Count, plan.Replications)
            : Words.RunStoppedAt($"{plan.Scenario.Calendar.DateOf(last):yyyy-MM-dd}"));
        return ExitCode.Interrupted;
    }

    private (IReadOnlyList<RunSummary> Runs, RunResult? First) RunOne(CancellationToken cancellation)
    {
        try
        {
            RunResult result = ProgressLine.OfDays(
                terminal, plan.Json, progress => RunCarried(progress, cancellation).GetAwaiter().GetResult());
            return ([new RunSummary(result)], result);
        }
        catch (ModelException broken)
        {
            throw new ModelFailure(broken, plan.Seed, plan.CommandFor(plan.Seed));
        }
    }

    private async Task<RunResult> RunCarried(Action<RunProgress>? progress, CancellationToken cancellation)
    {
        await using Carrier carrier = await Carrier.Open(plan.Cluster, plan.Threads, cancellation);
        return await CarriedRun.Run(
            carrier.Grains, plan.InputsOf(0), Options with { Progress = progress }, cancellation);
    }

    private (IReadOnlyList<RunSummary> Runs, RunResult? First) RunMany(CancellationToken cancellation)
    {
        try
        {
            return ProgressLine.OfReplications(
                terminal, plan.Json, plan.Replications,
                finished => RunLanes(finished, cancellation).GetAwaiter().GetResult());
        }
        catch (ReplicationFailure failure)
        {
            throw new ModelFailure((ModelException)failure.InnerException!, failure.Seed,
                plan.CommandFor(failure.Seed));
        }
    }

    /// <summary>The first replication with all its tables, then the others on every core of the silos.</summary>
    private async Task<(IReadOnlyList<RunSummary> Runs, RunResult? First)> RunLanes(
        Action finished, CancellationToken cancellation)
    {
        await using Carrier carrier = await Carrier.Open(plan.Cluster, plan.Threads, cancellation);
        var runs = new SortedDictionary<int, RunSummary>();
        RunResult? first = null;
        try
        {
            RunResult one = await CarriedRun.Run(carrier.Grains, plan.InputsOf(0), Options, cancellation);
            if (!one.Complete) throw new OperationCanceledException();
            first = one;
            runs[0] = new RunSummary(one);
            finished();
            byte[] scenario = ScenarioBytes.Write(plan.Scenario);
            var left = new Queue<RunInputs>(Enumerable.Range(1, plan.Replications - 1).Select(plan.InputsOf));
            Lanes lanes = await Lanes.Open(carrier.Grains, plan.Threads);
            await lanes.Run(
                ReplicationWork.WorkName, _ => left.TryDequeue(out RunInputs? next) ? next : null,
                inputs => ReplicationWork.Ask(scenario, inputs.Seed, plan.VerifyInvariants),
                (inputs, answer) =>
                {
                    runs[(int)(inputs.Seed - plan.Seed)] = ReplicationWork.Read(answer, inputs);
                    finished();
                },
                cancellation);
        }
        catch (OperationCanceledException)
        {
            // What had finished is kept.
        }
        catch (ModelException broken)
        {
            throw new ReplicationFailure(plan.Seed, broken);
        }
        return ([.. runs.Values], first);
    }

    private RunOptions Options => new()
    {
        Threads = plan.Threads,
        VerifyInvariants = plan.VerifyInvariants,
        Activated = plan.Activated,
        RecordNeeds = plan.Out is not null || !plan.Json,
    };

    private void Show(IReadOnlyList<RunSummary> runs, RunEffort effort, RunCarrier? carrier, string folder)
    {
        RunSummary first = runs[0];
        string what = Words.RunStarts(plan.Scenario.Name, first.Residents, first.Estates.Count, first.Days);
        terminal.Write($"[bold]{what}[/]");
        terminal.Screen.Write(RunOutput.Indicators(runs));
        if (plan.ShowMessages) terminal.Screen.Write(RunOutput.Messages(first));
        long messages = runs.Sum(r => r.Messages.Sum(m => m.Sent));
        terminal.Write($"{Words.RunTook(effort.WallSeconds, ProgressLine.Speed(messages, effort.WallSeconds))}");
        if (carrier is { } c)
            terminal.Write($"{Words.RunCarried(c.Silos, c.Partitions, c.ActivatedActors, c.GrainCalls)}");
        terminal.Write($"{Words.RunSeed} {first.Inputs.Seed} · {Words.RunDigest} {first.Digest}");
        terminal.Out.WriteLine($"{Words.RunFolderIs} {SafeText.Plain(folder)}");
        terminal.Write($"[dim]{Words.Disclaimer}[/]");
    }
}
