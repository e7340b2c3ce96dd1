using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Commands;

/// <summary><c>jinlin run</c> from the command line to the folder, on the village that ships.</summary>
public sealed class RunCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-run-");
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Prints_one_json_object_and_nothing_else()
    {
        Assert.Equal(ExitCode.Done, await Run("--json", "--days", "20", "--seed", "3"));
        Assert.Equal("", _error.ToString());
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        JsonElement root = json.RootElement;
        Assert.Equal(3, root.GetProperty("seed").GetInt32());
        Assert.Equal(200, root.GetProperty("days").GetInt32());
        Assert.True(root.GetProperty("messages").GetInt64() > 0);
        Assert.True(root.GetProperty("peak_bytes").GetInt64() > 0);
        Assert.Equal(32, root.GetProperty("digest").GetString()!.Length);
        Assert.InRange(root.GetProperty("indicators").GetProperty("on-time-rate").GetDouble(), 0, 1);
        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    /// <summary>Watching changes nothing (law 5), nor does the number of threads (law 7).</summary>
    [Fact]
    public async Task Recording_threads_and_replications_change_no_digest()
    {
        string folder = Path.Combine(_root.FullName, "run");
        Assert.Equal(ExitCode.Done, await Run("--json", "--days", "20", "--threads", "1"));
        string bare = Digest();
        Assert.Equal(ExitCode.Done, await Run("--json", "--days", "20", "--threads", "3", "--out", folder,
            "--invariants"));
        Assert.Equal(bare, Digest());
        Assert.Equal(ExitCode.Done, await Run("--json", "--days", "20", "--replications", "2"));
        Assert.Equal(bare, Digest());
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, RunFolder.Manifest)));
        Assert.Equal(bare, manifest.RootElement.GetProperty("runs")[0].GetProperty("digest").GetString());
        Assert.True(manifest.RootElement.GetProperty("complete").GetBoolean());
        Assert.Equal(5, manifest.RootElement.GetProperty("inputs").GetArrayLength());
    }

    [Fact]
    public async Task Ends_with_a_table_and_the_folder()
    {
        string folder = Path.Combine(_root.FullName, "run");
        Assert.Equal(ExitCode.Done, await Run("--days", "20", "--out", folder, "--messages", "--lang", "zh"));
        Assert.Contains("按时满足率", _out.ToString());
        Assert.Contains("NeedArises", _out.ToString());
        Assert.Contains(folder, _out.ToString());
        Assert.Contains("lang=\"zh-CN\"", File.ReadAllText(Path.Combine(folder, RunFolder.Report)));
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "1096")]
    [InlineData("--threads", "0")]
    [InlineData("--replications", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--policy", "al")]
    [InlineData("--shock", "no-such-file.yaml")]
    public async Task Bad_arguments_leave_no_folder(string option, string value)
    {
        string folder = Path.Combine(_root.FullName, "run");
        Assert.Equal(ExitCode.BadInput, await Run(option, value, "--out", folder));
        Assert.NotEqual("", _error.ToString());
        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_taken_folder_is_refused_before_anything_runs()
    {
        string mine = Path.Combine(_root.FullName, "mine.txt");
        File.WriteAllText(mine, "keep");
        Assert.Equal(ExitCode.BadInput, await Run("--out", _root.FullName));
        Assert.Equal([mine], Directory.EnumerateFileSystemEntries(_root.FullName));
    }

    [Fact]
    public void Stopped_in_its_course_a_run_keeps_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        ScenarioInput input = ScenarioFile.Read(Village);
        RunResult result = Replication.Run(
            new RunInputs { Scenario = input.Scenario, Seed = 1, Command = "x" },
            new RunOptions
            {
                Threads = 1,
                Progress = p =>
                {
                    if (p.Day == 189) stop.Cancel();
                },
            },
            stop.Token);
        Assert.False(result.Complete);
        Assert.Equal(190, result.Days);
        Assert.Contains("Stopped on day 190", Planner.Reports.RunReport.Write([new RunSummary(result)], false));
    }

    [Fact]
    public void Needs_of_the_table_are_those_of_the_tally()
    {
        ScenarioInput input = ScenarioFile.Read(
            Village, new ScenarioChanges(Days: 30));
        RunResult result = Replication.Run(
            new RunInputs { Scenario = input.Scenario, Seed = 2, Command = "x" }, new RunOptions());
        long arisen = 0;
        foreach (Model.MutualHelp.NeedKind kind in Enum.GetValues<Model.MutualHelp.NeedKind>())
        {
            int place = Model.Indicators.IndicatorCatalog.Need(kind, 0, Model.Indicators.NeedCount.Arisen);
            arisen += result.Series[new Model.Engine.Day(209)][place] - result.Series[new Model.Engine.Day(179)][place];
        }
        Assert.Equal(arisen, result.Needs!.Rows.Count);
    }

    private static string Village
    {
        get
        {
            string? folder = AppContext.BaseDirectory;
            while (folder is not null && !File.Exists(Path.Combine(folder, "Simulation.sln")))
                folder = Path.GetDirectoryName(folder);
            return Path.Combine(folder!, "scenarios", "village.yaml");
        }
    }

    private Task<int> Run(params string[] arguments)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return CommandLine.RunAsync(["run", Village, .. arguments], Terminal.Into(_out, _error), _ => null);
    }

    private string Digest()
    {
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        return json.RootElement.GetProperty("digest").GetString()!;
    }
}
