using System.Text.Json;
using Jinlin.Planner.Runs;

namespace Jinlin.Planner.Tests.Runs;

public class RunJsonTests
{
    [Fact]
    public void Has_what_is_promised()
    {
        using JsonDocument json = Summary(MadeRun.Of());
        JsonElement root = json.RootElement;
        Assert.Equal("00000000000000000000000000abcdef", root.GetProperty("digest").GetString());
        Assert.Equal(7, root.GetProperty("seed").GetInt32());
        Assert.Equal(100, root.GetProperty("residents").GetInt32());
        Assert.Equal(3, root.GetProperty("neighborhoods").GetInt32());
        Assert.Equal(60, root.GetProperty("days").GetInt32());
        Assert.Equal(1020, root.GetProperty("messages").GetInt64());
        Assert.Equal(1.5, root.GetProperty("wall_seconds").GetDouble());
        Assert.Equal(2.5, root.GetProperty("cpu_seconds").GetDouble());
        Assert.Equal(1 << 20, root.GetProperty("peak_bytes").GetInt64());
        Assert.Equal(.5, root.GetProperty("indicators").GetProperty("on-time-rate").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("indicators").GetProperty("acquaintance").ValueKind);
    }

    [Fact]
    public void Several_seeds_give_mean_and_interval()
    {
        using JsonDocument json = Summary(MadeRun.Of(onTime: .4), MadeRun.Of(seed: 8, onTime: .6));
        Assert.Equal(.5, json.RootElement.GetProperty("indicators").GetProperty("on-time-rate").GetDouble(), 12);
        // t(.975, 1) = 12.7062; the deviation of .4 and .6 is .141421.
        Assert.Equal(
            12.7062 * .1, json.RootElement.GetProperty("half_width_95").GetProperty("on-time-rate").GetDouble(), 4);
    }

    [Fact]
    public void Manifest_and_summary_are_json_whatever_the_names_are() =>
        JsonDocument.Parse(RunJson.Manifest(
            [new RunSummary(MadeRun.Of(name: "万科[二期]\"\u001b[31m\u202e"))], default, [])).Dispose();

    private static JsonDocument Summary(params RunResult[] runs) =>
        JsonDocument.Parse(RunJson.Summary([.. runs.Select(r => new RunSummary(r))], runs[0].Effort));
}
