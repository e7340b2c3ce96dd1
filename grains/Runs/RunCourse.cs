using Jinlin.Grains.Storage;
using Jinlin.Model.Engine;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Jinlin.Grains.Runs;

/// <summary>
/// How a run goes: opens the parts, lets window after window pass, takes orders in at the cuts between them, keeps
/// the run safe, and after a loss goes back to the last snapshot and on. All of it in turns of one
/// <see cref="RunGrain"/>; nothing here computes.
/// </summary>
internal sealed partial class RunCourse
{
    /// <summary>Days of records that may wait for somebody to take them.</summary>
    private const int MostWaitingDays = 32;

    private readonly string _name;
    private readonly RunManifest _manifest;
    private readonly RunMeans _means;
    private readonly RunDefinition _definition;
    private readonly IModel _model;
    private readonly TownMap _map;
    private readonly List<long[]> _days = [];
    private readonly Signal _changed = new();
    private int[] _bounds = [];
    private Window? _window;
    private Minute _clock;

    /// <summary>
    /// The latest cut that was reached before a loss, or minute that the journal names: no command takes effect before
    /// it, so that the journal's minutes rise and what somebody has watched stays as it was.
    /// </summary>
    private Minute _furthest;
    private ulong _signals, _nextSignals;
    private RunState _state;
    private bool _stopping;
    private long _version = 1;
    private long _calls;
    private int _recoveries;

    /// <exception cref="RunException">No silo source makes this world, or its inputs cannot be read.</exception>
    /// <param name="journal">What the journal holds already; of a durable run it is read from its store.</param>
    public RunCourse(string name, RunManifest manifest, RunMeans means, byte[][] journal)
    {
        (_name, _manifest, _means) = (name, manifest, means);
        _definition = manifest.Definition!;
        _model = means.Worlds.Take(_definition);
        _map = new TownMap(_model.ActorCounts);
        _journal.AddRange(journal);
        _clock = new Minute(manifest.Cut);
        _state = manifest.State;
        _asked = _lastSaved = means.Time.GetTimestamp();
    }

    /// <summary>Lives through the run; returns when it is over. Begun once.</summary>
    public async Task Live()
    {
        for (int losses = 0; ; losses++)
        {
            Minute before = _furthest;
            bool opened = false;
            try
            {
                await Open();
                opened = true;
                await Run();
                return;
            }
            catch (RunFailure broken)
            {
                _manifest.Breach = broken.Breach;
                await End(RunState.Failed, broken.Message);
                return;
            }
            catch (Exception end) when (!opened && end is RunException or InvalidDataException)
            {
                await End(RunState.Failed, end.Message);
                return;
            }
            catch (Exception replaced) when (replaced is StaleEpochException or InconsistentStateException)
            {
                Replaced(replaced);
                throw;
            }
            catch (Exception loss)
            {
                if (_means.IsGone()) return;
                _recoveries++;
                LogLoss(_means.Log, _name, _manifest.Epoch, _clock, loss);
                if (_leaving) return;
                if (_stopping)
                {
                    await End(RunState.Stopped, null);
                    return;
                }
                if (_furthest > before) losses = 0;
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5_000, 50 << Math.Min(losses, 7))), _means.Time);
            }
        }
    }

    public RunStatus Status()
    {
        _asked = _means.Time.GetTimestamp();
        return new RunStatus
        {
            Run = _name,
            State = _state,
            Minute = _clock.Value,
            Until = _definition.Until,
            Epoch = _manifest.Epoch,
            Messages = _window?.Delivered ?? 0,
            Partitions = _manifest.Parts,
            Silos = _window?.Silos ?? 0,
            GrainCalls = _calls + (_window?.Calls + _window?.ActorCalls ?? 0),
            ActivatedActors = _window?.ActivatedActors ?? 0,
            Journal = _journal.Count,
            SafeMinute = _definition.Durable ? _manifest.Cut : 0,
            OpenDecisions = _open,
            Failure = _manifest.Failure,
            Breach = _manifest.Breach,
            Version = _version,
            Recoveries = _recoveries,
        };
    }

    /// <summary>Waits until something has changed since the version known.</summary>
    public async Task Changed(long known, TimeSpan atMost)
    {
        _asked = _means.Time.GetTimestamp();
        if (known >= _version) await _changed.Wait(atMost, _means.Time);
    }

    public async Task<DaySeries> Days(int from)
    {
        await _recalled.Task;
        return new DaySeries(from, [.. _days.Skip(Math.Max(0, from)).Take(400)]);
    }

    /// <summary>One window after another, up to the end.</summary>
    private async Task Run()
    {
        while (true)
        {
            await TakeOrders(_clock);
            await DoAtCut();
            EndIfAbandoned();
            if (_stopping)
            {
                await End(RunState.Stopped, _manifest.Failure);
                return;
            }
            if (_leaving)
            {
                if (_clock.Value != _manifest.Cut) await Save();
                return;
            }
            if (_clock.Value >= _definition.Until)
            {
                await Finish();
                return;
            }
            await SaveIfDue();
            if (_manifest.Paused && _clock.Value >= _manifest.Goal)
            {
                Become(RunState.Paused);
                await Rest();
                continue;
            }
            int untaken = _clock.Day.Value - Math.Max(_recordsTaken, _definition.RecordedFrom);
            if (_definition.Recorded.Length > 0 && untaken > MostWaitingDays)
            {
                await Rest();
                continue;
            }
            Become(RunState.Running);
            await Pass(NextCut());
        }
    }

    private Minute NextCut()
    {
        Minute end = Minute.Min(new Minute(_manifest.Paused ? _manifest.Goal : _definition.Until), _clock.NextMidnight);
        end = Minute.Min(end, new Minute(_model.Latencies.MailHorizon(_clock).Value));
        return _definition.GrantMinutes == 0 ? end : Minute.Min(end, _clock + _definition.GrantMinutes);
    }

    private async Task Pass(Minute end)
    {
        EnterDue(end);
        long[] daily = await _window!.Run(_clock, end, _signals, open => AwaitDecisions(open, end));
        _clock = end;
        if (_furthest < end) _furthest = end;
        if (end.OfDay == 0) EndDay(new Day(end.Day.Value - 1), daily);
        Note();
    }

    private void EndDay(Day day, long[] daily)
    {
        _days.Add(daily);
        _signals = _nextSignals;
        _nextSignals = _model.Signals(day, daily, _nextSignals);
        if (!_definition.Verify) return;
        (long sent, long accounted) = _window!.Account;
        if (sent + _commands != accounted)
        {
            throw new RunFailure(new Breach(
                $"{sent + _commands} messages sent, {accounted} delivered or in flight (at {_clock})", _clock.Value,
                ActorId.Outside.Value));
        }
    }

    private async Task Finish()
    {
        await Save();
        _manifest.State = RunState.Finished;
        await Commit();
        Become(RunState.Finished);
        FailOrders($"run {_name} is finished");
        await _means.Over();
        // What came in while all this was written, and is not the business of those who ask a finished run.
        await _oneAtATime.WaitAsync();
        try
        {
            await DoAtCut();
        }
        finally
        {
            _oneAtATime.Release();
        }
        while (_definition.Leased && !_stopping && !_leaving)
        {
            await Rest();
            await DoAtCut();
        }
        if (_stopping) await Close();
    }

    private async Task End(RunState state, string? failure)
    {
        _manifest.State = state;
        _manifest.Failure = failure;
        await Commit();
        await Close();
        _recalled.TrySetResult();
        Become(state);
        await _means.Over();
    }

    private async Task Close()
    {
        if (_window is not { } window) return;
        _window = null;
        _calls += window.Calls + window.ActorCalls;
        try
        {
            await window.Ask(
                async (part, epoch, _) =>
                {
                    await part.Close(epoch);
                    return 0;
                },
                takesIn: false);
        }
        catch (Exception lost)
        {
            LogLoss(_means.Log, _name, _manifest.Epoch, _clock, lost);
        }
        FailWaiting($"run {_name} has ended");
    }

    private void Replaced(Exception by)
    {
        LogReplaced(_means.Log, _name, _manifest.Epoch, by);
        _window = null;
        FailWaiting($"run {_name} is coordinated elsewhere now; ask again");
    }

    private void Become(RunState state)
    {
        if (_state == state) return;
        _state = state;
        Note();
    }

    private void Note()
    {
        _version++;
        _changed.Set();
    }

    private Task Commit() => _definition.Durable ? _means.Commit() : Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Run {Run}, epoch {Epoch}: lost a part at {Clock}, goes back to the last snapshot")]
    private static partial void LogLoss(ILogger log, string run, long epoch, Minute clock, Exception loss);

    [LoggerMessage(LogLevel.Warning, "Run {Run}: another coordinator has taken over from epoch {Epoch}")]
    private static partial void LogReplaced(ILogger log, string run, long epoch, Exception by);
}

/// <summary>What a course needs of its surroundings.</summary>
/// <param name="Commit">Writes the manifest, if nobody else has since it was read.</param>
/// <param name="Begun">Called whenever the run is opened: keepers must watch it.</param>
/// <param name="Over">Called when the run is over: no keeper need watch it.</param>
/// <param name="Silos">How many silos are active.</param>
/// <param name="IsGone">True once the coordinator's own activation is no more.</param>
internal sealed record RunMeans(
    Worlds Worlds, IBlobStore Blobs, IJournalStore Journals, IGrainFactory Grains, TimeProvider Time, ILogger Log,
    Func<Task> Commit, Func<Task> Begun, Func<Task> Over, Func<Task<int>> Silos, Func<bool> IsGone);
