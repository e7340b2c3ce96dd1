using Jinlin.Model.Engine;
using Jinlin.Model.Policy;

namespace Jinlin.Model.Tests.Policy;

public class HolidaysTests
{
    /// <summary>Dates as published in the yearly notices and almanacs.</summary>
    [Theory]
    [InlineData("2019-02-05", "春节")]
    [InlineData("2020-01-25", "春节")]
    [InlineData("2023-01-22", "春节")]
    [InlineData("2025-01-28", "除夕")]
    [InlineData("2025-01-29", "春节")]
    [InlineData("2026-02-17", "春节")]
    [InlineData("2024-02-24", "元宵节")]
    [InlineData("2019-04-05", "清明节")]
    [InlineData("2020-04-04", "清明节")]
    [InlineData("2022-04-05", "清明节")]
    [InlineData("2020-06-25", "端午节")]
    [InlineData("2023-06-22", "端午节")]
    [InlineData("2025-05-31", "端午节")]
    [InlineData("2020-10-01", "中秋节")]
    [InlineData("2023-09-29", "中秋节")]
    [InlineData("2025-10-06", "中秋节")]
    [InlineData("2021-10-14", "重阳节")]
    [InlineData("2025-10-29", "重阳节")]
    public void Dates_are_as_published(string date, string name) => Assert.Contains(
        Holidays.Table, h => h.Date == DateOnly.Parse(date) && h.Name.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void Each_year_has_its_festivals()
    {
        Assert.All(Enumerable.Range(2019, 12), y => Assert.Equal(
            Holidays.FestivalsPerYear, Holidays.Table.Count(h => h.Date.Year == y && h.Festival)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holidays.OfYear(2031).ToList());
    }

    [Fact]
    public void People_work_on_lantern_festival_but_not_on_qingming()
    {
        var calendar = new Calendar(new DateOnly(2019, 1, 1), 0, Holidays.Table);
        Assert.False(calendar.IsFree(DayOf(2019, 2, 19)));
        Assert.True(calendar.HolidayOf(DayOf(2019, 2, 19))!.Festival);
        Assert.True(calendar.IsFree(DayOf(2019, 4, 5)));
        Assert.True(calendar.IsFree(DayOf(2019, 4, 6)));
        Assert.False(calendar.IsFree(DayOf(2019, 4, 8)));

        static Day DayOf(int year, int month, int day) =>
            new(new DateOnly(year, month, day).DayNumber - new DateOnly(2019, 1, 1).DayNumber);
    }
}
