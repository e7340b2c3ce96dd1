using System.Text;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// An HTML page as it is written, in one of two languages. All text passes <see cref="SafeText.Html"/>.
/// </summary>
internal sealed class Page(bool chinese)
{
    private readonly StringBuilder _html = new();

    public bool Chinese => chinese;

    /// <summary>The text in the page's language.</summary>
    public string In(string english, string inChinese) => chinese ? inChinese : english;

    /// <summary>Markup of this program's own making.</summary>
    public Page Raw(string markup)
    {
        _html.Append(markup).Append('\n');
        return this;
    }

    public Page Heading(int level, string text, string? id = null) => Raw(
        $"<h{level}{(id is null ? "" : $" id=\"{id}\"")}>{SafeText.Html(text)}</h{level}>");

    public Page Paragraph(string text, string? style = null) => Raw(
        $"<p{(style is null ? "" : $" class=\"{style}\"")}>{SafeText.Html(text)}</p>");

    /// <summary>A table with a row of headings; the first cell of each row is its heading.</summary>
    public Page Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, bool text = false)
    {
        _html.Append("<div class=\"scroll\" tabindex=\"0\"><table").Append(text ? " class=\"text\"" : "").Append("><thead><tr>");
        foreach (string cell in head) _html.Append("<th scope=\"col\">").Append(SafeText.Html(cell)).Append("</th>");
        _html.Append("</tr></thead><tbody>\n");
        foreach (IReadOnlyList<string> row in rows)
        {
            _html.Append("<tr><th scope=\"row\">").Append(SafeText.Html(row[0])).Append("</th>");
            for (int i = 1; i < row.Count; i++) _html.Append("<td>").Append(SafeText.Html(row[i])).Append("</td>");
            _html.Append("</tr>\n");
        }
        _html.Append("</tbody></table></div>\n");
        return this;
    }

    /// <summary>A chart, its caption as text; where the screen is narrow it scrolls by itself.</summary>
    public Page Figure(string svg, string caption, string link = "") => Raw(
        $"<figure><div class=\"scroll\" tabindex=\"0\">{svg}</div>" +
        $"<figcaption>{SafeText.Html(caption)}{link}</figcaption></figure>");

    /// <summary>Which line of a chart is whose.</summary>
    public Page Key(IEnumerable<(string Label, int Style)> lines) => Raw(
        "<ul class=\"key\">" + string.Concat(lines.Select(l =>
            $"<li><svg viewBox=\"0 0 32 10\" aria-hidden=\"true\"><path class=\"line s{l.Style}\" d=\"M0 5H32\"/></svg>" +
            $"{SafeText.Html(l.Label)}</li>")) + "</ul>");

    public override string ToString() => _html.ToString();
}
