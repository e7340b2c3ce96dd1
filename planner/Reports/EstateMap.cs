using System.Globalization;
using System.Text;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// The estates where the town plan puts them: area by residents, shade by the share of needs met on time in five
/// steps. A schematic (示意图), unless the town was imported from a map.
/// </summary>
public static class EstateMap
{
    /// <summary>Steps of shade.</summary>
    public const int Steps = 5;

    private const double Size = 620, Margin = 24;

    public static string Draw(string title, IReadOnlyList<EstatePlan> plans, IReadOnlyList<EstateOutcome> estates)
    {
        double minX = plans.Min(p => p.X), minY = plans.Min(p => p.Y);
        double span = Math.Max(1, Math.Max(plans.Max(p => p.X) - minX, plans.Max(p => p.Y) - minY));
        double scale = (Size - (2 * Margin)) / span;
        double height = (2 * Margin) + (scale * (plans.Max(p => p.Y) - minY));
        (double low, double high) = Range(estates);
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
                $"<circle class=\"{Shade(estate.OnTimeRate, low, high)}\" " +
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

    /// <summary>The class of a shade, <c>m0</c> to <c>m4</c>; <c>mx</c> where nothing is defined.</summary>
    private static string Shade(double rate, double low, double high) => !double.IsFinite(rate) ? "mx"
        : high <= low ? $"m{Steps - 1}" : $"m{Math.Min(Steps - 1, (int)(Steps * (rate - low) / (high - low)))}";
}
