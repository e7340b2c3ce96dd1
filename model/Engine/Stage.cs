namespace Jinlin.Model.Engine;

/// <summary>
/// A neighborhood's rules without its people: lets one actor after another, whose row is handed in, handle what is due
/// to it, and tells what it did. Not safe for concurrent use; as many actors as like may share it in turn.
/// </summary>
public sealed class Stage
{
    private readonly IModel _model;
    private readonly IDetachable _population;
    private readonly Outbox _outbox;
    private readonly ActorId _first;
    private byte[] _context = [];

    /// <exception cref="NotSupportedException">This neighborhood's actors cannot live elsewhere.</exception>
    public Stage(IModel model, TownMap map, NeighborhoodId id)
    {
        _population = model.Populate(id) as IDetachable
            ?? throw new NotSupportedException($"the actors of {id} in {model.Name} cannot live elsewhere");
        _model = model;
        _first = map.FirstOf(id);
        _outbox = Outbox.Capturing(new Chance(model.Seed), model.Latencies, _first, model.ActorCounts[id.Value]);
        // What populating counted belongs to the neighborhood itself.
        _population.TakeCounts(StateWriter.ToBytes());
    }

    /// <summary>True if it has this model's rules: a run that was opened anew may have another instance.</summary>
    public bool IsOf(IModel model) => ReferenceEquals(model, _model);

    /// <summary>Handles one call.</summary>
    /// <param name="row">The actor's row; null if it comes with the call. Replaced by what it has become.</param>
    /// <returns>What the neighborhood applies.</returns>
    public byte[] Handle(ActorId actor, ReadOnlyMemory<byte> call, ref byte[]? row)
    {
        var (now, recording, due, choices, context, sent) = ActorCall.Read(call);
        if (sent.Length > 0) row = sent;
        if (row is null) throw new InvalidDataException($"{actor} has no row here");
        if (!context.AsSpan().SequenceEqual(_context))
        {
            _population.LoadContext(new StateReader(context));
            _context = context;
        }
        int index = (int)(actor.Value - _first.Value);
        _population.LoadRow(index, new StateReader(row));
        _outbox.Recording = recording;
        for (int i = 0; i < due.Length; i++)
        {
            _outbox.Begin(now, actor);
            _outbox.Choice = choices[i];
            _population.Handle(due[i], _outbox);
        }
        // The next actor's first message of this minute begins anew.
        _outbox.End();
        StateWriter writer = StateWriter.ToBytes();
        _population.SaveRow(index, writer);
        row = writer.Bytes.ToArray();
        byte[] effects = ActorEffects.Write(_outbox, _population);
        // A handler may have published: the context at hand is then no longer the one that was sent.
        StateWriter after = StateWriter.ToBytes();
        _population.SaveContext(after);
        _context = after.Bytes.ToArray();
        return effects;
    }
}
