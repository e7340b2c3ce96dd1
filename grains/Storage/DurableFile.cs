using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Jinlin.Grains.Storage;

/// <summary>Files that are there whole or not at all, and still are after a loss of power.</summary>
internal static class DurableFile
{
    /// <summary>In no name of a blob, run or state.</summary>
    private const char Unfinished = '~';

    /// <summary>True of a file that somebody was writing when it died.</summary>
    public static bool IsUnfinished(string path) => Path.GetFileName(path).Contains(Unfinished);

    /// <summary>Writes a file aside, syncs it and puts it in the other's place.</summary>
    /// <exception cref="IOException">The file is as it was.</exception>
    public static async Task Replace(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        string aside = $"{path}{Unfinished}{Guid.NewGuid():n}";
        try
        {
            using (SafeFileHandle file = File.OpenHandle(
                aside, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, content.Length))
            {
                await RandomAccess.WriteAsync(file, content, 0, cancellation);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(aside, path, overwrite: true);
            SyncFolder(Path.GetDirectoryName(path)!);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>Makes a folder, and those above it, that lasts.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        string above = Path.GetDirectoryName(folder)!;
        MakeFolder(above);
        Directory.CreateDirectory(folder);
        SyncFolder(above);
    }

    /// <summary>Makes a rename in a folder last. Windows does so by itself.</summary>
    public static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        int descriptor = Open(folder, 0);
        if (descriptor < 0) return;
        _ = Sync(descriptor);
        _ = Close(descriptor);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
