using System.Globalization;
using Jinlin.Model.Indicators;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Reports;

/// <summary>Values of indicators as people read them, in pages and on the terminal.</summary>
public static class IndicatorText
{
    /// <summary>
    /// A value with its unit where that is short: <c>43.2 %</c>, <c>2 h 5 min</c>, <c>&gt; horizon</c>.
    /// </summary>
    public static string Format(double value, IndicatorUnit unit, bool chinese)
    {
        if (double.IsNaN(value)) return chinese ? "未定义" : "not defined";
        if (double.IsInfinity(value)) return chinese ? "> 期限" : "> horizon";
        return unit switch
        {
            IndicatorUnit.Share => $"{Number(100 * value)} %",
            IndicatorUnit.Minutes => Duration(value, chinese),
            IndicatorUnit.Index when Math.Abs(value) < 1.5 => value.ToString("0.000", CultureInfo.InvariantCulture),
            _ => Number(value),
        };
    }

    /// <summary>A mean and, over several replications, ± half its 95 % interval.</summary>
    public static string Format(MeanInterval interval, IndicatorUnit unit, bool chinese)
    {
        string mean = Format(interval.Mean, unit, chinese);
        return double.IsNaN(interval.Half) ? mean : $"{mean} ± {Format(interval.Half, unit, chinese)}";
    }

    /// <summary>Three digits that matter, thousands apart.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("#,0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        0 => "0",
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    private static string Duration(double minutes, bool chinese)
    {
        int whole = (int)Math.Round(minutes);
        (string d, string h, string m) = chinese ? ("天", "小时", "分钟") : (" d", " h", " min");
        return whole switch
        {
            < 60 => $"{whole}{m}",
            < 1440 => whole % 60 == 0 ? $"{whole / 60}{h}" : $"{whole / 60}{h} {whole % 60}{m}",
            _ => $"{Number(minutes / 1440)}{d}",
        };
    }
}
