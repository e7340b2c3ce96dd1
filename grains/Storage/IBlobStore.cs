namespace Jinlin.Grains.Storage;

/// <summary>
/// Where snapshots lie: named, immutable pieces of bytes. A name is a relative path of letters, digits, dots, dashes
/// and slashes.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes a blob whole or not at all; when it returns, the blob survives a loss of power.</summary>
    /// <exception cref="IOException">Nothing was written; earlier blobs are untouched.</exception>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>The content, or null if there is no such blob.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default);

    /// <summary>The names that begin with a prefix, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation = default);

    /// <summary>Removes all blobs whose names begin with a prefix; none is no error.</summary>
    Task DeleteAsync(string prefix, CancellationToken cancellation = default);
}
