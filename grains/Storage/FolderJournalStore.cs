using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Jinlin.Grains.Storage;

/// <summary>
/// Journals as files of a data folder, one for each run, which several processes may share. Appends that come while
/// another is being synced wait for each other and share the next sync.
/// </summary>
public sealed class FolderJournalStore(string folder) : IJournalStore
{
    private readonly string _root = Path.GetFullPath(folder);
    private readonly FolderLocks _locks = new(Path.GetFullPath(folder));
    private readonly ConcurrentDictionary<string, Tail> _tails = new(StringComparer.Ordinal);

    public Task AppendAsync(
        string run, long epoch, long number, IReadOnlyList<byte[]> entries, CancellationToken cancellation = default)
    {
        string path = PathOf(run);
        cancellation.ThrowIfCancellationRequested();
        Tail tail = _tails.GetOrAdd(run, _ => new Tail());
        var append = new Append(epoch, number, entries);
        lock (tail.Waiting)
        {
            tail.Waiting.Add(append);
            if (!tail.IsWriting)
            {
                tail.IsWriting = true;
                _ = Task.Run(() => WriteWaiting(run, path, tail), CancellationToken.None);
            }
        }
        return append.Done.Task;
    }

    public async Task<IReadOnlyList<byte[]>> OpenAsync(string run, long epoch, CancellationToken cancellation = default)
    {
        string path = PathOf(run);
        using IDisposable held = await _locks.Take(run, cancellation);
        if (_tails.TryGetValue(run, out Tail? tail)) tail.IsKnown = false;
        if (!File.Exists(path)) await DurableFile.Replace(path, JournalFile.Begin(), cancellation);
        using SafeFileHandle file = OpenFile(path);
        JournalContent content = Read(file, run);
        if (epoch < content.Epoch)
            throw new StaleEpochException($"journal of {run}: epoch {epoch}, the newest is {content.Epoch}");
        if (epoch > content.Epoch)
        {
            var frame = new List<byte>();
            JournalFile.AppendFrame(frame, content.Number, epoch, []);
            Write(file, content.Length, frame);
        }
        return content.Entries;
    }

    public async Task DeleteAsync(string run, CancellationToken cancellation = default)
    {
        string path = PathOf(run);
        if (!Directory.Exists(_root)) return;
        using IDisposable held = await _locks.Take(run, cancellation);
        File.Delete(path);
        DurableFile.SyncFolder(_root);
    }

    private static SafeFileHandle OpenFile(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private static JournalContent Read(SafeFileHandle file, string run)
    {
        byte[] bytes = new byte[RandomAccess.GetLength(file)];
        int read = 0;
        while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is var n and > 0) read += n;
        try
        {
            return JournalFile.Read(bytes.AsSpan(0, read));
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"journal of {run}: {wrong.Message}", wrong);
        }
    }

    /// <summary>Writes behind the last whole frame and syncs; what cannot be synced is taken back.</summary>
    /// <exception cref="IOException">Nothing of it will turn up.</exception>
    private static void Write(SafeFileHandle file, long at, List<byte> bytes)
    {
        try
        {
            if (RandomAccess.GetLength(file) != at) RandomAccess.SetLength(file, at);
            RandomAccess.Write(file, CollectionsMarshal.AsSpan(bytes), at);
            RandomAccess.FlushToDisk(file);
        }
        catch (IOException failure)
        {
            try
            {
                RandomAccess.SetLength(file, at);
                RandomAccess.FlushToDisk(file);
            }
            catch (IOException)
            {
                throw new InvalidOperationException($"it is not known what the disk has kept: {failure.Message}", failure);
            }
            throw;
        }
    }

    /// <summary>Writes what waits, and what has come meanwhile, until nothing does.</summary>
    private async Task WriteWaiting(string run, string path, Tail tail)
    {
        while (true)
        {
            Append[] batch;
            lock (tail.Waiting)
            {
                batch = [.. tail.Waiting];
                tail.Waiting.Clear();
                if (batch.Length == 0)
                {
                    tail.IsWriting = false;
                    return;
                }
            }
            try
            {
                await WriteBatch(run, path, tail, batch);
            }
            catch (Exception failure)
            {
                tail.IsKnown = false;
                foreach (Append append in batch) append.Done.TrySetException(failure);
            }
        }
    }

    private async Task WriteBatch(string run, string path, Tail tail, Append[] batch)
    {
        using IDisposable held = await _locks.Take(run);
        using SafeFileHandle? file = File.Exists(path) ? OpenFile(path) : null;
        if (file is null) throw new StaleEpochException($"journal of {run}: nobody has opened it");
        Learn(file, run, tail);
        var frames = new List<byte>();
        var written = new List<Append>();
        long count = tail.Count;
        foreach (Append append in batch)
        {
            if (append.Epoch != tail.Epoch)
            {
                append.Refuse($"journal of {run}: epoch {append.Epoch}, the newest is {tail.Epoch}");
            }
            else if (append.Number != count)
            {
                append.Refuse($"journal of {run}: entry {append.Number}, it has {count}");
            }
            else
            {
                JournalFile.AppendFrame(frames, tail.Number, append.Epoch, append.Entries);
                count += append.Entries.Count;
                written.Add(append);
            }
        }
        if (written.Count == 0) return;
        Write(file, tail.Length, frames);
        tail.Length += frames.Count;
        tail.Count = count;
        foreach (Append append in written) append.Done.TrySetResult();
    }

    /// <summary>Reads the journal again, unless it is as this process has left it.</summary>
    private static void Learn(SafeFileHandle file, string run, Tail tail)
    {
        byte[] head = new byte[JournalFile.HeadBytes];
        int read = RandomAccess.Read(file, head, 0);
        if (tail.IsKnown && RandomAccess.GetLength(file) == tail.Length
            && JournalFile.NumberIn(head.AsSpan(0, read)) == tail.Number) return;
        JournalContent content = Read(file, run);
        (tail.Number, tail.Epoch, tail.Count, tail.Length) =
            (content.Number, content.Epoch, content.Entries.Count, content.Length);
        tail.IsKnown = true;
    }

    private string PathOf(string run)
    {
        StoredName.OfRun(run);
        return Path.Combine(_root, run + ".journal");
    }

    private sealed class Append(long epoch, long number, IReadOnlyList<byte[]> entries)
    {
        public long Epoch => epoch;

        public long Number => number;

        public IReadOnlyList<byte[]> Entries => entries;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Refuse(string why) => Done.TrySetException(new StaleEpochException(why));
    }

    /// <summary>What this process knows of a journal's end, and who waits to write there.</summary>
    private sealed class Tail
    {
        public List<Append> Waiting { get; } = [];

        public bool IsWriting { get; set; }

        public bool IsKnown { get; set; }

        public long Number { get; set; }

        public long Epoch { get; set; }

        public long Count { get; set; }

        public long Length { get; set; }
    }
}
