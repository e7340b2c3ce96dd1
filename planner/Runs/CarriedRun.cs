using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Hosting;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Planner.Runs;

/// <summary>
/// One run of a scenario carried by silos: the same result as <see cref="Replication"/> has on threads, since the
/// digest, the daily integers and the records are the same.
/// </summary>
public sealed class CarriedRun
{
    /// <summary>Neighborhoods read at a time.</summary>
    private const int Slice = 64;

    private readonly IRunGrain _run;
    private readonly RunInputs _inputs;
    private readonly RunOptions _options;
    private readonly Scenario _scenario;
    private readonly NearNeighborModel _model;
    private readonly int[] _recorded;
    private readonly NeedLog? _needs;
    private readonly TownMap _map;
    private int _nextRecords;
    private long _seen;

    private CarriedRun(IGrainFactory grains, RunInputs inputs, RunOptions options)
    {
        (_inputs, _options, _scenario) = (inputs, options, inputs.Scenario);
        _run = grains.GetGrain<IRunGrain>($"run-{Guid.NewGuid():n}");
        _model = new NearNeighborModel(_scenario, inputs.Seed);
        _map = new TownMap(_model.ActorCounts);
        _recorded = options.RecordNeeds ? FirstEstates() : [];
        _needs = options.RecordNeeds ? new NeedLog(GroupsOf) : null;
        _nextRecords = _scenario.BurnInDays;
    }

    /// <summary>Runs to the horizon's end, or to the midnight at which it is cancelled.</summary>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled within burn-in.</exception>
    public static async Task<RunResult> Run(
        IGrainFactory grains, RunInputs inputs, RunOptions options, CancellationToken cancellation = default)
    {
        var carried = new CarriedRun(grains, inputs, options);
        try
        {
            return await carried.Run(cancellation);
        }
        finally
        {
            await carried._run.Delete();
        }
    }

    private async Task<RunResult> Run(CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        TimeSpan cpu = Process.GetCurrentProcess().TotalProcessorTime;
        int burnIn = _scenario.BurnInDays * Minute.PerDay;
        await _run.Start(NearNeighborWorlds.Define(_scenario, _inputs.Seed) with
        {
            Leased = true,
            Paused = burnIn > 0,
            Verify = _options.VerifyInvariants,
            Recorded = _recorded,
            RecordedFrom = _scenario.BurnInDays,
            Activated = _options.Activated,
        });
        var atFork = new long[_model.ActorCounts.Count][];
        Array.Fill(atFork, new long[_model.Indicators.Count]);
        if (burnIn > 0)
        {
            await _run.Step(burnIn);
            await Follow(s => s.State == RunState.Paused && s.Minute == burnIn, cancellation);
            cancellation.ThrowIfCancellationRequested();
            atFork = [.. (await ReadAll(0)).Select(end => end.Daily)];
            await _run.Resume();
        }
        RunStatus status = await Follow(s => s.IsOver, cancellation);
        if (cancellation.IsCancellationRequested)
        {
            await _run.Pause();
            status = await Follow(s => s.IsOver || s.State == RunState.Paused, default);
        }
        return await Gather(status, atFork, started, cpu);
    }

    /// <summary>Watches until a status is reached or it is cancelled, taking records as days end.</summary>
    private async Task<RunStatus> Follow(Func<RunStatus, bool> reached, CancellationToken cancellation)
    {
        int shown = -1, days = _scenario.BurnInDays + _scenario.HorizonDays;
        while (true)
        {
            RunStatus status = await _run.Watch(_seen);
            _seen = status.Version;
            if (status.Breach is { } breach)
                throw ModelException.Told(breach.What, new Minute(breach.Minute), new ActorId(breach.Actor));
            if (status.State is RunState.Failed) throw new InvalidOperationException(status.Failure);
            int ended = new Minute(status.Minute).Day.Value;
            await TakeRecords(ended);
            if (ended > shown && ended > 0)
            {
                shown = ended;
                var day = new Day(ended - 1);
                _options.Progress?.Invoke(new RunProgress(
                    day.Value, days, _scenario.Calendar.DateOf(day), status.Messages));
            }
            if (reached(status) || cancellation.IsCancellationRequested) return status;
        }
    }

    private async Task TakeRecords(int ended)
    {
        if (_needs is null) return;
        for (; _nextRecords < ended; _nextRecords++)
        {
            byte[] records = await _run.Records(_nextRecords) ?? [];
            _needs.Add(MemoryMarshal.Cast<byte, Record>(records).ToArray());
        }
    }

    private async Task<RunResult> Gather(RunStatus status, long[][] atFork, long started, TimeSpan cpu)
    {
        var series = new IndicatorSeries(_scenario.BurnInDays);
        int ended = new Minute(status.Minute).Day.Value;
        if (ended <= _scenario.BurnInDays) throw new OperationCanceledException();
        while (series.Days < ended)
        {
            foreach (long[] day in (await _run.Days(series.Days)).Days) series.Add(day);
        }
        await TakeRecords(ended);
        RunOutcome outcome = await _run.Outcome();
        int residents = (await ReadAll(0)).Sum(end => end.Residents);
        EstateEnd[] ends = await ReadAll(Replication.EveryHowMany(residents));
        using var process = Process.GetCurrentProcess();
        return new RunResult
        {
            Inputs = _inputs,
            Series = series,
            Needs = _needs,
            RecordedResidents = _recorded.Sum(e => _model.RosterOf(new NeighborhoodId(e)).Residents.Length),
            Organizations = [.. ends.SelectMany((end, n) => end.Organizations.Select(o => (new NeighborhoodId(n), o)))],
            Ties = [.. ends.SelectMany(end => end.Ties)],
            Estates = Replication.Judge(ends, atFork, ended - _scenario.BurnInDays),
            Digest = UInt128.Parse(outcome.Digest, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Residents = residents,
            Neighborhoods = ends.Length,
            Messages = Replication.CountMessages(_model, outcome.SentByKind),
            Effort = new RunEffort(
                Stopwatch.GetElapsedTime(started).TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds,
                process.PeakWorkingSet64),
            Complete = ended == _scenario.BurnInDays + _scenario.HorizonDays,
            Carrier = new RunCarrier(status.Silos, status.Partitions, status.ActivatedActors, status.GrainCalls),
        };
    }

    private async Task<EstateEnd[]> ReadAll(int every)
    {
        var ends = new EstateEnd[_model.ActorCounts.Count];
        for (int first = 0; first < ends.Length; first += Slice)
        {
            foreach (Reading reading in await _run.Read(
                EstateReader.ReaderName, EstateReader.Question(every), first, Slice))
                ends[reading.Neighborhood] = EstateEnd.Read(reading.Content);
        }
        return ends;
    }

    private int[] FirstEstates()
    {
        int estates = 0;
        for (int residents = 0; estates < _model.Estates; estates++)
        {
            residents += _model.RosterOf(new NeighborhoodId(estates)).Residents.Length;
            if (residents > Replication.MostRecordedResidents && estates > 0) break;
        }
        return [.. Enumerable.Range(0, estates)];
    }

    private Model.World.Groups GroupsOf(ActorId actor)
    {
        Roster roster = _model.RosterOf(_map.HomeOf(actor));
        int slot = roster.SlotOf(actor);
        return slot < 0 ? Model.World.Groups.None : roster.Residents[slot].Groups;
    }
}
