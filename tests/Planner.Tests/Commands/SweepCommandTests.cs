using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Sensitivity;
using Jinlin.Planner.Sweeps;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Commands;

/// <summary>From a sweep file to the conditions under which a policy fails, on an estate for a few days.</summary>
public sealed class SweepCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public SweepCommandTests()
    {
        foreach (string file in Directory.EnumerateFiles(Villages.Shipped("village")))
            _folder.Write(Path.Combine("village", Path.GetFileName(file)), File.ReadAllText(file));
        _folder.Write("village.yaml", File.ReadAllText(Villages.Shipped("village.yaml")));
        _folder.Write("w.sweep.yaml", """
            name: small
            scenario: village.yaml
            policies: [none, mutual-help]
            days: 10
            design: {kind: latin-hypercube, points: 12}
            factors:
              - {parameter: rate-errand}
              - {parameter: ask-chat}
            outcomes: [needs-arisen, on-time-rate]
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sweep_leaves_a_table_and_discover_reads_it()
    {
        Assert.Equal(ExitCode.Done, await Run("sweep", _folder.Path("w.sweep.yaml"), "--out", _folder.Path("out"), "--json"));
        using JsonDocument swept = JsonDocument.Parse(_out.ToString());
        Assert.Equal(24, swept.RootElement.GetProperty("runs").GetInt32());
        Assert.Equal(0, swept.RootElement.GetProperty("failed").GetInt32());
        Assert.Equal(25, File.ReadAllLines(Path.Combine(_folder.Path("out"), SweepFolder.Table)).Length);
        _out.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await Run(
            "discover", _folder.Path("out"), "--policy", "none", "--fails", "needs-arisen > 30", "--json"));
        using JsonDocument found = JsonDocument.Parse(_out.ToString());
        Assert.Equal(12, found.RootElement.GetProperty("prim").GetProperty("cases").GetInt32());
        Assert.Equal(2, found.RootElement.GetProperty("robustness").GetArrayLength());
    }

    [Theory]
    [InlineData("morris", "μ*", "en")]
    [InlineData("sobol", "合计", "zh")]
    public async Task Sensitivity_ends_with_a_table_for_each_outcome(string method, string told, string language)
    {
        string[] size = method == "morris" ? ["--trajectories", "2"] : ["--samples", "2"];
        Assert.Equal(ExitCode.Done, await Run([
            "sensitivity", _folder.Path("w.sweep.yaml"), "--method", method, .. size, "--out", _folder.Path("out"),
            "--lang", language]));
        Assert.Contains(told, _out.ToString());
        Assert.Contains("rate-errand", File.ReadAllText(Path.Combine(_folder.Path("out"), SensitivityOutput.Table)));
    }

    [Theory]
    [InlineData("--samples 3", "--method", "sobol", "--samples", "3")]
    [InlineData("--trajectories", "--method", "sobol", "--trajectories", "3")]
    [InlineData("--second-order", "--second-order")]
    public async Task An_option_of_the_other_method_is_refused(string told, params string[] arguments)
    {
        Assert.Equal(ExitCode.BadInput, await Run(
            ["sensitivity", _folder.Path("w.sweep.yaml"), .. arguments, "--out", _folder.Path("out")]));
        Assert.Contains(told, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(Directory.Exists(_folder.Path("out")));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_alone()
    {
        _folder.Write("out/mine.txt", "mine");
        Assert.Equal(ExitCode.BadInput, await Run("sweep", _folder.Path("w.sweep.yaml"), "--out", _folder.Path("out")));
        Assert.Equal(["mine.txt"], Directory.EnumerateFiles(_folder.Path("out")).Select(Path.GetFileName));
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(
        arguments[0] == "discover" ? arguments : [.. arguments, "--store", _folder.Path("store")],
        Terminal.Into(_out, _error), _ => null, TestContext.Current.CancellationToken);
}
