using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>A column that a table may have: its name in both languages and other spellings of it.</summary>
public sealed record Column(string English, string Chinese, bool Required, params string[] Also)
{
    /// <summary>
    /// Where each column stands in the table, −1 where an optional one is absent. Refused: a required column that is
    /// missing, two headers for one column, a header that means nothing here (a misspelled one must not be ignored).
    /// </summary>
    public static int[] Find(Table table, IReadOnlyList<Column> columns)
    {
        int[] found = new int[columns.Count];
        Array.Fill(found, -1);
        for (int i = 0; i < table.Headers.Count; i++)
        {
            string header = table.Headers[i].Trim(), key = HeaderName.Key(header);
            if (header.Length == 0)
            {
                if (table.Rows.Any(row => Table.Text(row, i).Length > 0))
                    throw table.Error(table.HeaderLine, header,
                        Say($"a header over column {i + 1}",
                            $"第 {i + 1} 列的表头"));
                continue;
            }
            int match = -1;
            for (int k = 0; k < columns.Count && match < 0; k++)
                if (columns[k].Is(key)) match = k;
            if (match < 0)
                throw table.Error(table.HeaderLine, header,
                    Say($"one of the columns {string.Join(", ", Names(columns))}",
                        $"下列之一：{string.Join("、", Names(columns))}"));
            if (found[match] >= 0)
                throw table.Error(table.HeaderLine, header,
                    Say($"column \"{columns[match].English}\" only once",
                        $"“{columns[match].Chinese}”列只出现一次"));
            found[match] = i;
        }
        for (int k = 0; k < columns.Count; k++)
        {
            if (columns[k].Required && found[k] < 0)
                throw table.Error(table.HeaderLine, string.Join(", ", table.Headers),
                        Say($"a column \"{columns[k].English}\" ({columns[k].Chinese})",
                            $"“{columns[k].Chinese}”列（{columns[k].English}）"));
        }
        return found;
    }

    /// <summary>Whether a header with this key means this column.</summary>
    public bool Is(string key) =>
        HeaderName.Key(English) == key || HeaderName.Key(Chinese) == key || Also.Any(a => HeaderName.Key(a) == key);

    private static IEnumerable<string> Names(IReadOnlyList<Column> columns) =>
        columns.Select(c => $"{c.English} ({c.Chinese})");
}
