using Jinlin.Model.Policy;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Scenarios;

/// <summary>Reads <c>calendar:</c>, the holidays that a scenario has besides the table's.</summary>
internal static class CalendarSection
{
    internal static readonly string[] Keys = ["holidays"];
    internal static readonly string[] HolidayKeys = ["date", "name", "festival", "working"];

    public static IReadOnlyList<Holiday> Read(MapNode? map, Problems problems)
    {
        if (map is null) return [];
        var holidays = new List<Holiday>();
        foreach (InputNode node in new Fields(map, problems, Keys).List("holidays"))
        {
            if (Fields.Section(node, problems) is not { } section) continue;
            var fields = new Fields(section, problems, HolidayKeys);
            fields.Required("date");
            fields.Required("name");
            if (fields.Date("date") is { } date && fields.Text("name") is { } name)
            {
                holidays.Add(new Holiday(
                    date, name, fields.Flag("festival") ?? false, fields.Flag("working") ?? false));
            }
        }
        return holidays;
    }
}
