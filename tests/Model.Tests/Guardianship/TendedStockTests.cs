using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Guardianship;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Guardianship;

/// <summary>Rule 16: stocks are bounded, return to rest, and do not depend on when they are looked at.</summary>
public class TendedStockTests
{
    private static readonly Parameters P = new();

    [Fact]
    public void Untended_it_is_at_rest() => Assert.Equal(
        P.SortingRest, TendedStock.At(OrganizationSlot.SortingTeam, default, new Day(400), P), 12);

    [Fact]
    public void Work_takes_its_share_of_what_is_missing_and_half_of_it_is_lost_in_a_half_life()
    {
        var state = default(OrganizationState);
        TendedStock.Tend(OrganizationSlot.SortingTeam, ref state, 600, 1000, new Day(10), P);
        double tended = 1 - ((1 - P.SortingRest) * Math.Exp(-10 * P.SortingPerHour));
        Assert.Equal(tended, TendedStock.At(OrganizationSlot.SortingTeam, state, new Day(10), P), 6);
        Assert.Equal(
            P.SortingRest + ((tended - P.SortingRest) / 2),
            TendedStock.At(OrganizationSlot.SortingTeam, state, new Day(40), P), 6);
    }

    [Fact]
    public void It_stays_within_bounds_and_looking_at_it_changes_nothing() =>
        Gen.Select(Gen.Int[0, 10_000].Array[0, 20], Gen.Int[1, 3000], Gen.Bool).Sample((shifts, residents, trees) =>
        {
            OrganizationSlot slot = trees ? OrganizationSlot.TreeTeam : OrganizationSlot.SortingTeam;
            var state = default(OrganizationState);
            for (int i = 0; i < shifts.Length; i++)
            {
                TendedStock.Tend(slot, ref state, shifts[i], residents, new Day(3 * i), P);
                double later = TendedStock.At(slot, state, new Day((3 * i) + 2), P);
                Assert.InRange(later, 0, 1);
                Assert.Equal(later, TendedStock.At(slot, state, new Day((3 * i) + 2), P));
            }
        });
}
