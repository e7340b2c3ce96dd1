namespace Jinlin.Grains.Storage;

/// <summary>Blobs as files of one data folder, which several processes may share.</summary>
public sealed class FolderBlobStore(string folder) : IBlobStore
{
    private readonly string _root = Path.GetFullPath(folder);

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        string path = PathOf(name);
        DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
        await DurableFile.Replace(path, content, cancellation);
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(name), cancellation);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default)
    {
        string start = Path.GetDirectoryName(PathOf(prefix + "x"))!;
        IReadOnlyList<string> names = !Directory.Exists(start) ? [] :
        [
            .. Directory.EnumerateFiles(start, "*", SearchOption.AllDirectories)
                .Where(f => !DurableFile.IsUnfinished(f))
                .Select(f => Path.GetRelativePath(_root, f).Replace('\\', '/'))
                .Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        ];
        return Task.FromResult(names);
    }

    public async Task DeleteAsync(string prefix, CancellationToken cancellation = default)
    {
        string whole = PathOf(prefix + "x");
        if (prefix.EndsWith('/'))
        {
            string directory = Path.GetDirectoryName(whole)!;
            if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
            return;
        }
        foreach (string name in await ListAsync(prefix, cancellation)) File.Delete(PathOf(name));
    }

    private string PathOf(string name)
    {
        StoredName.OfBlob(name);
        return Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar));
    }
}
