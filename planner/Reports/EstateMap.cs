using System.Globalization;
using System.Text;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The estates where the town plan puts them: area by residents, shade by a share in five steps, or by a difference
/// from orange (worse) over gray to blue (better), which the color-blind tell apart. A schematic (示意图), unless the
/// town was imported from a map.
/// </summary>
public static class EstateMap
{
    /// <summary>Steps of shade.</summary>
    public const int Steps = 5;

    private const double Size = 620, Margin = 24;

    /// <param name="difference">Whether the shade is of a difference: its middle is 0.</param>
    public static string Draw(
        string title, IReadOnlyList<EstatePlan> plans, IReadOnlyList<EstateOutcome> estates, bool difference = false)
    {
        double minX = plans.Min(p => p.X), minY = plans.Min(p => p.Y);
        double span = Math.Max(1, Math.Max(plans.Max(p => p.X) - minX, plans.Max(p => p.Y) - minY));
        double scale = (Size - (2 * Margin)) / span;
        double height = (2 * Margin) + (scale * (plans.Max(p => p.Y) - minY));
        (double low, double high) = Range(estates);
        if (difference) (low, high) = (-Math.Max(-low, high), Math.Max(-low, high));
        double largest = estates.Max(e => e.Residents);
        double radius = Math.Clamp(Size / 3 / Math.Sqrt(estates.Count), 2.5, 22);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {Size:0} {height:0}\" role=\"img\"><title>{SafeText.Html(title)}</title>");
        // The largest first, so that small ones lie above.
        foreach (EstateOutcome estate in estates.OrderByDescending(e => e.Residents).ThenBy(e => e.Place))
        {
            EstatePlan plan = plans[estate.Place];
            svg.Append(CultureInfo.InvariantCulture,
                $"<circle class=\"{(difference ? "d" : "m")}{Shade(estate.OnTimeRate, low, high)}\" " +
                $"cx=\"{Margin + ((plan.X - minX) * scale):0.#}\" " +
                $"cy=\"{height - Margin - ((plan.Y - minY) * scale):0.#}\" " +
                $"r=\"{radius * Math.Sqrt(estate.Residents / largest):0.#}\"/>");
        }
        return svg.Append("</svg>").ToString();
    }

    /// <summary>The least and largest share of needs met on time; (0, 1) where none is defined.</summary>
    public static (double Low, double High) Range(IReadOnlyList<EstateOutcome> estates)
    {
        double[] rates = [.. estates.Select(e => e.OnTimeRate).Where(double.IsFinite)];
        return rates.Length == 0 ? (0, 1) : (rates.Min(), rates.Max());
    }

    /// <summary>The shades of differences, worst first, for the key beside a map.</summary>
    public static string Key(string worse, string better) => "<ul class=\"key\"><li>" + SafeText.Html(worse) + "</li><li>"
        + "<svg viewBox=\"0 0 60 10\" aria-hidden=\"true\">" + string.Concat(Enumerable.Range(0, Steps).Select(i =>
            $"<rect class=\"d{i}\" x=\"{12 * i}\" y=\"0\" width=\"12\" height=\"10\"/>"))
        + "</svg></li><li>" + SafeText.Html(better) + "</li></ul>";

    /// <summary>The step of a shade, 0 to 4; x where nothing is defined.</summary>
    private static string Shade(double rate, double low, double high) => !double.IsFinite(rate) ? "x"
        : high <= low ? $"{Steps - 1}" : $"{Math.Min(Steps - 1, (int)(Steps * (rate - low) / (high - low)))}";
}
