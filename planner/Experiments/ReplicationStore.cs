using System.Security.Cryptography;
using System.Text;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Experiments;

/// <summary>
/// A folder with one immutable file per replication, so that nothing is computed twice. A file is written aside and
/// renamed, so several programs may share the folder; one that does not have the hash it carries counts as missing.
/// What was used longest ago goes first when the folder grows beyond its bound. Safe for many threads.
/// </summary>
public sealed class ReplicationStore
{
    /// <summary>Size of the folder unless the user says otherwise: some twenty thousand replications of an estate.</summary>
    public const long DefaultBytes = 2L << 30;

    /// <summary>Environment variable that names the folder.</summary>
    public const string FolderVariable = "JINLIN_STORE";

    private const string FormatFile = "format", FormatText = "jinlin-store/1", Extension = ".jlr";

    private readonly string _folder;
    private readonly long _mostBytes;
    private readonly DateTime _opened = DateTime.UtcNow;
    private volatile string? _broken;

    private ReplicationStore(string folder, long mostBytes) => (_folder, _mostBytes) = (folder, mostBytes);

    /// <summary>Why nothing more is written, as the system put it; null as long as writing works.</summary>
    public string? Broken => _broken;

    /// <summary>Opens the file that a result is written to; another one in tests.</summary>
    internal Func<string, Stream> Create { get; init; } = File.Create;

    /// <summary>
    /// The folder that <see cref="FolderVariable"/> names, else <c>jinlin/replications</c> in the user's cache.
    /// </summary>
    public static string DefaultFolder(Func<string, string?> environment)
    {
        if (environment(FolderVariable) is { Length: > 0 } named) return named;
        string cache = environment("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathRooted(xdg)
            ? xdg
            : OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "jinlin", "replications");
    }

    /// <summary>Opens a folder and makes it where there is none.</summary>
    /// <exception cref="InputException">It is no store, or one of another version, or cannot be written.</exception>
    public static ReplicationStore Open(string folder, long mostBytes = DefaultBytes) =>
        Open(folder, mostBytes, File.Create);

    internal static ReplicationStore Open(string folder, long mostBytes, Func<string, Stream> create)
    {
        folder = Path.GetFullPath(folder);
        string format = Path.Combine(folder, FormatFile);
        try
        {
            if (File.Exists(format))
            {
                string found = File.ReadAllText(format).Trim();
                if (found != FormatText) throw Refused(folder, SafeText.Quoted(found), Words.StoreFormat(FormatText));
            }
            else
            {
                if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                    throw Refused(folder, Words.OtherFiles, Words.StoreFolder);
                Directory.CreateDirectory(folder);
                File.WriteAllText(format, FormatText + "\n");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(folder, SafeText.Quoted(e.Message), Words.StoreFolder);
        }
        return new ReplicationStore(folder, mostBytes) { Create = create };
    }

    /// <summary>The result of a key, or null: it was never kept, has gone, or is damaged.</summary>
    public ReplicationResult? Find(ReplicationKey key)
    {
        string path = PathOf(key);
        try
        {
            if (!File.Exists(path)) return null;
            ReplicationResult result = ReplicationCodec.Read(File.ReadAllBytes(path));
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return result;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps a result. Where the disk refuses, <see cref="Broken"/> says so, nothing more is written, and what was
    /// kept before stays readable.
    /// </summary>
    public void Keep(ReplicationKey key, ReplicationResult result) => Keep(key, ReplicationCodec.Write(result));

    /// <summary>A text that follows from replications, or null: never kept, gone, or damaged.</summary>
    public string? FindText(ReplicationKey key)
    {
        try
        {
            byte[] bytes = File.Exists(PathOf(key)) ? File.ReadAllBytes(PathOf(key)) : [];
            if (bytes.Length < SHA256.HashSizeInBytes) return null;
            ReadOnlySpan<byte> text = bytes.AsSpan(SHA256.HashSizeInBytes);
            if (!SHA256.HashData(text).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))) return null;
            File.SetLastWriteTimeUtc(PathOf(key), DateTime.UtcNow);
            return Encoding.UTF8.GetString(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a text behind its hash, as <see cref="Keep(ReplicationKey, ReplicationResult)"/> does.</summary>
    public void KeepText(ReplicationKey key, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Keep(key, [.. SHA256.HashData(bytes), .. bytes]);
    }

    private void Keep(ReplicationKey key, byte[] content)
    {
        if (_broken is not null) return;
        string path = PathOf(key), aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (Stream file = Create(aside))
            {
                file.Write(content);
                file.Flush();
            }
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _broken = e.Message;
            try
            {
                File.Delete(aside);
            }
            catch (Exception again) when (again is IOException or UnauthorizedAccessException)
            {
                // What lies aside is no result; the next trim takes it.
            }
        }
    }

    /// <summary>
    /// Brings the folder below its bound: what was used longest ago goes, nothing that was used since it was opened.
    /// </summary>
    public void Trim()
    {
        try
        {
            FileInfo[] files = [.. new DirectoryInfo(_folder).EnumerateDirectories()
                .SelectMany(d => d.EnumerateFiles()).Where(f => f.Name.Contains(Extension))
                .OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal)];
            long bytes = files.Sum(f => f.Length);
            foreach (FileInfo file in files)
            {
                if (bytes <= _mostBytes || file.LastWriteTimeUtc >= _opened) break;
                bytes -= file.Length;
                file.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program is at work in the folder; the next trim comes.
        }
    }

    private string PathOf(ReplicationKey key) => Path.Combine(_folder, key.Text[..2], key.Text + Extension);

    private static InputException Refused(string folder, string found, string expected) =>
        new(new InputError(folder, 0, found, expected));
}
