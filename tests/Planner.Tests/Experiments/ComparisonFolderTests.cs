using System.Security.Cryptography;
using System.Text.Json;
using DuckDB.NET.Data;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class ComparisonFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-compared-");

    public void Dispose() => _root.Delete(recursive: true);

    private string Folder => Path.Combine(_root.FullName, "run");

    [Fact]
    public void Has_its_files_with_their_hashes_and_digests()
    {
        Comparison comparison = MadeComparison.Of(pairs: 4);
        ComparisonFolder.Write(Folder, comparison, false);
        Assert.Equal(
            [ComparisonFolder.Database, RunFolder.Manifest, ComparisonFolder.Replications, RunFolder.Report,
                ComparisonFolder.Hashes],
            Directory.EnumerateFiles(Folder).Select(Path.GetFileName).Order());
        Assert.Single(_root.EnumerateFileSystemInfos());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, RunFolder.Manifest)));
        JsonElement root = manifest.RootElement;
        foreach (string line in File.ReadLines(Path.Combine(Folder, ComparisonFolder.Hashes)))
        {
            string[] parts = line.Split("  ");
            byte[] bytes = File.ReadAllBytes(Path.Combine(Folder, parts[1]));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), parts[0]);
        }
        Assert.Equal(4, root.GetProperty("pairs").GetArrayLength());
        Assert.Equal(
            comparison.Pairs[1].Worlds[1].DigestText,
            root.GetProperty("pairs")[1].GetProperty("digests")[1].GetString());
        Assert.True(root.GetProperty("pairs")[1].GetProperty("drawn_assumptions").GetBoolean());
    }

    [Fact]
    public void Same_comparison_has_the_same_bytes_and_replaces_itself()
    {
        ComparisonFolder.Write(Folder, MadeComparison.Of(pairs: 4), false);
        Dictionary<string, byte[]> before = Contents();
        Comparison again = MadeComparison.Of(pairs: 4);
        ComparisonFolder.Check(Folder, again.Plan.Command);
        ComparisonFolder.Write(Folder, again, false);
        foreach (string name in (string[])[RunFolder.Manifest, RunFolder.Report, ComparisonFolder.Replications])
            Assert.Equal(before[name], Contents()[name]);
        Assert.Single(_root.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(RunFolder.Report)]
    [InlineData(RunFolder.Manifest)]
    [InlineData(ComparisonFolder.Database)]
    [InlineData(ComparisonFolder.Replications)]
    public void A_folder_edited_by_hand_is_reported_and_left_alone(string name)
    {
        Comparison comparison = MadeComparison.Of(pairs: 4);
        ComparisonFolder.Write(Folder, comparison, false);
        File.AppendAllText(Path.Combine(Folder, name), " ");
        Dictionary<string, byte[]> before = Contents();
        InputException refused = Assert.Throws<InputException>(
            () => ComparisonFolder.Check(Folder, comparison.Plan.Command));
        Assert.Contains(name, Assert.Single(refused.Errors).ToString());
        foreach ((string file, byte[] bytes) in Contents()) Assert.Equal(before[file], bytes);
    }

    [Fact]
    public void Another_comparison_or_other_files_are_refused()
    {
        ComparisonFolder.Write(Folder, MadeComparison.Of(pairs: 4), false);
        Assert.Throws<InputException>(() => ComparisonFolder.Check(Folder, "jinlin compare other"));
        File.WriteAllText(Path.Combine(Folder, RunFolder.Manifest), "{}");
        Assert.Throws<InputException>(() => ComparisonFolder.Check(Folder, "jinlin compare made.yaml"));
        File.WriteAllText(Path.Combine(_root.FullName, "mine.txt"), "keep");
        Assert.Throws<InputException>(() => ComparisonFolder.Check(_root.FullName, "x"));
        ComparisonFolder.Check(Path.Combine(_root.FullName, "new"), "x");
    }

    [Fact]
    public void Database_has_replications_and_differences()
    {
        ComparisonFolder.Write(Folder, MadeComparison.Of(pairs: 30), false);
        Assert.Equal("60", Query("SELECT count(*) FROM runs"));
        Assert.Equal("30", Query(
            "SELECT count(*) FROM replications WHERE policy='all' AND indicator='on-time-rate' AND \"group\"='all'"));
        Assert.Equal("0.1", Query(
            "SELECT round(difference, 3) FROM differences WHERE indicator='on-time-rate' AND \"group\"='all'"));
        Assert.Equal("primary", Query(
            "SELECT role FROM differences WHERE indicator='on-time-rate' AND \"group\"='all'"));
        Assert.Equal("0.1", Query(
            """
            SELECT round(avg(a.value - n.value), 3) FROM replications a JOIN replications n USING
            (pair, indicator, "group") WHERE a.policy='all' AND n.policy='none' AND indicator='on-time-rate'
            """));
        Assert.NotEqual("0", Query("SELECT count(*) FROM curves WHERE indicator='quality'"));
    }

    private Dictionary<string, byte[]> Contents() => Directory.EnumerateFiles(Folder)
        .ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);

    private string Query(string sql)
    {
        using var database = new DuckDBConnection(
            $"Data Source={Path.Combine(Folder, ComparisonFolder.Database)};ACCESS_MODE=READ_ONLY");
        database.Open();
        using DuckDBCommand command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
