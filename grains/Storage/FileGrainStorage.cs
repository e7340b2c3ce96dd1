using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;

namespace Jinlin.Grains.Storage;

/// <summary>
/// States of grains as files of a data folder, one each, which several processes may share. The ETag is a number in
/// the file; a lock file makes comparing and writing one step.
/// </summary>
public sealed class FileGrainStorage(Serializer serializer, string folder) : IGrainStorage
{
    private readonly string _root = Path.GetFullPath(folder);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        if (!File.Exists(path))
        {
            grainState.RecordExists = false;
            return Task.CompletedTask;
        }
        byte[] bytes = File.ReadAllBytes(path);
        grainState.ETag = ETagIn(bytes);
        grainState.State = serializer.Deserialize<T>(bytes.AsMemory(sizeof(long)));
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        await using FileStream guard = await Lock(path);
        long version = Compare(path, grainId, grainState.ETag) + 1;
        byte[] state = serializer.SerializeToArray(grainState.State);
        await DurableFile.Replace(path, (byte[])[.. BitConverter.GetBytes(version), .. state]);
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        string path = PathOf(stateName, grainId);
        await using FileStream guard = await Lock(path);
        Compare(path, grainId, grainState.ETag);
        File.Delete(path);
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    /// <summary>The version that is there; refuses a caller that knows another.</summary>
    private static long Compare(string path, GrainId grain, string? known)
    {
        string? kept = File.Exists(path) ? ETagIn(File.ReadAllBytes(path)) : null;
        if (kept != known) throw new InconsistentStateException($"somebody else has written {grain}", kept, known);
        return kept is null ? 0 : long.Parse(kept, CultureInfo.InvariantCulture);
    }

    private static string ETagIn(byte[] bytes) => bytes.Length >= sizeof(long)
        ? BitConverter.ToInt64(bytes).ToString(CultureInfo.InvariantCulture)
        : throw new InvalidDataException($"a state of {bytes.Length} bytes");

    private static async Task<FileStream> Lock(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (int wait = 1; ; wait = Math.Min(50, wait * 2))
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException))
            {
                await Task.Delay(wait);
            }
        }
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
            name, (services, _) => new FileGrainStorage(services.GetRequiredService<Serializer>(), folder));
        return silo;
    }
}
