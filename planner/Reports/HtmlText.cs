using System.Text;

namespace Jinlin.Planner.Reports;

/// <summary>
/// Text from outside made harmless for a page: markup is escaped, and characters that steer a terminal or turn the
/// direction of writing are shown by their code instead of obeyed.
/// </summary>
public static class HtmlText
{
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': safe.Append("&amp;"); break;
                case '<': safe.Append("&lt;"); break;
                case '>': safe.Append("&gt;"); break;
                case '"': safe.Append("&quot;"); break;
                case '\'': safe.Append("&#39;"); break;
                case '\n' or '\t': safe.Append(' '); break;
                default:
                    if (Steers(rune)) safe.Append($"[U+{rune.Value:X4}]");
                    else safe.Append(rune);
                    break;
            }
        }
        return safe.ToString();
    }

    /// <summary>Controls, and marks that embed, override or isolate a direction of writing.</summary>
    private static bool Steers(Rune rune) => Rune.IsControl(rune)
        || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
