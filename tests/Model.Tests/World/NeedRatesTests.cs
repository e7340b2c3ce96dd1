using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.World;

public class NeedRatesTests
{
    private static readonly NeedRates Rates = new(new Parameters());

    public static TheoryData<NeedKind> Kinds => [.. Enum.GetValues<NeedKind>()];

    /// <summary>Section 3's table, needs per year.</summary>
    [Theory]
    [InlineData(NeedKind.Emergency, 40, Trait.None, .02)]
    [InlineData(NeedKind.Emergency, 70, Trait.None, .06)]
    [InlineData(NeedKind.Emergency, 88, Trait.None, .16)]
    [InlineData(NeedKind.Fall, 40, Trait.None, 0)]
    [InlineData(NeedKind.Fall, 70, Trait.None, .164)]
    [InlineData(NeedKind.Fall, 82, Trait.LivesAlone, .211)]
    [InlineData(NeedKind.Care, 82, Trait.Frail, 12)]
    [InlineData(NeedKind.Care, 82, Trait.None, 0)]
    [InlineData(NeedKind.Childcare, 35, Trait.Parent, 2)]
    [InlineData(NeedKind.Errand, 35, Trait.None, .5)]
    [InlineData(NeedKind.Errand, 79, Trait.None, 3)]
    [InlineData(NeedKind.Errand, 80, Trait.None, 6)]
    [InlineData(NeedKind.Digital, 60, Trait.None, 4)]
    [InlineData(NeedKind.Meal, 70, Trait.CookingHard, 36.5)]
    [InlineData(NeedKind.Public, 20, Trait.None, .02)]
    public void A_resident_s_rate_is_the_table_s(NeedKind kind, int age, Trait traits, double perYear) =>
        Assert.Equal(perYear / 365, Rates.PerDay(kind, Somebody(age, traits)), 9);

    [Fact]
    public void Favors_have_a_factor_of_one_s_own() => Assert.Equal(
        3 * 2.0 / 365, Rates.PerDay(NeedKind.Favor, new ResidentTraits { FavorFactor = 3 }), 9);

    /// <summary>The mean of a day's count over u is the rate, and no count lies below the bound.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Counts_have_the_rate_as_their_mean_and_pass_the_bound(NeedKind kind)
    {
        ResidentTraits somebody = Somebody(82, Trait.CookingHard | Trait.Frail | Trait.LivesAlone);
        const int draws = 200_000;
        long sum = 0;
        for (int i = 0; i < draws; i++)
        {
            uint bits = (uint)((i + .5) / draws * 4294967296.0);
            int count = Rates.Count(kind, somebody, Chance.ToUniform(bits));
            sum += count;
            if (count > 0) Assert.True(bits >= Rates.Bound(kind));
        }
        Assert.Equal(Rates.PerDay(kind, somebody), sum / (double)draws, 4);
    }

    /// <summary>
    /// Every kind's day has 100 percent: u just below 1 falls in the last hour that has any, and hours are filled in
    /// order.
    /// </summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Hour_profiles_sum_to_a_hundred(NeedKind kind)
    {
        var hours = new int[24];
        int last = -1;
        for (int i = 0; i < 10_000; i++)
        {
            int minute = NeedRates.MinuteOfDay(kind, (i + .5) / 10_000);
            Assert.InRange(minute, last, 1439);
            last = minute;
            hours[minute / 60]++;
        }
        Assert.All(hours, n => Assert.Equal(0, n % 100));
        // A profile of less than 100 would leave its rest to the last minute of the day.
        Assert.InRange(hours[23], 0, 400);
    }

    private static ResidentTraits Somebody(int age, Trait flags)
    {
        var r = new ResidentTraits { Age = (byte)age, Flags = flags, FavorFactor = 1 };
        r.RateClass = NeedRates.ClassOf(r);
        return r;
    }
}
