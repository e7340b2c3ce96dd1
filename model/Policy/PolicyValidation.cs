using System.Globalization;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Policy;

/// <summary>Finds what is wrong with policies before anything runs.</summary>
public static class PolicyValidation
{
    /// <summary>Everything wrong with the status quo and the policies of a scenario.</summary>
    public static IEnumerable<PolicyProblem> Problems(Scenario scenario)
    {
        IEnumerable<PolicyPlan> plans = scenario.StatusQuo is { } quo
            ? scenario.Policies.Prepend(quo) : scenario.Policies;
        return plans.SelectMany(p => Problems(p, scenario.Town, scenario.HorizonDays));
    }

    /// <summary>Everything wrong with one policy in a town.</summary>
    public static IEnumerable<PolicyProblem> Problems(PolicyPlan plan, TownPlan town, int horizonDays)
    {
        for (int i = 0; i < plan.Steps.Count; i++)
        {
            PolicyStep step = plan.Steps[i];
            foreach ((Lever lever, double value) in step.Set.OrderBy(s => s.Key))
            {
                LeverInfo info = LeverCatalog.Of(lever);
                if (!info.Allows(value))
                    yield return new(plan.Name, i, PolicyFault.Value, lever, Text(value), info.Expectation);
            }
            if (step.From < 0 || step.From >= horizonDays)
            {
                yield return new(
                    plan.Name, i, PolicyFault.From, null, Text(step.From), $"a day from 0 to {horizonDays - 1}");
            }
            if (step.Until is { } until && until <= step.From)
                yield return new(plan.Name, i, PolicyFault.Until, null, Text(until), $"a day after {step.From}");
            foreach ((string value, string expected) in Faults(step.Place, town))
                yield return new(plan.Name, i, PolicyFault.Place, null, value, expected);
            if (step.When is { } when && !TriggerIndicator.TryFind(when.Indicator, out _, out _))
                yield return new(plan.Name, i, PolicyFault.Trigger, null, when.Indicator, "the id of an indicator");
            if (step.When is { } compare && !double.IsFinite(compare.Threshold))
                yield return new(plan.Name, i, PolicyFault.Trigger, null, Text(compare.Threshold), "a number");
        }
    }

    /// <summary>What is wrong with a place, of a policy as of a shock: the value given and what was expected.</summary>
    public static IEnumerable<(string Value, string Expected)> Faults(Place place, TownPlan town)
    {
        int districts = town.Districts.Count, estates = town.Estates.Count;
        switch (place)
        {
            case Place.District d when d.Index < 0 || d.Index >= districts:
                yield return ($"district {d.Index}", $"a district from 0 to {districts - 1}");
                break;
            case Place.Estates { Ids.Count: 0 }:
                yield return ("no estate", "at least one estate");
                break;
            case Place.Estates named:
                foreach (NeighborhoodId id in named.Ids.Where(id => id.Value < 0 || id.Value >= estates))
                    yield return ($"estate {id.Value}", $"an estate from 0 to {estates - 1}");
                break;
            case Place.Share s when !(s.Fraction > 0 && s.Fraction <= 1):
                yield return ($"share {Text(s.Fraction)}", "a share above 0, at most 1");
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// Steps of different policies that set one lever to different values at a place and time that they share or,
    /// where shares of estates or triggers are involved, may share. The status quo is overlaid and fights nobody.
    /// </summary>
    public static IEnumerable<PolicyConflict> Conflicts(Scenario scenario)
    {
        IReadOnlyList<PolicyPlan> plans = scenario.Policies;
        for (int a = 0; a < plans.Count; a++)
        {
            for (int b = a + 1; b < plans.Count; b++)
            {
                for (int i = 0; i < plans[a].Steps.Count; i++)
                {
                    for (int j = 0; j < plans[b].Steps.Count; j++)
                    {
                        foreach (PolicyConflict conflict in Between(plans[a], i, plans[b], j, scenario.Town))
                            yield return conflict;
                    }
                }
            }
        }
    }

    private static IEnumerable<PolicyConflict> Between(PolicyPlan a, int i, PolicyPlan b, int j, TownPlan town)
    {
        PolicyStep first = a.Steps[i], second = b.Steps[j];
        int from = Math.Max(first.From, second.From);
        int? until = (first.Until, second.Until) switch
        {
            ({ } x, { } y) => Math.Min(x, y),
            var (x, y) => x ?? y,
        };
        if (until <= from || !MayOverlap(first.Place, second.Place, town)) yield break;
        foreach ((Lever lever, double value) in first.Set.OrderBy(s => s.Key))
        {
            if (second.Set.TryGetValue(lever, out double other) && other != value)
                yield return new(a.Name, i, b.Name, j, lever, value, other, from, until);
        }
    }

    private static bool MayOverlap(Place a, Place b, TownPlan town) => (a, b) switch
    {
        (Place.District x, Place.District y) => x.Index == y.Index,
        (Place.Estates x, Place.Estates y) => x.Ids.Intersect(y.Ids).Any(),
        (Place.District x, Place.Estates y) => y.Ids.Any(id => DistrictOf(id, town) == x.Index),
        (Place.Estates x, Place.District y) => x.Ids.Any(id => DistrictOf(id, town) == y.Index),
        _ => true,
    };

    private static int DistrictOf(NeighborhoodId id, TownPlan town) =>
        id.Value >= 0 && id.Value < town.Estates.Count ? town.Estates[id.Value].District : -1;

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
