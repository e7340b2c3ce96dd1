using System.Diagnostics;
using System.Globalization;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Sweeps;

/// <summary>How a sweep runs and where its results go; none of it changes them.</summary>
public sealed record SweepOptions
{
    public int? Threads { get; init; }

    /// <summary>Null: the default's.</summary>
    public string? Out { get; init; }

    public bool Json { get; init; }

    /// <summary>Folder of finished replications; null: none is used.</summary>
    public string? Store { get; init; }
}

/// <summary>Runs a sweep from the plan that it prints to the table that it leaves.</summary>
public sealed class SweepSession(Terminal terminal, SweepPlan plan, SweepOptions options)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>The folder of results.</summary>
    public string Folder { get; } = Path.GetFullPath(options.Out ?? SweepFolder.DefaultPath(plan));

    /// <summary>Runs to the end.</summary>
    /// <exception cref="InputException">The folder is taken or cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same command goes on.</exception>
    public Sweep Execute(CancellationToken cancellation)
    {
        SweepFolder.Check(Folder);
        ReplicationStore? store = options.Store is { } kept ? ReplicationStore.Open(kept) : null;
        using SweepJournal journal = SweepJournal.Open(Folder, plan.Outcomes);
        int threads = options.Threads ?? Environment.ProcessorCount;
        Sweep sweep = null!;
        Show(report =>
        {
            sweep = new Sweep(plan, store, journal, threads) { Progress = report };
            Announce(sweep.Rehearse(cancellation), threads);
            sweep.Run(cancellation);
        });
        if (store?.Broken is { } why) terminal.Fail(Words.StoreBroken(why));
        SweepFolder.Write(Folder, plan, sweep);
        return sweep;
    }

    /// <summary>What it costs, before it starts.</summary>
    private void Announce(TimeSpan? one, int threads)
    {
        if (options.Json) return;
        string size = Words.SweepIs(plan.Design.Points, plan.Seeds, plan.Worlds.Count, (long)plan.Runs);
        double seconds = one is { } each ? each.TotalSeconds * plan.Design.Points * plan.Seeds / threads : 0;
        terminal.Error.WriteLine(one is null
            ? size : Words.SweepTakes(size, TimeSpan.FromSeconds(Math.Ceiling(seconds)).ToString("c")));
    }

    private void Show(Action<Action<SweepState>?> work)
    {
        if (options.Json)
        {
            work(null);
            return;
        }
        var pace = new Pace((long)plan.Runs);
        if (!terminal.ErrorScreen.Profile.Capabilities.Interactive)
        {
            long last = Stopwatch.GetTimestamp();
            var gate = new Lock();
            work(state =>
            {
                lock (gate)
                {
                    if (Stopwatch.GetElapsedTime(last) < BetweenLines) return;
                    last = Stopwatch.GetTimestamp();
                    terminal.Error.WriteLine(pace.Line(state));
                }
            });
            return;
        }
        new Progress(terminal.ErrorScreen).AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("…", maxValue: plan.Runs);
                work(state =>
                {
                    task.Value = state.Done;
                    task.Description = SafeText.Markup(pace.Line(state));
                });
            });
    }

    /// <summary>Runs per second and time left; what was reused took no time.</summary>
    private sealed class Pace(long runs)
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public string Line(SweepState state)
        {
            double seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
            long computed = state.Done - state.Reused;
            string left = computed == 0
                ? "…"
                : TimeSpan.FromSeconds(Math.Ceiling(seconds * (runs - state.Done) / computed))
                    .ToString("c", CultureInfo.InvariantCulture);
            return Words.SweepProgress(state.Done, runs, state.Failed, left);
        }
    }
}
