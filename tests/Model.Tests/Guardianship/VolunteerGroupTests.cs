using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>Rule 6: a group of five grows or shrinks with the branch's support.</summary>
public class VolunteerGroupTests
{
    private static double MeanMembersAfterAYear(double support, int seeds)
    {
        double sum = 0;
        for (ulong seed = 1; seed <= (ulong)seeds; seed++)
        {
            using var town = new GuardedTown(seed: seed,
                levers: [(Lever.Branches, 1), (Lever.BranchSupport, support)]);
            town.RunDays(364);
            sum += town.Members(OrganizationSlot.HelpGroup);
        }
        return sum / seeds;
    }

    [Fact]
    public void A_help_group_of_five_grows_to_thirty_with_full_support() =>
        Assert.InRange(MeanMembersAfterAYear(1, 12), 25, 40);

    [Fact]
    public void It_stays_small_with_little_support_and_shrinks_without()
    {
        Assert.InRange(MeanMembersAfterAYear(0.3, 8), 5, 15);
        Assert.InRange(MeanMembersAfterAYear(0, 8), 1, 4.9);
    }

    [Fact]
    public void Five_found_each_group_that_a_lever_opens_and_no_other()
    {
        using var town = new GuardedTown(levers:
            [(Lever.Branches, 1), (Lever.SortingHours, 4), (Lever.WomensHours, 4)]);
        town.RunDays(1);
        Assert.Equal(5, town.Members(OrganizationSlot.HelpGroup));
        Assert.Equal(5, town.Members(OrganizationSlot.SortingTeam));
        Assert.Equal(5, town.Members(OrganizationSlot.WomensTeam));
        Assert.Equal(0, town.Members(OrganizationSlot.TreeTeam));
        uint women = town.Roster.Organization(OrganizationSlot.WomensTeam).Value;
        Assert.All(
            town.Records.Where(r => r.Kind == (ushort)Event.Joined && r.B == women),
            r => Assert.True(town.Roster.Residents[r.Actor.Value].Is(Trait.Woman)));
    }

    [Fact]
    public void Quits_follow_the_hazard()
    {
        var eager = new Parameters { QuitHazard = 0.2 };
        int quits = 0, weeks = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            using var town = new GuardedTown(seed: seed, parameters: eager, levers: [(Lever.Branches, 1)]);
            town.RunDays(21);
            quits += town.Count(Event.Quit);
            weeks += (int)town.Sent(Kind.MemberWeek);
        }
        // 1 − e^(−.2) = .181 of the member-weeks; three weeks of five members and forty estates.
        Assert.InRange(quits / (double)weeks, 0.13, 0.23);
    }

    [Fact]
    public void When_the_lever_closes_the_group_is_dissolved()
    {
        using var town = new GuardedTown(until: 30, levers: [(Lever.Branches, 1), (Lever.BranchSupport, 1)]);
        town.RunDays(60);
        Assert.True(town.Sent(Kind.MemberReleased) >= 4);
        long weeks = town.Sent(Kind.MemberWeek), asks = town.Sent(Kind.JoinAsked);
        town.RunDays(30);
        Assert.Equal((weeks, asks), (town.Sent(Kind.MemberWeek), town.Sent(Kind.JoinAsked)));
    }

    [Fact]
    public void Under_no_policy_nobody_of_branch_head_or_team_says_a_word()
    {
        using var town = new GuardedTown();
        town.RunDays(60);
        for (Kind kind = Kind.GroupMandate; kind <= Kind.CheckOn; kind++) Assert.Equal(0, town.Sent(kind));
        Assert.Equal(0, town[Metric.VolunteerMinutes]);
    }
}
