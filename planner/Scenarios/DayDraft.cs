using System.Globalization;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;

namespace Jinlin.Planner.Scenarios;

/// <summary>A day as a file gives it: a date, or a number of days from the scenario's start date.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Date">The date, or null.</param>
/// <param name="Number">Days from the start date where there is no date.</param>
public sealed record DayDraft(InputNode At, DateOnly? Date, int Number)
{
    public static DayDraft? Read(Fields fields, string key, Problems problems)
    {
        if (fields.Node(key) is not { } node) return null;
        if (node is ScalarNode scalar)
        {
            if (Fields.IsDate(scalar, out DateOnly date)) return new DayDraft(node, date, 0);
            if (scalar.Plain
                && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number <= ScenarioFile.MostDays)
                return new DayDraft(node, null, number);
        }
        problems.Add(node, Words.DateOrDay);
        return null;
    }

    /// <summary>Days from the start date; below 0 where the date lies before it.</summary>
    public int From(DateOnly start) => Date is { } date ? date.DayNumber - start.DayNumber : Number;

    /// <summary>Whether this day is known not to be before another, whatever the start date is.</summary>
    public bool IsNotBefore(DayDraft other) => (Date, other.Date) switch
    {
        ({ } a, { } b) => a >= b,
        (null, null) => Number >= other.Number,
        _ => false,
    };
}
