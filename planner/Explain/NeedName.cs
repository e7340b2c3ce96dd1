using System.Globalization;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Planner.Scenarios;
using Calendar = Jinlin.Model.Policy.Calendar;

namespace Jinlin.Planner.Explain;

/// <summary>
/// A need as people write it: <c>123/fall/2023-05-14/0</c>, its resident, kind, date and ordinal of that day;
/// <c>/shock</c> behind it where a shock caused it. By law 4 it names the same need in every world.
/// </summary>
/// <param name="Resident">Who needs something.</param>
/// <param name="Key">Kind, day, ordinal.</param>
public readonly record struct NeedName(ActorId Resident, NeedKey Key) : IComparable<NeedName>
{
    private const string Shock = "shock";

    /// <summary>Null where the text is no need's name.</summary>
    public static NeedName? Parse(string text, Calendar calendar)
    {
        string[] parts = text.Split('/');
        if (parts.Length is not (4 or 5) || (parts.Length == 5 && parts[4] != Shock)) return null;
        if (!uint.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint resident)) return null;
        NeedKind[] kinds = [.. Enum.GetValues<NeedKind>().Where(k => KebabName.Of($"{k}") == parts[1])];
        if (kinds.Length == 0 || !DateOnly.TryParseExact(
                parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return null;
        int day = date.DayNumber - calendar.DateOf(new Day(0)).DayNumber;
        if (day is < 0 or > 4095 || parts[3] is not [>= '0' and <= '7']) return null;
        return new NeedName(
            new ActorId(resident), new NeedKey(kinds[0], new Day(day), parts[3][0] - '0', parts.Length == 5));
    }

    public string Write(Calendar calendar) =>
        $"{Resident.Value}/{KebabName.Of($"{Key.Kind}")}/{calendar.DateOf(Key.Day):yyyy-MM-dd}/{Key.Ordinal}" +
        (Key.FromShock ? $"/{Shock}" : "");

    public int CompareTo(NeedName other) =>
        (Resident.Value, Key.Day.Value, Key.Value).CompareTo((other.Resident.Value, other.Key.Day.Value, other.Key.Value));
}
