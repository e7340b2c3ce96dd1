using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.World;

/// <summary>Small towns that the whole model runs in within a second.</summary>
internal static class Villages
{
    public const int People = 300;

    public static readonly TownPlan Three = Of(3);

    public static readonly string[] Policies = [.. PolicyPresets.Names];

    /// <summary>One of each kind, within the first three weeks.</summary>
    public static readonly Shock[] EachShock =
    [
        new(ShockKind.Typhoon, 3, 14, 24, .7, new Place.City()), new(ShockKind.Heat, 5, 0, 4 * 24, 1, new Place.City()),
        new(ShockKind.Lockdown, 6, 0, 14 * 24, 1, new Place.City()),
        new(ShockKind.Outage, 4, 9, 30, 1, new Place.City()),
        new(ShockKind.LiftFailure, 7, 8, 24, 1, new Place.City()),
        new(ShockKind.GasWorks, 2, 8, 75 * 24, 1, new Place.City()),
    ];

    public static TownPlan Of(int estates, int metres = 500) => new()
    {
        Name = "villages",
        Provenance = Provenance.Synthetic,
        CensusYear = 2020,
        Districts = ["d"],
        Estates =
        [
            .. Enumerable.Range(0, estates).Select(e => new EstatePlan
            {
                Name = $"estate {e}", Population = People, Households = 130, Buildings = 5, Over60 = 70,
                Community = e, X = metres * e,
            }),
        ],
    };

    public static Scenario Scene(
        string policy, TownPlan? town = null, Place? place = null, Parameters? parameters = null,
        params Shock[] shocks)
    {
        PolicyPlan preset = PolicyPresets.Find(policy)!;
        return new Scenario
        {
            Name = policy,
            Town = town ?? Three,
            HorizonDays = 90,
            BurnInDays = 0,
            Shocks = shocks,
            Calendar = new Calendar(new DateOnly(2024, 7, 1), 0, Holidays.Table),
            Parameters = parameters ?? new Parameters(),
            Policies = place is null ? [preset]
                : [new PolicyPlan(policy, [.. preset.Steps.Select(s => s with { Place = place })])],
        };
    }

    public static Town Open(Scenario scenario, int threads = 1, ulong seed = 7) =>
        new(new NearNeighborModel(scenario, seed), threads) { VerifyInvariants = true };

    public static UInt128 DigestAfter(Scenario scenario, int days, int threads = 1, ulong seed = 7)
    {
        using Town town = Open(scenario, threads, seed);
        town.Advance(new Day(days).Start);
        return town.Digest();
    }

    /// <summary>Everything noted until a day, sorted within each neighborhood.</summary>
    public static List<Record> RecordsUntil(Town town, int day)
    {
        foreach (Neighborhood n in town.Neighborhoods) n.Recording = true;
        town.Advance(new Day(day).Start);
        var records = new List<Record>();
        foreach (Neighborhood n in town.Neighborhoods) n.DrainRecords(records);
        return records;
    }
}
