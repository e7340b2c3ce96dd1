using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;

namespace Jinlin.Planner.Statistics;

/// <summary>
/// The primary family: every (policy, endpoint) that decides. It is fixed by the scenario's decision and the number
/// of policies, before any seed runs; its intervals hold together (Bonferroni). All else is exploratory.
/// </summary>
public sealed class DecisionFamily
{
    /// <param name="policies">How many are compared with the baseline, at least 1.</param>
    /// <param name="level">With which all intervals of the family hold together, as .95.</param>
    public DecisionFamily(DecisionRule rule, int policies, double level = .95)
    {
        Rule = rule;
        Endpoints = [.. Of(rule)];
        Level = level;
        IntervalLevel = Bonferroni.Level(level, policies * Endpoints.Count);
    }

    public DecisionRule Rule { get; }

    /// <summary>The primary first; no name twice.</summary>
    public IReadOnlyList<Endpoint> Endpoints { get; }

    /// <summary>Of the family as a whole.</summary>
    public double Level { get; }

    /// <summary>Of each interval, so that all hold together.</summary>
    public double IntervalLevel { get; }

    /// <summary>
    /// The interval by which an endpoint is judged and shown: the hull of Student's and the one corrected for
    /// skewness. With a stopping rule and skewed differences, Student's alone covers some percent too rarely.
    /// </summary>
    public Interval IntervalOf(PairedDifference difference) =>
        difference.At(IntervalLevel).Hull(HallInterval.Of(difference, IntervalLevel));

    private static IEnumerable<Endpoint> Of(DecisionRule rule)
    {
        yield return new Endpoint(EndpointKind.Primary, rule.Primary, rule.SmallestEffect);
        // A loss below the smallest effect that matters does not matter either, unless the rule says otherwise.
        double tolerance = rule.MustNotWorsen.TryGetValue(rule.Primary, out double stated)
            ? stated
            : rule.SmallestEffect;
        foreach (string group in GroupsOf(rule.Primary).Where(g => !rule.MustNotWorsen.ContainsKey(g)))
            yield return new Endpoint(EndpointKind.Group, group, -tolerance);
        // The primary has to get better, so a guard on it would ask for less.
        foreach ((string name, double amount) in rule.MustNotWorsen.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (name != rule.Primary) yield return new Endpoint(EndpointKind.Guard, name, -amount);
        }
        if (rule.Budget is { } budget) yield return new Endpoint(EndpointKind.Cost, Endpoint.Budget, -budget);
    }

    /// <summary>The primary's indicator for every group but the primary's own.</summary>
    private static IEnumerable<string> GroupsOf(string primary)
    {
        string id = primary.Split('.')[0];
        if (IndicatorList.Find(id) is not { ByGroup: true }) return [];
        return IndicatorCatalog.Groups.Skip(1).Select(g => $"{id}.{g}").Where(n => n != primary);
    }
}
