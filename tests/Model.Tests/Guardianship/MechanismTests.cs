using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>
/// The second pillar keeps within its part of the 600 messages a resident and year, even where a tenth live alone.
/// </summary>
public class MechanismTests
{
    [Fact]
    public void The_whole_pillar_sends_fewer_than_120_messages_a_resident_and_year()
    {
        using var town = new GuardedTown(residents: 1404, levers:
        [
            (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 35), (Lever.CenterHouseholds, 1),
            (Lever.IdentityShown, 1), (Lever.Visits, 2), (Lever.SortingHours, 10), (Lever.TreeHours, 10),
            (Lever.WomensHours, 10), (Lever.MarshalHours, 10), (Lever.HomeServiceHours, 10), (Lever.Consultation, 1),
        ]);
        town.RunDays(182);
        long sent = 0;
        for (Kind kind = Kind.GroupMandate; kind <= Kind.CheckOn; kind++) sent += town.Sent(kind);
        Assert.InRange(2.0 * sent / town.Roster.Residents.Length, 10, 120);
    }
}
