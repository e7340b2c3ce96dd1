using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Reports;

/// <summary>
/// A verdict in plain sentences, in the language of the flow. They hold names from files: whoever shows them makes
/// them safe for the screen or the page.
/// </summary>
public static class VerdictText
{
    /// <summary>The verdict with what it turns on; "under these assumptions" stands in it.</summary>
    public static string Sentence(Verdict verdict) => verdict.Outcome switch
    {
        VerdictOutcome.Supported => Words.VerdictSupported(verdict.Policy, WhyIsSupported(verdict)),
        VerdictOutcome.NotSupported => Words.VerdictNotSupported(
            verdict.Policy, WhyIsExcluded(verdict.Limiting) + When(verdict.Limiting)),
        _ => Words.VerdictUndecided(verdict.Policy, WhyIsUndecided(verdict)),
    };

    /// <summary>Worst group, worst shock and regret, as far as the verdict has them.</summary>
    public static string Worst(Verdict verdict)
    {
        IndicatorUnit unit = UnitOf(Primary(verdict).Endpoint);
        var sentences = new List<string>();
        if (verdict.WorstGroup is { } group)
            sentences.Add(Words.WorstGroupIs(GroupOf(group.Name), DifferenceText.Signed(group.Difference.Mean, unit)));
        if (verdict.WorstShock is { } shock)
            sentences.Add(Words.WorstShockIs(shock.Name, DifferenceText.Signed(shock.Difference.Mean, unit)));
        if (verdict.Regret > 0) sentences.Add(Words.RegretIs(DifferenceText.Amount(verdict.Regret, unit)));
        return string.Join(Language.Say(" ", ""), sentences);
    }

    /// <summary>An indicator's label, with its group in brackets.</summary>
    public static string LabelOf(string name)
    {
        if (!TriggerIndicator.TryFind(name, out Indicator? indicator, out int group)) return name;
        string label = indicator.Label(Language.IsChinese);
        string who = IndicatorLabels.Group(group, Language.IsChinese);
        return group == 0 ? label : Language.Say($"{label} ({who})", $"{label}（{who}）");
    }

    private static string WhyIsSupported(Verdict verdict)
    {
        // The weaker of the two uncertainties is what can be promised.
        VerdictItem primary = verdict.Items.Where(i => i.Endpoint.Kind == EndpointKind.Primary)
            .MinBy(i => i.Interval.Low)!;
        IndicatorUnit unit = UnitOf(primary.Endpoint);
        return Words.EveryBoundHolds(
            LabelOf(primary.Endpoint.Name), DifferenceText.Amount(primary.Interval.Low, unit),
            DifferenceText.Amount(primary.Endpoint.Threshold, unit),
            verdict.Items.Any(i => i.Endpoint.Kind == EndpointKind.Cost));
    }

    private static string WhyIsExcluded(VerdictItem item)
    {
        (string name, string high, string bound) = (
            LabelOf(item.Endpoint.Name), Amount(item.Interval.High, item), Amount(item.Endpoint.Threshold, item));
        return item.Endpoint.Kind switch
        {
            EndpointKind.Primary when item.Interval.High < 0 => Words.EffectNegative(name, high),
            EndpointKind.Primary => Words.EffectTooSmall(name, high, bound),
            EndpointKind.Cost => Words.BeyondBudget(high, bound),
            _ => Words.GetsWorse(name, high, bound),
        };
    }

    private static string WhyIsUndecided(Verdict verdict)
    {
        VerdictItem item = verdict.Limiting;
        return verdict.Reason switch
        {
            VerdictReason.Interrupted => Words.ComparisonInterrupted,
            VerdictReason.AssumptionsNotDrawn => Words.AssumptionsNotDrawn,
            _ => WhatIsOpen(item) + When(item) + Language.Say("; ", "；") +
                (verdict.PairsToSettle is { } pairs ? Words.WouldSettle(pairs) : Words.NothingWouldSettle),
        };
    }

    private static string WhatIsOpen(VerdictItem item)
    {
        string name = LabelOf(item.Endpoint.Name), bound = Amount(item.Endpoint.Threshold, item);
        if (!item.Interval.IsBounded)
            return Words.NotJudged(item.Endpoint.Kind == EndpointKind.Cost ? Language.Say("the cost", "费用") : name);
        (string low, string high) = (Signed(item.Interval.Low, item), Signed(item.Interval.High, item));
        return item.Endpoint.Kind switch
        {
            EndpointKind.Primary => Words.EffectOpen(name, low, high, bound),
            // A cost is kept as a loss: its bounds change places.
            EndpointKind.Cost => Words.BudgetOpen(Extra(item.Interval.High), Extra(item.Interval.Low), bound),
            _ => Words.WorseningOpen(name, low, high, bound),
        };
    }

    private static string When(VerdictItem item) =>
        item.Uncertainty == Uncertainty.Assumptions ? Words.WhenAssumptionsVary : "";

    private static VerdictItem Primary(Verdict verdict) =>
        verdict.Items.First(i => i.Endpoint.Kind == EndpointKind.Primary);

    private static string Amount(double value, VerdictItem item) => item.Endpoint.Kind == EndpointKind.Cost
        ? Words.YuanAmount(IndicatorText.Number(Math.Abs(value)))
        : DifferenceText.Amount(value, UnitOf(item.Endpoint));

    /// <summary>What a loss of so many yuan costs; a gain is money saved.</summary>
    private static string Extra(double loss) =>
        (loss > 0 ? "−" : "") + Words.YuanAmount(IndicatorText.Number(Math.Abs(loss)));

    private static string Signed(double value, VerdictItem item) =>
        DifferenceText.Signed(value, UnitOf(item.Endpoint));

    private static IndicatorUnit UnitOf(Endpoint endpoint) =>
        TriggerIndicator.TryFind(endpoint.Name, out Indicator? indicator, out _)
            ? indicator.Unit
            : IndicatorUnit.Count;

    private static string GroupOf(string name) =>
        TriggerIndicator.TryFind(name, out _, out int group)
            ? IndicatorLabels.Group(group, Language.IsChinese)
            : name;
}
