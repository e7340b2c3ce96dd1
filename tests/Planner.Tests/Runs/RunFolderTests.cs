using System.Security.Cryptography;
using System.Text.Json;
using DuckDB.NET.Data;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-runs-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Has_its_files_and_nothing_beside_it()
    {
        string folder = Write(MadeRun.Of());
        Assert.Equal(
            [RunFolder.Manifest, RunFolder.Report, RunFolder.Database, RunFolder.Summaries],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order());
        Assert.Single(_root.EnumerateFileSystemInfos());
    }

    [Fact]
    public void Manifest_has_the_hashes_of_what_was_read_and_written()
    {
        string folder = Write(MadeRun.Of());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFolder.Manifest)));
        JsonElement root = manifest.RootElement;
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData("town: x"u8)),
            root.GetProperty("inputs")[0].GetProperty("sha256").GetString());
        foreach (JsonElement output in root.GetProperty("outputs").EnumerateArray())
        {
            byte[] bytes = File.ReadAllBytes(Path.Combine(folder, output.GetProperty("name").GetString()!));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), output.GetProperty("sha256").GetString());
        }
        Assert.Equal("00000000000000000000000000abcdef", root.GetProperty("runs")[0].GetProperty("digest").GetString());
        Assert.Equal(1000, root.GetProperty("messages_by_kind").GetProperty("Ask").GetInt64());
        Assert.Contains(RunInputs.EngineVersion, root.GetProperty("engine").GetString());
    }

    [Fact]
    public void Database_can_be_read()
    {
        string folder = Write(MadeRun.Of());
        Assert.Equal(
            "Errand|OnTime|Tie|Tie, Chat|120", Query(folder,
                "SELECT kind||'|'||outcome||'|'||source||'|'||channels||'|'||(closed-arose) FROM needs WHERE migrant"));
        Assert.Equal("0.5", Query(folder,
            "SELECT value FROM indicators WHERE indicator='on-time-rate' " +
            "AND \"group\"='all' ORDER BY day DESC LIMIT 1"));
        Assert.Equal("50", Query(folder, "SELECT count(DISTINCT day) FROM indicators"));
        Assert.Equal("HelpGroup", Query(folder, "SELECT organization FROM organizations WHERE founded_day=10"));
        Assert.Equal("0.25", Query(folder, "SELECT strength FROM ties"));
        Assert.Equal("1020", Query(folder, "SELECT sum(sent)::BIGINT FROM messages"));
        Assert.Equal("7", Query(folder, "SELECT DISTINCT seed FROM course"));
    }

    [Fact]
    public void Database_never_installs_an_extension()
    {
        string path = Path.Combine(_root.FullName, "x.duckdb");
        RunResult run = MadeRun.Of();
        ResultsDatabase.Write(path, run, [new RunSummary(run)]);
        using var database = new DuckDBConnection($"Data Source={path};{ResultsDatabase.Settings}");
        database.Open();
        foreach (string setting in new[] { "autoinstall_known_extensions", "autoload_known_extensions" })
        {
            using DuckDBCommand command = database.CreateCommand();
            command.CommandText = $"SELECT current_setting('{setting}')::VARCHAR";
            Assert.Equal("false", command.ExecuteScalar());
        }
    }

    /// <summary>Law 8: no line of a person, no small group.</summary>
    [Fact]
    public void Consented_data_leaves_no_persons_behind()
    {
        string folder = Write(MadeRun.Of(provenance: Model.World.Provenance.Consented));
        Assert.Equal("0", Query(folder, "SELECT count(*) FROM needs"));
        Assert.Equal("0", Query(folder, "SELECT count(*) FROM ties"));
        Assert.Equal("0", Query(folder, "SELECT count(*) FROM indicators WHERE \"group\"='over80-alone'"));
        Assert.Equal("0", Query(folder,
            "SELECT count(*) FROM course WHERE \"group\"='over80-alone' AND value IS NOT NULL"));
        Assert.NotEqual("0", Query(folder, "SELECT count(*) FROM indicators WHERE \"group\"='migrant'"));
        Assert.Equal("0", Query(folder, "SELECT count(*) FROM counts WHERE abs(value) < 10"));
        Assert.Equal("0", Query(folder,
            "SELECT count(*) FROM organizations WHERE members BETWEEN 1 AND 9 OR orders_waiting BETWEEN 1 AND 9"));
    }

    [Fact]
    public void A_folder_that_holds_something_is_not_touched()
    {
        string path = Path.Combine(_root.FullName, "run");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "mine.txt"), "keep");
        RunResult run = MadeRun.Of();
        Assert.Throws<IOException>(() => RunFolder.Write(path, run, [new RunSummary(run)], run.Effort, false));
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(path).Select(Path.GetFileName));
        Assert.Single(_root.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("万科[二期]", "runs/万科-二期-5")]
    [InlineData("../../etc", "runs/etc-5")]
    [InlineData("..", "runs/run-5")]
    public void Names_become_safe_folders(string name, string folder) =>
        Assert.Equal(folder, RunFolder.DefaultPath(MadeRun.Of(name).Inputs.Scenario, 5).Replace('\\', '/'));

    private string Write(RunResult run) => RunFolder.Write(
        Path.Combine(_root.FullName, "run"), run, [new RunSummary(run)], run.Effort, chinese: false);

    private static string Query(string folder, string sql)
    {
        using var database = new DuckDBConnection(
            $"Data Source={Path.Combine(folder, RunFolder.Database)};access_mode=read_only");
        database.Open();
        using DuckDBCommand command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
