namespace Jinlin.Model.Engine;

/// <content>
/// Actors that live elsewhere. A row leaves with the day's first call to its actor and is back before the next
/// midnight's bulk hook, and whenever the whole state is read.
/// </content>
public sealed partial class Neighborhood
{
    private readonly HashSet<int> _away = [];
    private readonly List<Task<byte[]>> _calls = [];
    private HashSet<int>? _detached;
    private IRemoteActors? _remote;

    /// <summary>Calls made to actors that live elsewhere, since the start.</summary>
    public long RemoteCalls { get; private set; }

    /// <summary>How many of its actors live elsewhere.</summary>
    public int Detached => _detached?.Count ?? 0;

    /// <summary>Lets an actor live elsewhere from now on, or brings it home. Changes no digest.</summary>
    /// <exception cref="NotSupportedException">The model's actors cannot live elsewhere.</exception>
    public void Detach(ActorId actor, IRemoteActors? remote)
    {
        int index = (int)(actor.Value - First.Value);
        if (remote is not null)
        {
            if (_population is not IDetachable)
                throw new NotSupportedException($"the actors of {Id} in {_model.Name} cannot live elsewhere");
            _remote = remote;
            (_detached ??= []).Add(index);
        }
        else if (_detached is not null && _detached.Remove(index))
        {
            if (_away.Contains(index)) Recall();
            if (_detached.Count == 0) _detached = null;
        }
    }

    /// <summary>Brings every row home that is away; its actor gets it again with the next call.</summary>
    public void Recall()
    {
        if (_away.Count == 0) return;
        var population = (IDetachable)_population;
        int[] away = [.. _away.Order()];
        Task<byte[]>[] rows = [.. away.Select(i => _remote!.Return(new ActorId(First.Value + (uint)i)))];
        for (int i = 0; i < away.Length; i++)
            population.LoadRow(away[i], new StateReader(rows[i].GetAwaiter().GetResult()));
        _away.Clear();
    }

    private void HandleDetached(ReadOnlySpan<Message> sorted, Minute minute)
    {
        var population = (IDetachable)_population;
        byte[]? context = null;
        _calls.Clear();
        for (int i = 0; i < sorted.Length;)
        {
            int end = i + 1;
            while (end < sorted.Length && sorted[end].Receiver == sorted[i].Receiver) end++;
            ReadOnlySpan<Message> due = sorted[i..end];
            i = end;
            if (!_detached!.Contains(due[0].Receiver)) continue;
            if (context is null)
            {
                StateWriter writer = StateWriter.ToBytes();
                population.SaveContext(writer);
                context = writer.Bytes.ToArray();
            }
            _calls.Add(Call(due, minute, context, population));
        }
        RemoteCalls += _calls.Count;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (!_detached!.Contains(sorted[i].Receiver)) HandleHere(sorted.Slice(i, 1), minute);
        }
        // Between actors the order is free (law 3): what they did is applied in the order of their ids.
        foreach (Task<byte[]> call in _calls) ActorEffects.Apply(call.GetAwaiter().GetResult(), _outbox, population);
    }

    private Task<byte[]> Call(ReadOnlySpan<Message> due, Minute minute, byte[] context, IDetachable population)
    {
        int index = due[0].Receiver;
        var choices = new uint?[due.Length];
        for (int i = 0; i < due.Length; i++) choices[i] = _answers.Count == 0 ? null : TakeAnswer(due[i]);
        ReadOnlySpan<byte> row = [];
        if (_away.Add(index))
        {
            StateWriter writer = StateWriter.ToBytes();
            population.SaveRow(index, writer);
            row = writer.Bytes.Span;
        }
        return _remote!.Handle(
            new ActorId(First.Value + (uint)index), ActorCall.Write(minute, Recording, due, choices, context, row));
    }
}
