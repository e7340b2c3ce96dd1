using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Commands;

public class CheckCommandTests
{
    [Fact]
    public async Task A_clean_file_is_ok()
    {
        string file = Path.Combine(ShippedFiles.Scenarios, "estate.yaml");
        Assert.Equal((0, $"{file}: ok (scenario)\n", ""), await CommandLineTests.Run("check", file));
        Assert.Equal((0, $"{file}: 无误（场景）\n", ""), await CommandLineTests.Run("check", file, "--lang", "zh"));
    }

    [Fact]
    public async Task A_wrong_file_is_a_line_per_error_and_exit_code_2()
    {
        using var folder = new TestFolder();
        string file = folder.Write("p.yaml", "name: \"[red]\\e[31m\"\nsteps:\n  - set: {visit: 1, events: 9}\n");
        (int code, string output, string error) = await CommandLineTests.Run("check", file);
        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Equal($"""
            {file}:3:11: found "visit"; expected the lever "visits", perhaps
            {file}:3:29: found "9"; expected a number from 0 to 8 (1/month) for events

            """, error);
        (_, _, string chinese) = await CommandLineTests.Run("check", file, "--lang", "zh");
        Assert.Contains("读到 \"9\"；应为每月活动次数取 0 至 8 的数", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_and_nothing_else()
    {
        using var folder = new TestFolder();
        string good = folder.Write("s.yaml", "kind: heat\nfrom: 3\n");
        string bad = folder.Write("万科[二期].yaml", "kind: heat\nfrom: \"x\\u202E\"\n");
        (int code, string output, string error) = await CommandLineTests.Run("check", good, bad, "--json");
        Assert.Equal((ExitCode.BadInput, ""), (code, error));
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.False(document.RootElement.GetProperty("ok").GetBoolean());
        JsonElement[] files = [.. document.RootElement.GetProperty("files").EnumerateArray()];
        Assert.Equal("shock", files[0].GetProperty("kind").GetString());
        Assert.True(files[0].GetProperty("ok").GetBoolean());
        Assert.Equal(bad, files[1].GetProperty("file").GetString());
        JsonElement first = files[1].GetProperty("errors")[0];
        Assert.Equal((2, 7), (first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.Equal("\"x\\u202E\"", first.GetProperty("found").GetString());
    }

    [Theory]
    [InlineData("town: estate\n", InputFileKind.Scenario)]
    [InlineData("steps: []\n", InputFileKind.Policy)]
    [InlineData("kind: heat\n", InputFileKind.Shock)]
    [InlineData("hello: world\n", InputFileKind.Unknown)]
    public void The_keys_tell_what_a_file_is(string text, InputFileKind kind)
    {
        using var folder = new TestFolder();
        Assert.Equal(kind, InputFile.Check(folder.Write("f.yaml", text)).Kind);
    }

    [Fact]
    public async Task Schemas_are_written_where_they_are_wanted()
    {
        using var folder = new TestFolder();
        Assert.Equal(0, (await CommandLineTests.Run("check", "--schema", folder.Path("out"))).Code);
        Assert.Equal(InputSchema.All.Keys.Order(),
            Directory.GetFiles(folder.Path("out")).Select(Path.GetFileName).Order());
    }
}
