using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.Indicators;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>Orders to a group: offered one by one, served by priority, within the week's hours.</summary>
public class TeamOrdersTests
{
    private static readonly (Lever, double)[] Branch = [(Lever.Branches, 1), (Lever.BranchSupport, 1)];

    private static uint Key(NeedKind kind, int day, int ordinal = 0) => new NeedKey(kind, new Day(day), ordinal).Value;

    [Fact]
    public void An_order_is_offered_taken_and_the_helper_arrives()
    {
        using var town = new GuardedTown(levers: Branch);
        town.RunDays(5);
        town.Town.Advance(new Day(5).At(17));
        uint need = Key(NeedKind.Errand, 5);
        town.Submit(town.Roster.Resident(20), Kind.NeedArises, need);
        town.Submit(town.Roster.Organization(OrganizationSlot.HelpGroup), Kind.Order, need, 0, 21);
        town.RunDays(2);
        Assert.Equal(1, town[Metric.OrdersServed] + town[Metric.OrdersUnfilled]);
        Assert.Equal(town[Metric.OrdersServed], town.Sent(Kind.OrderAccepted));
        Assert.True(town.Sent(Kind.Duty) >= 1);
        Assert.Equal(town.Sent(Kind.Duty), town.Sent(Kind.DutyTaken) + town.Sent(Kind.DutyDeclined));
        if (town[Metric.OrdersServed] == 1)
        {
            Assert.Contains(
                town.Records, r => r.Kind == (ushort)Event.HelpArrived && r.A == need && r.Actor.Value == 20);
            Assert.Contains(town.Records, r => r.Kind == (ushort)Event.Thanked && r.A == need && r.B == 20);
        }
    }

    [Fact]
    public void When_hours_are_short_care_comes_before_errands()
    {
        int care = 0, errands = 0;
        for (ulong seed = 1; seed <= 12; seed++)
        {
            using var town = new GuardedTown(
                seed: seed, parameters: new Parameters { HelpGroupHoursPerMember = 0.6, RespondDuty = 5 },
                levers: Branch);
            town.RunDays(5);
            town.Town.Advance(new Day(5).At(18));
            for (uint i = 0; i < 10; i++)
            {
                NeedKind kind = i % 2 == 0 ? NeedKind.Errand : NeedKind.Care;
                town.Submit(
                    town.Roster.Organization(OrganizationSlot.HelpGroup), Kind.Order, Key(kind, 5, (int)i / 2), 0,
                    (20 + (10 * i)) + 1);
            }
            town.RunDays(1);
            foreach (var r in town.Records.Where(r => r.Kind == (ushort)Event.DutyTaken))
            {
                if (new NeedKey(r.A).Kind == NeedKind.Care) care++;
                else errands++;
            }
        }
        Assert.True(care > 2 * errands, $"{care} cares, {errands} errands");
        Assert.True(care > 12);
    }

    [Fact]
    public void What_nobody_can_serve_is_refused_and_counted()
    {
        using var town = new GuardedTown(
            parameters: new Parameters { RespondDuty = 0 }, levers: Branch);
        town.RunDays(1);
        town.Submit(town.Roster.Organization(OrganizationSlot.HelpGroup), Kind.Order, Key(NeedKind.Care, 1), 0, 21);
        town.RunDays(3);
        Assert.Equal(1, town[Metric.OrdersUnfilled]);
        Assert.Equal(1, town.Sent(Kind.OrderRefused));
        Assert.InRange(town.Sent(Kind.Duty), 5, 5 * 10);
    }

    [Fact]
    public void Under_lockdown_home_services_go_from_building_to_building_and_others_do_not()
    {
        int ServedAcross(bool home)
        {
            OrganizationSlot team = home ? OrganizationSlot.HomeServiceTeam : OrganizationSlot.HelpGroup;
            var lockdown = new Shock(ShockKind.Lockdown, 2, 0, 14 * 24, 1, new Place.City());
            using var town = new GuardedTown(
                shock: lockdown, parameters: new Parameters { RespondDuty = 5 },
                levers: [.. Branch, (Lever.HomeServiceHours, home ? 20 : 0)]);
            town.RunDays(3);
            for (uint i = 0; i < 6; i++)
                town.Submit(town.Roster.Organization(team), Kind.Order, Key(NeedKind.Care, 3), 0, (100 * i) + 20 + 1);
            town.RunDays(4);
            return town.Records
                .Where(r => r.Kind == (ushort)Event.DutyTaken && r.A == Key(NeedKind.Care, 3))
                .Count(r => town.Roster.Residents[r.Actor.Value].Building != town.Roster.Residents[r.B].Building);
        }

        Assert.True(ServedAcross(home: true) > 0);
        Assert.Equal(0, ServedAcross(home: false));
    }

    [Fact]
    public void Priorities_put_life_and_limb_first_and_visits_last()
    {
        byte[] order =
        [
            DutySorts.Priority(DutySort.Need, Key(NeedKind.Emergency, 1)),
            DutySorts.Priority(DutySort.Need, Key(NeedKind.Supply, 1)),
            DutySorts.Priority(DutySort.Need, Key(NeedKind.Care, 1)),
            DutySorts.Priority(DutySort.Need, Key(NeedKind.Errand, 1)),
            DutySorts.Priority(DutySort.Visit, 7),
        ];
        Assert.Equal(order.Order(), order);
        Assert.Equal(order.Distinct(), order);
        Assert.Equal(0, DutySorts.Priority(DutySort.Check, 7));
    }

    [Fact]
    public void The_top_third_of_the_years_first_members_gives_most_of_the_hours()
    {
        var shares = new List<double>();
        for (ulong seed = 1; seed <= 6; seed++)
        {
            using var town = new GuardedTown(seed: seed, levers:
                [.. Branch, (Lever.Visits, 2), (Lever.HouseholdsPerHead, 35)]);
            town.RunDays(270);
            uint group = town.Roster.Organization(OrganizationSlot.HelpGroup).Value;
            var members = new HashSet<uint>();
            foreach (var r in town.Records)
            {
                if (r.B == group && r.Kind == (ushort)Event.Joined) members.Add(r.Actor.Value);
                if (r.B == group && r.Kind == (ushort)Event.Quit) members.Remove(r.Actor.Value);
            }
            int before = town.Records.Count;
            town.RunDays(364);
            var minutes = members.ToDictionary(m => m, _ => 0L);
            foreach (var r in town.Records.Skip(before).Where(r => r.Kind == (ushort)Event.DutyTaken))
            {
                if (minutes.ContainsKey(r.Actor.Value)) minutes[r.Actor.Value] += r.C;
            }
            long[] sorted = [.. minutes.Values.OrderDescending()];
            shares.Add(sorted.Take((sorted.Length + 2) / 3).Sum() / (double)sorted.Sum());
        }
        Assert.InRange(shares.Average(), 0.6, 0.95);
    }
}
