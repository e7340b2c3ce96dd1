using System.Text;

namespace Jinlin.Planner.Towns;

/// <summary>Rows as CSV for people who open it in a spreadsheet program.</summary>
public static class CsvText
{
    public static string Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (IReadOnlyList<string> row in rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    /// <summary>
    /// One cell, quoted where needed. Text that a spreadsheet program would run as a formula (= + - @, tab, return at
    /// its start) gets an apostrophe before it; a plain number keeps its sign.
    /// </summary>
    public static string Cell(string value)
    {
        bool formula = value.Length > 0 && "=+-@\t\r＝＋－＠".Contains(value[0]);
        if (formula && !IsNumber(value)) value = $"'{value}";
        return value.AsSpan().IndexOfAny("\",;\t\r\n'") >= 0 ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
    }

    private static bool IsNumber(string value) =>
        value[0] == '-' && value.Length > 1 && !value.AsSpan(1).ContainsAnyExcept("0123456789.");
}
