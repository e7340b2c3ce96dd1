namespace Jinlin.Model.World;

/// <summary>A kind of week: when somebody is at home and when awake. Labelled assumptions in the large.</summary>
public enum Timetable : byte
{
    Toddler,
    Pupil,
    DayWorker,
    EarlyWorker,
    LateWorker,
    NightWorker,
    ShopKeeper,
    HomeWorker,
    Homemaker,
    RetiredActive,
    RetiredQuiet,
    Homebound,
    Dormitory,
}

/// <summary>Timetables as functions: hours at home and hours awake, by working day and free day.</summary>
public static class Schedule
{
    private static readonly Week[] Weeks =
    [
        new(Home(0, 8, 17, 24), Home(0, 10, 12, 24), Awake(7, 20)),
        new(Home(0, 7, 17, 24), Home(0, 10, 12, 14, 17, 24), Awake(7, 22)),
        new(Home(0, 8, 19, 24), Home(0, 10, 12, 15, 18, 24), Awake(7, 23)),
        new(Home(0, 6, 16, 24), Home(0, 9, 11, 15, 17, 24), Awake(5, 22)),
        new(Home(0, 11, 22, 24), Home(0, 12, 21, 24), Awake(9, 24)),
        new(Home(8, 20), Home(0, 24), Awake(13, 23)),
        new(Home(0, 8, 21, 24), Home(0, 9, 20, 24), Awake(7, 23)),
        new(Home(0, 12, 13, 18, 19, 24), Home(0, 10, 12, 15, 18, 24), Awake(8, 24)),
        new(Home(0, 8, 10, 16, 17, 24), Home(0, 10, 12, 16, 18, 24), Awake(6, 22)),
        new(Home(0, 7, 9, 15, 17, 24), Home(0, 8, 10, 15, 17, 24), Awake(6, 21)),
        new(Home(0, 8, 9, 16, 17, 24), Home(0, 9, 10, 24), Awake(6, 21)),
        new(Home(0, 24), Home(0, 24), Awake(7, 21)),
        new(Home(0, 8, 20, 24), Home(0, 10, 18, 24), Awake(7, 23)),
    ];

    private readonly record struct Week(uint HomeWorking, uint HomeFree, uint Awake);

    /// <summary>True in the hours in which the timetable has somebody at home.</summary>
    public static bool IsHome(Timetable timetable, int hour, bool freeDay) =>
        (HomeHours(timetable, freeDay) >> hour & 1) != 0;

    /// <summary>True in waking hours.</summary>
    public static bool IsAwake(Timetable timetable, int hour) => (Weeks[(int)timetable].Awake >> hour & 1) != 0;

    /// <summary>Hours at home and awake, bit h for hour h.</summary>
    public static uint HomeAndAwake(Timetable timetable, bool freeDay) =>
        HomeHours(timetable, freeDay) & Weeks[(int)timetable].Awake;

    /// <summary>
    /// The timetable of somebody of an age: u, uniform, chooses among those of the age group by their shares.
    /// </summary>
    public static Timetable Of(int age, bool homebound, bool collective, double u)
    {
        if (homebound) return Timetable.Homebound;
        if (age < 6) return Timetable.Toddler;
        if (age < 18) return Timetable.Pupil;
        if (collective) return u < 0.8 ? Timetable.Dormitory : Timetable.NightWorker;
        if (age >= 75) return u < 0.45 ? Timetable.RetiredActive : Timetable.RetiredQuiet;
        if (age >= 60 && u >= 0.85) return Timetable.DayWorker;
        if (age >= 60) return u < 0.7 ? Timetable.RetiredActive : Timetable.RetiredQuiet;
        return u switch
        {
            < 0.42 => Timetable.DayWorker,
            < 0.54 => Timetable.EarlyWorker,
            < 0.66 => Timetable.LateWorker,
            < 0.71 => Timetable.NightWorker,
            < 0.80 => Timetable.ShopKeeper,
            < 0.88 => Timetable.HomeWorker,
            _ => Timetable.Homemaker,
        };
    }

    private static uint HomeHours(Timetable timetable, bool freeDay)
    {
        ref readonly Week week = ref Weeks[(int)timetable];
        return freeDay ? week.HomeFree : week.HomeWorking;
    }

    /// <summary>From–to pairs of full hours.</summary>
    private static uint Home(params ReadOnlySpan<int> fromTo)
    {
        uint mask = 0;
        for (int i = 0; i < fromTo.Length; i += 2)
        {
            for (int h = fromTo[i]; h < fromTo[i + 1]; h++) mask |= 1u << h;
        }
        return mask;
    }

    private static uint Awake(int from, int to) => Home(from, to);
}
