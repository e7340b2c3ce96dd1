using System.Globalization;

namespace Jinlin.Model.Policy;

/// <summary>
/// Public holidays and lunar festivals of China, 2019 to 2030. Statutory days by the rule of the Regulation on
/// Public Holidays (its 2024 amendment adds New Year's Eve and 2 May from 2025 on); lunar dates by the Chinese
/// lunisolar calendar. Weekends that a yearly notice moves (调休) are not in the rule and not in the table.
/// </summary>
public static class Holidays
{
    /// <summary>Festivals of a year at which elders are visited.</summary>
    public const int FestivalsPerYear = 5;

    private const int FirstYear = 2019, LastYear = 2030, Amendment = 2025;

    /// <summary>In order of date.</summary>
    public static IReadOnlyList<Holiday> Table { get; } =
        [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(OfYear).OrderBy(h => h.Date)];

    /// <summary>The holidays of one year, 2019 to 2030; a list of a scenario's own may replace them.</summary>
    public static IEnumerable<Holiday> OfYear(int year)
    {
        if (year is < FirstYear or > LastYear)
            throw new ArgumentOutOfRangeException(nameof(year), year, $"{FirstYear} to {LastYear}");
        yield return new Holiday(new DateOnly(year, 1, 1), "元旦 New Year", false);
        DateOnly spring = Lunar(year, 1, 1);
        if (year >= Amendment) yield return new Holiday(spring.AddDays(-1), "除夕 New Year's Eve", false);
        yield return new Holiday(spring, "春节 Spring Festival", true);
        yield return new Holiday(spring.AddDays(1), "春节 Spring Festival", false);
        yield return new Holiday(spring.AddDays(2), "春节 Spring Festival", false);
        yield return new Holiday(Lunar(year, 1, 15), "元宵节 Lantern Festival", true, Working: true);
        yield return new Holiday(Qingming(year), "清明节 Qingming", false);
        yield return new Holiday(new DateOnly(year, 5, 1), "劳动节 Labour Day", false);
        if (year >= Amendment) yield return new Holiday(new DateOnly(year, 5, 2), "劳动节 Labour Day", false);
        yield return new Holiday(Lunar(year, 5, 5), "端午节 Dragon Boat Festival", true);
        yield return new Holiday(Lunar(year, 8, 15), "中秋节 Mid-Autumn Festival", true);
        for (int day = 1; day <= 3; day++)
            yield return new Holiday(new DateOnly(year, 10, day), "国庆节 National Day", false);
        yield return new Holiday(Lunar(year, 9, 9), "重阳节 Double Ninth", true, Working: true);
    }

    /// <summary>A date of the lunar year that begins in <paramref name="year"/>; leap months are passed over.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        int leap = calendar.GetLeapMonth(year);
        int place = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, place, day, 0, 0, 0, 0));
    }

    /// <summary>
    /// The day on which the sun's longitude reaches 15°, by the usual approximation for 2000 to 2099: days past the
    /// start of April from the tropical year's remainder, less the leap days since.
    /// </summary>
    private static DateOnly Qingming(int year)
    {
        int y = year - 2000;
        return new DateOnly(year, 4, (int)((y * 0.2422) + 4.81) - (y / 4));
    }
}
