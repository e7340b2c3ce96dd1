using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

/// <summary>What holds of a whole estate and of no single rule.</summary>
public class MechanismTests
{
    /// <summary>
    /// Rows and queues have their sizes after some weeks: a month more needs next to no memory, but for a day on
    /// which the array of ties grows.
    /// </summary>
    [Theory]
    [InlineData("none")]
    [InlineData("all")]
    public void A_warm_estate_allocates_next_to_nothing(string policy)
    {
        using var town = new Town(new NearNeighborModel(Villages.Scene(policy, TownPlans.Estate()), 7), threads: 1);
        town.Advance(new Day(60).Start);
        long delivered = town.Delivered;
        var bytes = new long[30];
        for (int day = 0; day < bytes.Length; day++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            town.Advance(new Day(61 + day).Start);
            bytes[day] = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.True(town.Delivered - delivered > 20_000);
        double perResident = (bytes.Sum() - bytes.Max()) / 1400.0;
        Assert.True(perResident < 100, $"{perResident:f1} bytes per resident in 30 days");
    }

    /// <summary>Who controls an organization may decline its orders: they go to the next on the route.</summary>
    [Fact]
    public void An_organization_s_controller_may_decline_orders()
    {
        static long Refused(uint? choice)
        {
            using Town town = Villages.Open(Villages.Scene("none", Villages.Of(1)));
            Roster roster = ((EstatePopulation)town.Neighborhoods[0].Population).Roster;
            town.Neighborhoods[0].Control(roster.Organization(OrganizationSlot.PropertyManager), true);
            while (!town.Advance(new Day(30).Start))
            {
                foreach (Decision open in town.OpenDecisions.ToArray()) town.Decide(open, choice);
            }
            Assert.NotEmpty(town.Journal.Decisions);
            ReadOnlySpan<long> day = town.Neighborhoods[0].Daily;
            return day[IndicatorCatalog.Of(Metric.OrdersRefused)];
        }

        Assert.True(Refused(0) > Refused(null) + 3);
        Assert.Equal(Refused(1), Refused(null));
    }

    /// <summary>Two who order in the same minute put two questions.</summary>
    [Fact]
    public void Each_order_of_one_minute_is_a_decision_of_its_own()
    {
        using Town town = Villages.Open(Villages.Scene("none", Villages.Of(1)));
        Roster roster = ((EstatePopulation)town.Neighborhoods[0].Population).Roster;
        town.Advance(new Day(1).At(9));
        for (int slot = 0; slot < 60; slot++)
        {
            town.Submit(
                roster.Resident(slot), (byte)Kind.NeedArises, new NeedKey(NeedKind.Repair, new Day(1), 7).Value);
        }
        town.Neighborhoods[0].Control(roster.Organization(OrganizationSlot.PropertyManager), true);
        var decided = new HashSet<Decision>();
        while (!town.Advance(new Day(1).At(9, 15)))
        {
            foreach (Decision open in town.OpenDecisions.ToArray())
            {
                Assert.True(decided.Add(open));
                town.Decide(open, 0);
            }
        }
        Assert.True(decided.Count > 10, $"{decided.Count} orders");
        town.Advance(new Day(2).Start);
        Assert.True(town.Neighborhoods[0].Daily[IndicatorCatalog.Of(Metric.OrdersRefused)] >= decided.Count);
    }
}
