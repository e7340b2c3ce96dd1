namespace Jinlin.Model.Engine;

/// <summary>The lasting form of the journal's entries: one tag, then the fields, little-endian.</summary>
public static class JournalEntry
{
    private const byte CommandTag = 1, DecidedTag = 2;

    public static byte[] Write(in Command c)
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(CommandTag);
        writer.Write(c.Number);
        writer.Write(c.At.Value);
        writer.Write(c.To.Value);
        writer.Write(c.Kind);
        writer.Write(c.A);
        writer.Write(c.B);
        writer.Write(c.C);
        writer.Write(c.D);
        return writer.Bytes.ToArray();
    }

    public static byte[] Write(in Decided d)
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(DecidedTag);
        writer.Write(d.Number);
        writer.Write(d.Decision.Actor.Value);
        writer.Write(d.Decision.At.Value);
        writer.Write(d.Decision.Kind);
        writer.Write(d.Decision.Sender.Value);
        writer.Write(d.Decision.Sent.Value);
        writer.Write(d.Decision.Ordinal);
        writer.Write(d.Choice.HasValue);
        writer.Write(d.Choice.GetValueOrDefault());
        return writer.Bytes.ToArray();
    }

    /// <summary>Reads one entry as a journal of its own.</summary>
    /// <exception cref="InvalidDataException">Not an entry.</exception>
    public static Journal Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new StateReader(bytes);
        reader.Read<byte>();
        var journal = new Journal(reader.Read<long>());
        Read(bytes, journal);
        return journal;
    }

    /// <summary>Adds an entry to a journal, in whose order it must be the next.</summary>
    /// <exception cref="InvalidDataException">Not an entry, or not the next one.</exception>
    public static void Read(ReadOnlyMemory<byte> bytes, Journal into)
    {
        var reader = new StateReader(bytes);
        byte tag = reader.Read<byte>();
        long number = reader.Read<long>();
        if (number != into.Next) throw new InvalidDataException($"journal entry {number} where {into.Next} was expected");
        switch (tag)
        {
            case CommandTag:
                var at = new Minute(reader.Read<int>());
                var to = new ActorId(reader.Read<uint>());
                into.Add(new Command(
                    number, at, to, reader.Read<byte>(), reader.Read<uint>(), reader.Read<uint>(), reader.Read<uint>(),
                    reader.Read<uint>()));
                break;
            case DecidedTag:
                var actor = new ActorId(reader.Read<uint>());
                var decision = new Decision(
                    actor, new Minute(reader.Read<int>()), reader.Read<byte>(), new ActorId(reader.Read<uint>()),
                    new Minute(reader.Read<int>()), reader.Read<ushort>());
                bool chosen = reader.Read<bool>();
                uint choice = reader.Read<uint>();
                into.Add(new Decided(number, decision, chosen ? choice : null));
                break;
            default:
                throw new InvalidDataException($"journal entry {number} of unknown tag {tag}");
        }
        if (!reader.AtEnd) throw new InvalidDataException($"journal entry {number} is longer than its content");
    }
}
