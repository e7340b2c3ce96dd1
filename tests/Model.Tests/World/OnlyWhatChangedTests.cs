using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

/// <summary>Policies of any levers in any places: a variant beside a recording is the whole world simulated.</summary>
public sealed class OnlyWhatChangedTests
{
    private const int Estates = 6, Days = 45;

    private static readonly Gen<Place> Places = Gen.OneOf(
        Gen.Const((Place)new Place.City()),
        Gen.Double[0.1, 0.5].Select(share => (Place)new Place.Share(share)),
        Gen.Int[0, Estates - 1].Select(e => (Place)new Place.Estates([new NeighborhoodId(e)])));

    private static readonly Gen<PolicyStep> Steps =
        from levers in Gen.Int[0, Levers.Count - 1].Array[1, 5]
        from place in Places
        from first in Gen.Int[0, 25]
        from length in Gen.Int[5, 60]
        from trigger in Gen.Int[0, 3]
        select new PolicyStep
        {
            Set = levers.Distinct().ToDictionary(l => (Lever)l, l => Strong((Lever)l)),
            Place = place,
            From = first,
            Until = length > 40 ? null : first + length,
            When = trigger == 0 ? new IndicatorTrigger("unmet-needs", true, 0.0001) : null,
        };

    private static readonly Shock Outage = new(ShockKind.Outage, 6, 9, 48, 1, new Place.Share(0.5));

    [Fact]
    public void A_variant_is_the_whole_world_simulated() =>
        Gen.Select(Gen.ULong, Steps.Array[1, 3], Gen.Bool).Sample(
            (seed, steps, shock) => Compare(seed, shock, new PolicyPlan("random", steps)), iter: 12);

    /// <summary>What the rest of the town does not notice is not simulated there.</summary>
    [Fact]
    public void A_policy_on_one_estate_leaves_the_others_to_the_recording()
    {
        var policy = new PolicyPlan("one", [new PolicyStep
        {
            Set = PolicyPresets.Find("guardianship")!.Steps[0].Set,
            Place = new Place.Estates([new NeighborhoodId(2)]),
        }]);
        (int simulated, long days) = Compare(5, false, policy);
        Assert.InRange(simulated, 1, 3);
        Assert.InRange(days, Days, 2 * Days);
    }

    [Fact]
    public void A_policy_that_sets_what_is_in_force_simulates_nothing()
    {
        var idle = new PolicyPlan("idle", [new PolicyStep
        {
            Set = new Dictionary<Lever, double> { [Lever.Visits] = LeverCatalog.Baseline[Lever.Visits] },
            Place = new Place.City(),
        }]);
        Assert.Equal((0, 0L), Compare(5, true, idle));
    }

    private static (int Simulated, long Days) Compare(ulong seed, bool shock, PolicyPlan policy)
    {
        Scenario statusQuo = Town(shock);
        var baseline = new NearNeighborModel(statusQuo, seed);
        var model = new NearNeighborModel(statusQuo with { Policies = [policy] }, seed, baseline);
        var whole = new List<long[]>();
        var part = new List<long[]>();
        using var alone = new Town(model, 1) { DayEnded = (_, sums) => whole.Add(sums.ToArray()) };
        using var town = new Town(baseline, 1);
        var recording = new Recording(town);
        using var variant = new VariantTown(
            model, recording, (n, day, signals, own) => model.Differs(baseline, n, day, signals, own), 1)
        {
            DayEnded = (_, sums) => part.Add(sums.ToArray()),
        };
        for (int day = 1; day <= Days; day++)
        {
            alone.Advance(new Day(day).Start);
            recording.AdvanceDay();
        }
        (int, long) simulated = (variant.Simulated, variant.SimulatedDays);
        Assert.Equal(alone.Digest(), variant.Digest());
        Assert.Equal(alone.Neighborhoods.Sum(n => n.Sent), variant.Sent);
        Assert.Equal(whole, part);
        return simulated;
    }

    private static double Strong(Lever lever) => PolicyPresets.Find("all")!.Steps[0].Set.GetValueOrDefault(lever, 1);

    private static Scenario Town(bool shock) => new()
    {
        Name = "small",
        Town = new TownPlan
        {
            Name = "small",
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
            Districts = ["East", "West"],
            Estates =
            [
                .. Enumerable.Range(0, Estates).Select(e => new EstatePlan
                {
                    Name = $"E{e}", District = e % 2, Community = e / 3, Population = 200, Households = 85,
                    Buildings = 4, Over60 = 40, X = 700 * e, Y = 300 * (e % 2),
                }),
            ],
        },
        Calendar = new Calendar(new DateOnly(2024, 3, 1), 0, Holidays.Table),
        BurnInDays = 0,
        HorizonDays = Days,
        Policies = [],
        Shocks = shock ? [Outage] : [],
    };
}
