using System.Globalization;
using System.Text;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>One difference with its interval; ends that nothing bounds run to the edge.</summary>
/// <param name="Text">What stands behind it.</param>
public sealed record ForestRow(string Label, double Mean, Interval Interval, string Text);

/// <summary>
/// Differences with their intervals under each other, about a line of no difference: better lies to the right.
/// </summary>
public static class ForestPlot
{
    private const int Width = 640, Row = 24, Left = 150, Right = 210, Foot = 22;

    /// <param name="threshold">A bound to show beside 0, or null.</param>
    public static string Draw(
        string title, IReadOnlyList<ForestRow> rows, IndicatorUnit unit, double? threshold = null)
    {
        double[] ends = [.. rows.SelectMany(r => new[] { r.Mean, r.Interval.Low, r.Interval.High })
            .Append(0).Append(threshold ?? 0).Where(double.IsFinite)];
        var x = new Axis(ends.Min(), ends.Max(), Left, Width - Right);
        int bottom = (rows.Count * Row) + 6;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {bottom + Foot}\" role=\"img\"><title>{SafeText.Html(title)}</title>");
        foreach (double tick in x.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{x[tick]:0.#} 0V{bottom}\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"middle\" x=\"{x[tick]:0.#}\" y=\"{bottom + 15}\">{Tick(tick, unit)}</text>");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{x[0]:0.#} 0V{bottom}\"/>");
        if (threshold is { } needed)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line s1\" d=\"M{x[needed]:0.#} 0V{bottom}\"/>");
        for (int i = 0; i < rows.Count; i++)
        {
            ForestRow row = rows[i];
            int y = 3 + (i * Row) + 11;
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"end\" x=\"{Left - 8}\" y=\"{y + 4}\">{SvgText.Fit(row.Label, 21)}</text>" +
                $"<text class=\"start\" x=\"{Width - Right + 10}\" y=\"{y + 4}\">{SvgText.Fit(row.Text, 30)}</text>");
            if (!double.IsFinite(row.Mean)) continue;
            double low = double.IsFinite(row.Interval.Low) ? x[row.Interval.Low] : Left;
            double high = double.IsFinite(row.Interval.High) ? x[row.Interval.High] : Width - Right;
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"line s0\" d=\"M{low:0.#} {y}H{high:0.#}\"/>" +
                $"<rect class=\"bar s2\" x=\"{x[row.Mean] - 4:0.#}\" y=\"{y - 4}\" width=\"8\" height=\"8\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Tick(double value, IndicatorUnit unit) =>
        Math.Round(unit == IndicatorUnit.Share ? 100 * value : value, 6).ToString("0.####", CultureInfo.InvariantCulture);
}
