using Jinlin.Model.Engine;

namespace Jinlin.Model.Policy;

/// <summary>A holiday or festival.</summary>
/// <param name="Festival">Whether elders are visited on it.</param>
/// <param name="Working">A festival on which people go to work all the same.</param>
public sealed record Holiday(DateOnly Date, string Name, bool Festival, bool Working = false);

/// <summary>Dates, weekdays and holidays as data. Day 0 of the run is <c>start − burn-in</c>.</summary>
public sealed class Calendar
{
    private readonly DateOnly _dayZero;
    private readonly Dictionary<int, Holiday> _holidays;

    /// <param name="start">The scenario's start date: the first day after burn-in.</param>
    /// <param name="burnInDays">Days simulated before it.</param>
    /// <param name="holidays">Holidays with their dates, lunar festivals included.</param>
    public Calendar(DateOnly start, int burnInDays, IEnumerable<Holiday> holidays)
    {
        Start = start;
        _dayZero = start.AddDays(-burnInDays);
        _holidays = holidays.GroupBy(h => h.Date.DayNumber - _dayZero.DayNumber)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(h => h.Festival).First());
    }

    public DateOnly Start { get; }

    /// <summary>Days before <see cref="Start"/> that are simulated too.</summary>
    public int BurnInDays => Start.DayNumber - _dayZero.DayNumber;

    /// <summary>The table of holidays in force, by date.</summary>
    public IEnumerable<Holiday> Holidays => _holidays.Values.OrderBy(h => h.Date);

    public DateOnly DateOf(Day day) => _dayZero.AddDays(day.Value);

    public DayOfWeek WeekdayOf(Day day) => DateOf(day).DayOfWeek;

    /// <summary>The holiday on a day, or null.</summary>
    public Holiday? HolidayOf(Day day) => _holidays.GetValueOrDefault(day.Value);

    /// <summary>Saturday, Sunday, or a holiday on which nobody works.</summary>
    public bool IsFree(Day day) =>
        WeekdayOf(day) is DayOfWeek.Saturday or DayOfWeek.Sunday || HolidayOf(day) is { Working: false };
}
