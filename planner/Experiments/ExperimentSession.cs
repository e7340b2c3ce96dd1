using System.Diagnostics;
using System.Text;
using DuckDB.NET.Data;
using Jinlin.Model.Engine;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>How a comparison runs and where its results go; none of it changes them.</summary>
public sealed record ExperimentOptions
{
    public int? Threads { get; init; }

    /// <summary>HOST:PORT of a cluster's gateway; null: a silo in this process, if anything is to be computed.</summary>
    public string? Cluster { get; init; }

    /// <summary>Folder, or null: the default's, or none with <see cref="Json"/>.</summary>
    public string? Out { get; init; }

    public bool Json { get; init; }

    /// <summary>Folder of finished replications.</summary>
    public required string Store { get; init; }

    /// <summary>The command line that runs one world alone, for a failure of the model.</summary>
    public required Func<ulong, string> CommandFor { get; init; }
}

/// <summary>Runs a comparison from the first progress line to the folder, and says how it went.</summary>
public sealed class ExperimentSession(Terminal terminal, ExperimentPlan plan, ExperimentOptions options)
{
    /// <summary>Returns the exit code.</summary>
    /// <exception cref="InputException">The folder is taken, or the store cannot be used.</exception>
    /// <exception cref="ModelFailure">The model is wrong.</exception>
    /// <exception cref="OperationCanceledException">No pair had finished.</exception>
    public int Execute(CancellationToken cancellation)
    {
        if (options is { Cluster: not null, Threads: { } threads })
            throw new InputException(new InputError("--threads", 0, $"{threads}", Words.ThreadsOfCluster));
        if (options.Out is { } taken) ComparisonFolder.Check(taken, plan.Command);
        ReplicationStore store = ReplicationStore.Open(options.Store);
        long started = Stopwatch.GetTimestamp();
        (ExperimentState state, Comparison? found, Resimulated effort) =
            RunAll(store, cancellation).GetAwaiter().GetResult();
        if (store.Broken is { } why) terminal.Fail(Words.StoreBroken(why));
        if (found is not { } comparison) throw new OperationCanceledException();
        bool complete = comparison.Reason != StopReason.Interrupted;
        string? folder = complete && (options.Out is not null || !options.Json) ? Write(comparison) : null;
        if (options.Json) terminal.Out.WriteLine(Encoding.UTF8.GetString(ComparisonJson.Summary(comparison)));
        else
        {
            ComparisonOutput.Write(terminal, comparison);
            string took = $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s";
            terminal.Write($"{took} · {Words.ReusedRuns(state.Reused, state.Done)}");
            if (effort.OfDays > 0) terminal.Write($"{Words.OnlyWhatChanged(effort)}");
            if (folder is not null) terminal.Out.WriteLine($"{Words.RunFolderIs} {SafeText.Plain(folder)}");
            terminal.Write($"[dim]{Words.Disclaimer}[/]");
        }
        if (complete) return ExitCode.Done;
        terminal.Fail(ComparisonText.Stopped(comparison));
        return ExitCode.Interrupted;
    }

    private string Write(Comparison comparison)
    {
        string path = options.Out ?? RunFolder.DefaultPath(plan.Scenario, plan.Seed);
        try
        {
            return ComparisonFolder.Write(path, comparison, Language.IsChinese);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw new InputException(new InputError(path, 0, SafeText.Quoted(e.Message), Words.WritableFolder));
        }
    }

    /// <summary>
    /// The comparison and, under shocks, the same without any and under each of several alone, on the same silos.
    /// </summary>
    private async Task<(ExperimentState State, Comparison? Comparison, Resimulated Effort)> RunAll(
        ReplicationStore store, CancellationToken cancellation)
    {
        await using var silos = new SiloWorlds(options.Cluster, options.Threads);
        (ExperimentState state, StopReason reason) = Run(plan, store, silos, cancellation);
        IReadOnlyList<FinishedPair>? Beside(ExperimentPlan? other)
        {
            if (other is null || reason == StopReason.Interrupted) return null;
            (ExperimentState beside, StopReason ended) = Run(other, store, silos, cancellation);
            state = state with { Done = state.Done + beside.Done, Reused = state.Reused + beside.Reused };
            if (ended == StopReason.Interrupted) reason = ended;
            return beside.Results;
        }
        var shocks = new List<ShockPairs>();
        foreach (ExperimentPlan shock in plan.ShockPlans)
        {
            if (Beside(shock) is { } alone) shocks.Add(new ShockPairs(shock.Scenario.Shocks[0], alone));
        }
        IReadOnlyList<FinishedPair>? calm = Beside(plan.CalmPlan);
        Comparison? found = state.Results.Count == 0 ? null : Comparison.Of(plan, state, reason, shocks, calm);
        return (state, found, silos.Effort);
    }

    private (ExperimentState, StopReason) Run(
        ExperimentPlan some, ReplicationStore store, IWorldRunner runner, CancellationToken cancellation)
    {
        try
        {
            return ExperimentProgress.Show(terminal, options.Json, some, progress =>
                new Experiment(some, store, runner) { Progress = progress }.Run(cancellation));
        }
        catch (ReplicationFailure failure)
        {
            throw new ModelFailure(
                (ModelException)failure.InnerException!, failure.Seed, options.CommandFor(failure.Seed));
        }
    }
}
