using System.Diagnostics;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// The estimates as they come, on standard error: a table that renews itself on a terminal, a line now and then where
/// it is piped. Each says that it is not final.
/// </summary>
public static class ExperimentProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5), BetweenTables = TimeSpan.FromSeconds(.25);

    /// <summary>Does work that reports what it has finished.</summary>
    public static T Show<T>(Terminal terminal, bool quiet, ExperimentPlan plan, Func<Action<ExperimentState>?, T> work)
    {
        if (quiet) return work(null);
        if (!terminal.ErrorScreen.Profile.Capabilities.Interactive)
        {
            var lines = new Pace(BetweenLines);
            return work(state =>
            {
                // The first estimates come at once.
                if (lines.IsDue(state)) terminal.Error.WriteLine(SafeText.Plain(Line(plan, state)));
            });
        }
        return terminal.ErrorScreen.Live(new Text("…")).AutoClear(true).Start(context =>
        {
            var tables = new Pace(BetweenTables);
            return work(state =>
            {
                if (!tables.IsDue(state)) return;
                context.UpdateTarget(Table(plan, state));
            });
        });
    }

    /// <summary>One line: how far, and each policy's estimate.</summary>
    internal static string Line(ExperimentPlan plan, ExperimentState state)
    {
        string done = Words.RunReplicationsDone(state.Done, state.Wanted);
        if (state.Results.Count < 2) return done;
        IEnumerable<string> estimates = plan.Policies.Zip(
            Comparison.Primaries(plan, state.Results), (p, d) => $"{p.Name} {Estimate(plan, d)}");
        return $"{done} · {Words.NotFinal(state.Results.Count)} · {string.Join(" · ", estimates)}";
    }

    private static Table Table(ExperimentPlan plan, ExperimentState state)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .Title(SafeText.Markup(Words.RunReplicationsDone(state.Done, state.Wanted)))
            .AddColumn(SafeText.Markup(Words.ComparePolicy))
            .AddColumn(new TableColumn(SafeText.Markup(VerdictText.LabelOf(plan.Primary))).RightAligned());
        if (state.Results.Count >= 2)
        {
            table.Caption(SafeText.Markup(Words.NotFinal(state.Results.Count)));
            foreach ((Model.Policy.PolicyPlan policy, PairedDifference difference) in plan.Policies.Zip(
                         Comparison.Primaries(plan, state.Results)))
                table.AddRow(SafeText.Markup(policy.Name), SafeText.Markup(Estimate(plan, difference)));
        }
        return table;
    }

    private static string Estimate(ExperimentPlan plan, PairedDifference difference) =>
        ComparisonText.Estimate(new Measure(plan.Primary), difference, difference.Interval);

    /// <summary>When to show again: as soon as there is an estimate, then after a while.</summary>
    private sealed class Pace(TimeSpan between)
    {
        private long _last = Stopwatch.GetTimestamp();
        private bool _estimated;

        public bool IsDue(ExperimentState state)
        {
            bool first = !_estimated && state.Results.Count >= 2;
            if (!first && Stopwatch.GetElapsedTime(_last) < between) return false;
            _estimated |= first;
            _last = Stopwatch.GetTimestamp();
            return true;
        }
    }
}
