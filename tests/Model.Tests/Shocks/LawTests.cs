using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.Shocks;

/// <summary>The laws under shocks and policies, on the whole model.</summary>
public class LawTests
{
    private static readonly Place.City City = new();

    private static readonly Shock[] Shocks =
    [
        new(ShockKind.Heat, 2, 0, 4 * 24, 1, City), new(ShockKind.Typhoon, 8, 14, 24, .7, City),
        new(ShockKind.Lockdown, 12, 0, 14 * 24, 1, City), new(ShockKind.GasWorks, 5, 8, 75 * 24, 1, City),
    ];

    [Fact]
    public void Base_needs_are_the_same_with_and_without_shocks()
    {
        (HashSet<(uint, uint)> calm, _) = Needs([], "none");
        (HashSet<(uint, uint)> shocked, long caused) = Needs(Shocks, "none");
        Assert.Equal(calm.Order(), shocked.Order());
        Assert.True(caused > 500, $"{caused} needs of shocks");
    }

    [Fact]
    public void Needs_of_shocks_are_the_same_under_every_policy()
    {
        (HashSet<(uint, uint)> none, long fewer) = Needs(Shocks, "none");
        (HashSet<(uint, uint)> all, long caused) = Needs(Shocks, "guardianship");
        Assert.Equal(none.Order(), all.Order());
        Assert.Equal(fewer, caused);
    }

    /// <summary>Cut in mid-day, in heat and lockdown, saved and gone on from in a new town: the same digest.</summary>
    [Fact]
    public void A_run_goes_on_from_a_cut_in_the_middle_of_a_day()
    {
        Scenario scenario = Scene(Shocks, "guardianship");
        using var through = new Town(new NearNeighborModel(scenario, 3), threads: 1);
        through.Advance(new Day(16).Start);
        foreach (Minute cut in new[] { new Day(3).At(9, 15), new Day(13).At(17, 30) })
        {
            using var first = new Town(new NearNeighborModel(scenario, 3), threads: 1);
            first.Advance(cut);
            using var second = new Town(new NearNeighborModel(scenario, 3), threads: 1);
            second.Load(first.Save());
            second.Advance(new Day(16).Start);
            Assert.Equal(through.Digest(), second.Digest());
        }
    }

    [Fact]
    public void The_reserve_and_the_cool_room_help()
    {
        static long[] Run(string policy)
        {
            var day = new long[IndicatorCatalog.Count];
            using var town = new Town(new NearNeighborModel(Scene(Shocks, policy), 5), threads: 1)
            {
                VerifyInvariants = true,
                DayEnded = (_, integers) => integers.Span.CopyTo(day),
            };
            town.Advance(new Day(28).Start);
            return day;
        }

        long[] none = Run("none"), all = Run("guardianship");
        int supply = IndicatorCatalog.Need(NeedKind.Supply, 0, NeedCount.OnTime);
        Assert.True(all[supply] > none[supply], $"supplies in time: {none[supply]}, with policies {all[supply]}");
        int heat = IndicatorCatalog.Of(Metric.HeatHazardPpb);
        Assert.True(all[heat] < none[heat], $"heat hazard: {none[heat]}, with policies {all[heat]}");
        Assert.Equal(0, none[IndicatorCatalog.Of(Metric.ReserveDaysGiven)]);
        Assert.True(all[IndicatorCatalog.Of(Metric.ReserveDaysGiven)] > 0);
        Assert.Equal(0, none[IndicatorCatalog.Of(Metric.CostFen)]);
        Assert.True(all[IndicatorCatalog.Of(Metric.CostFen)] > 0);
    }

    /// <summary>Base needs as (resident, need), and how many needs the shocks caused.</summary>
    private static (HashSet<(uint Who, uint Need)> Base, long Caused) Needs(Shock[] shocks, string policy)
    {
        using var town = new Town(new NearNeighborModel(Scene(shocks, policy), 3), threads: 1);
        foreach (Neighborhood n in town.Neighborhoods) n.Recording = true;
        town.Advance(new Day(28).Start);
        var records = new List<Record>();
        foreach (Neighborhood n in town.Neighborhoods) n.DrainRecords(records);
        Record[] arose = [.. records.Where(r => r.Kind == (ushort)Event.NeedArose)];
        return ([.. arose.Where(r => !new NeedKey(r.A).FromShock).Select(r => (r.Actor.Value, r.A))],
            arose.Count(r => new NeedKey(r.A).FromShock));
    }

    private static Scenario Scene(Shock[] shocks, string policy) => new()
    {
        Name = "shocked",
        Town = TownPlans.OldEstate(),
        HorizonDays = 60,
        BurnInDays = 0,
        Calendar = new Calendar(new DateOnly(2024, 7, 1), 0, Holidays.Table),
        Shocks = shocks,
        Policies = [PolicyPresets.Find(policy)!],
    };
}
