using System.Globalization;
using System.Text;

namespace Jinlin.Planner.Wording;

/// <summary>
/// Names from input files on their way to a reader. Whatever they hold, a terminal is not steered, a page not scripted
/// and a spreadsheet runs no formula, and the reader sees every character that is there.
/// </summary>
public static class SafeText
{
    /// <summary>
    /// For a terminal or log as plain text, one line: control characters, line separators and characters that turn
    /// the direction of writing or take no space appear as <c>\u202E</c>, lone surrogates too.
    /// </summary>
    public static string Plain(string text)
    {
        if (!NeedsCare(text)) return text;
        var safe = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                    safe.Append(Invariant($"\\U{char.ConvertToUtf32(text[i], text[i + 1]):X8}"));
                else safe.Append(text, i, 2);
                i++;
            }
            else if (IsHidden(CharUnicodeInfo.GetUnicodeCategory(text[i])))
                safe.Append(Invariant($"\\u{(int)text[i]:X4}"));
            else safe.Append(text[i]);
        }
        return safe.ToString();
    }

    /// <summary>For Spectre's markup: <see cref="Plain"/>, and brackets are brackets.</summary>
    public static string Markup(string text) => Spectre.Console.Markup.Escape(Plain(text));

    /// <summary>For the text or a quoted attribute of a page: as <see cref="Plain"/>, no character markup.</summary>
    public static string Html(string text) => Plain(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;");

    /// <summary>
    /// JSON for a block of a page: no character ends the block or hides; the parsed values stay the same.
    /// </summary>
    public static string Json(string json)
    {
        var safe = new StringBuilder(json.Length);
        foreach (char c in json)
        {
            if (c is '<' or '>' or '&' || (c > '~' && IsHidden(CharUnicodeInfo.GetUnicodeCategory(c))
                && !char.IsSurrogate(c)))
                safe.Append(Invariant($"\\u{(int)c:X4}"));
            else safe.Append(c);
        }
        return safe.ToString();
    }

    /// <summary>
    /// For one cell of CSV, quoted where needed. Text that a spreadsheet program would run as a formula
    /// (<c>= + - @</c>, full-width ones too, or a control character first) gets an apostrophe before it; a number
    /// keeps its sign.
    /// </summary>
    public static string Csv(string text)
    {
        string trimmed = text.TrimStart();
        bool formula = (trimmed.Length > 0 && "=+-@＝＋－＠".Contains(trimmed[0]))
            || (text.Length > 0 && char.IsControl(text[0]));
        if (formula && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            text = $"'{text}";
        text = Plain(text.ReplaceLineEndings(" "));
        return text.AsSpan().IndexOfAny("\",;\t'") >= 0 ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }

    /// <summary>A value as an error shows it: quoted, at most 60 characters, safe on any terminal.</summary>
    public static string Quoted(string text) => $"\"{Shortened(text)}\"";

    /// <summary>At most 60 characters of a text, safe on any terminal.</summary>
    public static string Shortened(string text)
    {
        int end = Math.Min(text.Length, 60);
        if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return end < text.Length ? Plain(text[..end]) + "…" : Plain(text);
    }

    private static bool NeedsCare(string text)
    {
        foreach (char c in text)
        {
            if (c > '~' || c < ' ') return true;
        }
        return false;
    }

    private static bool IsHidden(UnicodeCategory category) => category is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
