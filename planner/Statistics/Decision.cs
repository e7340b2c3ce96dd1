using Jinlin.Model.Policy;

namespace Jinlin.Planner.Statistics;

/// <summary>
/// Holds each policy's evidence against the scenario's decision. Only named endpoints decide; composites inform.
/// </summary>
public static class Decision
{
    /// <summary>One verdict per policy, in order.</summary>
    /// <exception cref="KeyNotFoundException">Evidence lacks an endpoint of the rule.</exception>
    public static IReadOnlyList<Verdict> Of(DecisionRule rule, IReadOnlyList<Evidence> policies, double level = .95)
    {
        var family = new DecisionFamily(rule, policies.Count, level);
        IReadOnlyList<double> regrets = Regret.Of(policies, rule.Primary);
        return [.. policies.Select((policy, i) => Judge(family, policy, regrets[i]))];
    }

    private static Verdict Judge(DecisionFamily family, Evidence policy, double regret)
    {
        VerdictItem[] items =
            [.. Items(family, policy.Chance, Uncertainty.Chance),
            .. policy.Assumptions is { } drawn ? Items(family, drawn, Uncertainty.Assumptions) : []];
        VerdictItem? failed = items.FirstOrDefault(i => i.Fails);
        VerdictItem? open = WhatWouldSettle([.. items.Where(i => i.IsOpen)]);
        (VerdictOutcome outcome, VerdictReason reason) =
            policy.Interrupted ? (VerdictOutcome.Undecided, VerdictReason.Interrupted)
            : failed is not null ? (VerdictOutcome.NotSupported, VerdictReason.Excluded)
            : open is not null ? (VerdictOutcome.Undecided, VerdictReason.Open)
            : policy.Assumptions is null ? (VerdictOutcome.Undecided, VerdictReason.AssumptionsNotDrawn)
            : (VerdictOutcome.Supported, VerdictReason.None);
        VerdictItem limiting = failed ?? open ?? items[0];
        return new Verdict
        {
            Policy = policy.Policy,
            Outcome = outcome,
            Reason = reason,
            Limiting = limiting,
            Items = items,
            PairsToSettle = reason == VerdictReason.Open ? InAll(limiting, policy, family.Rule.Primary) : null,
            WorstGroup = Worst(family.Endpoints.Where(e => e.Kind == EndpointKind.Group)
                .Select(e => new NamedDifference(e.Name, policy.Chance[e.Name]))),
            WorstShock = Worst(policy.Shocks),
            Regret = regret,
        };
    }

    /// <summary>A group in which no replication had anything to judge by has no item: nobody is in it.</summary>
    private static IEnumerable<VerdictItem> Items(
        DecisionFamily family, IReadOnlyDictionary<string, PairedDifference> evidence, Uncertainty uncertainty)
    {
        foreach (Endpoint endpoint in family.Endpoints)
        {
            PairedDifference difference = evidence[endpoint.Name];
            if (endpoint.Kind == EndpointKind.Group && difference is { Count: 0, Undefined: > 0 }) continue;
            yield return new VerdictItem(
                endpoint, uncertainty, difference, family.IntervalOf(difference),
                SampleSize.ToSettle(difference, endpoint.Threshold, family.IntervalLevel));
        }
    }

    /// <summary>
    /// If some open item looks like failing, the first of these to fail settles it; else the last to hold does.
    /// </summary>
    private static VerdictItem? WhatWouldSettle(IReadOnlyList<VerdictItem> open)
    {
        VerdictItem[] failing = [.. open.Where(i => i.Difference.Mean < i.Endpoint.Threshold)];
        return failing.Length > 0
            ? failing.MinBy(i => i.Replications ?? int.MaxValue)
            : open.MaxBy(i => i.Replications ?? int.MaxValue);
    }

    /// <summary>
    /// What one half of the evidence needs, for both: pairs under the other uncertainty run along in proportion.
    /// </summary>
    private static int? InAll(VerdictItem item, Evidence policy, string primary)
    {
        int chance = Run(policy.Chance[primary]), drawn = policy.Assumptions is { } a ? Run(a[primary]) : 0;
        int half = item.Uncertainty == Uncertainty.Chance ? chance : drawn;
        return item.Replications is { } pairs && half > 0
            ? (int)Math.Min(int.MaxValue, (long)pairs * (chance + drawn) / half)
            : null;

        static int Run(PairedDifference difference) => difference.Count + difference.Undefined;
    }

    private static NamedDifference? Worst(IEnumerable<NamedDifference> named) =>
        named.Where(n => !double.IsNaN(n.Difference.Mean)).MinBy(n => n.Difference.Mean);
}
