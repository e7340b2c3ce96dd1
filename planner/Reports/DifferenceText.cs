using Jinlin.Model.Indicators;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>Differences of indicators as people read them: shares in points, the rest in their unit.</summary>
public static class DifferenceText
{
    /// <summary>An amount without its sign: <c>4.2 points</c>, <c>35 min</c>.</summary>
    public static string Amount(double difference, IndicatorUnit unit)
    {
        double amount = Math.Abs(difference);
        if (double.IsInfinity(amount)) return "∞";
        bool chinese = Language.IsChinese;
        return unit switch
        {
            IndicatorUnit.Share => IndicatorText.Number(100 * amount) + Words.Points,
            IndicatorUnit.Minutes => IndicatorText.Format(amount, unit, chinese),
            IndicatorUnit.Index or IndicatorUnit.Count => IndicatorText.Format(amount, unit, chinese),
            IndicatorUnit.Points => IndicatorText.Number(amount) + Words.Points,
            _ => $"{IndicatorText.Number(amount)} {IndicatorLabels.Unit(unit, chinese)}",
        };
    }

    /// <summary>With its sign: <c>+4.2 points</c>, <c>−35 min</c>.</summary>
    public static string Signed(double difference, IndicatorUnit unit) =>
        (difference > 0 ? "+" : difference < 0 ? "−" : "") + Amount(difference, unit);
}
