using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Jinlin.Planner.Input;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>
/// Reads the first sheet of an .xlsx file. A workbook is a zip of XML from outside: no part may unpack past the limit
/// whatever the zip says of itself, and no document type, so no entity, is read.
/// </summary>
public static class Workbook
{
    private const string Expected = "an .xlsx workbook with one sheet of estates";

    /// <param name="path">The file.</param>
    /// <param name="rows">More rows than this are refused.</param>
    /// <exception cref="InputException">Not a workbook, or past a limit.</exception>
    public static Table Read(string path, int rows)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(SourceFile.Bytes(path)), ZipArchiveMode.Read);
            var reading = new Reading(path, zip);
            List<string> shared = reading.SharedStrings();
            return reading.Sheet(reading.FirstSheet(), shared, rows);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException)
        {
            int line = e is XmlException xml ? xml.LineNumber : 0;
            throw SourceFile.Error(path, line, e.Message, Expected);
        }
    }

    private sealed class Reading(string path, ZipArchive zip)
    {
        private long unpacked;

        public List<string> SharedStrings()
        {
            var strings = new List<string>();
            if (zip.GetEntry("xl/sharedStrings.xml") is null) return strings;
            using XmlReader xml = Open("xl/sharedStrings.xml");
            while (xml.Read())
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si") strings.Add(TextOf(xml));
            return strings;
        }

        public string FirstSheet()
        {
            string? id = null;
            using (XmlReader book = Open("xl/workbook.xml"))
            {
                while (id is null && book.Read())
                {
                    if (book.NodeType != XmlNodeType.Element || book.LocalName != "sheet") continue;
                    while (book.MoveToNextAttribute())
                        if (book.LocalName == "id" && book.Prefix.Length > 0) id = book.Value;
                }
            }
            using XmlReader relations = Open("xl/_rels/workbook.xml.rels");
            while (id is not null && relations.Read())
            {
                if (relations.NodeType == XmlNodeType.Element && relations.GetAttribute("Id") == id)
                {
                    string target = relations.GetAttribute("Target") ?? "";
                    return target.StartsWith('/') ? target[1..] : $"xl/{target}";
                }
            }
            throw SourceFile.Error(path, 0, Say("no sheet", "没有工作表"), Expected);
        }

        public Table Sheet(string part, List<string> shared, int rows)
        {
            IReadOnlyList<string>? headers = null;
            int headerLine = 0, line = 0;
            var found = new List<TableRow>();
            using XmlReader xml = Open(part);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
                line = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out int r) ? r : line + 1;
                List<string> cells = xml.IsEmptyElement ? [] : Cells(xml, shared, line);
                if (cells.TrueForAll(string.IsNullOrWhiteSpace)) continue;
                CsvTable.Check(path, line, cells);
                if (headers is null)
                {
                    (headers, headerLine) = (cells, line);
                    continue;
                }
                if (found.Count == rows)
                    throw SourceFile.Error(path, line,
                        Say($"row {rows + 1}",
                            $"第 {rows + 1} 行数据"), Say($"at most {rows} rows", $"至多 {rows} 行"));
                for (int i = headers.Count; i < cells.Count; i++)
                {
                    if (cells[i].Length > 0)
                        throw SourceFile.Error(path, line, Table.Quote(cells[i]),
                            Say($"a header over column {i + 1}",
                                $"第 {i + 1} 列的表头"));
                }
                found.Add(new TableRow(line, cells));
            }
            if (headers is null) throw SourceFile.Error(path, 0,
                Say("nothing",
                    "空表"), Say("a row of headers and rows below it", "一行表头和其下的数据行"));
            return new Table(path, headerLine, headers, found);
        }

        private List<string> Cells(XmlReader xml, List<string> shared, int line)
        {
            var cells = new List<string>();
            int depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
                int column = ColumnOf(xml.GetAttribute("r"), cells.Count);
                if (column >= ImportLimits.Columns)
                    throw SourceFile.Error(path, line, $"column {column + 1}", $"at most {ImportLimits.Columns}");
                while (cells.Count < column) cells.Add("");
                string value = Value(xml, xml.GetAttribute("t"), shared, line);
                if (column < cells.Count) cells[column] = value;
                else cells.Add(value);
            }
            return cells;
        }

        private string Value(XmlReader xml, string? type, List<string> shared, int line)
        {
            if (xml.IsEmptyElement) return "";
            string text = type == "inlineStr" ? TextOf(xml) : ValueOf(xml);
            switch (type)
            {
                case "s":
                    if (int.TryParse(text, CultureInfo.InvariantCulture, out int at) && at >= 0 && at < shared.Count)
                        return shared[at];
                    throw SourceFile.Error(path, line, text, $"a shared string from 0 to {shared.Count - 1}");
                case "e":
                    throw SourceFile.Error(path, line, text, Say("a value instead of a formula's error", "数值，而不是公式错误"));
                case null or "n":
                    // 4.403E+17 and 440300… are one number: a reader of values must see its digits.
                    return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                        ? number.ToString("0.############", CultureInfo.InvariantCulture)
                        : text;
                default:
                    return text;
            }
        }

        /// <summary>All text below this element, without phonetic guides.</summary>
        private static string TextOf(XmlReader xml)
        {
            if (xml.IsEmptyElement) return "";
            var text = new StringBuilder();
            int depth = xml.Depth, guide = int.MaxValue;
            bool inside = false;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.Depth <= guide && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                    guide = xml.LocalName == "rPh" && xml.NodeType == XmlNodeType.Element ? xml.Depth : int.MaxValue;
                if (xml.NodeType == XmlNodeType.Element) inside = xml.LocalName == "t" && guide == int.MaxValue;
                else if (xml.NodeType == XmlNodeType.EndElement) inside = false;
                else if (inside && HasText(xml)) text.Append(xml.Value);
                if (text.Length > ImportLimits.CellCharacters)
                    throw new InvalidDataException($"A cell has more than {ImportLimits.CellCharacters} characters.");
            }
            return text.ToString();
        }

        /// <summary>The text of the cell's v element; a formula's f beside it is not read.</summary>
        private static string ValueOf(XmlReader xml)
        {
            var text = new StringBuilder();
            int depth = xml.Depth;
            bool inside = false;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType == XmlNodeType.Element) inside = xml.LocalName == "v" && !xml.IsEmptyElement;
                else if (xml.NodeType == XmlNodeType.EndElement) inside = false;
                else if (inside && HasText(xml)) text.Append(xml.Value);
            }
            return text.ToString();
        }

        private static bool HasText(XmlReader xml) =>
            xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace;

        /// <summary>"AB12" is column 27, from 0; without a reference the cell follows the last.</summary>
        private static int ColumnOf(string? reference, int next)
        {
            if (string.IsNullOrEmpty(reference)) return next;
            int column = 0;
            foreach (char c in reference)
            {
                if (!char.IsAsciiLetter(c)) break;
                column = Math.Min((column * 26) + char.ToUpperInvariant(c) - 'A' + 1, 1 << 20);
            }
            return column == 0 ? next : column - 1;
        }

        private XmlReader Open(string part)
        {
            ZipArchiveEntry entry = zip.GetEntry(part)
                ?? throw SourceFile.Error(path, 0, $"no part {part}", Expected);
            using Stream stream = entry.Open();
            var bytes = new MemoryStream();
            byte[] block = new byte[81_920];
            for (int read = stream.Read(block); read > 0; read = stream.Read(block))
            {
                unpacked += read;
                if (bytes.Length + read > ImportLimits.Bytes || unpacked > ImportLimits.WorkbookBytes)
                {
                    throw SourceFile.Error(path, 0, $"part {part} unpacks to more than {bytes.Length} bytes",
                        $"at most {ImportLimits.Bytes} bytes a part, {ImportLimits.WorkbookBytes} in all");
                }
                bytes.Write(block, 0, read);
            }
            bytes.Position = 0;
            return XmlReader.Create(bytes, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            });
        }
    }
}
