using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Jinlin.Grains.Storage;

/// <summary>
/// Makes comparing and writing one step for everybody who shares a folder, also in other processes. A name takes one
/// of a few lock files, which are never removed: a lock on a file that somebody has replaced would hold off nobody.
/// </summary>
internal sealed class FolderLocks(string folder)
{
    private const int Files = 16;

    /// <summary>As long as this no healthy process holds one: it is for one write.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Path.Combine(folder, ".locks");
    private readonly SemaphoreSlim[] _within = [.. Enumerable.Range(0, Files).Select(_ => new SemaphoreSlim(1))];
    private bool _proven;

    /// <summary>Waits until nobody else has the name's lock, and holds it until disposed.</summary>
    /// <exception cref="IOException">
    /// The file system has no locks, or somebody has held it for half a minute.
    /// </exception>
    public async Task<IDisposable> Take(string name, CancellationToken cancellation = default)
    {
        int number = (int)(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name)) % Files);
        SemaphoreSlim within = _within[number];
        if (!await within.WaitAsync(Patience, cancellation)) throw new IOException($"{_folder}: a lock is not given back");
        try
        {
            FileStream file = await TakeFile(number, cancellation);
            return new Held(within, file);
        }
        catch
        {
            within.Release();
            throw;
        }
    }

    private async Task<FileStream> TakeFile(int number, CancellationToken cancellation)
    {
        DurableFile.MakeFolder(_folder);
        string path = Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture));
        long began = Environment.TickCount64;
        for (int pause = 1; ; pause = Math.Min(50, pause * 2))
        {
            if (TryOpen(path) is { } file)
            {
                if (!_proven) Prove(path, file);
                return file;
            }
            if (Environment.TickCount64 - began > Patience.TotalMilliseconds)
                throw new IOException($"another process has held {path} for {Patience.TotalSeconds:0} seconds");
            await Task.Delay(pause, cancellation);
        }
    }

    /// <summary>
    /// Where a file system has no locks, or the runtime was told not to use them, opening succeeds all the same.
    /// </summary>
    private void Prove(string path, FileStream held)
    {
        if (TryOpen(path) is { } second)
        {
            second.Dispose();
            held.Dispose();
            throw new IOException(
                $"{_folder}: this file system has no locks between processes; expected one that has, for example a " +
                "local disk or NFS 4");
        }
        _proven = true;
    }

    /// <summary>Null if somebody has it; any other failure is told.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (IsHeld(failure.HResult))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of macOS; the two violations of Windows.</summary>
    private static bool IsHeld(int code) =>
        code is 11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021);

    private sealed class Held(SemaphoreSlim within, FileStream file) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            within.Release();
        }
    }
}
