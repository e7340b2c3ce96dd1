namespace Jinlin.Model.Engine;

/// <summary>
/// What goes to an actor that lives elsewhere: the minute, its messages in canonical order with what was decided on
/// them, the context, and the row if it does not have it yet.
/// </summary>
internal static class ActorCall
{
    public static byte[] Write(
        Minute now, bool recording, ReadOnlySpan<Message> due, ReadOnlySpan<uint?> choices, ReadOnlySpan<byte> context,
        ReadOnlySpan<byte> row)
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.Write(now.Value);
        writer.Write(recording);
        writer.WriteSpan(due);
        foreach (uint? choice in choices)
        {
            writer.Write(choice.HasValue);
            writer.Write(choice.GetValueOrDefault());
        }
        writer.WriteSpan(context);
        writer.WriteSpan(row);
        return writer.Bytes.ToArray();
    }

    public static (Minute Now, bool Recording, Message[] Due, uint?[] Choices, byte[] Context, byte[] Row) Read(
        ReadOnlyMemory<byte> call)
    {
        var reader = new StateReader(call);
        var now = new Minute(reader.Read<int>());
        bool recording = reader.Read<bool>();
        Message[] due = reader.ReadArray<Message>();
        var choices = new uint?[due.Length];
        for (int i = 0; i < choices.Length; i++)
        {
            bool chosen = reader.Read<bool>();
            uint choice = reader.Read<uint>();
            choices[i] = chosen ? choice : null;
        }
        return (now, recording, due, choices, reader.ReadArray<byte>(), reader.ReadArray<byte>());
    }
}

/// <summary>What an actor that lives elsewhere did in one minute, beside its own row.</summary>
internal static class ActorEffects
{
    public static byte[] Write(Outbox outbox, IDetachable population)
    {
        StateWriter writer = StateWriter.ToBytes();
        writer.WriteSpan<Message>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(outbox.Captured));
        writer.Write(outbox.Outbound.Count);
        foreach (Envelope envelope in outbox.Outbound)
        {
            writer.Write(envelope.To.Value);
            writer.Write(envelope.AnswersCall);
            writer.Write(envelope.Message);
        }
        writer.WriteSpan<Minute>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(outbox.OpenCalls));
        writer.WriteSpan<Record>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(outbox.Records));
        population.TakeCounts(writer);
        outbox.Captured!.Clear();
        outbox.Outbound.Clear();
        outbox.OpenCalls.Clear();
        outbox.Records.Clear();
        return writer.Bytes.ToArray();
    }

    /// <summary>Makes them happen at home.</summary>
    public static void Apply(ReadOnlyMemory<byte> effects, Outbox outbox, IDetachable population)
    {
        var reader = new StateReader(effects);
        foreach (Message message in reader.ReadArray<Message>()) outbox.Resend(message);
        for (int n = reader.Read<int>(); n > 0; n--)
        {
            outbox.Resend(
                new Envelope(new ActorId(reader.Read<uint>()), reader.Read<bool>(), reader.Read<Message>()));
        }
        outbox.OpenCalls.AddRange(reader.ReadArray<Minute>());
        outbox.Records.AddRange(reader.ReadArray<Record>());
        population.AddCounts(reader);
    }
}
