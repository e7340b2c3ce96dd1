using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Calibration;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Commands;

/// <summary>Calibration of the shipped village to what is known about it by construction.</summary>
public sealed class CalibrateCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public CalibrateCommandTests()
    {
        foreach (string file in Directory.EnumerateFiles(Villages.Shipped("village")))
            _folder.Write(Path.Combine("village", Path.GetFileName(file)), File.ReadAllText(file));
        _folder.Write("village.yaml", File.ReadAllText(Villages.Shipped("village.yaml")) + "\nburn-in: 0\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Favors arise at their rate: a target of many needs is met by high rates only.</summary>
    [Fact]
    public async Task Draws_agree_with_the_target_and_a_comparison_takes_them()
    {
        Assert.Equal(ExitCode.Done, await Calibrate("{indicator: needs-arisen, low: 9, high: 14}", "--json"));
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        JsonElement factor = json.RootElement.GetProperty("factors")[0];
        Assert.True(factor.GetProperty("low").GetDouble() > 2, _out.ToString());
        Posterior.Read(Path.Combine(_folder.Path("out"), CalibrateCommand.DrawsFile));
        _out.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Done, await Run("compare", _folder.Path("village.yaml"), "--policy", "none", "--policy", "all",
            "--days", "5", "--seeds", "2", "--assumptions",
            Path.Combine(_folder.Path("out"), CalibrateCommand.DrawsFile), "--json"));
    }

    [Fact]
    public async Task A_target_out_of_reach_is_one_line_with_what_came_nearest()
    {
        Assert.Equal(ExitCode.BadInput, await Calibrate("{indicator: on-time-rate, value: 5, tolerance: 0.1}", "--json"));
        Assert.Contains("on-time-rate 5", Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.False(Directory.Exists(_folder.Path("out")));
    }

    [Theory]
    [InlineData("--particles", "5")]
    [InlineData("--check", "-1")]
    public async Task Bad_options_are_refused(params string[] options) => Assert.Equal(
        ExitCode.BadInput, await Calibrate("{indicator: needs-arisen, low: 9, high: 14}", options));

    private Task<int> Calibrate(string target, params string[] options)
    {
        string file = _folder.Write("c.sweep.yaml",
            "name: c\nscenario: village.yaml\npolicies: [none]\ndays: 10\n" +
            $"factors:\n  - {{parameter: rate-favor}}\ntargets:\n  - {target}\n");
        string[] few = options.Contains("--particles") ? [] : ["--particles", "20"];
        return Run(["calibrate", file, .. few, .. options, "--out", _folder.Path("out")]);
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(
        [.. arguments, "--store", _folder.Path("store")], Terminal.Into(_out, _error), _ => null,
        TestContext.Current.CancellationToken);
}
