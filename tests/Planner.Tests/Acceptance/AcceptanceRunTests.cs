using Jinlin.Planner.Acceptance;

namespace Jinlin.Planner.Tests.Acceptance;

public sealed class AcceptanceRunTests
{
    [Fact]
    public void Formulas_and_the_evening_call_hold_over_a_few_seeds()
    {
        IReadOnlyList<Claim> table = AcceptanceRun.Judge(3, [2, 4, 5, 15, 20, 21]);

        Assert.Equal([2, 4, 5, 15, 20, 21], table.Select(c => c.Number).Distinct());
        Assert.All(table.Where(c => c.Class == ClaimClass.V), c => Assert.True(c.Passes, $"{c}"));
    }

    [Fact]
    public void A_share_has_wilson_s_interval()
    {
        Claim claim = Claim.Share(1, ClaimClass.E, "", "", [1, 1, 1, 1, 1, 1, 1, 1, 0, 0], .7, 1);

        Assert.True(claim.Passes);
        Assert.Equal(.490, claim.Low, .001);
        Assert.Equal(.943, claim.High, .001);
    }

    [Fact]
    public void A_mean_outside_its_band_fails() =>
        Assert.False(Claim.Mean(9, ClaimClass.C, "", "", [1, 2, 3], 8, 31).Passes);
}
