using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class PartnerDeskTests
{
    private static readonly Parameters P = new();

    /// <summary>Rule 12: .5 + .4(1 − e^(−age/3 y)); claim 20: six years beat a new partnership.</summary>
    [Fact]
    public void Match_quality_grows_with_age()
    {
        Assert.Equal(0.5, PartnerDesk.MatchQuality(0, P), 1e-12);
        Assert.Equal(0.5 + (0.4 * (1 - Math.Exp(-1))), PartnerDesk.MatchQuality(3 * 365, P), 1e-12);
        Assert.Equal(0.5 + (0.4 * (1 - Math.Exp(-2))), PartnerDesk.MatchQuality(6 * 365, P), 1e-12);
    }

    /// <summary>Burt: of ten lapsed edges nine are gone after a year of weekly draws.</summary>
    [Fact]
    public void Nine_of_ten_lapsed_edges_are_gone_in_a_year() =>
        Assert.Equal(0.1, Math.Pow(1 - PartnerDesk.LapsedGonePerWeek, 365 / 7.0), 1e-3);

    /// <summary>Fresh partners fit half of the orders (rule 12), as far as hours reach.</summary>
    [Fact]
    public void New_partners_fit_half_of_the_time()
    {
        var p = new Parameters { PartnerHours = 16, PartnerHoursPerEstate = 4, MatchYears = 1000 };
        using var town = new CoTown(levers: [(Lever.Partners, 20)], parameters: p);
        town.RunDays(3);
        int served = 0, asked = 0;
        for (int day = 3; day < 23; day++)
        {
            for (int i = 0; i < 10; i++) town.Order(OrganizationSlot.PartnerDesk, i, Errand(day, i));
            town.RunDays(1);
            asked += 10;
        }
        town.RunDays(2);
        for (int day = 3; day < 23; day++)
            served += Enumerable.Range(0, 10).Count(i => town.HelpCame(i, Errand(day, i)) is not null);
        // The status quo's partnerships have a keyed age, but with τ = 1,000 y none has grown by a third of .4.
        Assert.InRange(served / (double)asked, 0.45, 0.75);
    }

    /// <summary>Hours are asked for and promised by mail; nobody serves before, and never beyond the hours.</summary>
    [Fact]
    public void Hours_are_finite()
    {
        var p = new Parameters { PartnerHours = 1, PartnerHoursPerEstate = 1, MatchStart = 1, MatchGain = 0 };
        using var town = new CoTown(levers: [(Lever.Partners, 2)], parameters: p);
        town.RunDays(3);
        for (int i = 0; i < 50; i++) town.Order(OrganizationSlot.PartnerDesk, i, Errand(3, i));
        town.RunDays(3);
        int served = Enumerable.Range(0, 50).Count(i => town.HelpCame(i, Errand(3, i)) is not null);
        Assert.Equal(120 / 30, served);
    }

    /// <summary>An estate with three organizations has three partners, whatever the lever says.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    [InlineData(null, 10)]
    public void Organizations_with_premises_bound_the_partners(int? organizations, int partners)
    {
        using var town = new CoTown(organizations: organizations, levers: [(Lever.Partners, 10)]);
        town.RunDays(7);
        Assert.Equal(partners, town.Sent(Kind.PartnerAsked));
    }

    [Fact]
    public void Without_partners_there_is_no_mail()
    {
        using var town = new CoTown();
        town.RunDays(15);
        Assert.Equal(0, town.Sent(Kind.PartnerAsked) + town.Sent(Kind.PartnerHours));
    }

    private static NeedKey Errand(int day, int i) => new(NeedKind.Errand, new Day(day), i % 8);
}
