using System.Security.Cryptography;
using System.Text;
using Jinlin.Model.World;
using Jinlin.Planner.Commands;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Explain;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The report's stories: for each policy the simulated residents who gained and who lost most under the first seed, in
/// both worlds side by side. Told from two watched worlds run once more, and kept in the store as they are written.
/// </summary>
public static class StorySection
{
    /// <summary>In larger towns watching would cost more than a story is worth; <c>jinlin explain</c> tells them.</summary>
    public const int MostResidents = 10_000;

    /// <summary>
    /// The section's markup in the language of the flow; null where none is told: for consented data (law 8) and large
    /// towns.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static string? Of(
        ExperimentPlan plan, ReplicationStore? store, int? threads, CancellationToken cancellation = default)
    {
        TownPlan town = plan.Scenario.Town;
        if (town.Provenance == Provenance.Consented || town.Estates.Sum(e => (long)e.Population) > MostResidents)
            return null;
        ReplicationKey key = KeyOf(plan);
        if (store?.FindText(key) is { } kept) return kept;
        IReadOnlyList<WatchedWorld> worlds = WatchedWorld.Run(
            plan.Scenario, plan.Seed, plan.Worlds, null, threads ?? Environment.ProcessorCount, cancellation);
        string markup = Write(plan, [.. worlds.Skip(1).Select(world =>
            Explanation.OfExtremes(new StoryTeller(plan.Scenario, plan.Seed, worlds[0], world)))]);
        store?.KeepText(key, markup);
        return markup;
    }

    private static string Write(ExperimentPlan plan, IReadOnlyList<Explanation> all)
    {
        var page = new Page(Language.IsChinese);
        page.Heading(2, Words.StoriesTitle);
        foreach (Explanation one in all)
        {
            page.Heading(3, one.Policy);
            if (one.Differences.All.Count == 0) page.Paragraph(Words.WorldsIdentical);
            foreach ((StoryRole role, Story story) in one.Stories) Write(page, one, role, story);
            if (one.Stories.All(s => s.Role != StoryRole.GainedMost)) page.Paragraph(Words.NobodyGained);
            if (one.Stories.All(s => s.Role != StoryRole.LostMost)) page.Paragraph(Words.NobodyLost);
        }
        page.Paragraph(Words.ExtremesRule, "soft");
        string[] shared = [.. plan.Worlds.SelectMany(w => new[] { "--policy", w.Name })];
        page.Paragraph(Words.StoryCommand, "soft");
        return page.Raw($"<p><code>{SafeText.Html(ShellWords.Join(
            ["jinlin", "explain", plan.Files[0].Name, .. shared, "--seed", $"{plan.Seed}"]))}</code></p>").ToString();
    }

    private static void Write(Page page, Explanation one, StoryRole role, Story story)
    {
        StoryText text = one.TextOf(story);
        page.Paragraph($"{ExplainOutput.TitleOf(one, role, text)}. {text.Need()} ({text.Name()})");
        page.Table(
            [Words.StoryWhen, $"{one.Baseline}: {StoryText.Outcome(story.Baseline)}",
                $"{one.Policy}: {StoryText.Outcome(story.Policy)}"],
            text.Rows().Select(r => (IReadOnlyList<string>)[r.When, r.Baseline, r.Policy]), text: true);
        page.Paragraph(Words.StoryWhy, "soft");
        page.Raw("<ol>" + string.Concat(text.Why().Select(w => $"<li>{SafeText.Html(w)}</li>")) + "</ol>");
    }

    /// <summary>Follows from the worlds, the names that are written, the language, and this program.</summary>
    private static ReplicationKey KeyOf(ExperimentPlan plan)
    {
        string program = typeof(StorySection).Assembly.ManifestModule.ModuleVersionId.ToString("n");
        string[] parts =
        [
            "stories", program, $"{Language.IsChinese}", plan.Files[0].Name, .. plan.Worlds.Select(w =>
                w.Name + "\n" + ReplicationKey.Of(plan.Scenario with { Policies = [w] }, plan.Seed).Text),
        ];
        return new ReplicationKey(Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))));
    }
}
