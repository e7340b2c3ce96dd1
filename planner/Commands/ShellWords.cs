namespace Jinlin.Planner.Commands;

/// <summary>A command line that can be pasted into a shell.</summary>
internal static class ShellWords
{
    /// <summary>The words with spaces between, in single quotes where a shell would read more into them.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c))
            ? word : $"'{word.Replace("'", "'\\''")}'";
}
