using System.Diagnostics;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Planner.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Day">The day that has ended.</param>
/// <param name="Days">All days, burn-in included.</param>
/// <param name="Date">Its date in the scenario's calendar.</param>
public readonly record struct RunProgress(int Day, int Days, DateOnly Date, long Messages);

/// <summary>How to run, none of which changes the digest.</summary>
public sealed record RunOptions
{
    /// <summary>Threads of one run; null: all cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Checks every invariant at each midnight.</summary>
    public bool VerifyInvariants { get; init; }

    /// <summary>Whether the needs of this run are listed one by one.</summary>
    public bool RecordNeeds { get; init; } = true;

    /// <summary>The share of actors that live in grains of their own, 0 to 1; only where silos carry the run.</summary>
    public double Activated { get; init; }

    /// <summary>Called at each midnight, from the thread that runs.</summary>
    public Action<RunProgress>? Progress { get; init; }
}

/// <summary>One run of a scenario with one seed, from synthesis to its result.</summary>
public static class Replication
{
    /// <summary>Needs are listed one by one in the first estates, up to so many residents.</summary>
    public const int MostRecordedResidents = 60_000;

    /// <summary>About how many residents' ties are sampled.</summary>
    private const int SampledResidents = 500;

    /// <summary>Runs to the horizon's end, or to the window in which it is cancelled.</summary>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    public static RunResult Run(RunInputs inputs, RunOptions options, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        Scenario scenario = inputs.Scenario;
        var model = new NearNeighborModel(scenario, inputs.Seed);
        using var town = new Town(model, options.Threads) { VerifyInvariants = options.VerifyInvariants };
        var series = new IndicatorSeries(scenario.BurnInDays);
        var recorded = new List<Neighborhood>();
        NeedLog? needs = options.RecordNeeds ? new NeedLog(actor => GroupsOf(town, actor)) : null;
        long[][]? atFork = null;
        int days = scenario.BurnInDays + scenario.HorizonDays;

        void BeginCourse()
        {
            atFork = [.. town.Neighborhoods.Select(n => n.Daily.ToArray())];
            if (needs is null) return;
            int residents = 0;
            foreach (Neighborhood n in town.Neighborhoods)
            {
                if (n.Population is not EstatePopulation estate) continue;
                residents += estate.Roster.Residents.Length;
                if (residents > MostRecordedResidents && recorded.Count > 0) break;
                n.Recording = true;
                recorded.Add(n);
            }
        }

        var records = new List<Record>();
        town.DayEnded = (day, integers) =>
        {
            series.Add(integers.Span);
            foreach (Neighborhood n in recorded) n.DrainRecords(records);
            needs?.Add(records);
            records.Clear();
            if (day.Value == scenario.BurnInDays - 1) BeginCourse();
            options.Progress?.Invoke(new RunProgress(
                day.Value, days, scenario.Calendar.DateOf(day), options.Progress is null ? 0 : town.Delivered));
        };
        if (scenario.BurnInDays == 0) BeginCourse();
        try
        {
            // One day at a time, so that a stopped run ends at a midnight and has a digest.
            for (int day = 1; day <= days; day++) town.Advance(new Day(day).Start, cancellation);
        }
        catch (OperationCanceledException) when (series.Days > scenario.BurnInDays)
        {
        }
        int every = EveryHowMany(town.Neighborhoods.Sum(ResidentsOf));
        EstateEnd[] ends = [.. town.Neighborhoods.Select(n => EstateEnd.Of(n, every))];
        return new RunResult
        {
            Inputs = inputs,
            Series = series,
            Needs = needs,
            RecordedResidents = recorded.Sum(n => ((EstatePopulation)n.Population).Roster.Residents.Length),
            Organizations = [.. ends.SelectMany((end, n) => end.Organizations.Select(o => (new NeighborhoodId(n), o)))],
            Ties = [.. ends.SelectMany(end => end.Ties)],
            Estates = Judge(ends, atFork!, series.Days - scenario.BurnInDays),
            Digest = town.Digest(),
            Residents = ends.Sum(end => end.Residents),
            Neighborhoods = town.Neighborhoods.Count,
            Messages = CountMessages(model, SentByKind(town)),
            Effort = new RunEffort(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,
                Process.GetCurrentProcess().PeakWorkingSet64),
            Complete = series.Days == days,
        };
    }

    private static Model.World.Groups GroupsOf(Town town, ActorId actor)
    {
        Roster roster = ((EstatePopulation)town.HomeOf(actor).Population).Roster;
        int slot = roster.SlotOf(actor);
        return slot < 0 ? Model.World.Groups.None : roster.Residents[slot].Groups;
    }

    private static int ResidentsOf(Neighborhood n) =>
        n.Population is EstatePopulation estate ? estate.Roster.Residents.Length : 0;

    /// <summary>Of every how many-th resident the ties are shown.</summary>
    internal static int EveryHowMany(int residents) => Math.Max(1, residents / SampledResidents);

    /// <summary>Each estate's own outcome over the course.</summary>
    internal static IReadOnlyList<EstateOutcome> Judge(IReadOnlyList<EstateEnd> ends, long[][] atFork, int days) =>
    [
        .. Enumerable.Range(0, ends.Count).Where(n => ends[n].Residents > 0).Select(n =>
        {
            var window = new IndicatorWindow(atFork[n], ends[n].Daily, Math.Max(1, days));
            return new EstateOutcome(
                n, ends[n].Residents, IndicatorList.Find("on-time-rate")!.Formula(window, 0),
                IndicatorList.Find("acquaintance")!.Formula(window, 0));
        }),
    ];

    /// <summary>Kinds of which any was sent, the most frequent first.</summary>
    internal static List<MessageCount> CountMessages(IModel model, long[] sent) =>
        [.. Enumerable.Range(0, model.Kinds.Count).Where(k => sent[k] > 0)
            .Select(k => new MessageCount(model.Kinds[k], sent[k])).OrderByDescending(m => m.Sent).ThenBy(m => m.Kind)];

    private static long[] SentByKind(Town town)
    {
        var sent = new long[256];
        foreach (Neighborhood n in town.Neighborhoods)
        {
            for (int k = 0; k < sent.Length; k++) sent[k] += n.SentByKind[k];
        }
        return sent;
    }
}
