using CsCheck;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

public class ChanceTests
{
    /// <summary>Known answers of Random123 1.14 (kat_vectors, philox4x32 10).</summary>
    [Theory]
    [InlineData(0x00000000u, 0x0000000000000000ul, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xfffffffffffffffful, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    public void Philox_gives_the_known_answers(uint counter, ulong key, uint x, uint y, uint z, uint w) =>
        Assert.Equal((x, y, z, w), Chance.Block(key, counter, counter, counter, counter));

    [Fact]
    public void Index_is_a_word_of_a_block()
    {
        var chance = new Chance(7);
        (uint x, uint y, uint z, uint w) = Chance.Block(7, 1, 2, 3, 5);
        Assert.Equal([x, y, z, w], Enumerable.Range(20, 4).Select(i => chance.Bits(1, 2, 3, (uint)i)));
    }

    [Fact]
    public void Filling_a_span_gives_the_same_as_asking_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.UInt, Gen.UInt, Gen.Int[0, 300]).Sample((seed, entity, occasion, n) =>
        {
            var chance = new Chance(seed);
            var bits = new uint[n];
            chance.Fill(entity, occasion, 9, bits);
            for (int i = 0; i < n; i++)
            {
                if (bits[i] != chance.Bits(entity, occasion, 9, (uint)i)) return false;
            }
            return true;
        });

    [Fact]
    public void Filling_columns_of_entities_gives_the_same_as_asking_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.UInt[0, 1 << 30], Gen.Int[0, 70]).Sample((seed, first, n) =>
        {
            var chance = new Chance(seed);
            uint[] x = new uint[n], y = new uint[n], z = new uint[n], w = new uint[n];
            chance.FillEntities(first, 3, 4, 2, x, y, z, w);
            for (uint i = 0; i < n; i++)
            {
                if (x[i] != chance.Bits(first + i, 3, 4, 8) || y[i] != chance.Bits(first + i, 3, 4, 9)
                    || z[i] != chance.Bits(first + i, 3, 4, 10) || w[i] != chance.Bits(first + i, 3, 4, 11))
                    return false;
            }
            return true;
        });

    [Theory]
    [InlineData(0, 0ul)]
    [InlineData(-1, 0ul)]
    [InlineData(0.5, 1ul << 31)]
    [InlineData(1, 1ul << 32)]
    [InlineData(7, 1ul << 32)]
    public void Threshold_is_the_share_of_all_words(double p, ulong expected) =>
        Assert.Equal(expected, Chance.Threshold(p));

    [Fact]
    public void Uniform_never_reaches_its_ends()
    {
        Assert.True(Chance.ToUniform(0) > 0);
        Assert.True(Chance.ToUniform(uint.MaxValue) < 1);
    }
}
