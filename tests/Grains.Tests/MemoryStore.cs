using System.Collections.Concurrent;
using Jinlin.Grains.Storage;

namespace Jinlin.Grains.Tests;

/// <summary>Blobs and journals that outlive every silo of a test cluster, as a disk would.</summary>
internal sealed class MemoryStore : IBlobStore, IJournalStore
{
    private readonly ConcurrentDictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Epoch, List<byte[]> Entries)> _journals = [];

    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        _blobs[name] = content.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default) =>
        Task.FromResult(_blobs.GetValueOrDefault(name));

    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<string>>(
            [.. _blobs.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]);

    public Task DeleteAsync(string prefix, CancellationToken cancellation = default)
    {
        foreach (string name in _blobs.Keys.Where(k => k.StartsWith(prefix, StringComparison.Ordinal)))
            _blobs.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    public Task AppendAsync(
        string run, long epoch, long number, IReadOnlyList<byte[]> entries, CancellationToken cancellation = default)
    {
        lock (_journals)
        {
            (long newest, List<byte[]> kept) = _journals[run];
            if (epoch < newest || number != kept.Count) throw new StaleEpochException($"epoch {epoch}, newest {newest}");
            kept.AddRange(entries);
        }
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<byte[]>> OpenAsync(string run, long epoch, CancellationToken cancellation = default)
    {
        lock (_journals)
        {
            (long newest, List<byte[]> kept) = _journals.GetValueOrDefault(run, (0, []));
            if (epoch < newest) throw new StaleEpochException($"epoch {epoch}, newest {newest}");
            _journals[run] = (epoch, kept);
            return Task.FromResult<IReadOnlyList<byte[]>>([.. kept]);
        }
    }

    Task IJournalStore.DeleteAsync(string run, CancellationToken cancellation)
    {
        lock (_journals) _journals.Remove(run);
        return Task.CompletedTask;
    }
}
