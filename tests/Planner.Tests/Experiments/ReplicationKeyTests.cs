using System.Reflection;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>Two replications with one key are one replication: what changes a result changes the key.</summary>
public sealed class ReplicationKeyTests
{
    private static readonly Scenario Village = Villages.Scenario(days: 60);

    private static readonly ReplicationKey Key = ReplicationKey.Of(Village, 1);

    [Fact]
    public void Same_inputs_read_twice_have_the_same_key() =>
        Assert.Equal(Key, ReplicationKey.Of(Villages.Scenario(days: 60), 1));

    [Fact]
    public void Names_and_what_is_decided_by_change_nothing()
    {
        PolicyPlan all = PolicyPresets.Find("all")!;
        Scenario with = Village with { Policies = [all] };
        Assert.Equal(ReplicationKey.Of(with, 1), ReplicationKey.Of(
            with with
            {
                Name = "other",
                Policies = [all with { Name = "mine" }],
                Decision = new DecisionRule("trust", 1, null, new Dictionary<string, double>()),
            },
            1));
    }

    [Fact]
    public void Seed_engine_days_policies_shocks_town_and_prices_change_it()
    {
        var place = new Place.City();
        var shock = new Shock(ShockKind.Heat, 3, 0, 48, 1, place);
        PolicyPlan all = PolicyPresets.Find("all")!;
        ReplicationKey[] keys =
        [
            Key,
            ReplicationKey.Of(Village, 2),
            ReplicationKey.Of(Village, 1, "another engine"),
            ReplicationKey.Of(Village with { HorizonDays = 61 }, 1),
            ReplicationKey.Of(Village with { BurnInDays = 179 }, 1),
            ReplicationKey.Of(Village with { Policies = [all] }, 1),
            ReplicationKey.Of(Village with { Policies = [all, all] }, 1),
            ReplicationKey.Of(Village with { StatusQuo = all }, 1),
            ReplicationKey.Of(Village with { Policies = [Moved(all, new Place.Share(.5))] }, 1),
            ReplicationKey.Of(Village with { Policies = [Moved(all, new Place.Share(.25))] }, 1),
            ReplicationKey.Of(Village with { Policies = [Moved(all, new Place.Estates([new(0)]))] }, 1),
            ReplicationKey.Of(Village with { Shocks = [shock] }, 1),
            ReplicationKey.Of(Village with { Shocks = [shock with { Severity = .5 }] }, 1),
            ReplicationKey.Of(Village with { Prices = Prices.Default.With("event", 7) }, 1),
            ReplicationKey.Of(Village with { Town = Village.Town with { CityPopulation = 9 } }, 1),
            ReplicationKey.Of(
                Village with { Town = Village.Town with { Estates = [Village.Town.Estates[0] with { Floors = 3 }] } },
                1),
            ReplicationKey.Of(Village with { Calendar = new Calendar(Village.Calendar.Start, 180, []) }, 1),
            ReplicationKey.Of(
                Village with { Calendar = new Calendar(Village.Calendar.Start.AddDays(1), 180, Holidays.Table) }, 1),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Every_parameter_changes_it()
    {
        var keys = new HashSet<ReplicationKey> { Key };
        foreach (PropertyInfo property in typeof(Parameters).GetProperties()
                     .Where(p => p.GetCustomAttribute<ParameterAttribute>() is not null))
        {
            Parameters changed = new Parameters() with { };
            object value = property.GetValue(changed)!;
            property.SetValue(changed, value is int whole ? whole + 1 : (object)((double)value + .001));
            Assert.True(keys.Add(ReplicationKey.Of(Village with { Parameters = changed }, 1)), property.Name);
        }
        Assert.True(keys.Count > 100);
    }

    private static PolicyPlan Moved(PolicyPlan plan, Place place) =>
        plan with { Steps = [.. plan.Steps.Select(s => s with { Place = place })] };
}
