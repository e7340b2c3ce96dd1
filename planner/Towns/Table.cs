using System.Globalization;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>One row of a table: its line in the file (CSV) or its row in the sheet, from 1, and its cells.</summary>
public readonly record struct TableRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A sheet of cells under one row of headers, from a CSV file or a workbook.</summary>
public sealed class Table
{
    public Table(string file, int headerLine, IReadOnlyList<string> headers, IReadOnlyList<TableRow> rows)
    {
        File = file;
        HeaderLine = headerLine;
        Headers = headers;
        Rows = rows;
    }

    /// <summary>As the user named it, for errors.</summary>
    public string File { get; }

    public int HeaderLine { get; }

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Reads .xlsx as a workbook's first sheet, anything else as CSV.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">More rows than this are refused.</param>
    public static Table Read(string path, int rows) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? Workbook.Read(path, rows)
            : CsvTable.Read(path, rows);

    /// <summary>The trimmed cell; empty where the row is too short or the column is absent (−1).</summary>
    public static string Text(TableRow row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column].Trim() : "";

    /// <summary>A whole number within [low, high]. Grouping commas and a trailing .0 are forgiven.</summary>
    public int Whole(TableRow row, int column, int low, int high)
    {
        string text = Text(row, column), plain = HeaderName.Narrow(text);
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint |
            NumberStyles.AllowThousands;
        if (decimal.TryParse(plain, Styles, CultureInfo.InvariantCulture, out decimal value)
            && value == decimal.Truncate(value) && value >= low && value <= high)
            return (int)value;
        throw Error(row.Line, column, text, Say($"a whole number from {low} to {high}", $"{low} 至 {high} 的整数"));
    }

    /// <summary>As <see cref="Whole"/>, or null where the cell is empty or the column absent.</summary>
    public int? WholeOrNone(TableRow row, int column, int low, int high) =>
        Text(row, column).Length == 0 ? null : Whole(row, column, low, high);

    /// <summary>A number within [low, high].</summary>
    public double Number(TableRow row, int column, double low, double high)
    {
        string text = Text(row, column);
        if (double.TryParse(HeaderName.Narrow(text), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= low && value <= high)
            return value;
        throw Error(row.Line, column, text,
            Words.Number(low, high));
    }

    /// <summary>Yes or no in either language, or null where the cell is empty or the column absent.</summary>
    public bool? YesNo(TableRow row, int column)
    {
        string text = Text(row, column);
        return text.ToLowerInvariant() switch
        {
            "" => null,
            "1" or "yes" or "y" or "true" or "是" or "有" => true,
            "0" or "no" or "n" or "false" or "否" or "无" => false,
            _ => throw Error(row.Line, column, text, Say("yes or no (是 or 否)", "是或否")),
        };
    }

    /// <summary>Whether a cell about sex says woman; null where it is empty or NA or the column absent.</summary>
    public bool? Woman(TableRow row, int column)
    {
        string text = Text(row, column);
        return text.ToLowerInvariant() switch
        {
            "" or "na" => null,
            "f" or "female" or "女" => true,
            "m" or "male" or "男" => false,
            _ => throw Error(row.Line, column, text, Say("F or M (女 or 男)", "女或男")),
        };
    }

    /// <summary>A cell that must not be empty.</summary>
    public string Required(TableRow row, int column)
    {
        string text = Text(row, column);
        return text.Length > 0 ? text : throw Error(row.Line, column, text, Say("a value", "一个值"));
    }

    public InputException Error(int line, int column, string value, string expectation) =>
        Error(line, value, column >= 0 && column < Headers.Count
            ? Say($"{expectation} in column \"{Headers[column].Trim()}\"",
                $"{expectation}（“{Headers[column].Trim()}”列）")
            : expectation);

    public InputException Error(int line, string value, string expectation) =>
        new(new InputError(File, line, Quote(value), expectation));

    internal static string Quote(string value) =>
        value.Length == 0 ? Say("nothing", "空值") : value.Length > 80 ? $"\"{value[..80]}…\"" : $"\"{value}\"";
}
