using System.IO.Compression;
using System.Text;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class EstateSheetTests : IDisposable
{
    private const string Head = "name,households,population,60+,80+ alone,buildings,organizations\n";

    private const string ChineseHead = "小区名称,户数,人口,60岁及以上,80岁及以上独居,楼栋数,组织数,街道\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_row_is_one_estate()
    {
        TownPlan town = Read(Head + "East Garden,600,1400,170,6,18,4\nWest Garden,250,550,60,,7,0\n");
        Assert.Equal(Provenance.Aggregate, town.Provenance);
        Assert.Equal(["East Garden", "West Garden"], town.Estates.Select(e => e.Name));
        EstatePlan east = town.Estates[0];
        Assert.Equal((600, 1400, 170, 6, 18, 4),
            (east.Households, east.Population, east.Over60, east.Over80Alone, east.Buildings, east.Organizations));
        Assert.Null(town.Estates[1].Over80Alone);
        Assert.NotEqual((town.Estates[0].X, town.Estates[0].Y), (town.Estates[1].X, town.Estates[1].Y));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("GB18030", false)]
    public void Chinese_is_read_in_every_usual_encoding(string name, bool mark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] text = encoding.GetBytes(ChineseHead + "禾香里𠮷,600,1400,170,6,18,4,南街\n");
        TownPlan town = Read(mark ? [.. encoding.GetPreamble(), .. text] : text);
        Assert.Equal("禾香里𠮷", Assert.Single(town.Estates).Name);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public void The_separator_is_found(char separator)
    {
        TownPlan town = Read((Head + "A,600,1400,170,6,18,4\n").Replace(',', separator));
        Assert.Equal(1400, Assert.Single(town.Estates).Population);
    }

    [Fact]
    public void Headers_may_be_wide_spaced_or_in_another_case() =>
        Assert.Equal(170, Read("ＮＡＭＥ,House-Holds,Population,６０＋,80+ Alone,BUILDINGS,organizations\n" +
            "A,600,1400,170,6,18,4").Estates[0].Over60);

    [Fact]
    public void Districts_subdistricts_and_communities_are_numbered_by_first_appearance()
    {
        const string Places = "name,households,population,60+,80+ alone,buildings,organizations,district,subdistrict," +
            "community\n";
        TownPlan town = Read(Places + "A,9,20,5,1,2,0,N,s1,c1\nB,9,20,5,1,2,0,N,s1,c2\nC,9,20,5,1,2,0,S,s1,c1\n" +
            "D,9,20,5,1,2,0,N,s1,c1\n");
        Assert.Equal(["N", "S"], town.Districts);
        Assert.Equal([0, 0, 1, 0], town.Estates.Select(e => e.District));
        Assert.Equal([0, 0, 1, 0], town.Estates.Select(e => e.Subdistrict));
        Assert.Equal([0, 1, 2, 0], town.Estates.Select(e => e.Community));
    }

    [Theory]
    [InlineData("万科[二期]")]
    [InlineData("=cmd()")]
    [InlineData("\u202Egnirts\u2066")]
    [InlineData("a\u001b[31mred")]
    public void Hostile_names_survive(string name) =>
        Assert.Equal(name, Read($"{Head}{name},600,1400,170,6,18,4\n").Estates[0].Name);

    [Theory]
    [InlineData("A,x,1400,170,6,18,4", 2, "\"x\"", "households")]
    [InlineData("A,1.5,1400,170,6,18,4", 2, "\"1.5\"", "households")]
    [InlineData("A,-6,1400,170,6,18,4", 2, "\"-6\"", "households")]
    [InlineData("A,600,,170,6,18,4", 2, "nothing", "population")]
    [InlineData("A,600,99999999,170,6,18,4", 2, "\"99999999\"", "population")]
    [InlineData("A,1401,1400,170,6,18,4", 2, "\"1401\"", "at most the population")]
    [InlineData("A,600,1400,1401,6,18,4", 2, "\"1401\"", "60+")]
    [InlineData("A,600,1400,170,171,18,4", 2, "\"171\"", "80+ alone")]
    [InlineData("A,9,20,5,1,10,4", 2, "\"10\"", "buildings")]
    [InlineData("A,600,1400,170,6,0,4", 2, "\"0\"", "buildings")]
    [InlineData(",600,1400,170,6,18,4", 2, "nothing", "name")]
    [InlineData("A,600,1400,170,6,18,4\n\nA,600,1400,170,6,18,4", 4, "\"A\"", "line 2")]
    [InlineData("A,600,1400,170,6,18,4,more", 2, "8 cells", "7 cells")]
    [InlineData("A,600,\"1400,170,6,18,4", 2, "quotation mark", "quot")]
    public void A_wrong_cell_is_named_with_its_line(string rows, int line, string value, string expectation)
    {
        InputError error = Refused(Head + rows);
        Assert.Equal(line, error.Line);
        Assert.Contains(value, error.Value);
        Assert.Contains(expectation, error.Expectation);
        Assert.EndsWith("estates.csv", error.File);
    }

    [Theory]
    [InlineData("name,households,60+,80+ alone,buildings,organizations\nA,6,1,0,1,0", "population")]
    [InlineData("name,households,population,population,60+,80+ alone,buildings,organizations\nA,6,9,9,1,0,1,0", "once")]
    [InlineData("name,households,population,60+,80+ alone,buildings,organizations,florrs\nA,6,9,1,0,1,0,3", "floors")]
    public void Wrong_headers_are_refused(string text, string expectation) =>
        Assert.Contains(expectation, Refused(text).Expectation);

    [Fact]
    public void Too_many_rows_are_refused()
    {
        var text = new StringBuilder(Head);
        for (int i = 0; i <= ImportLimits.Estates; i++) text.Append($"E{i},6,9,1,0,1,0\n");
        InputError error = Refused(text.ToString());
        Assert.Equal(ImportLimits.Estates + 2, error.Line);
        Assert.Contains("5000", error.Expectation);
    }

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        Assert.Contains($"{ImportLimits.Bytes}", Refused(new byte[ImportLimits.Bytes + 1]).Expectation);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Equal(2, Refused([.. Encoding.UTF8.GetBytes(Head), 0xFF, 0xFF, 0x30]).Line);
        Assert.Contains("zero", Refused([.. Encoding.UTF8.GetBytes(Head), 0]).Value);
    }

    [Fact]
    public void A_missing_or_empty_file_is_refused()
    {
        string path = folder.Path("nowhere.csv");
        var missing = Assert.Throws<InputException>(() => EstateSheet.Read(path, "T", 2020));
        Assert.Contains("no such file", missing.Error.Value);
        Assert.Equal("nothing", Refused("").Value);
        Assert.Equal("no row", Refused(Head).Value);
    }

    [Fact]
    public void Personal_columns_and_values_are_refused_and_not_repeated()
    {
        Assert.Contains("nobody real", Refused(Head.Replace("\n", ",联系人\n") + "A,600,1400,170,6,18,4,x").Expectation);
        InputError error = Refused(Head + "经理13812345678,600,1400,170,6,18,4");
        Assert.DoesNotContain("13812345678", error.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_template_reads_back_from_both_files(bool chinese)
    {
        foreach (string path in EstateSheet.WriteTemplate(folder.Root, chinese))
        {
            EstatePlan estate = Assert.Single(EstateSheet.Read(path, "T", 2020).Estates);
            Assert.Equal((600, 1400, 170, 6, 18, 4, 8), (estate.Households, estate.Population, estate.Over60,
                estate.Over80Alone, estate.Buildings, estate.Organizations, estate.Floors));
            Assert.Equal(chinese ? "示例小区" : "Example Estate", estate.Name);
        }
    }

    [Fact]
    public void A_workbook_with_shared_strings_gaps_and_exponents_is_read()
    {
        string path = folder.Write("shared.xlsx", Zip(
            ("xl/workbook.xml", Book),
            ("xl/_rels/workbook.xml.rels", Relations),
            ("xl/sharedStrings.xml", $"<sst xmlns='{Main}'>" + string.Concat(Head.Trim().Split(',')
                .Select(h => $"<si><r><t>{h[..1]}</t></r><r><t xml:space='preserve'>{h[1..]}</t></r></si>"))
                + "<si><t>Inner</t><rPh><t>guide</t></rPh></si></sst>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData><row r='2'>" +
                string.Concat(Enumerable.Range(0, 7).Select(i => $"<c r='{(char)('A' + i)}2' t='s'><v>{i}</v></c>")) +
                "</row><row r='5'><c r='A5' t='s'><v>7</v></c><c r='B5'><v>6E2</v></c><c r='C5'><f>B5+800</f>" +
                "<v>1400</v></c><c r='D5'><v>170</v></c><c r='F5'><v>18.0</v></c></row></sheetData></worksheet>")));
        EstatePlan estate = Assert.Single(EstateSheet.Read(path, "T", 2020).Estates);
        Assert.Equal(("Inner", 600, 1400, 18), (estate.Name, estate.Households, estate.Population, estate.Buildings));
        Assert.Null(estate.Over80Alone);
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unpacks()
    {
        var parts = Zip(("xl/workbook.xml", Book), ("xl/_rels/workbook.xml.rels", Relations),
            ("xl/worksheets/sheet1.xml", new string(' ', ImportLimits.Bytes + 1)));
        Assert.True(parts.Length < 200_000);
        Assert.Contains("unpacks", RefusedWorkbook(parts).Value);
    }

    [Fact]
    public void Entities_are_refused()
    {
        string secret = folder.Write("secret.txt", "secret");
        InputError error = RefusedWorkbook(Zip(("xl/workbook.xml",
            $"<!DOCTYPE w [<!ENTITY x SYSTEM 'file://{secret}'>]><workbook xmlns='{Main}'>&x;</workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations)));
        Assert.Contains("DTD", error.Value);
        Assert.DoesNotContain("secret", error.Value);
    }

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        Assert.Contains(".xlsx", RefusedWorkbook(Encoding.UTF8.GetBytes(Head)).Expectation);
        Assert.Contains("xl/workbook.xml", RefusedWorkbook(Zip(("a", "b"))).Value);
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Book = $"<workbook xmlns='{Main}' xmlns:r='urn:r'><sheets>" +
        "<sheet name='a' sheetId='1' r:id='k'/></sheets></workbook>";

    private const string Relations =
        "<Relationships><Relationship Id='k' Target='worksheets/sheet1.xml'/></Relationships>";

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return stream.ToArray();
    }

    private TownPlan Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private TownPlan Read(byte[] bytes) => EstateSheet.Read(folder.Write("estates.csv", bytes), "Town", 2020);

    private InputError Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    private InputError Refused(byte[] bytes) => Assert.Throws<InputException>(() => Read(bytes)).Error;

    private InputError RefusedWorkbook(byte[] bytes)
    {
        string path = folder.Write("estates.xlsx", bytes);
        return Assert.Throws<InputException>(() => EstateSheet.Read(path, "Town", 2020)).Error;
    }
}
