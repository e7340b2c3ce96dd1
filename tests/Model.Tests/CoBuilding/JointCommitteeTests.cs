using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class JointCommitteeTests
{
    /// <summary>
    /// A community of three estates: what two hand in reaches the third, which was short; nothing is made or lost
    /// (the hub's invariant, checked each midnight).
    /// </summary>
    [Fact]
    public void Spare_hours_reach_who_was_short()
    {
        int alone = Served();
        int pooled = Served((Lever.CommunityCommittee, 1));
        Assert.True(pooled >= alone + 2, $"{pooled} served with the committee, {alone} without");
    }

    [Fact]
    public void Without_the_lever_nobody_writes_to_a_committee()
    {
        using var town = new CoTown(estates: 2, levers: [(Lever.Partners, 5), (Lever.Whistle, 2)]);
        town.RunDays(20);
        Assert.Equal(0, town.Sent(Kind.PoolReport) + town.Sent(Kind.PoolShare) + town.Sent(Kind.RoutesAsked));
    }

    private static int Served(params (Lever, double)[] more)
    {
        var p = new Parameters { PartnerHours = 1, PartnerHoursPerEstate = 1, MatchStart = 1, MatchGain = 0 };
        using var town = new CoTown(estates: 3, parameters: p, levers: [(Lever.Partners, 4), .. more]);
        town.RunDays(2);
        for (int i = 0; i < 40; i++) town.Order(OrganizationSlot.PartnerDesk, i, Errand(2, i));
        town.RunDays(4);
        for (int i = 40; i < 80; i++) town.Order(OrganizationSlot.PartnerDesk, i, Errand(6, i));
        town.RunDays(2);
        return Enumerable.Range(0, 40).Count(i => town.HelpCame(i, Errand(2, i)) is not null)
            + Enumerable.Range(40, 40).Count(i => town.HelpCame(i, Errand(6, i)) is not null);
    }

    private static NeedKey Errand(int day, int i) => new(NeedKind.Errand, new Day(day), i % 8);
}
