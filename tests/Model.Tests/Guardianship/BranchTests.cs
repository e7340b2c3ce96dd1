using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>The tree branch → building groups → heads, visits and checks.</summary>
public class BranchTests
{
    private static readonly (Lever, double)[] Full =
    [
        (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 25), (Lever.CenterHouseholds, 1),
        (Lever.IdentityShown, 1),
    ];

    [Fact]
    public void Each_building_gets_its_heads_and_residents_are_shown_who_they_are()
    {
        using var town = new GuardedTown(levers: Full);
        town.RunDays(3);
        // Six buildings of 50 households: two heads and one center household each, some still vacant.
        Assert.InRange(town.Count(Event.HeadAppointed), 12, 18);
        Assert.True(town.Sent(Kind.HeadShown) >= 600);
        Assert.Equal(town.Count(Event.HeadAppointed), town[Metric.HeadsAppointed]);
    }

    [Fact]
    public void Identity_is_shown_only_by_its_lever()
    {
        using var town = new GuardedTown(levers: [.. Full.Where(l => l.Item1 != Lever.IdentityShown)]);
        town.RunDays(3);
        Assert.True(town.Count(Event.HeadAppointed) > 0);
        Assert.Equal(0, town.Sent(Kind.HeadShown));
    }

    [Fact]
    public void Support_reaches_a_nested_share_of_the_buildings()
    {
        int some = 0, all = 0;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            HashSet<int> few = Covered(seed, 0.4), many = Covered(seed, 1);
            Assert.Subset(many, few);
            some += few.Count;
            all += many.Count;
        }
        Assert.InRange(some / (double)all, 0.2, 0.5);
    }

    /// <summary>Six hours a week at full support (section 5), given by activists or counted as missing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(.5)]
    public void The_branch_s_own_work_is_done_by_its_people(double support)
    {
        using var town = new GuardedTown(
            branchWork: true, levers: [(Lever.Branches, 1), (Lever.BranchSupport, support)]);
        town.RunDays(30 * 7);
        Assert.Equal(
            (long)(30 * 360 * support), town[Metric.PlannedMinutes] + town[Metric.PlannedMinutesUnfilled]);
        Assert.InRange(town[Metric.PlannedMinutes], 30 * 360 * support * .6, 30 * 360 * support);
        HashSet<uint> givers =
        [
            .. town.Records.Where(r => r.Kind == (ushort)Event.DutyTaken && r.D == (uint)DutySort.BranchWork)
                .Select(r => r.Actor.Value),
        ];
        Assert.True(givers.Count > 10, $"{givers.Count} people");
        Assert.All(givers, g => Assert.True(town.Roster.Residents[(int)g].Is(Trait.Activist)));
    }

    [Fact]
    public void Heads_give_their_hour_each_week()
    {
        using var town = new GuardedTown(
            parameters: new Parameters { QuitHazard = 0.004 }, levers: Full);
        town.RunDays(63);
        // 14 to 18 posts, nine weeks; who is busy or out tries again an hour later, until nine in the evening.
        Assert.InRange(town.Sent(Kind.HeadDuty), 8 * 14, 5 * 9 * 18);
        Assert.InRange(town[Metric.VolunteerMinutes], 60 * 8 * 14 * 3 / 4, 60 * 9 * 18);
        Assert.True(town.Sent(Kind.Greeted) > 0);
    }

    [Fact]
    public void Who_gives_up_is_replaced()
    {
        using var town = new GuardedTown(
            parameters: new Parameters { QuitHazard = 0.1, AcceptPost = 0.8 }, levers: Full);
        town.RunDays(84);
        int left = town.Count(Event.HeadLeft);
        Assert.True(left > 5);
        Assert.InRange(town.Count(Event.HeadAppointed) - left, 10, 18);
    }

    [Fact]
    public void Elders_living_alone_are_visited_as_often_as_the_lever_says()
    {
        using var town = new GuardedTown(levers: [.. Full, (Lever.Visits, 2)]);
        town.RunDays(140);
        // 60 elders, two visits a week, 20 weeks: 2,400 due.
        long due = town.Sent(Kind.VisitDue);
        Assert.InRange(due, 2300, 2400);
        Assert.InRange(town[Metric.Visits], due / 2, due);
        Assert.Equal(town[Metric.Visits], town.Sent(Kind.NeedFound));
        Assert.InRange(town[Metric.Visits] + town[Metric.VisitsUnfilled], due - 70, due);
    }

    [Fact]
    public void A_fraction_of_visits_is_a_share_of_the_weeks()
    {
        using var town = new GuardedTown(levers: [.. Full, (Lever.Visits, 0.5)]);
        town.RunDays(140);
        Assert.InRange(town.Sent(Kind.VisitDue), 500, 700);
    }

    [Fact]
    public void At_a_festival_everybody_living_alone_is_visited()
    {
        Holiday festival = new(new DateOnly(2024, 1, 20), "festival", true);
        Holiday holiday = new(new DateOnly(2024, 1, 27), "holiday", false);
        using var town = new GuardedTown(
            holidays: [festival, holiday], levers: [.. Full, (Lever.FestivalVisits, 1)]);
        town.RunDays(30);
        Assert.Equal(60, town.Sent(Kind.VisitDue));
        Assert.True(town[Metric.Visits] > 30);
    }

    /// <summary>Two festivals in one week are two visits, each at a minute of its own.</summary>
    [Fact]
    public void Two_festivals_of_a_week_are_two_visits()
    {
        // 2024-01-01 is day 0: days 16 and 18 are in the week of day 14.
        using var town = new GuardedTown(
            holidays: [new(new DateOnly(2024, 1, 17), "one", true), new(new DateOnly(2024, 1, 19), "two", true)],
            levers: [.. Full, (Lever.FestivalVisits, 1)]);
        town.RunDays(24);
        Assert.Equal(2 * 60, town.Sent(Kind.VisitDue));
        var first = new Chance(town.Seed);
        uint one = VisitPlan.Festival(new Day(16)), two = VisitPlan.Festival(new Day(18));
        Assert.NotEqual(one, two);
        int same = town.Roster.EldersAlone.Count(e => Minute(one, e) == Minute(two, e));
        Assert.True(same < 5, $"{same} elders at the same minute");

        int Minute(uint occasion, int elder) => (int)(600 * first.Uniform(
            town.Roster.Resident(elder).Value, occasion, (uint)Purpose.VisitTime, 1));
    }

    [Fact]
    public void Who_is_missed_is_looked_after()
    {
        using var town = new GuardedTown(levers: Full);
        town.RunDays(4);
        town.Town.Advance(new Day(4).At(18));
        town.Submit(town.Roster.Organization(OrganizationSlot.Branch), Kind.CheckOn, 20);
        town.RunDays(2);
        Assert.Equal(1, town[Metric.Checks] + town[Metric.VisitsUnfilled]);
        Assert.Contains(town.Records, r => r.Kind == (ushort)Event.Visited && r.Actor == new ActorId(20));
    }

    [Fact]
    public void Two_branches_split_the_buildings()
    {
        using var town = new GuardedTown(levers:
            [(Lever.Branches, 2), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 25), (Lever.Visits, 1)]);
        town.RunDays(1);
        Assert.Equal(6, town.Sent(Kind.GroupMandate));
        Assert.InRange(town.Sent(Kind.VisitDue), 55, 60);
    }

    [Fact]
    public void When_the_branch_closes_heads_are_released_and_their_notices_taken_down()
    {
        using var town = new GuardedTown(until: 10, levers: Full);
        town.RunDays(10);
        int heads = town.Count(Event.HeadAppointed) - town.Count(Event.HeadLeft);
        long shown = town.Sent(Kind.HeadShown);
        town.RunDays(5);
        Assert.Equal(heads, town.Sent(Kind.HeadReleased));
        Assert.Equal(600, town.Sent(Kind.HeadShown) - shown);
    }

    private static HashSet<int> Covered(ulong seed, double support)
    {
        using var town = new GuardedTown(
            residents: 120, seed: seed, parameters: new Parameters { AcceptPost = 50 },
            levers: [(Lever.Branches, 1), (Lever.BranchSupport, support), (Lever.HouseholdsPerHead, 80)]);
        town.RunDays(2);
        return [.. town.Records.Where(r => r.Kind == (ushort)Event.HeadAppointed).Select(r => (int)r.Actor.Value)];
    }
}
