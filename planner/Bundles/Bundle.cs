using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Bundles;

/// <summary>
/// A run, comparison or sweep in one file: its results, its input files, and the SHA-256 of each, so that anybody can
/// compute it again and compare to the bit. The same folder gives the same bytes.
/// </summary>
public sealed class Bundle
{
    public const string Format = "jinlin-bundle/1", Extension = ".jinlin.zip";

    internal const string Index = "bundle.json", Inputs = "inputs/", Results = "results/";

    /// <summary>Bytes of all entries together when unpacked.</summary>
    internal const long MostBytes = 4L << 30;

    /// <summary>Zip has no time before it; a time of packing would make two bundles of one folder differ.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What may be in a folder of results that is none.</summary>
    private static readonly string[] LeftOut = [SweepJournal.FileName];

    /// <summary>Packs a folder of results and returns the path of the bundle.</summary>
    /// <param name="folder">That <c>run</c>, <c>compare</c> or <c>sweep</c> left.</param>
    /// <param name="path">Of the bundle; nothing is left of it where packing fails.</param>
    /// <exception cref="InputException">
    /// It is no such folder, a file was changed since, an input is gone, or the town is of consented people.
    /// </exception>
    public static string Pack(string folder, string path)
    {
        (string command, HashedFile[] inputs) = ReadManifest(folder);
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (HashedFile input in inputs)
        {
            if (!File.Exists(input.Name) || HashedFile.Read(input.Name).Sha256 != input.Sha256)
                throw Refused(input.Name, Words.ChangedFile(input.Name), Words.InputAsItWas);
            entries[Inputs + input.Name] = input.Name;
        }
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (!LeftOut.Contains(name)) entries[Results + name] = file;
        }
        string aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            using (var zip = new ZipArchive(File.Create(aside), ZipArchiveMode.Create))
            {
                var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
                foreach ((string name, string file) in entries)
                {
                    using Stream to = Entry(zip, name).Open();
                    using FileStream from = File.OpenRead(file);
                    using var hash = SHA256.Create();
                    using (var both = new CryptoStream(to, hash, CryptoStreamMode.Write, leaveOpen: true)) from.CopyTo(both);
                    hashes[name] = Convert.ToHexStringLower(hash.Hash!);
                }
                using Stream index = Entry(zip, Index).Open();
                WriteIndex(index, command, hashes);
            }
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, SafeText.Quoted(e.Message), Words.WritableFile);
        }
        finally
        {
            File.Delete(aside);
        }
        return Path.GetFullPath(path);
    }

    /// <summary>Unpacks a bundle into an empty folder, every entry checked; returns the command that made it.</summary>
    /// <exception cref="InputException">It is no bundle, of another version, or an entry is not what it was.</exception>
    public static string Unpack(string path, string folder)
    {
        try
        {
            using ZipArchive zip = ZipFile.OpenRead(path);
            if (zip.GetEntry(Index) is not { Length: < 64 << 20 } index) throw Refused(path, Words.Nothing, Words.ABundle);
            using var text = new StreamReader(index.Open());
            using JsonDocument json = JsonDocument.Parse(text.ReadToEnd());
            string? format = json.RootElement.GetProperty("format").GetString();
            if (format != Format) throw Refused(path, SafeText.Quoted(format ?? ""), Format);
            Dictionary<string, string> hashes = json.RootElement.GetProperty("entries").EnumerateObject()
                .ToDictionary(e => e.Name, e => e.Value.GetString()!);
            foreach (ZipArchiveEntry entry in zip.Entries.Where(e => e.FullName != Index))
                if (!hashes.ContainsKey(entry.FullName)) throw Refused(path, SafeText.Quoted(entry.FullName), Words.KnownEntry);
            if (zip.Entries.Sum(e => e.Length) > MostBytes)
                throw Refused(path, $"{zip.Entries.Sum(e => e.Length)}", Words.BundleAtMost(MostBytes >> 30));
            foreach ((string name, string sha256) in hashes) Unpack(path, zip, name, sha256, folder);
            return json.RootElement.GetProperty("command").GetString()!;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or JsonException
            or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            throw Refused(path, SafeText.Quoted(e.Message), Words.ABundle);
        }
    }

    private static void Unpack(string path, ZipArchive zip, string name, string sha256, string folder)
    {
        string file = Path.GetFullPath(Path.Combine(folder, name));
        bool inside = file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && (name.StartsWith(Inputs, StringComparison.Ordinal) || name.StartsWith(Results, StringComparison.Ordinal));
        if (!inside || zip.GetEntry(name) is not { } entry) throw Refused(path, SafeText.Quoted(name), Words.KnownEntry);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        entry.ExtractToFile(file);
        using FileStream unpacked = File.OpenRead(file);
        string found = Convert.ToHexStringLower(SHA256.HashData(unpacked));
        if (found != sha256) throw Refused($"{path}: {name}", $"sha256 {found}", $"sha256 {sha256}");
    }

    private static (string Command, HashedFile[] Inputs) ReadManifest(string folder)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFolder.Manifest)));
            JsonElement root = json.RootElement;
            if (Made.Of(root) is null) throw Refused(folder, Words.Nothing, Words.AResultFolder);
            if (root.TryGetProperty("provenance", out JsonElement provenance) && provenance.GetString() == "consented")
                throw Refused(folder, SafeText.Quoted("consented"), Words.NoConsentedBundle);
            if (root.TryGetProperty("complete", out JsonElement complete) && !complete.GetBoolean())
                throw Refused(folder, SafeText.Quoted("complete: false"), Words.AResultFolder);
            return (root.GetProperty("command").GetString()!, [.. root.GetProperty("inputs").EnumerateArray()
                .Select(i => new HashedFile(i.GetProperty("name").GetString()!, i.GetProperty("sha256").GetString()!))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw Refused(folder, SafeText.Quoted(e.Message), Words.AResultFolder);
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry;
    }

    private static void WriteIndex(Stream to, string command, SortedDictionary<string, string> hashes)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("notice", Words.Disclaimer);
        json.WriteString("command", command);
        json.WriteString("engine", RunInputs.EngineVersion);
        json.WriteStartObject("entries");
        foreach ((string name, string sha256) in hashes) json.WriteString(name, sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static InputException Refused(string at, string found, string expected) =>
        new(new InputError(at, 0, found, expected));
}
