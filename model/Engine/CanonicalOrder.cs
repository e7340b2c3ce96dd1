namespace Jinlin.Model.Engine;

/// <summary>
/// Law 3: what one actor receives at one minute is handled in the order kind, keyed priority, sender, minute sent,
/// ordinal; never in the order of arrival. Between actors any order is allowed; by receiver keeps rows in cache.
/// </summary>
internal sealed class CanonicalOrder(Chance chance, uint first)
{
    /// <summary>The entity's purpose word for priorities; models number their own purposes from 1.</summary>
    private const uint PriorityPurpose = 0;

    private ulong[] _keys = new ulong[64];
    private uint[] _priorities = new uint[64];
    private Message[] _run = new Message[64];

    /// <summary>Sorts one minute's messages.</summary>
    public Span<Message> Sort(Message[] batch, int count)
    {
        if (count <= 1) return batch.AsSpan(0, count);
        if (_keys.Length < count) Array.Resize(ref _keys, batch.Length);
        if (_run.Length < count) Array.Resize(ref _run, batch.Length);
        Span<ulong> keys = _keys.AsSpan(0, count);
        for (int i = 0; i < count; i++) keys[i] = ((ulong)batch[i].ReceiverAndKind << 32) | (uint)i;
        if (count <= 8) InsertionSort(keys);
        else keys.Sort();

        Span<Message> sorted = _run.AsSpan(0, count);
        for (int i = 0; i < count; i++) sorted[i] = batch[(uint)keys[i]];
        for (int start = 0; start < count;)
        {
            uint receiverAndKind = sorted[start].ReceiverAndKind;
            int end = start + 1;
            while (end < count && sorted[end].ReceiverAndKind == receiverAndKind) end++;
            if (end - start > 1) SortRun(sorted[start..end]);
            start = end;
        }
        return sorted;
    }

    /// <summary>Messages of one kind to one receiver: those that compete for its capacity.</summary>
    private void SortRun(Span<Message> run)
    {
        if (_priorities.Length < run.Length)
            Array.Resize(ref _priorities, Math.Max(run.Length, 2 * _priorities.Length));
        uint receiver = first + (uint)run[0].Receiver, minute = (uint)run[0].Due.Value;
        Span<uint> priorities = _priorities.AsSpan(0, run.Length);
        for (int i = 0; i < run.Length; i++)
            priorities[i] = chance.Bits(receiver, minute, PriorityPurpose, run[i].Sender.Value);
        if (run.Length > 32)
        {
            priorities.Sort(run, static (a, b) => a.CompareTo(b));
            // Equal priorities are one sender's messages or a coincidence of 32 bits: settled below, nearly sorted.
        }
        for (int i = 1; i < run.Length; i++)
        {
            Message message = run[i];
            uint priority = priorities[i];
            int j = i - 1;
            while (j >= 0 && (priorities[j] > priority
                || (priorities[j] == priority && Compare(run[j], message) > 0)))
            {
                run[j + 1] = run[j];
                priorities[j + 1] = priorities[j];
                j--;
            }
            run[j + 1] = message;
            priorities[j + 1] = priority;
        }
    }

    /// <summary>A total order over pending messages, for snapshots: canonical but for the priorities.</summary>
    public static int ByMinute(Message x, Message y)
    {
        int c = x.Due.CompareTo(y.Due);
        if (c == 0) c = x.ReceiverAndKind.CompareTo(y.ReceiverAndKind);
        return c == 0 ? Compare(x, y) : c;
    }

    private static int Compare(in Message x, in Message y)
    {
        int c = x.Sender.CompareTo(y.Sender);
        if (c == 0) c = x.Sent.CompareTo(y.Sent);
        if (c == 0) c = x.Ordinal.CompareTo(y.Ordinal);
        if (c == 0) c = x.A.CompareTo(y.A);
        if (c == 0) c = x.B.CompareTo(y.B);
        if (c == 0) c = x.C.CompareTo(y.C);
        return c == 0 ? x.D.CompareTo(y.D) : c;
    }

    private static void InsertionSort(Span<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            ulong key = keys[i];
            int j = i - 1;
            for (; j >= 0 && keys[j] > key; j--) keys[j + 1] = keys[j];
            keys[j + 1] = key;
        }
    }
}
