using Jinlin.Model.Policy;
using static Jinlin.Model.Tests.Policy.Towns;

namespace Jinlin.Model.Tests.Policy;

public class CostsTests
{
    private static readonly EstateSize Estate = new(1400, 600, 200, 30, 10, 20);

    [Fact]
    public void Nothing_costs_nothing()
    {
        Assert.Equal(0, Costs.YuanPerYear(LeverCatalog.Baseline, Estate, Prices.Default));
        Assert.Equal(0, Costs.HoursPerWeek(LeverCatalog.Baseline, Estate, Prices.Default));
    }

    /// <summary>
    /// Section 5 by hand, for 1,400 people in 600 households, 30 elders alone, 10 and 20 estates a committee.
    /// </summary>
    [Fact]
    public void All_costs_what_the_table_adds_up_to()
    {
        Levers all = Of("all");
        double money = 20_000 + 2_000 + (48 * 800) + (50_000.0 / 10) + (50_000.0 / 20) + (2 * 150_000)
            + (30 * 1400) + (30 * 50);
        Assert.Equal(money, Costs.YuanPerYear(all, Estate, Prices.Default), 6);
        double weeks = 365 / 7.0;
        double hours = 6 + 18 + 18 + (.5 * 2 * 30) + (.5 * 5 * 30 / weeks) + (.3 * 600 * 2 / weeks) + 50
            + (480 / weeks) + (4 * 12 / weeks) + 4 + (4 * 5) + 4;
        Assert.Equal(hours, Costs.HoursPerWeek(all, Estate, Prices.Default), 6);
        Assert.Equal(money + (hours * weeks * 30), Costs.PlannedYuanPerYear(all, Estate, Prices.Default), 4);
    }

    [Fact]
    public void A_price_list_overrides()
    {
        Prices cheap = Prices.Default.With("site-year", 100_000);
        Assert.Equal(
            -100_000,
            Costs.YuanPerYear(Of("all"), Estate, cheap) - Costs.YuanPerYear(Of("all"), Estate, Prices.Default), 6);
        Assert.Throws<ArgumentException>(() => Prices.Default.With("site", 1));
        Assert.Throws<ArgumentException>(() => Prices.Default.With("event", -1));
    }

    [Fact]
    public void Every_term_has_its_price() => Assert.All(
        LeverCatalog.All.SelectMany(i => i.Costs), t => Assert.Equal(t.IsHours, Prices.Find(t.Price)!.IsHours));

    internal static Levers Of(string preset) => new PolicySchedule(Scenario(1, PolicyPresets.Find(preset)!), 1)
        .LeversIn(Towns.Estate(0), new Model.Engine.Day(180), 0);
}
