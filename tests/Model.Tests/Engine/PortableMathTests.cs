using CsCheck;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

public class PortableMathTests
{
    [Fact]
    public void Exp_agrees_with_the_platform() => Gen.Double[-700, 700].Sample(x =>
        Math.Abs((PortableMath.Exp(x) / Math.Exp(x)) - 1) < 4e-15);

    [Fact]
    public void Log_agrees_with_the_platform() => Gen.Double[-700, 700].Sample(e =>
    {
        double x = Math.Exp(e);
        double expected = Math.Log(x);
        return Math.Abs(PortableMath.Log(x) - expected) <= 4e-15 * Math.Max(1, Math.Abs(expected));
    });

    [Fact]
    public void Log_and_exp_have_the_usual_ends()
    {
        Assert.Equal(0, PortableMath.Log(1));
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.True(double.IsNaN(PortableMath.Log(-1)));
        Assert.Equal(0, PortableMath.Exp(-1000));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1000));
    }

    /// <summary>
    /// Quantiles to 16 digits: Wichura 1988, AS 241, test values; .975 and .995 from standard tables.
    /// </summary>
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(0.5, 0)]
    public void Normal_quantiles_match_the_tables(double p, double expected) =>
        Assert.Equal(expected, PortableMath.NormalInverse(p), 1e-14);

    [Fact]
    public void Poisson_inversion_matches_the_distribution()
    {
        const double mean = 1.2;
        double cumulated = 0, term = Math.Exp(-mean);
        for (int n = 0; n < 8; n++)
        {
            Assert.Equal(n, PortableMath.Poisson(cumulated + 1e-9, mean));
            cumulated += term;
            Assert.Equal(n, PortableMath.Poisson(cumulated - 1e-9, mean));
            term *= mean / (n + 1);
        }
    }

    [Fact]
    public void Lognormal_and_exponential_have_their_medians()
    {
        Assert.Equal(12, PortableMath.Lognormal(0.5, 12, 0.4), 1e-12);
        Assert.Equal(1.5 * Math.Log(2), PortableMath.Exponential(0.5, 1.5), 1e-12);
    }

    /// <summary>Bits, not values: a change here changes every digest.</summary>
    [Fact]
    public void Results_are_the_same_bits_everywhere()
    {
        Assert.Equal(0x3FFA61298E1E069CL, BitConverter.DoubleToInt64Bits(PortableMath.Exp(0.5)));
        Assert.Equal(0x3FE62E42FEFA39EFL, BitConverter.DoubleToInt64Bits(PortableMath.Log(2)));
    }
}
