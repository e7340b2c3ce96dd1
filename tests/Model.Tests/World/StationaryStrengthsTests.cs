using Jinlin.Model.Engine;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class StationaryStrengthsTests
{
    private static readonly Parameters P = new();

    private readonly StationaryStrengths _strengths = new(P);

    [Fact]
    public void Strength_rises_with_u_and_with_tries_and_is_none_or_remembered()
    {
        double[] perDay = [.0005, .002, .01, .05, .2, 1];
        double lastMean = -1;
        foreach (double rate in perDay)
        {
            double last = -1;
            for (double u = .005; u < 1; u += .01)
            {
                double s = _strengths.At(rate, u);
                Assert.True(s == 0 || s * Ties.One >= Ties.Forgotten, $"at {rate} a day and {u}: {s}");
                Assert.InRange(s, Math.Max(0, last), 1);
                last = s;
            }
            double mean = _strengths.Mean(rate);
            Assert.True(mean >= lastMean, $"at {rate} a day: {mean} after {lastMean}");
            lastMean = mean;
        }
        Assert.Equal(0, _strengths.At(0, .9));
    }

    /// <summary>
    /// Against rules 5 and 13 played out day by day for ten years: a try succeeds with ε + (1 − ε)s, a conversation
    /// adds a(1 − s), below .04 a tie is forgotten.
    /// </summary>
    [Theory]
    [InlineData(.05)]
    [InlineData(.15)]
    [InlineData(.5)]
    public void Mean_and_share_with_a_tie_are_those_of_meetings_played_out(double perDay)
    {
        var chance = new Chance(5);
        double played = 0, drawn = 0, tied = 0, drawnTied = 0, decay = Math.Pow(2, -1 / P.TieHalfLife);
        const int pairs = 600, days = 3650;
        for (uint pair = 0; pair < pairs; pair++)
        {
            double s = 0;
            for (uint day = 0; day < days; day++)
            {
                s *= decay;
                if (s < (double)Ties.Forgotten / Ties.One) s = 0;
                if (chance.Uniform(pair, day, 1) < perDay * (P.MeetStranger + ((1 - P.MeetStranger) * s)))
                    s += P.ContactConversation * (1 - s);
            }
            double start = _strengths.At(perDay, (pair + .5) / pairs);
            played += s;
            drawn += start;
            tied += s > 0 ? 1 : 0;
            drawnTied += start > 0 ? 1 : 0;
        }
        Assert.InRange(drawn / pairs, (played / pairs) - .025, (played / pairs) + .025);
        Assert.InRange(drawnTied / pairs, (tied / pairs) - .06, (tied / pairs) + .06);
        Assert.InRange(_strengths.Mean(perDay), (drawn / pairs) - .01, (drawn / pairs) + .01);
    }
}
