using Jinlin.Model.Engine;
using Jinlin.Model.Policy;

namespace Jinlin.Model.Tests.Policy;

public class CostAccountTests
{
    private static readonly EstateSize Estate = new(1399, 600, 200, 30, 7, 13);

    [Fact]
    public void A_year_costs_the_yearly_price_to_the_fen()
    {
        Levers all = CostsTests.Of("all");
        var account = new CostAccount(Estate, Prices.Default);
        long fen = Enumerable.Range(200, 365).Sum(d => account.FenOn(new Day(d), all));
        Assert.Equal((long)((Costs.YuanPerYear(all, Estate, Prices.Default) * 100) + .5), fen);
    }

    [Fact]
    public void Days_differ_by_a_fen_at_most_and_follow_the_levers()
    {
        Levers all = CostsTests.Of("all"), guarding = CostsTests.Of("guardianship");
        var account = new CostAccount(Estate, Prices.Default);
        long[] days = [.. Enumerable.Range(0, 400).Select(d => account.FenOn(new Day(d), all))];
        Assert.InRange(days.Max() - days.Min(), 0, 1);
        Assert.True(account.FenOn(new Day(400), guarding) < days.Min());
        Assert.Equal(0, account.FenOn(new Day(401), LeverCatalog.Baseline));
    }
}
