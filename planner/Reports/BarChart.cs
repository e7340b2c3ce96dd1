using System.Globalization;
using System.Text;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>One bar with its interval.</summary>
public sealed record Bar(string Label, int Style, MeanInterval Value);

/// <summary>Horizontal bars, one under the other, with the value behind each and a whisker for its interval.</summary>
public static class BarChart
{
    private const int Width = 640, Row = 24, Left = 150, Right = 120;

    public static string Draw(string title, IReadOnlyList<Bar> bars, IndicatorUnit unit, bool chinese)
    {
        double most = bars.Select(b => b.Value.Mean + (double.IsNaN(b.Value.Half) ? 0 : b.Value.Half))
            .Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var x = new Axis(0, most <= 0 ? 1 : most, Left, Width - Right);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {(bars.Count * Row) + 6}\" role=\"img\">" +
            $"<title>{SafeText.Html(title)}</title>");
        for (int i = 0; i < bars.Count; i++)
        {
            Bar bar = bars[i];
            int top = 3 + (i * Row);
            double end = double.IsFinite(bar.Value.Mean) ? Math.Max(x[0], x[bar.Value.Mean]) : x[0];
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"end\" x=\"{Left - 8}\" y=\"{top + 15}\">{SvgText.Fit(bar.Label, 21)}</text>" +
                $"<rect class=\"bar s{bar.Style}\" x=\"{Left}\" y=\"{top + 3}\" " +
                $"width=\"{end - x[0]:0.#}\" height=\"16\"/>");
            double text = end;
            if (!double.IsNaN(bar.Value.Half) && double.IsFinite(bar.Value.Mean))
            {
                double low = x[Math.Max(0, bar.Value.Mean - bar.Value.Half)];
                text = x[bar.Value.Mean + bar.Value.Half];
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path class=\"axis\" d=\"M{low:0.#} {top + 11}H{text:0.#}\"/>");
            }
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"start\" x=\"{text + 6:0.#}\" y=\"{top + 15}\">" +
                $"{SafeText.Html(IndicatorText.Format(bar.Value, unit, chinese))}</text>");
        }
        return svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"axis\" d=\"M{Left} 0V{(bars.Count * Row) + 6}\"/></svg>").ToString();
    }
}
