using Jinlin.Grains.Actors;
using Jinlin.Grains.Runs;
using Jinlin.Grains.Storage;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Partitions;

/// <summary>
/// The address of a <see cref="Partition"/>. Only <see cref="Deliver"/> interleaves, so two partitions that write to
/// each other never wait for each other's grants.
/// </summary>
[SpreadPlacement]
internal sealed class PartitionGrain(
    Worlds worlds, Stages stages, Cores cores, IBlobStore blobs, IEnumerable<INeighborhoodReader> readers)
    : Grain, IPartitionGrain
{
    /// <summary>How long a delivery that was announced may take to come.</summary>
    private static readonly TimeSpan MostLate = TimeSpan.FromSeconds(30);

    private readonly Dictionary<BatchId, byte[]> _inbox = [];
    private TaskCompletionSource _arrived = New();
    private PartitionOrder? _order;
    private Partition? _partition;
    private ActorCalls? _calls;
    private IModel? _model;
    private long _epoch;
    private long _granted;
    private IPartitionGrain[] _others = [];

    /// <summary>The last grant of each part whose batch was taken in; what comes of it again is dropped.</summary>
    private long[] _takenFrom = [];

    private string Run => this.GetPrimaryKeyString()[..this.GetPrimaryKeyString().LastIndexOf('/')];

    private int Part => int.Parse(this.GetPrimaryKeyString()[(Run.Length + 1)..], null);

    public async Task<PartitionOpened> Open(PartitionOrder order)
    {
        if (order.Epoch < _epoch) throw Lost(order.Epoch);
        Forget();
        _epoch = order.Epoch;
        _takenFrom = new long[order.Parts];
        _model = worlds.Take(order.Definition);
        worlds.Settle(Run, _model);
        _order = order;
        string? snapshot = order.Snapshot;
        _partition = await Partition.Open(
            order.Definition, _model, order.Parts, Part, cores,
            snapshot is null ? null : id => ReadBlob($"{snapshot}/{id.Value}"));
        if (snapshot is not null) _partition.LoadRecords(await ReadBlob($"{snapshot}/records-{Part}"));
        _calls = new ActorCalls(GrainFactory, Run, order.Epoch);
        _partition.Activate(order.Definition.Activated, _calls);
        foreach (uint actor in order.Controlled) Change(new ActorChange(actor, true, null));
        foreach (uint actor in order.Activated) Change(new ActorChange(actor, null, true));
        _others = [.. Enumerable.Range(0, order.Parts).Select(i => GrainFactory.GetGrain<IPartitionGrain>($"{Run}/{i}"))];
        return new PartitionOpened(_partition.Calls, _partition.Answers, worlds.Silo);
    }

    public async Task<GrantReport> Advance(Grant grant)
    {
        Partition partition = Opened(grant.Epoch);
        if (grant.Number <= _granted) throw Lost(grant.Epoch);
        _granted = grant.Number;
        await TakeIn(partition, grant.Expected);
        foreach (byte[] entry in grant.Entries) partition.Take(entry);
        foreach (ActorChange change in grant.Changes) Change(change);
        var end = new Minute(grant.End);
        try
        {
            await partition.Advance(end, new Minute(grant.CityEnd), grant.Signals);
        }
        catch (ModelException failure)
        {
            return partition.Report(end, []) with
            {
                Breach = new Breach(failure.Message, failure.At.Value, failure.Actor.Value),
            };
        }
        return partition.Report(end, await Send(partition, grant, end));
    }

    public Task Deliver(Batch batch)
    {
        if (batch.Epoch < _epoch) throw Lost(batch.Epoch);
        if (batch.Epoch > _epoch) throw new PartitionLostException($"{this.GetPrimaryKeyString()} is not open yet");
        if (batch.Id.Grant <= _takenFrom[batch.Id.From]) return Task.CompletedTask;
        _inbox.TryAdd(batch.Id, batch.Content);
        _arrived.TrySetResult();
        return Task.CompletedTask;
    }

    public async Task Save(long epoch, string snapshot, BatchId[] expected)
    {
        Partition partition = Opened(epoch);
        await TakeIn(partition, expected);
        await partition.Save((id, bytes) => blobs.WriteAsync($"{snapshot}/{id.Value}", bytes));
        await blobs.WriteAsync($"{snapshot}/records-{Part}", partition.SaveRecords());
    }

    public async Task<PartitionSum> Sum(long epoch, BatchId[] expected)
    {
        Partition partition = Opened(epoch);
        await TakeIn(partition, expected);
        return await partition.Sum();
    }

    public async Task<Reading[]> Read(
        long epoch, string reader, byte[] question, int first, int count, BatchId[] expected)
    {
        Partition partition = Opened(epoch);
        await TakeIn(partition, expected);
        INeighborhoodReader asked = readers.FirstOrDefault(r => r.Name == reader)
            ?? throw new RunException($"this silo has no reader '{reader}'");
        return await partition.Read(asked, question, first, count);
    }

    public Task<byte[]> Records(long epoch, int day) => Task.FromResult(Opened(epoch).RecordsOf(day));

    public Task Close(long epoch)
    {
        if (epoch < _epoch) throw Lost(epoch);
        _epoch = epoch;
        Forget();
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Forget();
        return Task.CompletedTask;
    }

    private async Task<Written[]> Send(Partition partition, Grant grant, Minute end)
    {
        var wrote = new List<Written>();
        var sent = new List<Task>();
        for (int to = 0; to < _others.Length; to++)
        {
            byte[] content = partition.Outgoing(to, end, out bool urgent, out int messages);
            if (messages == 0) continue;
            wrote.Add(new Written(to, urgent, messages));
            sent.Add(_others[to].Deliver(new Batch(grant.Epoch, new BatchId(Part, grant.Number), content)));
        }
        await Task.WhenAll(sent);
        return [.. wrote];
    }

    /// <summary>
    /// Gives the neighborhoods exactly the batches that the coordinator knows of. One that comes late is waited for;
    /// one that comes twice, or after it was taken in, is dropped.
    /// </summary>
    private async Task TakeIn(Partition partition, BatchId[] expected)
    {
        foreach (BatchId id in expected)
        {
            while (!_inbox.ContainsKey(id))
            {
                _arrived = New();
                await _arrived.Task.WaitAsync(MostLate);
            }
            _inbox.Remove(id, out byte[]? content);
            _takenFrom[id.From] = id.Grant;
            partition.Receive(content);
        }
    }

    private void Change(ActorChange change)
    {
        var actor = new ActorId(change.Actor);
        if (!_partition!.Owns(actor)) return;
        if (change.Controlled is { } controlled) _partition.Control(actor, controlled);
        if (change.Activated is { } activated) _partition.Activate(actor, activated ? _calls : null);
    }

    private Partition Opened(long epoch)
    {
        if (epoch != _epoch || _partition is null) throw Lost(epoch);
        return _partition;
    }

    private void Forget()
    {
        if (_order is not null)
        {
            worlds.Release(_order.Definition);
            worlds.Leave(Run);
            stages.Forget(Run);
        }
        _order = null;
        _model = null;
        _partition = null;
        _granted = 0;
        _inbox.Clear();
    }

    private async Task<byte[]> ReadBlob(string name) => await blobs.ReadAsync(name)
        ?? throw new InvalidDataException($"the snapshot's file {name} is missing");

    private PartitionLostException Lost(long epoch) =>
        new($"{this.GetPrimaryKeyString()} is of epoch {_epoch}, not {epoch}");

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
