using Jinlin.Model.World;

namespace Jinlin.Model.Policy;

/// <summary>What an estate's costs are reckoned by.</summary>
/// <param name="Population">Residents.</param>
/// <param name="Households">Households.</param>
/// <param name="Elders">Residents aged 60 and over.</param>
/// <param name="EldersAlone">Those of them who live alone.</param>
/// <param name="EstatesInCommunity">Estates of the town in the same community, at least 1.</param>
/// <param name="EstatesInSubdistrict">Estates of the town in the same subdistrict, at least 1.</param>
public readonly record struct EstateSize(
    int Population, int Households, int Elders, int EldersAlone, int EstatesInCommunity, int EstatesInSubdistrict)
{
    /// <summary>Share of those over 60 who live alone: 15 % (10–25), from national empty-nest shares.</summary>
    public const double AloneShare = 0.15;

    /// <summary>As synthesis made the estate.</summary>
    public static EstateSize Of(TownPlan town, Roster roster)
    {
        int elders = 0, alone = 0;
        foreach (ref readonly ResidentTraits traits in roster.Residents.AsSpan())
        {
            if (traits.Age < 60) continue;
            elders++;
            if (traits.Is(Trait.LivesAlone)) alone++;
        }
        return Of(town, roster.Plan) with
        {
            Population = roster.Residents.Length,
            Households = roster.Households.Length,
            Elders = elders,
            EldersAlone = alone,
        };
    }

    /// <summary>As planned, before anybody lives there: an estimate of what a policy will cost.</summary>
    public static EstateSize Of(TownPlan town, EstatePlan plan) => new(
        plan.Population, plan.Households, plan.Over60, (int)((AloneShare * plan.Over60) + 0.5),
        Math.Max(1, town.Estates.Count(e => e.Community == plan.Community && e.Subdistrict == plan.Subdistrict)),
        Math.Max(1, town.Estates.Count(e => e.Subdistrict == plan.Subdistrict)));
}
