namespace Jinlin.Model.Engine;

/// <summary>
/// A moment of simulated time: whole minutes since the first midnight of the run (the start of burn-in).
/// Local time of the town; there is no time zone and no daylight saving.
/// </summary>
public readonly record struct Minute(int Value) : IComparable<Minute>
{
    /// <summary>Minutes in a day.</summary>
    public const int PerDay = 1440;

    /// <summary>The unit at which runs may be cut (一刻钟).</summary>
    public const int QuarterHour = 15;

    public Day Day => new(Value / PerDay);

    /// <summary>Minutes since midnight, 0 to 1439.</summary>
    public int OfDay => Value % PerDay;

    /// <summary>Hour of the day, 0 to 23.</summary>
    public int Hour => OfDay / 60;

    public Minute NextMidnight => Day.Next.Start;

    /// <summary>True where a run may be cut.</summary>
    public bool IsCut => Value % QuarterHour == 0;

    public int CompareTo(Minute other) => Value.CompareTo(other.Value);

    public static Minute operator +(Minute m, int minutes) => new(m.Value + minutes);

    public static Minute operator -(Minute m, int minutes) => new(m.Value - minutes);

    public static int operator -(Minute a, Minute b) => a.Value - b.Value;

    public static bool operator <(Minute a, Minute b) => a.Value < b.Value;

    public static bool operator >(Minute a, Minute b) => a.Value > b.Value;

    public static bool operator <=(Minute a, Minute b) => a.Value <= b.Value;

    public static bool operator >=(Minute a, Minute b) => a.Value >= b.Value;

    public static Minute Min(Minute a, Minute b) => a.Value <= b.Value ? a : b;

    public static Minute Max(Minute a, Minute b) => a.Value >= b.Value ? a : b;

    /// <summary>For people: <c>day 12 08:30</c>.</summary>
    public override string ToString() => $"day {Day.Value} {Hour:00}:{OfDay % 60:00}";
}

/// <summary>A day of the run, counted from 0, the first day of burn-in.</summary>
public readonly record struct Day(int Value) : IComparable<Day>
{
    public Minute Start => new(Value * Minute.PerDay);

    public Day Next => new(Value + 1);

    public Minute At(int hour, int minute = 0) => new((Value * Minute.PerDay) + (hour * 60) + minute);

    public int CompareTo(Day other) => Value.CompareTo(other.Value);

    public static Day operator +(Day d, int days) => new(d.Value + days);

    public static int operator -(Day a, Day b) => a.Value - b.Value;

    public static bool operator <(Day a, Day b) => a.Value < b.Value;

    public static bool operator >(Day a, Day b) => a.Value > b.Value;

    public static bool operator <=(Day a, Day b) => a.Value <= b.Value;

    public static bool operator >=(Day a, Day b) => a.Value >= b.Value;

    public override string ToString() => $"day {Value}";
}
