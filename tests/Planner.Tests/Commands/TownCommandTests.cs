using Jinlin.Planner.Commands;
using Jinlin.Planner.Tests.Towns;

namespace Jinlin.Planner.Tests.Commands;

public sealed class TownCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_village_is_described()
    {
        (int code, string text) = await Run("town", Path.Combine(ArangDak.Root(), "scenarios", "village.yaml"));
        Assert.Equal(ExitCode.Done, code);
        foreach (string word in (string[])["Tidewater", "synthetic", "117", "422", "invented", "模拟居民"])
            Assert.Contains(word, text);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_text()
    {
        folder.Write("e.csv", "name,households,population,60+,80+ alone,buildings,organizations\n" +
            "万科[二期]\u202E\u001b[31m,6,9,1,0,1,0\n=cmd(),6,9,1,,1,0\n");
        string path = folder.Write("s.yaml", "name: S\nstart: 2023-07-01\nhorizon: 30\n" +
            "town: {spreadsheet: e.csv, name: T, census-year: 2020}\n");
        (int code, string text) = await Run("town", path);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("万科[二期]\\u202E\\u001B[31m", text);
        Assert.Contains("=cmd()", text);
        Assert.DoesNotContain('\u202E', text);
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("aggregate", text);
        Assert.Contains("drawn", text);
    }

    [Fact]
    public async Task The_template_comes_in_the_chosen_language()
    {
        (int code, _) = await Run("town", "template", "--out", folder.Root, "--lang", "zh");
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("小区名称", File.ReadAllText(folder.Path("estates.csv")));
        Assert.True(File.Exists(folder.Path("estates.xlsx")));
    }

    [Fact]
    public async Task Without_a_scenario_or_with_a_wrong_one_the_code_is_2()
    {
        Assert.Equal(ExitCode.BadInput, (await Run("town")).Code);
        folder.Write("e.csv", "name\nA\n");
        string path = folder.Write("s.yaml", "name: S\nstart: 2023-07-01\nhorizon: 30\n" +
            "town: {spreadsheet: e.csv, name: T, census-year: 2020}\n");
        (int code, string text) = await Run("town", path);
        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("e.csv:1: found", text);
        Assert.Contains("“户数”列", (await Run("town", path, "--lang", "zh")).Text);
    }

    private static async Task<(int Code, string Text)> Run(params string[] arguments)
    {
        var text = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, Terminal.Into(text, text), _ => null);
        return (code, text.ToString());
    }
}
