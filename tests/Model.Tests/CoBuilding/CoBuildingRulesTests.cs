using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class CoBuildingRulesTests
{
    /// <summary>Claim 0: under no policy no message from canteen, hub, rota, partner, coach or a whistle.</summary>
    [Fact]
    public void Without_policy_only_the_hotline_and_the_departments_speak()
    {
        using var town = new CoTown(estates: 2);
        town.RunDays(60);
        Kind[] always = [Kind.HotlineCall, Kind.HotlineCase, Kind.CaseRouted, Kind.DepartmentDone];
        for (int kind = (int)Kind.HotlineCall; kind < 220; kind++)
        {
            if (!always.Contains((Kind)kind)) Assert.Equal(0, town.Sent((Kind)kind));
        }
    }

    /// <summary>Everything on at once: a season passes without a message that nobody has a rule for.</summary>
    [Fact]
    public void With_everything_on_a_season_passes()
    {
        using var town = new CoTown(estates: 3, levers:
        [
            (Lever.RotaDays, 5), (Lever.CleanUps, 1), (Lever.Publicity, 1), (Lever.Partners, 10),
            (Lever.CommunityCommittee, 1), (Lever.SubdistrictCommittee, 1), (Lever.Whistle, 2),
            (Lever.Canteens, 1), (Lever.MealSubsidy, 3), (Lever.CircleSites, 3), (Lever.CoachingHours, 4),
            (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 35),
        ]);
        town.RunDays(90);
        Assert.True(town.Sent(Kind.RotaPromised) > 0 && town.Sent(Kind.PartnerHours) > 0);
        Assert.True(town.Sent(Kind.RoutesSet) > 0 && town.Sent(Kind.MealTaken) > 0);
    }

    /// <summary>Rule 9 across estates: where only the next estate has a canteen, meals are ordered by mail.</summary>
    [Fact]
    public void Elders_eat_in_the_next_estate_by_mail()
    {
        using var town = new CoTown(
            estates: 2, place: new Place.Estates([new NeighborhoodId(0)]),
            levers: [(Lever.Canteens, 1), (Lever.MealSubsidy, 8)]);
        town.RunDays(30);
        Assert.True(town.Sent(Kind.MealReserved) > 30);
        Assert.Contains(town.Records, r => r.Kind == (ushort)Event.Ate && town.Roster(1).SlotOf(r.Actor) >= 0);
    }
}
