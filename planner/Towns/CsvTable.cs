using CsvHelper;
using Jinlin.Planner.Input;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>Reads a table from CSV: UTF-8, UTF-16 or GB18030, with comma, semicolon or tab between cells.</summary>
public static class CsvTable
{
    /// <param name="path">The file.</param>
    /// <param name="rows">More rows than this are refused.</param>
    /// <exception cref="InputException">Not a table, or past a limit.</exception>
    public static Table Read(string path, int rows) => Parse(path, SourceFile.Text(path), rows);

    internal static Table Parse(string path, string text, int rows)
    {
        var options = new CsvReaderOptions
        {
            Separator = Delimiter(text),
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        IReadOnlyList<string>? headers = null;
        int headerLine = 0;
        var found = new List<TableRow>();
        using CsvReader reader = CsvReader.FromText(text, options);
        while (Next(path, reader))
        {
            int here = (int)reader.LineNumber;
            string[] cells = reader.Current.ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            Check(path, here, cells);
            if (headers is null)
            {
                (headers, headerLine) = (cells, here);
                continue;
            }
            if (found.Count == rows)
                throw SourceFile.Error(path, here, Say($"row {rows + 1}", $"第 {rows + 1} 行数据"),
                    Say($"at most {rows} rows",
                        $"至多 {rows} 行"));
            if (cells.Length > headers.Count && cells.AsSpan(headers.Count).ContainsAnyExcept(""))
            {
                throw SourceFile.Error(path, here, Say($"{cells.Length} cells", $"{cells.Length} 个单元格"),
                    Say($"{headers.Count} cells, as many as headers", $"{headers.Count} 个单元格，与表头相同"));
            }
            found.Add(new TableRow(here, cells));
        }
        if (headers is null) throw SourceFile.Error(path, 0,
            Say("nothing",
                "空文件"), Say("a row of headers and rows below it", "一行表头和其下的数据行"));
        return new Table(path, headerLine, headers, found);
    }

    private static bool Next(string path, CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException e)
        {
            throw SourceFile.Error(path, (int)e.LineNumber, Say("a stray quotation mark", "多余的引号"),
                Say("cells quoted as a whole, with quotation marks inside them doubled", "整个单元格加引号，其中的引号写两遍"));
        }
    }

    internal static void Check(string path, int line, IReadOnlyList<string> cells)
    {
        if (cells.Count > ImportLimits.Columns)
            throw SourceFile.Error(path, line,
                Say($"{cells.Count} cells",
                    $"{cells.Count} 个单元格"),
                        Say($"at most {ImportLimits.Columns} columns",
                            $"至多 {ImportLimits.Columns} 列"));
        foreach (string cell in cells)
        {
            if (cell.Length > ImportLimits.CellCharacters)
            {
                throw SourceFile.Error(path, line, Say($"a cell of {cell.Length} characters", $"{cell.Length} 个字符的单元格"),
                        Say($"at most {ImportLimits.CellCharacters} (is a quotation mark left open?)",
                            $"至多 {ImportLimits.CellCharacters} 个（是否有引号未闭合？）"));
            }
        }
    }

    /// <summary>The one of the three that parts the first line that says anything most often, outside quotes.</summary>
    private static char Delimiter(string text)
    {
        Span<int> counts = stackalloc int[3];
        bool quoted = false;
        foreach (char c in text.AsSpan().TrimStart("\r\n "))
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\r' or '\n') break;
            if (c == ',') counts[0]++;
            if (c == ';') counts[1]++;
            if (c == '\t') counts[2]++;
        }
        return counts[2] > Math.Max(counts[0], counts[1]) ? '\t' : counts[1] > counts[0] ? ';' : ',';
    }
}
