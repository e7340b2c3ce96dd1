using System.Diagnostics;
using System.Globalization;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Runs;

/// <summary>
/// Progress on standard error: a bar with date, speed and time left on a terminal, a line now and then where it is
/// piped.
/// </summary>
public static class ProgressLine
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Does work that reports its days.</summary>
    public static T OfDays<T>(Terminal terminal, bool quiet, Func<Action<RunProgress>?, T> work)
    {
        if (quiet) return work(null);
        long started = Stopwatch.GetTimestamp();
        if (!terminal.ErrorScreen.Profile.Capabilities.Interactive)
        {
            long last = started;
            return work(p =>
            {
                if (Stopwatch.GetElapsedTime(last) < BetweenLines) return;
                last = Stopwatch.GetTimestamp();
                double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
                double left = seconds * (p.Days - p.Day - 1) / (p.Day + 1);
                terminal.Error.WriteLine(Words.RunDayPlain(
                    Date(p), 100 * (p.Day + 1) / p.Days, Speed(p.Messages, seconds),
                    TimeSpan.FromSeconds(Math.Ceiling(left)).ToString("c")));
            });
        }
        return Bar(terminal).Start(context =>
        {
            ProgressTask task = context.AddTask("…");
            return work(p =>
            {
                task.MaxValue = p.Days;
                task.Value = p.Day + 1;
                task.Description = SafeText.Markup(Words.RunDay(
                    Date(p), Speed(p.Messages, Stopwatch.GetElapsedTime(started).TotalSeconds)));
            });
        });
    }

    /// <summary>Does work that reports each finished replication.</summary>
    public static T OfReplications<T>(Terminal terminal, bool quiet, int count, Func<Action, T> work)
    {
        if (quiet) return work(() => { });
        int done = 0;
        if (!terminal.ErrorScreen.Profile.Capabilities.Interactive)
        {
            return work(() => terminal.Error.WriteLine(
                Words.RunReplicationsDone(Interlocked.Increment(ref done), count)));
        }
        return Bar(terminal).Start(context =>
        {
            ProgressTask task = context.AddTask(SafeText.Markup(Words.RunReplicationsDone(0, count)), maxValue: count);
            return work(() =>
            {
                task.Value = Interlocked.Increment(ref done);
                task.Description = SafeText.Markup(Words.RunReplicationsDone(done, count));
            });
        });
    }

    /// <summary><c>12.3 M</c>, <c>480 k</c>.</summary>
    public static string Speed(long messages, double seconds)
    {
        double rate = messages / Math.Max(seconds, 1e-3);
        return rate >= 1e6 ? (rate / 1e6).ToString("0.0 M", CultureInfo.InvariantCulture)
            : (rate / 1e3).ToString("0 k", CultureInfo.InvariantCulture);
    }

    private static Progress Bar(Terminal terminal) => new Progress(terminal.ErrorScreen).AutoClear(true).Columns(
        new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
        new RemainingTimeColumn());

    private static string Date(RunProgress p) => p.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
