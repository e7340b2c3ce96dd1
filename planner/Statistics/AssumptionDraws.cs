using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Statistics;

/// <summary>
/// Draws the labelled assumptions (those without a source) uniformly from their ranges. A draw depends on the seed
/// and the assumption's name only: all policies and the baseline meet the same one, and another assumption added to
/// the model moves none.
/// </summary>
/// <remarks>
/// What the scenario sets itself stays: it describes that place, and who wrote it answers for it. The range is all
/// that is known, so no value in it is favored.
/// </remarks>
public static class AssumptionDraws
{
    /// <summary>Marks draws of assumptions, apart from every purpose of a model.</summary>
    private const uint Purpose = 0xA5500A11;

    /// <summary>A coefficient and a price may share a name; their draws are two.</summary>
    private const uint OfParameter = 0, OfPrice = 1;

    /// <summary>The coefficients that are drawn.</summary>
    public static IReadOnlyList<ParameterName> Labelled { get; } =
        [.. ParameterNames.All.Where(p => p.Info.Grade == Grade.Assumption)];

    /// <summary>The scenario with drawn coefficients and prices.</summary>
    /// <param name="seed">The replication's.</param>
    public static Scenario Of(Scenario scenario, ulong seed) => scenario with
    {
        Parameters = Of(scenario.Parameters, seed),
        Prices = Of(scenario.Prices, seed),
    };

    /// <summary>The coefficients, with those drawn that are labelled and as the model has them.</summary>
    public static Parameters Of(Parameters parameters, ulong seed)
    {
        Parameters drawn = parameters with { }, defaults = new();
        foreach (ParameterName name in Labelled)
        {
            if (!Equals(name.Property.GetValue(parameters), name.Property.GetValue(defaults))) continue;
            double u = Uniform(name.Name, OfParameter, seed), low = name.Info.Low, high = name.Info.High;
            double value = name.IsWhole ? Math.Floor(low + (u * (high - low + 1))) : low + (u * (high - low));
            name.Property.SetValue(drawn, Convert.ChangeType(value, name.Property.PropertyType));
        }
        return drawn;
    }

    /// <summary>The price list, with those drawn that are labelled and at their defaults.</summary>
    public static Prices Of(Prices prices, ulong seed)
    {
        foreach (PriceItem item in Prices.Items.Where(i => i.Grade == Grade.Assumption && prices[i.Id] == i.Value))
            prices = prices.With(item.Id, item.Low + (Uniform(item.Id, OfPrice, seed) * (item.High - item.Low)));
        return prices;
    }

    private static double Uniform(string name, uint of, ulong seed) =>
        new Chance(seed).Uniform(Key(name), of, Purpose);

    /// <summary>FNV-1a of the name: a number that stays when others are added.</summary>
    private static uint Key(string name)
    {
        uint key = 2166136261;
        foreach (char c in name) key = (key ^ c) * 16777619;
        return key;
    }
}
