using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Jinlin.Grains.Storage;

/// <summary>
/// States of grains as files of a data folder, one each, which several processes may share. A file holds a mark, a
/// version, the ETag (a number that no other write has) and the state as Orleans serializes it. A lock makes comparing
/// and writing one step.
/// </summary>
public sealed class FileGrainStorage(Serializer serializer, IActivatorProvider activators, string folder) : IGrainStorage
{
    private const int Version = 1;
    private const int HeadBytes = 8 + 16;

    private readonly string _root = Path.GetFullPath(folder);
    private readonly FolderLocks _locks = new(Path.GetFullPath(folder));

    private static ReadOnlySpan<byte> Mark => "JLS\0"u8;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        byte[]? bytes = Find(PathOf(stateName, grainId));
        grainState.RecordExists = bytes is not null;
        grainState.ETag = bytes is null ? null : ETagIn(bytes, grainId);
        grainState.State = bytes is null
            ? activators.GetActivator<T>().Create() : serializer.Deserialize<T>(bytes.AsMemory(HeadBytes));
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        byte[] state = serializer.SerializeToArray(grainState.State);
        using IDisposable held = await _locks.Take(path);
        Compare(path, grainId, grainState.ETag);
        var etag = Guid.NewGuid();
        await DurableFile.Replace(
            path, (byte[])[.. Mark, .. BitConverter.GetBytes(Version), .. etag.ToByteArray(), .. state]);
        grainState.ETag = etag.ToString("n");
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        using IDisposable held = await _locks.Take(path);
        Compare(path, grainId, grainState.ETag);
        File.Delete(path);
        DurableFile.SyncFolder(_root);
        grainState.ETag = null;
        grainState.State = activators.GetActivator<T>().Create();
        grainState.RecordExists = false;
    }

    /// <summary>Refuses a caller that knows another version than the one that is there.</summary>
    private static void Compare(string path, GrainId grain, string? known)
    {
        string? kept = Find(path) is { } bytes ? ETagIn(bytes, grain) : null;
        if (kept != known) throw new InconsistentStateException($"somebody else has written {grain}", kept, known);
    }

    /// <summary>The file's bytes; null if there is none.</summary>
    private static byte[]? Find(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string ETagIn(byte[] bytes, GrainId grain)
    {
        if (bytes.Length < HeadBytes || !bytes.AsSpan().StartsWith(Mark))
            throw new InvalidDataException($"the file of {grain} holds no state");
        int version = BitConverter.ToInt32(bytes, 4);
        if (version != Version)
            throw new InvalidDataException($"the state of {grain} is of version {version}; this program reads {Version}");
        return new Guid(bytes.AsSpan(8, 16)).ToString("n");
    }

    /// <summary>A key may hold anything, a file name may not: what is odd is told apart by a hash.</summary>
    private string PathOf(string stateName, GrainId grain)
    {
        string key = $"{stateName}/{grain}";
        string plain = string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_'));
        string hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(key)).ToString("x16", CultureInfo.InvariantCulture);
        return Path.Combine(_root, $"{plain[..Math.Min(plain.Length, 80)]}-{hash}.state");
    }
}

/// <summary>Adds the file provider to a silo.</summary>
public static class FileGrainStorageExtensions
{
    public static ISiloBuilder AddFileGrainStorage(this ISiloBuilder silo, string name, string folder)
    {
        silo.Services.AddKeyedSingleton<IGrainStorage>(
            name, (services, _) => new FileGrainStorage(
                services.GetRequiredService<Serializer>(), services.GetRequiredService<IActivatorProvider>(), folder));
        return silo;
    }
}
