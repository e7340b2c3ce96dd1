using Jinlin.Model.Indicators;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>What a comparison found, as people read it in pages and on the terminal.</summary>
public static class ComparisonText
{
    /// <summary>
    /// A difference with its interval, <c>+4.2 points (3.1 to 5.3)</c>; <c>identical</c> where nothing differs.
    /// </summary>
    public static string Estimate(Measure measure, PairedDifference difference, Interval interval) =>
        difference.State switch
        {
            PairState.Identical => Words.Identical,
            PairState.Constant => Signed(measure, difference.Mean),
            PairState.Estimated => $"{Signed(measure, difference.Mean)} ({Bounds(measure, interval)})",
            PairState.Censored => Words.MedianIs(Signed(measure, difference.Median)),
            _ => difference.Count == 0 ? Words.NotDefined : Signed(measure, difference.Mean),
        };

    /// <summary>As <see cref="Estimate"/>, without a unit: for a figure whose title has it.</summary>
    public static string Short(Measure measure, PairedDifference difference, Interval interval) =>
        difference.State == PairState.Estimated
            ? $"{Bare(measure, difference.Mean)} ({Bounds(measure, interval)})"
            : Estimate(measure, difference, interval);

    /// <summary>What a difference is counted in; empty for a plain number and where the number says it.</summary>
    public static string UnitLabel(Measure measure) => UnitOf(measure) switch
    {
        IndicatorUnit.Share or IndicatorUnit.Points => Words.Points.Trim(),
        IndicatorUnit.Minutes => "",
        _ => IndicatorLabels.Unit(UnitOf(measure), Language.IsChinese),
    };

    /// <summary>The ends of an interval, without a unit.</summary>
    private static string Bounds(Measure measure, Interval interval) =>
        Words.FromTo(Bare(measure, interval.Low), Bare(measure, interval.High));

    /// <summary>A difference with sign and unit.</summary>
    public static string Signed(Measure measure, double value) => DifferenceText.Signed(value, UnitOf(measure));

    /// <summary>Yuan a year, more or less: <c>¥310,000 more</c>. A loss is money spent.</summary>
    public static string ExtraCost(PairedDifference cost) => cost.State == PairState.Identical ? Words.Identical
        : double.IsNaN(cost.Mean) ? Words.NotDefined
        : (cost.Mean <= 0 ? "+" : "−") + Words.YuanAmount(IndicatorText.Number(Math.Abs(cost.Mean)));

    /// <summary>Extra yuan per extra need met on time, with its interval; or what it means that there is none.</summary>
    public static string CostPerNeed(CostPerNeed? cost)
    {
        if (cost is null || cost.Side == CostSide.Same) return "–";
        if (cost.Side == CostSide.Saves) return Words.CostSaves;
        if (cost.Side == CostSide.Wastes) return Words.CostWastes;
        string value = Words.YuanAmount(IndicatorText.Number(cost.Ratio));
        if (cost.Side == CostSide.Cuts) return Words.CostCuts(value);
        Interval fieller = cost.Fieller.Interval;
        return fieller.IsBounded
            ? $"{value} ({Words.FromTo(Yuan(fieller.Low), Yuan(fieller.High))})"
            : $"{value} ({Words.NoBound})";
    }

    /// <summary>Who gains least, with the difference.</summary>
    public static string WorstGroup(PolicyComparison policy) => policy.Verdict?.WorstGroup is { } worst
        ? $"{IndicatorLabels.Group(new Measure(worst.Name).Group, Language.IsChinese)} " +
            Signed(new Measure(worst.Name), worst.Difference.Mean)
        : "–";

    /// <summary>A verdict in one word.</summary>
    public static string Word(Verdict? verdict) => verdict?.Outcome switch
    {
        null => "–",
        VerdictOutcome.Supported => Words.Supported,
        VerdictOutcome.NotSupported => Words.NotSupported,
        _ => Words.Undecided,
    };

    /// <summary>Why no more pairs were run.</summary>
    public static string Stopped(Comparison comparison) => comparison.Selection is { } selection
        && comparison.Reason != StopReason.Interrupted ? Selected(comparison, selection) : comparison.Reason switch
        {
            StopReason.Interrupted => Words.StoppedByHand(comparison.Pairs.Count),
            StopReason.PreciseEnough => Words.StoppedPrecise(comparison.Pairs.Count),
            _ => comparison.Plan.Precision is null
                ? Words.StoppedFixed(comparison.Pairs.Count) : Words.StoppedAtMaximum(comparison.Pairs.Count),
        };

    /// <summary>Which policy is the best, and how far each was run; or what would help to tell.</summary>
    private static string Selected(Comparison comparison, PolicySelection selection)
    {
        IReadOnlyList<string> names = [.. comparison.Plan.Worlds.Select(w => w.Name)];
        string runs = string.Join(Language.Say(", ", "、"), names.Zip(selection.Runs, (n, r) => $"{n} {r}"));
        string effect = DifferenceText.Amount(
            comparison.Plan.Scenario.Decision!.SmallestEffect, UnitOf(comparison.Primary));
        if (selection.Best is { } best)
            return Words.SelectedBest(names[best], VerdictText.LabelOf(comparison.Plan.Primary), effect, runs);
        string open = string.Join(Language.Say(", ", "、"), selection.Surviving.Select(w => names[w]));
        string? next = selection.Next is { } further
            ? string.Join(Language.Say(", ", "、"), selection.Surviving.Select(w => $"{names[w]} {further[w]}")) : null;
        return Words.SelectedNone(open, runs, next);
    }

    /// <summary>The indicator's unit; yuan count as numbers.</summary>
    public static IndicatorUnit UnitOf(Measure measure) => measure.Indicator?.Unit ?? IndicatorUnit.Count;

    private static string Bare(Measure measure, double value) => UnitOf(measure) switch
    {
        IndicatorUnit.Share => Sign(value) + (double.IsFinite(value) ? IndicatorText.Number(100 * Math.Abs(value)) : "∞"),
        IndicatorUnit.Minutes or IndicatorUnit.Index or IndicatorUnit.Count => Signed(measure, value),
        _ => Sign(value) + (double.IsFinite(value) ? IndicatorText.Number(Math.Abs(value)) : "∞"),
    };

    private static string Yuan(double value) => (value < 0 ? "−" : "") + IndicatorText.Number(Math.Abs(value));

    private static string Sign(double value) => value > 0 ? "+" : value < 0 ? "−" : "";
}
