using Jinlin.Model.Shocks;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.Shocks;

public class HeatHazardTests
{
    private static readonly Parameters P = new();

    /// <summary>Each x multiplies the odds by its odds ratio (rule 10).</summary>
    [Fact]
    public void Odds_multiply()
    {
        double none = Odds(false, false, false, false, false);
        Assert.Equal(Math.Exp(-10), none, 12);
        Assert.Equal(2.3, Odds(true, false, false, false, false) / none, 9);
        Assert.Equal(3.35, Odds(false, true, false, false, false) / none, 9);
        Assert.Equal(.4, Odds(false, false, true, false, false) / none, 9);
        Assert.Equal(.34, Odds(false, false, false, true, false) / none, 9);
        Assert.Equal(.23, Odds(false, false, false, false, true) / none, 9);
        Assert.Equal(2.3 * 3.35 * .4 * .34 * .23, Odds(true, true, true, true, true) / none, 9);
    }

    private static double Odds(bool alone, bool homebound, bool contact, bool cool, bool air)
    {
        double p = HeatHazard.Probability(alone, homebound, contact, cool, air, P);
        return p / (1 - p);
    }
}
