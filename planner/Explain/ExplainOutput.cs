using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Jinlin.Model.Engine;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Wording;
using Spectre.Console;

namespace Jinlin.Planner.Explain;

/// <summary>Explanations on the terminal, and as the one object of <c>--json</c>.</summary>
public static class ExplainOutput
{
    public static void Write(Terminal terminal, string scenario, ulong seed, IReadOnlyList<Explanation> all)
    {
        foreach (Explanation one in all)
        {
            terminal.Write($"[bold]{Words.ExplainTitle(scenario, one.Baseline, one.Policy, $"{seed}")}[/]");
            if (one.Differences.All.Count == 0) terminal.Write($"{Words.WorldsIdentical}");
            else
            {
                Day first = one.Differences.All[0].Event.At.Day;
                terminal.Write(
                    $"{Words.EventsDiffer(one.Differences.All.Count, $"{one.Calendar.DateOf(first):yyyy-MM-dd}")}");
            }
            foreach ((StoryRole role, Story story) in one.Stories) Write(terminal, one, role, story);
            if (one.Stories.All(s => s.Role != StoryRole.Asked))
            {
                if (one.Stories.All(s => s.Role != StoryRole.GainedMost)) terminal.Write($"{Words.NobodyGained}");
                if (one.Stories.All(s => s.Role != StoryRole.LostMost)) terminal.Write($"{Words.NobodyLost}");
                terminal.Write($"[dim]{Words.ExtremesRule}[/]");
            }
        }
        terminal.Write($"[dim]{Words.Disclaimer}[/]");
    }

    /// <summary>Machine-readable: names and numbers as in code, sentences in the language of the flow.</summary>
    public static string Json(string scenario, ulong seed, IReadOnlyList<Explanation> all)
    {
        using var buffer = new MemoryStream();
        var layout = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, layout))
        {
            json.WriteStartObject();
            json.WriteString("scenario", scenario);
            json.WriteString("seed", $"{seed}");
            json.WriteString("disclaimer", Words.Disclaimer);
            json.WriteStartArray("explanations");
            foreach (Explanation one in all)
            {
                json.WriteStartObject();
                json.WriteString("baseline", one.Baseline);
                json.WriteString("policy", one.Policy);
                json.WriteNumber("events_that_differ", one.Differences.All.Count);
                json.WriteStartArray("stories");
                foreach ((StoryRole role, Story story) in one.Stories) Write(json, one, role, story);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    internal static string TitleOf(Explanation one, StoryRole role, StoryText text) => role switch
    {
        StoryRole.GainedMost => Words.GainedMost(one.Policy) + Language.Say(": ", "：") + text.Who(),
        StoryRole.LostMost => Words.LostMost(one.Policy) + Language.Say(": ", "：") + text.Who(),
        _ => text.Who(),
    };

    private static void Write(Terminal terminal, Explanation one, StoryRole role, Story story)
    {
        StoryText text = one.TextOf(story);
        terminal.Out.WriteLine();
        terminal.Write($"[bold]{TitleOf(one, role, text)}[/]");
        terminal.Write($"{text.Need()} [dim]({text.Name()})[/]");
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn(SafeText.Markup(Words.StoryWhen))
            .AddColumn($"[bold]{SafeText.Markup(one.Baseline)}[/]: {SafeText.Markup(StoryText.Outcome(story.Baseline))}")
            .AddColumn($"[bold]{SafeText.Markup(one.Policy)}[/]: {SafeText.Markup(StoryText.Outcome(story.Policy))}");
        string last = "";
        foreach ((string when, string a, string b) in text.Rows())
        {
            string mark = a == b ? "dim" : "default";
            table.AddRow(
                SafeText.Markup(when == last ? "" : when), $"[{mark}]{SafeText.Markup(a)}[/]",
                $"[{mark}]{SafeText.Markup(b)}[/]");
            last = when;
        }
        terminal.Screen.Write(table);
        terminal.Write($"[bold]{Words.StoryWhy}[/]");
        foreach ((int i, string sentence) in text.Why().Index()) terminal.Write($"  {i + 1}. {sentence}");
    }

    private static void Write(Utf8JsonWriter json, Explanation one, StoryRole role, Story story)
    {
        StoryText text = one.TextOf(story);
        json.WriteStartObject();
        json.WriteString("role", KebabName.Of($"{role}"));
        json.WriteString("need", text.Name());
        json.WriteNumber("resident", story.Name.Resident.Value);
        json.WriteBoolean("identical", story.First is null);
        (string, StorySide)[] sides = [("baseline", story.Baseline), ("policy", story.Policy)];
        foreach ((string name, StorySide side) in sides)
        {
            json.WriteStartObject(name);
            json.WriteString("outcome", side.Need is { } need ? KebabName.Of($"{need.Outcome}") : null);
            json.WriteString("sentence", StoryText.Outcome(side));
            if (side.Need is { FirstHelp: >= 0 } helped) json.WriteNumber("wait_minutes", helped.FirstHelp - helped.Arose);
            json.WriteStartArray("events");
            foreach (StoryLine line in side.Lines)
            {
                json.WriteStartObject();
                json.WriteString("event", KebabName.Of($"{(Model.World.Event)line.Event.Kind}"));
                json.WriteNumber("minute", line.Event.At.Value);
                json.WriteNumber("actor", line.Event.Actor.Value);
                if (EventDifferences.HasOther((Model.World.Event)line.Event.Kind)) json.WriteNumber("other", line.Event.B);
                json.WriteNumber("count", line.Count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteStartArray("levers");
        foreach (LeverChange change in story.Changes)
            json.WriteStringValue(Model.Policy.LeverCatalog.Of(change.Lever).Name);
        json.WriteEndArray();
        json.WriteStartArray("why");
        foreach (string sentence in text.Why()) json.WriteStringValue(sentence);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
