using System.Text;

namespace Jinlin.Planner.Towns;

/// <summary>What a header says, whatever its spelling: case, width, spaces and punctuation do not count.</summary>
public static class HeaderName
{
    /// <summary>Full-width forms to their plain ones, so that ６０＋ reads as 60+.</summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            span[i] = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c == '\u3000' ? ' ' : c;
        }
    });

    /// <summary>The key by which headers compare: narrow, lower case, only letters, digits and the plus sign.</summary>
    public static string Key(string header)
    {
        var key = new StringBuilder(header.Length);
        foreach (char c in Narrow(header))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (c == '+') key.Append(c);
        }
        return key.ToString();
    }
}
