using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Jinlin.Grains.Partitions;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Runs;

/// <content>Commands, decisions and whatever else waits for a cut.</content>
internal sealed partial class RunCourse
{
    /// <summary>How long a leased run lives without anybody asking for it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly List<byte[]> _journal = [];
    private readonly HashSet<Decision> _decided = [];
    private readonly Signal _wake = new();
    private readonly List<ActorChange> _changes = [];
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private List<Order> _orders = [];
    private List<Func<Task>> _atCut = [];
    private OpenDecision[] _open = [];
    private long _commands;
    private int _recordsTaken;
    private long _asked;

    public Task<CommandReceipt> Submit(CommandOrder command)
    {
        RefuseIfOver();
        RefuseUnknown(command.To);
        var order = new Order(new ActorId(command.To), command, null, null);
        _orders.Add(order);
        _wake.Set();
        return order.Done.Task;
    }

    public Task Decide(OpenDecision decision, uint? choice, string credential)
    {
        RefuseIfOver();
        RefuseStranger(decision.Actor, credential);
        if (_decided.Contains(decision.ToDecision())) throw new RunException("this decision has been made already");
        var order = new Order(new ActorId(decision.Actor), null, decision, choice);
        _orders.Add(order);
        _wake.Set();
        return order.Done.Task;
    }

    public async Task<string> TakeOver(uint actor)
    {
        RefuseIfOver();
        RefuseUnknown(actor);
        string credential = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _manifest.Controlled[actor] = credential;
        await Change(new ActorChange(actor, true, null));
        return credential;
    }

    public Task GiveBack(uint actor, string credential)
    {
        RefuseIfOver();
        RefuseStranger(actor, credential);
        _manifest.Controlled.Remove(actor);
        return Change(new ActorChange(actor, false, null));
    }

    public Task Activate(uint actor, bool activated)
    {
        RefuseIfOver();
        RefuseUnknown(actor);
        if (activated) _manifest.Activated.Add(actor);
        else _manifest.Activated.Remove(actor);
        return Change(new ActorChange(actor, null, activated));
    }

    public Task Pause() => Hold(true);

    public Task Resume() => Hold(false);

    public Task Step(int minutes)
    {
        if (minutes <= 0 || minutes % Minute.QuarterHour != 0)
            throw new RunException($"a step of {minutes} minutes; expected a multiple of 15");
        return AtCut(async () =>
        {
            if (!_manifest.Paused) throw new RunException("only a paused run is stepped");
            _manifest.Goal = Math.Min(_clock.Value + minutes, _definition.Until);
            await Commit();
            Become(RunState.Running);
            return 0;
        });
    }

    /// <summary>Ends the run; returns when nothing computes any more.</summary>
    public async Task Stop(Task live)
    {
        _stopping = true;
        _wake.Set();
        await live;
        if (_window is not null) await Close();
    }

    public async Task<byte[][]> Journal(long from)
    {
        await _recalled.Task;
        return [.. _journal.Skip((int)Math.Max(0, from))];
    }

    public Task<RunOutcome> Outcome() => AtCut(async () =>
    {
        PartitionSum[] sums = await Opened().Ask((part, epoch, owed) => part.Sum(epoch, owed));
        var sent = new long[256];
        foreach (PartitionSum sum in sums)
        {
            for (int k = 0; k < sent.Length; k++) sent[k] += sum.SentByKind[k];
        }
        return new RunOutcome
        {
            Digest = TownMap.Fold(sums.SelectMany(s => s.Digests).ToArray()).ToString("x32"),
            Messages = sums.Sum(s => s.Delivered),
            SentByKind = sent,
            Minute = _clock.Value,
        };
    });

    public Task<Reading[]> Read(string reader, byte[] question, int first, int count) => AtCut(async () =>
    {
        Reading[][] readings = await Opened().Ask(
            (part, epoch, owed) => part.Read(epoch, reader, question, first, count, owed));
        return readings.SelectMany(r => r).ToArray();
    });

    public Task<Reading[]> ReadActor(string reader, uint actor)
    {
        RefuseUnknown(actor);
        var question = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(question, actor);
        return Read(reader, question, _map.HomeOf(new ActorId(actor)).Value, 1);
    }

    public async Task<byte[]?> Records(int day)
    {
        if (day >= _clock.Day.Value) return null;
        byte[][] records = await AtCut(() => Opened().Ask((part, epoch, _) => part.Records(epoch, day), takesIn: false));
        _recordsTaken = Math.Max(_recordsTaken, day);
        _wake.Set();
        return [.. records.SelectMany(r => r)];
    }

    /// <summary>Does something at the next cut, or now if nothing runs any more.</summary>
    private async Task<T> AtCut<T>(Func<Task<T>> what)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task Do()
        {
            try
            {
                done.TrySetResult(await what());
            }
            catch (RunException refused)
            {
                done.TrySetException(refused);
            }
            catch (Exception) when (!_stopping)
            {
                // A part was lost: it is done again once the run has gone back to a snapshot.
                _atCut.Add(Do);
                throw;
            }
        }
        if (_state is not RunState.Finished || _definition.Leased)
        {
            RefuseIfEnded();
            _atCut.Add(Do);
            _wake.Set();
            return await done.Task;
        }
        await _oneAtATime.WaitAsync();
        try
        {
            if (_window is null) await Reopen();
            return await what();
        }
        catch (Exception loss) when (loss is not RunException)
        {
            LogLoss(_means.Log, _name, _manifest.Epoch, _clock, loss);
            await Reopen();
            return await what();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task DoAtCut()
    {
        while (_atCut.Count > 0)
        {
            List<Func<Task>> now = _atCut;
            _atCut = [];
            foreach (Func<Task> what in now) await what();
        }
    }

    /// <summary>Fixes the minute of what came in, makes it durable, acknowledges it and hands it on (law 6).</summary>
    private async Task TakeOrders(Minute at)
    {
        foreach (ActorChange change in _changes) _window!.Change(PartOf(new ActorId(change.Actor)), change);
        _changes.Clear();
        if (_orders.Count == 0) return;
        List<Order> taken = _orders;
        _orders = [];
        if (at < _furthest) at = _furthest;
        taken.RemoveAll(o => IsDecidedTwice(o) || IsTooLate(o, at));
        if (taken.Count == 0) return;
        var entries = taken.Select((order, i) => order.Entry(_journal.Count + i, at)).ToList();
        try
        {
            if (_definition.Durable) await _means.Journals.AppendAsync(_name, _manifest.Epoch, _journal.Count, entries);
        }
        catch (IOException failure)
        {
            foreach (Order order in taken)
            {
                if (order.Decision is { } decision) _decided.Remove(decision.ToDecision());
                order.Done.TrySetException(new RunException(failure.Message));
            }
            return;
        }
        catch (Exception unknown)
        {
            foreach (Order order in taken)
                order.Done.TrySetException(new RunException($"it is not known whether this was kept: {unknown.Message}"));
            throw;
        }
        for (int i = 0; i < taken.Count; i++)
        {
            if (taken[i].Command is { } command) _later.Enqueue((Order.Timed(command, _journal.Count, at), entries[i]));
            else _window!.Enter(PartOf(taken[i].To), entries[i]);
            taken[i].Done.TrySetResult(new CommandReceipt(_journal.Count, at.Value));
            _journal.Add(entries[i]);
        }
        if (_furthest < at) _furthest = at;
        Note();
    }

    private async Task Hold(bool paused)
    {
        RefuseIfOver();
        _manifest.Paused = paused;
        _manifest.Goal = 0;
        await Commit();
        _wake.Set();
    }

    private bool IsDecidedTwice(Order order)
    {
        if (order.Decision is not { } decision || _decided.Add(decision.ToDecision())) return false;
        order.Done.TrySetException(new RunException("this decision has been made already"));
        return true;
    }

    private bool IsTooLate(Order order, Minute at)
    {
        if (order.Command is null || at.Value < _definition.Until) return false;
        order.Done.TrySetException(new RunException($"run {_name} ends before this could take effect"));
        return true;
    }

    /// <summary>Waits until somebody decides, or the model's rule must (law 6).</summary>
    private async Task AwaitDecisions(OpenDecision[] open, Minute at)
    {
        _open = open;
        Become(RunState.Deciding);
        Note();
        long began = _means.Time.GetTimestamp();
        var patience = TimeSpan.FromSeconds(_definition.DecisionSeconds);
        while (!open.Any(d => _decided.Contains(d.ToDecision()) || !_manifest.Controlled.ContainsKey(d.Actor)))
        {
            TimeSpan left = patience - _means.Time.GetElapsedTime(began);
            if (_stopping || _leaving) throw new OperationCanceledException("the run is being stopped");
            if (left <= TimeSpan.Zero)
            {
                foreach (OpenDecision d in open) _orders.Add(new Order(new ActorId(d.Actor), null, d, null));
            }
            else if (_orders.Count == 0)
            {
                await _wake.Wait(left, _means.Time);
            }
            await TakeOrders(at);
        }
        _open = [];
        Become(RunState.Running);
    }

    /// <summary>Waits for whatever may happen next; ends the run if its client has gone.</summary>
    private async Task Rest()
    {
        TimeSpan left = _definition.Leased ? Lease - _means.Time.GetElapsedTime(_asked) : TimeSpan.FromMinutes(1);
        if (left > TimeSpan.Zero && _orders.Count == 0 && _atCut.Count == 0 && !_stopping && !_leaving)
            await _wake.Wait(left, _means.Time);
        EndIfAbandoned();
    }

    private void EndIfAbandoned()
    {
        if (!_definition.Leased || _means.Time.GetElapsedTime(_asked) < Lease) return;
        _manifest.Failure = "nobody has asked for this run for a minute";
        _stopping = true;
    }

    private void FailOrders(string why)
    {
        foreach (Order order in _orders) order.Done.TrySetException(new RunException(why));
        _orders = [];
    }

    private void FailWaiting(string why)
    {
        FailOrders(why);
        _recalled.TrySetException(new RunException(why));
        List<Func<Task>> waiting = _atCut;
        _atCut = [];
        foreach (Func<Task> what in waiting) _ = what();
    }

    private async Task Change(ActorChange change)
    {
        _changes.Add(change);
        await Commit();
        _wake.Set();
    }

    private void RefuseStranger(uint actor, string credential)
    {
        RefuseUnknown(actor);
        if (!_manifest.Controlled.TryGetValue(actor, out string? known) || !CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(known), Encoding.UTF8.GetBytes(credential)))
            throw new RunException($"this credential is not that of actor {actor}");
    }

    private void RefuseUnknown(uint actor)
    {
        if (actor >= _map.Actors) throw new RunException($"no actor {actor}; this town has {_map.Actors}");
    }

    private int PartOf(ActorId actor)
    {
        int home = _map.HomeOf(actor).Value, i = Array.BinarySearch(_bounds, home);
        return i < 0 ? ~i - 1 : i;
    }

    private Window Opened() => _window ?? throw new RunException($"run {_name} is {_state}");

    private void RefuseIfOver()
    {
        if (_state is RunState.Finished) throw new RunException($"run {_name} is finished");
        RefuseIfEnded();
    }

    private void RefuseIfEnded()
    {
        if (_state is RunState.Stopped or RunState.Failed) throw new RunException($"run {_name} is {_state}");
    }

    /// <summary>What waits for a cut to be journaled: a command, or the answer to a decision.</summary>
    private sealed class Order(ActorId to, CommandOrder? command, OpenDecision? decision, uint? choice)
    {
        public ActorId To => to;

        public CommandOrder? Command => command;

        public OpenDecision? Decision => decision;

        public TaskCompletionSource<CommandReceipt> Done { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static Command Timed(CommandOrder c, long number, Minute at) =>
            new(number, at, new ActorId(c.To), c.Kind, c.A, c.B, c.C, c.D);

        public byte[] Entry(long number, Minute at) => command is { } c
            ? JournalEntry.Write(Timed(c, number, at))
            : JournalEntry.Write(new Decided(number, decision!.Value.ToDecision(), choice));
    }
}
