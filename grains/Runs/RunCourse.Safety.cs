using Jinlin.Grains.Partitions;
using Jinlin.Model.Engine;
using Microsoft.Extensions.Logging;

namespace Jinlin.Grains.Runs;

/// <content>Epochs, snapshots, and the way back to the last of them.</content>
internal sealed partial class RunCourse
{
    /// <summary>Snapshots take at most one part in so many of the run's time.</summary>
    private const int LeastShare = 20;

    /// <summary>
    /// Commands of the journal whose window has not begun, in order. A snapshot has those before its cut, and no other.
    /// </summary>
    private readonly Queue<(Command Command, byte[] Entry)> _later = [];

    /// <summary>Set once journal and days have been read: before, nobody can be told of them.</summary>
    private readonly TaskCompletionSource _recalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastSaved;
    private TimeSpan _lastCost;
    private bool _saveNow;
    private bool _leaving;

    /// <summary>Makes the run take a snapshot at its next cut.</summary>
    public Task Safeguard()
    {
        if (!_definition.Durable || _window is null || _state is RunState.Finished) return Task.CompletedTask;
        return AtCut(async () =>
        {
            _saveNow = true;
            await SaveIfDue();
            return 0;
        });
    }

    /// <summary>
    /// Ends this coordinator's part in the run, not the run: a durable one goes on from a last snapshot when a keeper
    /// wakes it elsewhere.
    /// </summary>
    public async Task Leave(Task live)
    {
        _leaving = true;
        _wake.Set();
        await live;
        FailWaiting($"run {_name} moves to another silo; ask again");
    }

    /// <summary>Reads what is kept of a run that is over, whose coordinator was lost since.</summary>
    public async Task Recall()
    {
        if (!_definition.Durable) return;
        _journal.Clear();
        _journal.AddRange(await _means.Journals.OpenAsync(_name, _manifest.Epoch));
        await ReadDays();
        _recalled.TrySetResult();
    }

    /// <summary>Writes the present cut for a run of another name.</summary>
    public Task<ForkPoint> Fork(string other) => AtCut(async () =>
    {
        string snapshot = $"{other}/fork";
        await Write(snapshot);
        return new ForkPoint
        {
            Snapshot = snapshot,
            Cut = _clock.Value,
            Parts = _manifest.Parts,
            Signals = _signals,
            NextSignals = _nextSignals,
            Journal = [.. _journal],
        };
    });

    /// <summary>
    /// Raises the epoch, which fences everybody of an older one, and makes the parts as the last snapshot has them,
    /// or as they are at minute 0. The journal's rest goes with the first grants.
    /// </summary>
    private async Task Open()
    {
        if (_manifest.State is not RunState.Finished) Become(RunState.Opening);
        if (_window is { } old) _calls += old.Calls + old.ActorCalls;
        _window = null;
        _manifest.Epoch++;
        if (_manifest.Parts == 0)
        {
            int wanted = _definition.Partitions > 0 ? _definition.Partitions : await _means.Silos();
            _manifest.Parts = _map.Partition(wanted).Length - 1;
        }
        _bounds = _map.Partition(_manifest.Parts);
        if (_manifest.State is not RunState.Finished) _manifest.State = RunState.Running;
        await Commit();
        if (_definition.Durable)
        {
            if (_manifest.State is not RunState.Finished) await _means.Begun();
            await ForgetUnfinished();
            IReadOnlyList<byte[]> kept = await _means.Journals.OpenAsync(_name, _manifest.Epoch);
            _journal.Clear();
            _journal.AddRange(kept);
        }
        _clock = new Minute(_manifest.Cut);
        (_signals, _nextSignals) = (_manifest.Signals, _manifest.NextSignals);
        await ReadDays();
        _recalled.TrySetResult();
        var order = new PartitionOrder
        {
            Epoch = _manifest.Epoch,
            Definition = _definition,
            Parts = _manifest.Parts,
            Snapshot = _manifest.Snapshot,
            Controlled = [.. _manifest.Controlled.Keys],
            Activated = [.. _manifest.Activated],
        };
        IPartitionGrain[] parts = [.. Enumerable.Range(0, _manifest.Parts)
            .Select(i => _means.Grains.GetGrain<IPartitionGrain>($"{_name}/{i}"))];
        PartitionOpened[] opened = await Task.WhenAll(parts.Select(p => p.Open(order)));
        _window = new Window(_manifest.Epoch, _model.Latencies, [.. parts.Zip(opened)]);
        Reenter();
        Note();
    }

    private async Task Reopen()
    {
        if (!_definition.Durable)
            throw new RunException($"what run {_name} came to went with the silo that had it: it was not durable");
        await Open();
    }

    /// <summary>
    /// Deletes snapshots of older epochs that nobody committed to. Those of newer epochs are let be: this coordinator
    /// may have been replaced without knowing.
    /// </summary>
    private async Task ForgetUnfinished()
    {
        try
        {
            var kept = (await _means.Blobs.ListAsync($"{_name}/")).Select(blob => blob.Split('/')[1]).Distinct().ToArray();
            foreach (string snapshot in kept)
            {
                if (long.TryParse(snapshot.AsSpan(0, Math.Max(0, snapshot.IndexOf('-'))), out long epoch)
                    && epoch < _manifest.Epoch && $"{_name}/{snapshot}" != _manifest.Snapshot)
                    await _means.Blobs.DeleteAsync($"{_name}/{snapshot}/");
            }
        }
        catch (IOException busy)
        {
            // Somebody of an older epoch may still be writing there; the next to open the run tries again.
            LogLeft(_means.Log, _name, busy);
        }
    }

    private void Reenter()
    {
        _commands = 0;
        _later.Clear();
        _decided.Clear();
        foreach (byte[] entry in _journal)
        {
            Journal one = JournalEntry.Read(entry);
            foreach (Command command in one.Commands)
            {
                if (command.At < _clock) _commands++;
                else _later.Enqueue((command, entry));
                if (_furthest < command.At) _furthest = command.At;
            }
            foreach (Decided decided in one.Decisions)
            {
                _decided.Add(decided.Decision);
                // What fell due before the cut has been decided there.
                if (decided.Decision.At >= _clock)
                    _window!.Enter(PartOf(decided.Decision.Actor), entry);
            }
        }
    }

    /// <summary>Hands on the commands of the journal that fall into the coming window.</summary>
    private void EnterDue(Minute end)
    {
        while (_later.TryPeek(out var next) && next.Command.At < end)
        {
            _later.Dequeue();
            _commands++;
            _window!.Enter(PartOf(next.Command.To), next.Entry);
        }
    }

    private async Task SaveIfDue()
    {
        if (!_definition.Durable || _clock.Value == _manifest.Cut) return;
        TimeSpan wait = TimeSpan.FromSeconds(_definition.SnapshotSeconds);
        TimeSpan fair = _lastCost * (LeastShare - 1);
        if (!_saveNow && _means.Time.GetElapsedTime(_lastSaved) < (wait > fair ? wait : fair)) return;
        await Save();
    }

    /// <summary>Writes a snapshot of the present cut and commits to it; the one before is forgotten then.</summary>
    private async Task Save()
    {
        if (!_definition.Durable) return;
        _saveNow = false;
        long began = _means.Time.GetTimestamp();
        string? before = _manifest.Snapshot;
        string snapshot = $"{_name}/{_manifest.Epoch}-{_clock.Value}";
        await Write(snapshot);
        _manifest.Snapshot = snapshot;
        _manifest.Cut = _clock.Value;
        (_manifest.Signals, _manifest.NextSignals) = (_signals, _nextSignals);
        await Commit();
        if (before is not null && before != snapshot) await _means.Blobs.DeleteAsync(before + "/");
        _lastSaved = _means.Time.GetTimestamp();
        _lastCost = _means.Time.GetElapsedTime(began, _lastSaved);
        Note();
    }

    private async Task Write(string snapshot)
    {
        await Opened().Ask(async (part, epoch, owed) =>
        {
            await part.Save(epoch, snapshot, owed);
            return 0;
        });
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(_days.Count);
        foreach (long[] day in _days) writer.WriteSpan<long>(day);
        await _means.Blobs.WriteAsync($"{snapshot}/days", writer.Bytes);
    }

    private async Task ReadDays()
    {
        _days.Clear();
        if (_manifest.Snapshot is null) return;
        byte[] bytes = await _means.Blobs.ReadAsync($"{_manifest.Snapshot}/days")
            ?? throw new InvalidDataException($"the snapshot's file {_manifest.Snapshot}/days is missing");
        var reader = new StateReader(bytes);
        for (int n = reader.Read<int>(); n > 0; n--) _days.Add(reader.ReadArray<long>());
    }

    [LoggerMessage(LogLevel.Information, "Run {Run}: an unfinished snapshot could not be deleted yet")]
    private static partial void LogLeft(ILogger log, string run, Exception busy);
}
