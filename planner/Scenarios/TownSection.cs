using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads <c>town:</c>: a preset's name, or a section of one of the sources.</summary>
public static class TownSection
{
    /// <summary>A new way to describe a town is one more entry.</summary>
    public static IReadOnlyList<TownSource> Sources { get; } =
    [
        new PresetTown(),
        new InlineTown(),
        new SheetTown(),
        new MapTown(),
        new DyadTown(),
    ];

    public static TownPlan? Read(InputNode node, InputFolder folder, List<string> files, Problems problems)
    {
        if (node is ScalarNode name) return PresetTown.Read(name, problems);
        string[] keys = [.. Sources.Select(s => s.Key)];
        if (node is not MapNode map)
        {
            problems.Add(node, Words.ATown(PresetTown.Names));
            return null;
        }
        TownSource[] fitting = [.. Sources.Where(s => map[s.Key] is not null)];
        if (fitting.Length != 1)
        {
            problems.Add(map, Words.OneTownSource(keys));
            return null;
        }
        try
        {
            return fitting[0].Read(new Fields(map, problems, fitting[0].Keys), folder, files, problems);
        }
        catch (InputException e)
        {
            problems.Add(e);
            return null;
        }
    }
}
