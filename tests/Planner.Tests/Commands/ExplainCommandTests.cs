using System.Globalization;
using System.Text.Json;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Commands;

/// <summary><c>jinlin explain</c> from the command line to the story.</summary>
public sealed class ExplainCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("jinlin-explain-");
    private readonly StringWriter _out = new(CultureInfo.InvariantCulture), _error = new(CultureInfo.InvariantCulture);

    public void Dispose() => _root.Delete(recursive: true);

    private static string[] Village => [Villages.Shipped("village.yaml"), "--days", "120"];

    private static string[] TwoWorlds => [.. Village, "--policy", "none", "--policy", "all"];

    [Theory]
    [InlineData("en", "Who gained most under all", "In force here", "only under all")]
    [InlineData("zh", "all之下受益最多者", "此处实施", "仅在all之下")]
    public async Task Tells_who_gained_most_and_why(string language, params string[] told)
    {
        Assert.Equal(ExitCode.Done, await Run([.. TwoWorlds, "--lang", language]));
        string first = _out.ToString(), flat = first.ReplaceLineEndings("").Replace(" ", "");
        Assert.All(told, t => Assert.Contains(t.Replace(" ", ""), flat));
        Assert.Contains("Not for decisions about any individual", first);
        Assert.Equal("", _error.ToString());
        // Deterministic to the last byte, on any number of threads.
        Assert.Equal(ExitCode.Done, await Run([.. TwoWorlds, "--lang", language, "--threads", "1"]));
        Assert.Equal(first, _out.ToString());
    }

    [Fact]
    public async Task A_need_of_a_story_can_be_asked_for_by_name()
    {
        Assert.Equal(ExitCode.Done, await Run([.. TwoWorlds, "--json"]));
        JsonElement story = Story();
        string need = story.GetProperty("need").GetString()!;
        Assert.Equal(ExitCode.Done, await Run([.. TwoWorlds, "--need", need, "--json"]));
        JsonElement again = Story();
        Assert.Equal("asked", again.GetProperty("role").GetString());
        Assert.Equal(story.GetProperty("why").GetRawText(), again.GetProperty("why").GetRawText());
        Assert.Equal(story.GetProperty("policy").GetRawText(), again.GetProperty("policy").GetRawText());
        Assert.Equal(ExitCode.Done, await Run([.. TwoWorlds, "--resident", need.Split('/')[0], "--json"]));
        Assert.Equal(need.Split('/')[0], Story().GetProperty("need").GetString()!.Split('/')[0]);
    }

    /// <summary>The call at eight in the evening: the chat makes the difference, and is named as its lever.</summary>
    [Fact]
    public async Task The_evening_call_is_told_in_two_worlds()
    {
        string chat = Path.Combine(_root.FullName, "chat.yaml"), silent = Path.Combine(_root.FullName, "silent.yaml");
        File.WriteAllText(chat, "name: chat\nsteps:\n  - set: {chat-coverage: 1, clinician-roster: on, naming: on}\n");
        File.WriteAllText(silent, "name: silent\nsteps:\n  - set: {chat-coverage: 0}\n");
        string[] worlds = [Villages.Shipped("cases/eight-pm-call.yaml"), "--days", "40", "--policy", silent, "--policy", chat];
        Assert.Equal(ExitCode.Done, await Run([.. worlds, "--json"]));
        JsonElement story = Story();
        Assert.Contains("chat-coverage", story.GetProperty("levers").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal("gained-most", story.GetProperty("role").GetString());
        Assert.NotEqual(
            story.GetProperty("baseline").GetProperty("outcome").GetString() + Wait(story, "baseline"),
            story.GetProperty("policy").GetProperty("outcome").GetString() + Wait(story, "policy"));
        Assert.False(story.GetProperty("identical").GetBoolean());
    }

    [Theory]
    [InlineData("--policy", "--policy", "none")]
    [InlineData("a need such as", "--policy", "none", "--policy", "all", "--need", "88")]
    [InlineData("a need that arises", "--policy", "none", "--policy", "all", "--need", "3/emergency/2023-01-02/7")]
    [InlineData("a resident's number", "--policy", "none", "--policy", "all", "--resident", "99999")]
    [InlineData("not both", "--policy", "none", "--policy", "all", "--resident", "3", "--need", "3/fall/2023-01-02/0")]
    public async Task Bad_arguments_are_one_line(string told, params string[] arguments)
    {
        Assert.Equal(ExitCode.BadInput, await Run([.. Village, .. arguments]));
        Assert.Contains(told, Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("", _out.ToString());
    }

    /// <summary>Law 8: of people who gave their data nobody is shown.</summary>
    [Fact]
    public async Task A_consented_town_is_refused()
    {
        foreach (string file in Directory.EnumerateFiles(Villages.Shipped("village")))
        {
            Directory.CreateDirectory(Path.Combine(_root.FullName, "village"));
            File.Copy(file, Path.Combine(_root.FullName, "village", Path.GetFileName(file)));
        }
        string scenario = Path.Combine(_root.FullName, "consented.yaml");
        string text = File.ReadAllText(Villages.Shipped("village.yaml"));
        File.WriteAllText(scenario, text.Replace("provenance: synthetic", "provenance: consented")
            .Replace("policies/", Villages.Shipped("policies/")));
        Assert.Contains("provenance: consented", File.ReadAllText(scenario));
        Assert.Equal(ExitCode.BadInput, await Run(scenario, "--days", "30", "--policy", "none", "--policy", "all"));
        Assert.Contains("consented data", Assert.Single(_error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("", _out.ToString());
    }

    /// <summary>A finished comparison names its scenario, policies and seed; its report has the stories.</summary>
    [Fact]
    public async Task A_finished_comparison_is_explained_from_its_folder()
    {
        string folder = Path.Combine(_root.FullName, "run"), store = Path.Combine(_root.FullName, "store");
        string[] compare = ["compare", .. TwoWorlds, "--seeds", "2", "--out", folder, "--store", store, "--lang", "en"];
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(compare, Terminal.Into(_out, _error), _ => null));
        string report = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("Who gained most under all", report);
        // From the store the same bytes.
        Assert.Equal(ExitCode.Done, await CommandLine.RunAsync(compare, Terminal.Into(_out, _error), _ => null));
        Assert.Equal(report, File.ReadAllText(Path.Combine(folder, "report.html")));
        Assert.Equal(ExitCode.Done, await Run(folder, "--json"));
        Assert.Contains(Story().GetProperty("need").GetString()!, report);
        Assert.Equal(ExitCode.BadInput, await Run(folder, "--policy", "none"));
        File.AppendAllText(Path.Combine(folder, "report.html"), " ");
        Assert.Equal(ExitCode.BadInput, await Run(folder));
    }

    private static string Wait(JsonElement story, string side) =>
        story.GetProperty(side).TryGetProperty("wait_minutes", out JsonElement wait) ? $" {wait.GetInt32()}" : "";

    private JsonElement Story()
    {
        using JsonDocument json = JsonDocument.Parse(_out.ToString());
        return json.RootElement.GetProperty("explanations")[0].GetProperty("stories")[0].Clone();
    }

    private Task<int> Run(params string[] arguments)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        string[] language = arguments.Contains("--lang") ? [] : ["--lang", "en"];
        return CommandLine.RunAsync(["explain", .. arguments, .. language], Terminal.Into(_out, _error), _ => null);
    }
}
