using CsCheck;
using Jinlin.Model.MutualHelp;

namespace Jinlin.Model.Tests.MutualHelp;

public class TrustTests
{
    [Fact]
    public void Moves_by_a_share_toward_its_end()
    {
        var yard = new Courtyard();
        Trust.Raise(yard.Resident(0), .2);
        Assert.Equal(.6, yard.Resident(0).State.Trust, 5);
        Trust.Lower(yard.Resident(0), .5);
        Assert.Equal(.3, yard.Resident(0).State.Trust, 5);
    }

    [Fact]
    public void Stays_within_0_and_1() =>
        Gen.Double[-1, 1].Array[0, 100].Sample(moves =>
        {
            var yard = new Courtyard(20);
            foreach (double move in moves)
            {
                if (move > 0) Trust.Raise(yard.Resident(0), move);
                else Trust.Lower(yard.Resident(0), -move);
            }
            Assert.InRange(yard.Resident(0).State.Trust, 0, 1);
        }, iter: 50);
}
