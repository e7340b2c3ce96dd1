using System.Runtime.InteropServices;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;

namespace Jinlin.Grains.Partitions;

/// <summary>
/// The neighborhoods of one part of a town and their mail: what a <see cref="PartitionGrain"/> is the address of.
/// Knows no Orleans. Not safe for concurrent use.
/// </summary>
internal sealed class Partition
{
    /// <summary>Beyond the purposes of any model: where an actor lives is no draw of the world's.</summary>
    private const uint ActivationPurpose = uint.MaxValue;

    private readonly RunDefinition _definition;
    private readonly IModel _model;
    private readonly TownMap _map;
    private readonly int[] _bounds;
    private readonly int _part;
    private readonly Cores _cores;
    private readonly Neighborhood[] _neighborhoods;
    private readonly Neighborhood[] _callers;
    private readonly Neighborhood[] _services;
    private readonly List<Envelope> _mail = [];
    private readonly List<Envelope>[] _outgoing;
    private readonly Dictionary<int, byte[]> _records = [];
    private readonly List<Record> _drained = [];
    private Minute _ended;

    private Partition(
        RunDefinition definition, IModel model, TownMap map, int[] bounds, int part, Cores cores,
        Neighborhood[] neighborhoods)
    {
        (_definition, _model, _map, _bounds, _part, _cores) = (definition, model, map, bounds, part, cores);
        _neighborhoods = neighborhoods;
        // The largest first, so that no thread ends a grant alone with a large one.
        _callers = [.. neighborhoods.Where(n => !n.AnswersCalls).OrderByDescending(n => n.Actors).ThenBy(n => n.Id)];
        _services = [.. neighborhoods.Where(n => n.AnswersCalls)];
        _outgoing = [.. Enumerable.Range(0, bounds.Length - 1).Select(_ => new List<Envelope>())];
    }

    /// <summary>True if neighborhoods live here that live by their own clock.</summary>
    public bool Calls => _callers.Length > 0;

    /// <summary>True if city services live here that answer calls.</summary>
    public bool Answers => _services.Length > 0;

    /// <summary>Makes the part's neighborhoods on all cores.</summary>
    /// <param name="snapshot">Gives a neighborhood's saved state; null: they begin at minute 0.</param>
    public static async Task<Partition> Open(
        RunDefinition definition, IModel model, int parts, int part, Cores cores,
        Func<NeighborhoodId, Task<byte[]>>? snapshot)
    {
        var map = new TownMap(model.ActorCounts);
        int[] bounds = map.Partition(parts);
        var neighborhoods = new Neighborhood[bounds[part + 1] - bounds[part]];
        await cores.Run(
            neighborhoods.Length, i => neighborhoods[i] = map.Build(model, new NeighborhoodId(bounds[part] + i)));
        var partition = new Partition(definition, model, map, bounds, part, cores, neighborhoods);
        partition.SwitchRecording(default);
        if (snapshot is not null)
        {
            foreach (Neighborhood n in neighborhoods)
            {
                var reader = new StateReader(await snapshot(n.Id));
                n.Load(reader);
                if (!reader.AtEnd) throw new InvalidDataException($"the snapshot of {n.Id} is longer than its content");
            }
            partition.SwitchRecording(neighborhoods.Length == 0 ? default : neighborhoods[0].Clock.Day);
        }
        return partition;
    }

    /// <summary>Takes in a batch that another partition wrote.</summary>
    public void Receive(ReadOnlySpan<byte> batch)
    {
        MailBatch.Read(batch, _mail);
        foreach (Envelope envelope in _mail) HomeOf(envelope.To).Receive(envelope);
        _mail.Clear();
    }

    /// <summary>Takes in an entry of the journal for one of its actors.</summary>
    public void Take(ReadOnlyMemory<byte> entry)
    {
        Journal journal = JournalEntry.Read(entry);
        foreach (Command command in journal.Commands) HomeOf(command.To).Receive(command);
        foreach (Decided decided in journal.Decisions)
            HomeOf(decided.Decision.Actor).Decide(decided.Decision, decided.Choice);
    }

    /// <summary>True if the actor lives here.</summary>
    public bool Owns(ActorId actor) => PartOf(_map.HomeOf(actor).Value) == _part;

    /// <summary>Lets a keyed share of the actors live in grains of their own, where the model allows it.</summary>
    public void Activate(double share, IRemoteActors remote)
    {
        if (share <= 0) return;
        var chance = new Chance(_model.Seed);
        foreach (Neighborhood n in _neighborhoods.Where(n => n.Population is IDetachable))
        {
            for (uint i = 0; i < n.Actors; i++)
            {
                var actor = new ActorId(n.First.Value + i);
                if (chance.Uniform(actor.Value, 0, ActivationPurpose) < share) n.Detach(actor, remote);
            }
        }
    }

    /// <summary>Lets an actor live in a grain of its own, or brings it home; one that cannot leave stays.</summary>
    public void Activate(ActorId actor, IRemoteActors? remote)
    {
        if (HomeOf(actor).Population is IDetachable) HomeOf(actor).Detach(actor, remote);
    }

    public void Control(ActorId actor, bool controlled) => HomeOf(actor).Control(actor, controlled);

    /// <summary>
    /// Advances the city's services, then the neighborhoods that call, as far as granted; what they wrote to other
    /// parts waits for <see cref="Outgoing"/>. A part that is the whole town knows its slowest caller itself and goes
    /// on to the window's end.
    /// </summary>
    /// <exception cref="ModelException">A law or an invariant is broken.</exception>
    public async Task Advance(Minute end, Minute cityEnd, ulong signals)
    {
        while (true)
        {
            await Advance(_services, cityEnd, signals);
            foreach (Neighborhood n in _services) Route(n);
            await Advance(_callers, end, signals);
            foreach (Neighborhood n in _callers) Route(n);
            if (_outgoing.Length > 1) break;
            int slowest = end.Value;
            foreach (Neighborhood n in _callers) slowest = Math.Min(slowest, n.Clock.Value);
            Minute next = slowest >= end.Value
                ? end : Minute.Min(end, new Minute(slowest + _model.Latencies.CallMinutes));
            if (next <= cityEnd && !IsReady(end) && Array.TrueForAll(_services, n => n.Clock >= next)) break;
            cityEnd = next;
        }
        if (end.OfDay != 0 || !Reached(end) || end <= _ended) return;
        _ended = end;
        await EndDay(new Day(end.Day.Value - 1));
    }

    /// <summary>Hands over what was written to another partition.</summary>
    public byte[] Outgoing(int part, Minute end, out bool urgent, out int messages)
    {
        List<Envelope> outgoing = _outgoing[part];
        urgent = false;
        messages = outgoing.Count;
        if (messages == 0) return [];
        foreach (Envelope envelope in outgoing) urgent |= envelope.Message.Due < end;
        byte[] bytes = MailBatch.Write(CollectionsMarshal.AsSpan(outgoing));
        outgoing.Clear();
        return bytes;
    }

    public GrantReport Report(Minute end, Written[] wrote)
    {
        int slowest = int.MaxValue, service = int.MaxValue;
        long sent = 0, delivered = 0, pending = 0;
        foreach (Neighborhood n in _callers) slowest = Math.Min(slowest, n.Clock.Value);
        foreach (Neighborhood n in _services) service = Math.Min(service, n.Clock.Value);
        foreach (Neighborhood n in _neighborhoods)
        {
            sent += n.Sent;
            delivered += n.Delivered;
            pending += n.Pending;
        }
        return new GrantReport
        {
            Slowest = slowest,
            SlowestService = service,
            Wrote = wrote,
            Ready = IsReady(end),
            OpenDecisions = [.. from n in _neighborhoods
                                where n.OpenDecision is not null
                                select OpenDecisions.Of(n.OpenDecision!.Value)],
            Daily = end.OfDay == 0 && Reached(end) ? SumDaily() : [],
            Sent = sent,
            Delivered = delivered,
            ActorCalls = _neighborhoods.Sum(n => n.RemoteCalls),
            ActivatedActors = _neighborhoods.Sum(n => n.Detached),
            Pending = pending,
        };
    }

    /// <summary>The states of all neighborhoods, one after another.</summary>
    public async Task Save(Func<NeighborhoodId, byte[], Task> write)
    {
        await Recall();
        foreach (Neighborhood n in _neighborhoods)
        {
            StateWriter writer = StateWriter.ToBytes();
            n.Save(writer);
            await write(n.Id, writer.Bytes.ToArray());
        }
    }

    /// <summary>The records of the days since the last that was taken, as one piece of bytes.</summary>
    public byte[] SaveRecords()
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(_records.Count);
        foreach ((int day, byte[] records) in _records.OrderBy(r => r.Key))
        {
            writer.Write(day);
            writer.WriteSpan<byte>(records);
        }
        return writer.Bytes.ToArray();
    }

    public void LoadRecords(ReadOnlyMemory<byte> saved)
    {
        var reader = new StateReader(saved);
        for (int n = reader.Read<int>(); n > 0; n--) _records[reader.Read<int>()] = reader.ReadArray<byte>();
    }

    /// <summary>The records of a finished day; forgets all earlier days.</summary>
    public byte[] RecordsOf(int day)
    {
        foreach (int earlier in _records.Keys.Where(d => d < day).ToArray()) _records.Remove(earlier);
        return _records.GetValueOrDefault(day, []);
    }

    public async Task<PartitionSum> Sum()
    {
        var digests = new UInt128[_neighborhoods.Length];
        await _cores.Run(digests.Length, i => digests[i] = _neighborhoods[i].Digest());
        var sent = new long[256];
        foreach (Neighborhood n in _neighborhoods)
        {
            for (int k = 0; k < sent.Length; k++) sent[k] += n.SentByKind[k];
        }
        return new PartitionSum(digests, sent, _neighborhoods.Sum(n => n.Delivered));
    }

    /// <summary>Asks a reader about those neighborhoods among the given that live here.</summary>
    public async Task<Reading[]> Read(INeighborhoodReader reader, byte[] question, int first, int count)
    {
        int from = Math.Max(first, _bounds[_part]), to = Math.Min(first + count, _bounds[_part + 1]);
        if (to <= from) return [];
        await Recall();
        var readings = new Reading[to - from];
        await _cores.Run(readings.Length, i => readings[i] = new Reading(
            from + i, reader.Read(_model, _neighborhoods[from + i - _bounds[_part]], question)));
        return [.. readings.Where(r => r.Content.Length > 0)];
    }

    /// <summary>Rows come home on the threads that compute: no turn waits for an actor.</summary>
    private Task Recall() => _cores.Run(_neighborhoods.Length, i => _neighborhoods[i].Recall());

    private Task Advance(Neighborhood[] some, Minute end, ulong signals)
    {
        int behind = 0;
        foreach (Neighborhood n in some) behind += n.Clock < end ? 1 : 0;
        return behind == 0 ? Task.CompletedTask : _cores.Run(some.Length, i =>
        {
            if (some[i].Clock < end) some[i].Advance(end, signals);
        });
    }

    private void Route(Neighborhood from)
    {
        from.DrainOutbound(_mail);
        foreach (Envelope envelope in _mail)
        {
            int home = _map.HomeOf(envelope.To).Value;
            int part = PartOf(home);
            if (part == _part) _neighborhoods[home - _bounds[_part]].Receive(envelope);
            else _outgoing[part].Add(envelope);
        }
        _mail.Clear();
    }

    private int PartOf(int neighborhood)
    {
        int i = Array.BinarySearch(_bounds, neighborhood);
        return i < 0 ? ~i - 1 : i;
    }

    private Neighborhood HomeOf(ActorId actor) => _neighborhoods[_map.HomeOf(actor).Value - _bounds[_part]];

    /// <summary>True if a neighborhood that calls could go on at once: it awaits no answer and no decision.</summary>
    private bool IsReady(Minute end) => Array.Exists(
        _callers, n => n.Clock < end && n.OpenDecision is null && n.AnswerHorizon > n.Clock);

    private bool Reached(Minute end) => Array.TrueForAll(_neighborhoods, n => n.Clock >= end);

    private async Task EndDay(Day day)
    {
        if (_definition.Verify)
        {
            await _cores.Run(_neighborhoods.Length, i => _neighborhoods[i].Verify((actor, what) =>
                throw new ModelException(
                    what, _neighborhoods[i].Clock, new ActorId(_neighborhoods[i].First.Value + (uint)actor))));
        }
        if (_definition.Recorded.Length == 0) return;
        foreach (Neighborhood n in _neighborhoods) n.DrainRecords(_drained);
        if (day.Value >= _definition.RecordedFrom && _drained.Count > 0)
            _records[day.Value] = MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_drained)).ToArray();
        _drained.Clear();
        SwitchRecording(day.Next);
    }

    private void SwitchRecording(Day day)
    {
        foreach (int recorded in _definition.Recorded)
        {
            if (recorded >= _bounds[_part] && recorded < _bounds[_part + 1])
                _neighborhoods[recorded - _bounds[_part]].Recording = day.Value >= _definition.RecordedFrom;
        }
    }

    private long[] SumDaily()
    {
        var sum = new long[_model.Indicators.Count];
        foreach (Neighborhood n in _neighborhoods)
        {
            ReadOnlySpan<long> own = n.Daily;
            for (int i = 0; i < own.Length; i++) sum[i] += own[i];
        }
        return sum;
    }
}
