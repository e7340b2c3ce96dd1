using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.MutualHelp;

public class LonelinessTests
{
    /// <summary>Rule 11: σ(−.5 + ξ + .95·alone − .08·Σs + .3·unmet).</summary>
    [Theory]
    [InlineData(0, false, 0, false)]
    [InlineData(.5, true, 4, true)]
    [InlineData(-1, true, 20, false)]
    public void Settles_where_the_rule_says(double bias, bool alone, double ties, bool unmet)
    {
        double x = -.5 + bias + (alone ? .95 : 0) - (.08 * ties) + (unmet ? .3 : 0);
        Assert.Equal(
            1 / (1 + Math.Exp(-x)), Loneliness.Stationary(bias, alone, ties, unmet, new Parameters()), 9);
    }

    [Fact]
    public void Moves_a_thirtieth_of_the_way_a_day_from_65_on()
    {
        var yard = new Courtyard(each: (int i, ref ResidentTraits t) => t.Age = (byte)(i == 0 ? 70 : 64));
        yard.Resident(0).State.Loneliness = 0;
        double toward = 1 / (1 + Math.Exp(.5)), expected = 0;
        for (int day = 0; day < 60; day++)
        {
            Loneliness.BeginDay(yard.Resident(0), yard.Turn);
            Loneliness.BeginDay(yard.Resident(1), yard.Turn);
            expected += (toward - expected) / 30;
        }
        Assert.Equal(expected, yard.Resident(0).State.Loneliness, 4);
        Assert.Equal(0, yard.Resident(1).State.Loneliness);
    }

    [Fact]
    public void Company_comforts()
    {
        var yard = new Courtyard(each: (int _, ref ResidentTraits t) => t.Age = 70);
        for (int other = 2; other < 20; other++)
            Contact.With(yard.Resident(0), yard.Roster.Resident(other), .5, yard.Turn);
        Assert.Equal(9, yard.Resident(0).State.TieSum, 2);
        for (int day = 0; day < 30; day++)
        {
            Loneliness.BeginDay(yard.Resident(0), yard.Turn);
            Loneliness.BeginDay(yard.Resident(1), yard.Turn);
        }
        Assert.True(yard.Resident(0).State.Loneliness < yard.Resident(1).State.Loneliness - .05);
    }
}
