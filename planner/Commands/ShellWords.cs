using System.Text;

namespace Jinlin.Planner.Commands;

/// <summary>A command line that can be pasted into a shell.</summary>
internal static class ShellWords
{
    /// <summary>The words with spaces between, in single quotes where a shell would read more into them.</summary>
    public static string Join(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    /// <summary>The words that <see cref="Join"/> made one line of.</summary>
    public static string[] Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool quoted = false, any = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (c == '\'') (quoted, any) = (!quoted, true);
            else if (c == '\\' && !quoted && i + 1 < line.Length) (_, any) = (word.Append(line[++i]), true);
            else if (c == ' ' && !quoted)
            {
                if (any) words.Add(word.ToString());
                (_, any) = (word.Clear(), false);
            }
            else (_, any) = (word.Append(c), true);
        }
        if (any) words.Add(word.ToString());
        return [.. words];
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,+@%".Contains(c))
            ? word : $"'{word.Replace("'", "'\\''")}'";
}
