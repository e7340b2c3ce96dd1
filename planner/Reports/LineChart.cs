using System.Globalization;
using System.Text;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>One line of a chart; NaN and infinity leave a gap.</summary>
public sealed record Line(string Label, int Style, IReadOnlyList<double> Values);

/// <summary>Lines over time as an SVG that needs neither script nor font.</summary>
public static class LineChart
{
    private const int Width = 640, Height = 260, Left = 56, Right = 12, Top = 10, Bottom = 30;

    /// <summary>Room that a date takes and leaves.</summary>
    private const double DateWidth = 72, DateGap = 36;

    /// <param name="dates">The date of each point.</param>
    public static string Draw(
        string title, IReadOnlyList<DateOnly> dates, IReadOnlyList<Line> lines, IndicatorUnit unit, bool chinese)
    {
        double[] finite = [.. lines.SelectMany(l => l.Values).Where(double.IsFinite)];
        double least = finite.Length == 0 ? 0 : finite.Min(), most = finite.Length == 0 ? 1 : finite.Max();
        var y = new Axis(Math.Min(0, least), most, Height - Bottom, Top);
        double X(int i) => dates.Count < 2
            ? Left : Left + ((Width - Left - Right) * (dates[i].DayNumber - dates[0].DayNumber)
                / (double)(dates[^1].DayNumber - dates[0].DayNumber));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\"><title>{SafeText.Html(title)}</title>");
        foreach (double tick in y.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{Left} {y[tick]:0.#}H{Width - Right}\"/>");
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"end\" x=\"{Left - 6}\" y=\"{y[tick] + 4:0.#}\">{Tick(tick, unit, chinese)}</text>");
        }
        foreach (int i in Labelled(dates.Count, X))
        {
            string anchor = i == 0 ? "start" : i == dates.Count - 1 ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture,
                $"<text class=\"{anchor}\" x=\"{X(i):0.#}\" y=\"{Height - 10}\">{dates[i]:yyyy-MM-dd}</text>");
        }
        if (least < 0)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{Left} {y[0]:0.#}H{Width - Right}\"/>");
        // Everybody is drawn last, above the groups.
        foreach (Line line in lines.Reverse())
        {
            var path = new StringBuilder();
            bool pen = false;
            for (int i = 0; i < line.Values.Count; i++)
            {
                if (!double.IsFinite(line.Values[i]))
                {
                    pen = false;
                    continue;
                }
                path.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{X(i):0.#} {y[line.Values[i]]:0.#}");
                pen = true;
            }
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line s{line.Style}\" d=\"{path}\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The first date, the last, and those between that leave room for one another.</summary>
    internal static IReadOnlyList<int> Labelled(int dates, Func<int, double> x)
    {
        if (dates == 0) return [];
        var chosen = new List<int> { 0 };
        double right = x(0) + DateWidth, last = x(dates - 1) - DateWidth;
        for (int i = 1; i < dates - 1; i++)
        {
            // About six of them; the one at the end is there in any case.
            if (x(i) - (DateWidth / 2) < right + DateGap || x(i) + (DateWidth / 2) > last - DateGap) continue;
            chosen.Add(i);
            right = x(i) + (DateWidth / 2);
        }
        if (dates > 1 && last >= x(0) + DateWidth) chosen.Add(dates - 1);
        return chosen;
    }

    private static string Tick(double value, IndicatorUnit unit, bool chinese) =>
        unit == IndicatorUnit.Share
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * value, 2):0.##} %")
            : unit == IndicatorUnit.Minutes ? IndicatorText.Format(value, unit, chinese)
            : Math.Round(value, 6).ToString("0.####", CultureInfo.InvariantCulture);
}
