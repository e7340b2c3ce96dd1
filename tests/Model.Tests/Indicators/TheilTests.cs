using Jinlin.Model.Indicators;

namespace Jinlin.Model.Tests.Indicators;

public class TheilTests
{
    /// <summary>y = 1..4, groups 1, 1, 0, 0: T = .106440 = .082283 + .024157 (checked oracle; Theil 1967).</summary>
    [Fact]
    public void Splits_into_between_and_within()
    {
        Theil t = Theil.Of([new(1, 1, 1), new(1, 2, 1), new(0, 3, 1), new(0, 4, 1)]);
        Assert.Equal(.106440, t.Total, 6);
        Assert.Equal(.082283, t.Between, 6);
        Assert.Equal(.024157, t.Within, 6);
    }

    [Fact]
    public void Is_zero_when_all_have_the_same()
    {
        Theil t = Theil.Of([new(0, 3, 5), new(1, 3, 2)]);
        Assert.Equal(0, t.Total, 12);
        Assert.Equal(0, t.Between, 12);
    }

    [Fact]
    public void Is_not_defined_when_nobody_has_anything() => Assert.True(double.IsNaN(Theil.Of([new(0, 0, 9)]).Total));

    /// <summary>One of n has all: T = ln n.</summary>
    [Fact]
    public void Is_ln_n_when_one_has_all() =>
        Assert.Equal(Math.Log(50), Theil.Of([new(0, 7, 1), new(0, 0, 49)]).Total, 12);
}
