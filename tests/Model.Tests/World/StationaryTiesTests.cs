using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class StationaryTiesTests
{
    private const double Decay = 0.69314718055994530942 / 180, Weight = .05;

    [Fact]
    public void Strength_rises_with_u_and_with_meetings_and_stays_below_1()
    {
        double[] perDay = [.0005, .002, .003, .004, .02, .1, 1];
        foreach (double rate in perDay)
        {
            double last = -1;
            for (double u = .005; u < 1; u += .01)
            {
                double s = StationaryTies.Strength(rate, Decay, Weight, u);
                Assert.InRange(s, 0, 1);
                Assert.True(s >= last, $"at {rate} a day and {u}: {s} after {last}");
                last = s;
            }
        }
        Assert.Equal(0, StationaryTies.Strength(0, Decay, Weight, .9));
    }

    /// <summary>Of pairs who meet seldom, P(met within t days) = 1 − e^(−λt) fixes how many are that strong.</summary>
    [Fact]
    public void Below_shape_one_the_age_of_the_last_meeting_decides()
    {
        const double perDay = .001;
        foreach (double days in new[] { 30.0, 180, 700 })
        {
            double s = Weight * Math.Exp(-Decay * days), u = Math.Exp(-perDay * days);
            Assert.Equal(s, StationaryTies.Strength(perDay, Decay, Weight, u), 6);
        }
    }

    /// <summary>Against meetings drawn day by day for six years, each adding a(1 − s).</summary>
    [Theory]
    [InlineData(.02)]
    [InlineData(.1)]
    public void The_mean_is_that_of_meetings_played_out(double perDay)
    {
        var chance = new Chance(5);
        double played = 0, drawn = 0;
        const int pairs = 400;
        for (uint pair = 0; pair < pairs; pair++)
        {
            double s = 0;
            for (uint day = 0; day < 2200; day++)
            {
                s *= Math.Exp(-Decay);
                if (chance.Uniform(pair, day, 1) < perDay) s += Weight * (1 - s);
            }
            played += s;
            drawn += StationaryTies.Strength(perDay, Decay, Weight, (pair + .5) / pairs);
        }
        Assert.InRange(drawn / played, .9, 1.1);
    }
}
