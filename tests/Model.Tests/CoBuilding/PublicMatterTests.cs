using Jinlin.Model.CoBuilding;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;

namespace Jinlin.Model.Tests.CoBuilding;

public class PublicMatterTests
{
    private static readonly Parameters P = new();
    private static readonly Chance Chance = new(7);

    /// <summary>k = 1 + Poisson(1.2): mean 2.2, P(k = 1) = e^−1.2.</summary>
    [Fact]
    public void Departments_are_one_and_a_Poisson()
    {
        int[] k = [.. Enumerable.Range(0, 40_000).Select(i =>
            PublicMatter.Departments(Chance, new((uint)i), Need(0), P))];
        Assert.Equal(2.2, k.Average(), 0.02);
        Assert.Equal(Math.Exp(-1.2), k.Count(x => x == 1) / 40_000.0, 0.008);
        Assert.True(k.Max() <= CitySlots.Departments);
    }

    [Fact]
    public void A_repair_takes_one_department() => Assert.All(
        Enumerable.Range(0, 100), i => Assert.Equal(1, PublicMatter.Departments(
            Chance, new((uint)i), new NeedKey(NeedKind.Repair, new Day(3), 0), P)));

    [Fact]
    public void The_steps_go_through_all_departments_once_and_evenly()
    {
        var first = new int[CitySlots.Departments];
        for (uint asker = 0; asker < 12_000; asker++)
        {
            int[] all = [.. Enumerable.Range(0, 12).Select(step =>
                PublicMatter.Department(Chance, new(asker), Need(1), step))];
            Assert.Equal(12, all.Distinct().Count());
            first[all[0]]++;
        }
        Assert.All(first, n => Assert.InRange(n, 880, 1120));
    }

    /// <summary>Lognormal, median 2 d, σ .8: mean 2·e^.32 d.</summary>
    [Fact]
    public void Service_is_lognormal()
    {
        double[] days = [.. Enumerable.Range(0, 40_000).Select(i =>
            PublicMatter.ServiceMinutes(Chance, new((uint)i), Need(0), 3, P) / 1440.0).Order()];
        Assert.Equal(2, days[20_000], 0.05);
        Assert.Equal(2 * Math.Exp(0.32), days.Average(), 0.06);
        Assert.Equal(2 * Math.Exp(0.8), days[(int)(40_000 * 0.8413)], 0.12);
    }

    /// <summary>Exp(1.5 d): mean and standard deviation 1.5 d.</summary>
    [Fact]
    public void The_hotline_searches_exponentially()
    {
        double[] days = [.. Enumerable.Range(0, 40_000).Select(i =>
            PublicMatter.RouteMinutes(Chance, new((uint)i), Need(0), 1, P) / 1440.0)];
        Assert.Equal(1.5, days.Average(), 0.03);
        Assert.Equal(1.5, Math.Sqrt(days.Average(d => (d - 1.5) * (d - 1.5))), 0.05);
    }

    private static NeedKey Need(int ordinal) => new(NeedKind.Public, new Day(10), ordinal);
}
