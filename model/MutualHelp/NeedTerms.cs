namespace Jinlin.Model.MutualHelp;

/// <summary>How one kind of need is judged and served (section 3).</summary>
/// <param name="DeadlineMinutes">Help within this time is on time.</param>
/// <param name="LapseMinutes">After this the need is over, met or not.</param>
/// <param name="IsUrgent">Urgency 1 in rule 2: EMERGENCY, FALL, LIFT, MEAL, SUPPLY.</param>
/// <param name="WorkMinutes">How long a neighbor's help takes; labelled assumption.</param>
public readonly record struct NeedTerms(int DeadlineMinutes, int LapseMinutes, bool IsUrgent, int WorkMinutes);

/// <summary>Deadlines, lapse times and urgency by kind, as section 3 states them.</summary>
public sealed class NeedTable
{
    private const int Hour = 60, Day = 1440;

    /// <summary>PUBLIC is judged by 7 days, the shorter of the two deadlines that section 3 names.</summary>
    private readonly NeedTerms[] _terms =
    [
        new(15, 24 * Hour, true, 40),
        new(1 * Hour, 72 * Hour, true, 40),
        new(3 * Day, 9 * Day, false, 60),
        new(1 * Day, 3 * Day, false, 90),
        new(2 * Day, 6 * Day, false, 30),
        new(7 * Day, 21 * Day, false, 30),
        new(1 * Hour, 4 * Hour, true, 30),
        new(7 * Day, 21 * Day, false, 60),
        new(7 * Day, 45 * Day, false, 0),
        new(14 * Day, 42 * Day, false, 0),
        new(30, 24 * Hour, true, 0),
        new(1 * Day, 3 * Day, false, 20),
        new(12 * Hour, 48 * Hour, true, 30),
    ];

    public NeedTerms this[NeedKind kind] => _terms[(int)kind];
}
