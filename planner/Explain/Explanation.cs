using Jinlin.Model.Policy;

namespace Jinlin.Planner.Explain;

/// <summary>Why a story is told.</summary>
public enum StoryRole
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    GainedMost,
    LostMost,
}

/// <summary>What one policy changed beside the baseline, under one seed.</summary>
/// <param name="Differences">Events that only one of the two worlds has, in all watched estates.</param>
/// <param name="Stories">Those that were asked for, or of who gained and who lost most.</param>
public sealed record Explanation(
    string Baseline, string Policy, Calendar Calendar, EventDifferences Differences,
    IReadOnlyList<(StoryRole Role, Story Story)> Stories)
{
    /// <summary>Those who gained and lost most.</summary>
    public static Explanation OfExtremes(StoryTeller teller)
    {
        (Story? gained, Story? lost) = teller.Extremes();
        var stories = new List<(StoryRole, Story)>();
        if (gained is not null) stories.Add((StoryRole.GainedMost, gained));
        if (lost is not null) stories.Add((StoryRole.LostMost, lost));
        return Of(teller, stories);
    }

    public static Explanation Of(StoryTeller teller, IReadOnlyList<(StoryRole, Story)> stories) =>
        new(teller.Baseline.Policy.Name, teller.Policy.Policy.Name, teller.Calendar, teller.Differences, stories);

    public StoryText TextOf(Story story) => new(story, Baseline, Policy, Calendar);
}
