using System.Globalization;
using System.Text;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>The distribution of waits: which share of needs had help by then, over time on a logarithmic scale.</summary>
public static class WaitChart
{
    private const int Width = 640, Height = 280, Left = 56, Right = 16, Top = 10, Bottom = 30;

    /// <summary>The bucket at which the axis begins: eight minutes.</summary>
    private const int First = 6;

    /// <summary>Waits that the axis and the table name, in minutes; the axis ends with the last.</summary>
    private static readonly int[] Named = [30, 120, 480, 1440, 5760, 16384];

    /// <summary>The buckets that axis and table show: those whose limits are nearest to the named waits.</summary>
    public static IReadOnlyList<int> Buckets { get; } = [.. Named.Select(minutes => Enumerable
        .Range(0, Tally.WaitBuckets - 1).MinBy(b => Math.Abs(Math.Log((double)Tally.BucketLimit(b) / minutes))))];

    /// <param name="lines">For each bucket but the last, the share that waited no longer than its limit.</param>
    public static string Draw(string title, IReadOnlyList<Line> lines, bool chinese)
    {
        var y = new Axis(0, 1, Height - Bottom, Top);
        double least = Math.Log(Tally.BucketLimit(First)), most = Math.Log(Tally.BucketLimit(Buckets[^1]));
        double X(int bucket) =>
            Left + ((Width - Left - Right) * (Math.Log(Tally.BucketLimit(bucket)) - least) / (most - least));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\"><title>{SafeText.Html(title)}</title>");
        foreach (double tick in y.Ticks)
        {
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{Left} {y[tick]:0.#}H{Width - Right}\"/>" +
                $"<text class=\"end\" x=\"{Left - 6}\" y=\"{y[tick] + 4:0.#}\">{100 * tick:0} %</text>");
        }
        foreach (int bucket in Buckets)
        {
            string anchor = bucket == Buckets[^1] ? "end" : "middle";
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"grid\" d=\"M{X(bucket):0.#} {Top}V{Height - Bottom}\"/>" +
                $"<text class=\"{anchor}\" x=\"{X(bucket):0.#}\" y=\"{Height - 10}\">" +
                $"{SafeText.Html(IndicatorText.Format(Tally.BucketLimit(bucket), IndicatorUnit.Minutes, chinese))}</text>");
        }
        foreach (Line line in lines.Reverse())
        {
            var path = new StringBuilder();
            for (int b = First; b <= Buckets[^1]; b++)
            {
                if (!double.IsFinite(line.Values[b])) continue;
                path.Append(CultureInfo.InvariantCulture,
                    $"{(path.Length > 0 ? 'L' : 'M')}{X(b):0.#} {y[line.Values[b]]:0.#}");
            }
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line s{line.Style}\" d=\"{path}\"/>");
        }
        return svg.Append("</svg>").ToString();
    }
}
