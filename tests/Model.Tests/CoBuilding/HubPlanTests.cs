using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class HubPlanTests
{
    [Fact]
    public void An_estates_twenty_places_are_twenty_partners()
    {
        var plan = new HubPlan(Town(100));
        Assert.Equal(256, plan.Partners);
        for (uint desk = 0; desk < 200; desk++)
        {
            int[] partners = [.. Enumerable.Range(0, HubPlan.PartnersPerEstate)
                .Select(place => plan.PartnerAt(new ActorId(desk), place, new Chance(1)))];
            Assert.Equal(HubPlan.PartnersPerEstate, partners.Distinct().Count());
            Assert.All(partners, i => Assert.True(plan.IsPartner(i)));
        }
    }

    [Fact]
    public void Committees_follow_the_partners()
    {
        var plan = new HubPlan(Town(10));
        Assert.Equal(plan.Partners + 5 + 2, plan.Actors);
        Assert.Equal(plan.Partners + 4, plan.CommunityCommittee(4));
        Assert.Equal(plan.Partners + 5 + 1, plan.SubdistrictCommittee(1));
    }

    private static TownPlan Town(int estates) => new()
    {
        Name = "t",
        Provenance = Provenance.Synthetic,
        CensusYear = 2020,
        Districts = ["d"],
        Estates = [.. Enumerable.Range(0, estates).Select(i => new EstatePlan
        {
            Name = $"{i}", Population = 10, Households = 5, Buildings = 1, Over60 = 2, Community = i / 2,
            Subdistrict = i / 5,
        })],
    };
}
