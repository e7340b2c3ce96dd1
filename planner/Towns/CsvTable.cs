using CsvHelper;
using Jinlin.Planner.Input;

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
                throw SourceFile.Error(path, here, $"row {rows + 1}", $"at most {rows} rows");
            if (cells.Length > headers.Count && cells.AsSpan(headers.Count).ContainsAnyExcept(""))
            {
                throw SourceFile.Error(path, here, $"{cells.Length} cells",
                    $"{headers.Count} cells, as many as headers");
            }
            found.Add(new TableRow(here, cells));
        }
        if (headers is null) throw SourceFile.Error(path, 0, "nothing", "a row of headers and rows below it");
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
            throw SourceFile.Error(path, (int)e.LineNumber, "a stray quotation mark",
                "cells quoted as a whole, with quotation marks inside them doubled");
        }
    }

    internal static void Check(string path, int line, IReadOnlyList<string> cells)
    {
        if (cells.Count > ImportLimits.Columns)
            throw SourceFile.Error(path, line, $"{cells.Count} cells", $"at most {ImportLimits.Columns} columns");
        foreach (string cell in cells)
        {
            if (cell.Length > ImportLimits.CellCharacters)
            {
                throw SourceFile.Error(path, line, $"a cell of {cell.Length} characters",
                    $"at most {ImportLimits.CellCharacters} (is a quotation mark left open?)");
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
