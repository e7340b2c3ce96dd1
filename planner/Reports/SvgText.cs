using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>Text that must fit into a figure.</summary>
internal static class SvgText
{
    /// <summary>Markup of a text of at most so many half-width places; the rest becomes an ellipsis.</summary>
    /// <remarks>East Asian characters take two places. The tables beside the figure have the whole text.</remarks>
    public static string Fit(string text, int places)
    {
        string plain = SafeText.Plain(text);
        int used = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            used += plain[i] >= '\u2e80' ? 2 : 1;
            if (used > places) return SafeText.Html(plain[..(char.IsLowSurrogate(plain[i]) ? i - 1 : i)]) + "…";
        }
        return SafeText.Html(plain);
    }
}
