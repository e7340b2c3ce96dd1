using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Jinlin.Planner.Towns;

/// <summary>Writes a workbook of one sheet: text inline, whole numbers as numbers, always the same bytes.</summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Types = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml"
         ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml"
         ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        </Types>
        """;

    private const string Relations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="xl/workbook.xml"
         Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
        </Relationships>
        """;

    private const string BookRelations = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Target="worksheets/sheet1.xml"
         Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>
        </Relationships>
        """;

    public static void Write(Stream stream, string sheet, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", Types);
        Part(zip, "_rels/.rels", Relations);
        Part(zip, "xl/_rels/workbook.xml.rels", BookRelations);
        Part(zip, "xl/workbook.xml", Xml(xml =>
        {
            const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets", Main);
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheet);
            xml.WriteAttributeString("sheetId", "1");
            xml.WriteAttributeString("r", "id", Office, "rId1");
        }));
        Part(zip, "xl/worksheets/sheet1.xml", Xml(xml =>
        {
            xml.WriteStartElement("worksheet", Main);
            xml.WriteStartElement("sheetData", Main);
            foreach (IReadOnlyList<string> row in rows)
            {
                xml.WriteStartElement("row", Main);
                foreach (string cell in row) Cell(xml, cell);
                xml.WriteEndElement();
            }
        }));
    }

    private static void Cell(XmlWriter xml, string text)
    {
        xml.WriteStartElement("c", Main);
        if (text.Length is > 0 and < 10 && text.AsSpan().ContainsAnyExceptInRange('0', '9') == false)
        {
            xml.WriteElementString("v", Main, text);
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteElementString("t", Main, text);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Xml(Action<XmlWriter> write)
    {
        var text = new MemoryStream();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
