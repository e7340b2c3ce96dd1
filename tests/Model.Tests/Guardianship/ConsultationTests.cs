using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>Door to door: branch → building groups → heads → households, and back to the owners' committee.</summary>
public class ConsultationTests
{
    private static readonly (Lever, double)[] Full =
    [
        (Lever.Branches, 1), (Lever.BranchSupport, 1), (Lever.HouseholdsPerHead, 25), (Lever.Consultation, 1),
    ];

    private static GuardedTown Consult(params (Lever, double)[] levers)
    {
        var town = new GuardedTown(parameters: new Parameters { AcceptPost = 50 }, levers: levers);
        town.RunDays(2);
        town.Submit(town.Roster.Organization(OrganizationSlot.Branch), Kind.ConsultAsked, 7);
        town.RunDays(20);
        return town;
    }

    [Fact]
    public void Households_are_asked_and_each_building_reports()
    {
        using GuardedTown town = Consult(Full);
        // 300 households; a head does not knock at home, and some are out when it knocks.
        Assert.InRange(town[Metric.DoorsConsulted], 150, 299);
        Assert.Equal(town[Metric.DoorsConsulted], town.Sent(Kind.Opinion));
        Assert.Equal(6, town.Sent(Kind.ConsultationResult));
        Assert.Equal(
            town[Metric.DoorsConsulted],
            town.Records.Where(r => r.Kind == (ushort)Event.ConsentReported).Sum(r => r.D));
    }

    [Fact]
    public void A_door_costs_its_head_eighteen_minutes()
    {
        using GuardedTown town = Consult(Full);
        long heads = 60 * town.Sent(Kind.HeadDuty);
        long doors = 18 * town.Sent(Kind.Consult);
        Assert.InRange(town[Metric.VolunteerMinutes], doors, doors + heads);
    }

    [Fact]
    public void Without_its_lever_nobody_knocks()
    {
        using GuardedTown town = Consult([.. Full.Where(l => l.Item1 != Lever.Consultation)]);
        Assert.Equal(0, town.Sent(Kind.Consult));
    }

    [Fact]
    public void Before_works_households_are_consulted()
    {
        var works = new Shock(ShockKind.GasWorks, 2, 0, 28 * 24, 1, new Place.City());
        using var town = new GuardedTown(
            parameters: new Parameters { AcceptPost = 50 }, shock: works, levers: Full);
        town.RunDays(21);
        Assert.Equal(6, town.Sent(Kind.ConsultationResult));
    }
}
