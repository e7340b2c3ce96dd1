using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Commands;

/// <summary><c>jinlin compare</c> from the command line to the folder, on the village that ships.</summary>
public sealed class CompareCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-compare-");
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Prints_one_json_object_with_a_row_per_policy_and_indicator()
    {
        Assert.Equal(ExitCode.Done, await Run("--policy", "none", "--policy", "all", "--seeds", "4", "--json"));
        Assert.Equal("", _error.ToString());
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        JsonElement root = json.RootElement;
        Assert.Equal("none", root.GetProperty("baseline").GetString());
        Assert.Equal(4, root.GetProperty("replications").GetInt32());
        JsonElement primary = root.GetProperty("comparisons").EnumerateArray()
            .Single(c => c.GetProperty("indicator").GetString() == "on-time-rate");
        foreach (string name in (string[])["difference", "low", "high", "correlation", "variance_reduction",
                     "replications", "adjusted_p", "verdict"])
            Assert.True(primary.TryGetProperty(name, out _), name);
        Assert.InRange(
            primary.GetProperty("difference").GetDouble(), primary.GetProperty("low").GetDouble(),
            primary.GetProperty("high").GetDouble());
        Assert.Equal(JsonValueKind.Null, primary.GetProperty("verdict").ValueKind);
        Assert.Equal("store", Assert.Single(_root.EnumerateFileSystemInfos()).Name);
    }

    [Theory]
    [InlineData("en", "states no decision", "Needs met on time")]
    [InlineData("zh", "没有写明决策条件", "按时满足率")]
    public async Task Ends_with_a_table_and_a_folder(string language, string decision, string primary)
    {
        string folder = Path.Combine(_root.FullName, "run");
        Assert.Equal(ExitCode.Done, await Run(
            "--policy", "none", "--policy", "guardianship", "--seeds", "2", "--out", folder, "--lang", language));
        Assert.Contains(decision, _out.ToString().ReplaceLineEndings(""));
        Assert.Contains(primary, _out.ToString());
        Assert.True(File.Exists(Path.Combine(folder, RunFolder.Report)));
        Assert.True(File.Exists(Path.Combine(folder, ComparisonFolder.Database)));
        // The same command again takes everything from the store and replaces its folder.
        Assert.Equal(ExitCode.Done, await Run(
            "--policy", "none", "--policy", "guardianship", "--seeds", "2", "--out", folder, "--lang", language));
        Assert.Contains(language == "en" ? "4 of 4 runs taken from the store" : "4 次运行中有 4 次", _out.ToString());
    }

    [Theory]
    [InlineData("--policy")]
    [InlineData("--policy", "--policy", "none")]
    [InlineData("\"none\"", "--policy", "none", "--policy", "none")]
    [InlineData("guardianship", "--policy", "none", "--policy", "guardanship")]
    [InlineData("--precision", "--policy", "none", "--policy", "all", "--precision", "0")]
    [InlineData("--precision", "--policy", "none", "--policy", "all", "--precision", "-1")]
    [InlineData("--seeds", "--policy", "none", "--policy", "all", "--seeds", "1")]
    [InlineData("--max-replications", "--policy", "none", "--policy", "all", "--max-replications", "0")]
    [InlineData("no-such.yaml", "--policy", "none", "--policy", "no-such.yaml")]
    [InlineData("--threads", "--policy", "none", "--policy", "all", "--cluster", "127.0.0.1:1", "--threads", "2")]
    public async Task Bad_arguments_are_one_line_and_leave_nothing(string told, params string[] arguments)
    {
        Assert.Equal(ExitCode.BadInput, await Run([.. arguments, "--out", Path.Combine(_root.FullName, "run")]));
        Assert.Contains(told, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Empty(_root.EnumerateFileSystemInfos());
    }

    /// <summary>Several shocks befall the worlds together, and then each alone on the same seeds.</summary>
    [Fact]
    public async Task The_primary_is_told_for_each_shock()
    {
        string heat = Shock("heat", "kind: heat\nfrom: 1\ndays: 5\nplace: city\n");
        string outage = Shock("outage", "kind: outage\nfrom: 2\nhours: 48\nplace: city\n");
        string[] worlds = ["--policy", "none", "--policy", "all", "--seeds", "2", "--json", "--seed", "5"];
        Assert.Equal(ExitCode.Done, await Run([.. worlds, "--shock", heat, "--shock", outage]));
        (string Name, double Effect)[] both = Shocks();
        Assert.Equal(["heat from day 1", "outage from day 2"], both.Select(s => s.Name));
        Assert.Equal(ExitCode.Done, await Run([.. worlds, "--shock", outage]));
        Assert.Equal([both[1]], Shocks());
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        Assert.Equal(both[1].Effect, json.RootElement.GetProperty("comparisons").EnumerateArray()
            .Single(c => c.GetProperty("indicator").GetString() == "on-time-rate").GetProperty("difference").GetDouble());
    }

    private string Shock(string name, string content)
    {
        string path = Path.Combine(_root.FullName, $"{name}.yaml");
        File.WriteAllText(path, content);
        return path;
    }

    private (string Name, double Effect)[] Shocks()
    {
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        return [.. json.RootElement.GetProperty("shocks").EnumerateArray().Select(s => (
            s.GetProperty("shock").GetString()!, s.GetProperty("primary").GetProperty("difference").GetDouble()))];
    }

    [Fact]
    public async Task A_store_of_another_version_is_one_line()
    {
        Directory.CreateDirectory(Path.Combine(_root.FullName, "store"));
        File.WriteAllText(Path.Combine(_root.FullName, "store", "format"), "jinlin-store/99\n");
        Assert.Equal(ExitCode.BadInput, await Run("--policy", "none", "--policy", "all", "--seeds", "2"));
        Assert.Contains("jinlin-store/99", Assert.Single(
            _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("no-such-host.invalid:30000")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:99999")]
    public async Task A_cluster_that_is_not_there_is_one_line_and_leaves_nothing(string cluster)
    {
        string folder = Path.Combine(_root.FullName, "run");
        Assert.Equal(ExitCode.BadInput, await Run(
            "--policy", "none", "--policy", "all", "--seeds", "2", "--cluster", cluster, "--out", folder));
        Assert.Contains(cluster, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("", _out.ToString());
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_line_and_the_runs_are_kept()
    {
        string file = Path.Combine(_root.FullName, "file");
        File.WriteAllText(file, "keep");
        Assert.Equal(ExitCode.BadInput, await Run(
            "--policy", "none", "--policy", "all", "--seeds", "2", "--out", Path.Combine(file, "run"), "--json"));
        Assert.Contains("file", Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(("keep", ""), (File.ReadAllText(file), _out.ToString()));
        Assert.Equal(ExitCode.Done, await Run(
            "--policy", "none", "--policy", "all", "--seeds", "2", "--out", Path.Combine(_root.FullName, "run")));
        Assert.Contains("4 of 4 runs taken from the store", _out.ToString());
    }

    [Fact]
    public async Task Interrupted_it_says_that_the_same_command_goes_on()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(ExitCode.Interrupted, await CommandLine.RunAsync(
            ["compare", Villages.Shipped("village.yaml"), "--policy", "none", "--policy", "all", "--days", "10",
                "--store", Path.Combine(_root.FullName, "store"), "--json"],
            Terminal.Into(_out, _error), _ => null, stop.Token));
        Assert.Equal("", _out.ToString());
    }

    private Task<int> Run(params string[] arguments)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return CommandLine.RunAsync(
            ["compare", Villages.Shipped("village.yaml"), "--days", "10", "--store",
                Path.Combine(_root.FullName, "store"), .. arguments],
            Terminal.Into(_out, _error), _ => null);
    }
}
