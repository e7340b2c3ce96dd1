using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;

namespace Jinlin.Grains.Storage;

/// <summary>
/// Journals as files of a data folder, one for each run: entries one after another, each with its length, a hash and
/// the epoch of who wrote it. The folder's lock file makes reading the newest epoch and writing one step, also
/// between processes.
/// </summary>
public sealed class FolderJournalStore(string folder) : IJournalStore
{
    private const int HeaderBytes = sizeof(int) + sizeof(ulong) + sizeof(long);

    private readonly string _root = Path.GetFullPath(folder);

    public async Task AppendAsync(
        string run, long epoch, long number, IReadOnlyList<byte[]> entries, CancellationToken cancellation = default)
    {
        await using FileStream guard = await Lock(run, cancellation);
        long newest = ReadEpoch(guard);
        if (epoch != newest) throw new StaleEpochException($"journal of {run}: epoch {epoch}, the newest is {newest}");
        (List<byte[]> kept, long length) = Read(run);
        if (number != kept.Count)
            throw new StaleEpochException($"journal of {run}: entry {number}, it has {kept.Count}");
        using var file = new FileStream(PathOf(run), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        file.Position = length;
        file.SetLength(length);
        try
        {
            foreach (byte[] entry in entries) file.Write(Framed(entry, epoch));
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // What was not acknowledged must not turn up later.
            file.SetLength(length);
            throw;
        }
    }

    public async Task<IReadOnlyList<byte[]>> OpenAsync(string run, long epoch, CancellationToken cancellation = default)
    {
        await using FileStream guard = await Lock(run, cancellation);
        long newest = ReadEpoch(guard);
        if (epoch < newest) throw new StaleEpochException($"journal of {run}: epoch {epoch}, the newest is {newest}");
        guard.Position = 0;
        await guard.WriteAsync(BitConverter.GetBytes(epoch), cancellation);
        guard.Flush(flushToDisk: true);
        if (!File.Exists(PathOf(run)))
        {
            await DurableFile.Replace(PathOf(run), ReadOnlyMemory<byte>.Empty, cancellation);
        }
        return Read(run).Entries;
    }

    public Task DeleteAsync(string run, CancellationToken cancellation = default)
    {
        File.Delete(PathOf(run));
        File.Delete(PathOf(run) + ".epoch");
        return Task.CompletedTask;
    }

    private static byte[] Framed(byte[] entry, long epoch)
    {
        var framed = new byte[HeaderBytes + entry.Length];
        BinaryPrimitives.WriteInt32LittleEndian(framed, entry.Length);
        BinaryPrimitives.WriteInt64LittleEndian(framed.AsSpan(sizeof(int) + sizeof(ulong)), epoch);
        entry.CopyTo(framed, HeaderBytes);
        ulong hash = XxHash3.HashToUInt64(framed.AsSpan(sizeof(int) + sizeof(ulong)));
        BinaryPrimitives.WriteUInt64LittleEndian(framed.AsSpan(sizeof(int)), hash);
        return framed;
    }

    /// <summary>All whole entries, and where the next begins: a torn end was never acknowledged.</summary>
    private (List<byte[]> Entries, long Length) Read(string run)
    {
        byte[] bytes = File.Exists(PathOf(run)) ? File.ReadAllBytes(PathOf(run)) : [];
        var entries = new List<byte[]>();
        int at = 0;
        while (bytes.Length - at >= HeaderBytes)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            if (length < 0 || length > bytes.Length - at - HeaderBytes) break;
            ReadOnlySpan<byte> hashed = bytes.AsSpan(at + sizeof(int) + sizeof(ulong), sizeof(long) + length);
            if (XxHash3.HashToUInt64(hashed) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at + sizeof(int))))
                break;
            entries.Add(hashed[sizeof(long)..].ToArray());
            at += HeaderBytes + length;
        }
        return (entries, at);
    }

    private static long ReadEpoch(FileStream guard)
    {
        var bytes = new byte[sizeof(long)];
        guard.Position = 0;
        return guard.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length
            ? BitConverter.ToInt64(bytes) : 0;
    }

    /// <summary>Held by one process and one writer at a time, for the time of one append.</summary>
    private async Task<FileStream> Lock(string run, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_root);
        for (int wait = 1; ; wait = Math.Min(50, wait * 2))
        {
            try
            {
                return new FileStream(PathOf(run) + ".epoch", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException))
            {
                await Task.Delay(wait, cancellation);
            }
        }
    }

    private string PathOf(string run)
    {
        if (run.Length == 0 || !run.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || run[0] == '.')
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{run}' is no name of a run: letters, digits, - _ . expected"),
                nameof(run));
        }
        return Path.Combine(_root, run + ".journal");
    }
}
