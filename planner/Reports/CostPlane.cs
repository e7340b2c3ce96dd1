using System.Globalization;
using System.Text;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>One policy between money and help.</summary>
/// <param name="Needs">Extra needs met on time in a year.</param>
/// <param name="Yuan">Extra yuan a year.</param>
public sealed record CostPoint(string Label, int Style, PairedDifference Needs, PairedDifference Yuan);

/// <summary>Extra help to the right, extra money upward: each policy a point with its two intervals.</summary>
public static class CostPlane
{
    private const int Width = 640, Height = 320, Left = 76, Right = 150, Top = 12, Bottom = 30;

    public static string Draw(string title, IReadOnlyList<CostPoint> points)
    {
        double[] needs = Ends(points.Select(p => p.Needs)), yuan = [.. Ends(points.Select(p => p.Yuan)).Select(v => -v)];
        var x = new Axis(needs.Min(), needs.Max(), Left, Width - Right);
        var y = new Axis(yuan.Min(), yuan.Max(), Height - Bottom, Top);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\"><title>{SafeText.Html(title)}</title>");
        foreach (double tick in x.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{x[tick]:0.#} {Top}V{Height - Bottom}\"/>" +
                $"<text class=\"middle\" x=\"{x[tick]:0.#}\" y=\"{Height - 10}\">{IndicatorText.Number(tick)}</text>");
        }
        foreach (double tick in y.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{Left} {y[tick]:0.#}H{Width - Right}\"/>" +
                $"<text class=\"end\" x=\"{Left - 6}\" y=\"{y[tick] + 4:0.#}\">{IndicatorText.Number(tick)}</text>");
        }
        svg.Append(CultureInfo.InvariantCulture,
            $"<path class=\"axis\" d=\"M{x[0]:0.#} {Top}V{Height - Bottom}M{Left} {y[0]:0.#}H{Width - Right}\"/>");
        foreach (CostPoint p in points)
        {
            if (!double.IsFinite(p.Needs.Mean) || !double.IsFinite(p.Yuan.Mean)) continue;
            (Interval across, Interval up) = (p.Needs.Interval, p.Yuan.Interval.Negated);
            (double cx, double cy) = (x[p.Needs.Mean], y[-p.Yuan.Mean]);
            if (across.IsBounded && up.IsBounded)
            {
                svg.Append(CultureInfo.InvariantCulture,
                    $"<path class=\"axis\" d=\"M{x[across.Low]:0.#} {cy:0.#}H{x[across.High]:0.#}" +
                    $"M{cx:0.#} {y[up.Low]:0.#}V{y[up.High]:0.#}\"/>");
            }
            svg.Append(CultureInfo.InvariantCulture,
                $"<rect class=\"bar s{p.Style}\" x=\"{cx - 5:0.#}\" y=\"{cy - 5:0.#}\" width=\"10\" height=\"10\"/>" +
                $"<text class=\"start\" x=\"{cx + 9:0.#}\" y=\"{cy - 8:0.#}\">{SvgText.Fit(p.Label, 22)}</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>All ends that are finite, and 0.</summary>
    private static double[] Ends(IEnumerable<PairedDifference> differences) =>
        [.. differences.SelectMany(d => new[] { d.Mean, d.Interval.Low, d.Interval.High }).Append(0).Where(double.IsFinite)];
}
