using Jinlin.Model.Indicators;

namespace Jinlin.Model.Policy;

/// <summary>
/// The policies that ship: nothing, each pillar by itself, and all of it (section 5). A pillar's preset is the part
/// of <c>all</c> that belongs to the pillar.
/// </summary>
public static class PolicyPresets
{
    /// <summary>Names, in the order of a list.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "mutual-help", "guardianship", "co-building", "all"];

    /// <summary>The preset of a name, in force in the whole city from the start date on; or null.</summary>
    public static PolicyPlan? Find(string name) => name switch
    {
        "none" => new PolicyPlan(name, []),
        "mutual-help" => Plan(name, Pillar.MutualHelp),
        "guardianship" => Plan(name, Pillar.Guardianship),
        "co-building" => Plan(name, Pillar.CoBuilding),
        "all" => Plan(name, null),
        _ => null,
    };

    private static PolicyPlan Plan(string name, Pillar? pillar) => new(name,
    [
        new PolicyStep
        {
            Set = LeverCatalog.All.Where(i => (pillar is null || i.Pillar == pillar) && i.Full > 0)
                .ToDictionary(i => i.Lever, i => i.Full),
            Place = new Place.City(),
        },
    ]);
}
