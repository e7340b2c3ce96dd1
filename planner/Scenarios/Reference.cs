using Jinlin.Planner.Input;

namespace Jinlin.Planner.Scenarios;

/// <summary>A file that a scenario names.</summary>
internal static class Reference
{
    /// <summary>Whether a word means a file and no preset.</summary>
    public static bool IsFile(string text) => text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the YAML file that is referred to; null after a problem was noted.</summary>
    public static MapNode? Open(ScalarNode reference, InputFolder folder, List<string> files, Problems problems)
    {
        if (folder.Resolve(reference, problems) is not { } path) return null;
        files.Add(path);
        try
        {
            return YamlFile.Read(path);
        }
        catch (InputException e)
        {
            problems.Add(e);
            return null;
        }
    }
}
