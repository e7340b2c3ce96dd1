using CsCheck;
using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class PackedIntegersTests
{
    [Fact]
    public void Rows_come_out_as_they_went_in() =>
        Gen.OneOf(Gen.Const(0L), Gen.Long[-2, 2], Gen.Long).Array[0, 40].Array[0, 6].Sample(rows =>
        {
            PackedIntegers packed = PackedIntegers.Of(rows);
            Assert.Equal(rows, packed.Unpack());
            for (int last = 0; last < rows.Length; last++) Assert.Equal(rows[..(last + 1)], packed.Unpack(last));
        }, iter: 500);

    [Fact]
    public void Nothing_is_nothing() => Assert.Empty(PackedIntegers.Of([]).Unpack());
}
