using System.Text;
using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Wording;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>
/// The planner's own path into a town: a sheet with one row per estate. Its residents are synthetic and match the
/// totals, so the town's provenance is <see cref="Provenance.Aggregate"/>.
/// </summary>
public static class EstateSheet
{
    private static readonly Column Name = new("name", "小区名称", true, "estate", "名称", "小区", "小区名", "estate name");
    private static readonly Column Households = new("households", "户数", true, "家庭户数", "总户数");

    private static readonly Column Population =
        new("population", "人口", true, "residents", "people", "总人口", "人口数", "常住人口", "人数", "居民数");

    private static readonly Column Over60 = new("60+", "60岁及以上", true, "over 60", "aged 60 and over", "60岁以上",
        "60岁及以上人口", "60岁以上人口", "老年人口", "60岁以上老人");

    private static readonly Column Over80Alone = new("80+ alone", "80岁及以上独居", true, "80 alone", "over 80 alone",
        "aged 80 and over living alone", "80岁以上独居", "80岁以上独居老人", "80岁及以上独居老人", "80+独居", "高龄独居");

    private static readonly Column Buildings = new("buildings", "楼栋数", true, "楼栋", "栋数", "幢数", "楼数");

    private static readonly Column Organizations =
        new("organizations", "组织数", true, "organisations", "单位数", "组织", "驻区单位", "驻区单位数");

    private static readonly Column District = new("district", "区", false, "行政区", "所属区", "区县");
    private static readonly Column Subdistrict = new("subdistrict", "街道", false, "镇街", "街道镇", "所属街道");
    private static readonly Column Community = new("community", "社区", false, "所属社区", "居委会");
    private static readonly Column Floors = new("floors", "层数", false, "楼层", "楼层数");

    private static readonly Column[] All =
    [
        Name, Households, Population, Over60, Over80Alone, Buildings, Organizations, District, Subdistrict, Community,
        Floors,
    ];

    /// <summary>Metres between neighboring estates on the synthetic map: a short quarter-hour's circle.</summary>
    private const double Spacing = 600;

    /// <summary>The town that the sheet describes, in the sheet's order.</summary>
    /// <param name="path">An .xlsx or CSV file.</param>
    /// <param name="town">The town's name.</param>
    /// <param name="censusYear">The year that the totals and the marginals belong to.</param>
    /// <exception cref="InputException">The first thing wrong with the sheet.</exception>
    public static TownPlan Read(string path, string town, int censusYear)
    {
        Table table = Table.Read(path, ImportLimits.Estates);
        PersonalData.Refuse(table, Name);
        int[] at = Column.Find(table, All);
        if (table.Rows.Count == 0)
            throw SourceFile.Error(path, table.HeaderLine,
                Say("no row",
                    "没有数据行"), Say("one row per estate below the headers", "表头之下每个小区一行"));
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var places = new Places(town);
        var estates = new List<EstatePlan>(table.Rows.Count);
        int side = (int)Math.Ceiling(Math.Sqrt(table.Rows.Count));
        foreach (TableRow row in table.Rows)
        {
            EstatePlan estate = Estate(table, row, at, names);
            string district = Table.Text(row, at[7]);
            string subdistrict = Table.Text(row, at[8]);
            string community = Table.Text(row, at[9]);
            (int d, int s, int c) = places.Of(district, subdistrict, community);
            estates.Add(estate with
            {
                District = d,
                Subdistrict = s,
                Community = c,
                X = estates.Count % side * Spacing,
                Y = estates.Count / side * Spacing,
            });
        }
        return new TownPlan
        {
            Name = town,
            Provenance = Provenance.Aggregate,
            CensusYear = censusYear,
            Districts = places.Districts,
            Estates = estates,
        };
    }

    /// <summary>Headers and one invented estate, in English or Chinese.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Template(bool chinese) =>
    [
        [.. All.Select(c => chinese ? c.Chinese : c.English)],
        chinese
            ? ["示例小区", "600", "1400", "170", "6", "18", "4", "示例区", "示例街道", "示例社区", "8"]
            : ["Example Estate", "600", "1400", "170", "6", "18", "4", "Example District", "Example Subdistrict",
                "Example Community", "8"],
    ];

    /// <summary>Writes the template as estates.xlsx and estates.csv into a folder and returns the two paths.</summary>
    public static IReadOnlyList<string> WriteTemplate(string folder, bool chinese)
    {
        Directory.CreateDirectory(folder);
        string book = Path.Combine(folder, "estates.xlsx"), csv = Path.Combine(folder, "estates.csv");
        IReadOnlyList<IReadOnlyList<string>> rows = Template(chinese);
        using (FileStream stream = File.Create(book)) WorkbookWriter.Write(stream, chinese ? "小区" : "Estates", rows);
        // Spreadsheet programs take a CSV without the mark for the system's own encoding and break the Chinese.
        File.WriteAllText(csv, CsvOf(rows), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return [book, csv];
    }

    /// <summary>Rows as CSV for people who open it in a spreadsheet program.</summary>
    internal static string CsvOf(IEnumerable<IReadOnlyList<string>> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(SafeText.Csv)) + "\r\n"));

    private static EstatePlan Estate(Table table, TableRow row, int[] at, Dictionary<string, int> names)
    {
        string name = table.Required(row, at[0]);
        if (!names.TryAdd(name, row.Line))
            throw table.Error(row.Line, at[0], name,
                Say($"a name of its own (line {names[name]} has it already)",
                    $"不重复的名称（第 {names[name]} 行已用）"));
        int population = table.Whole(row, at[2], 1, 60_000);
        int households = table.Whole(row, at[1], 1, 60_000);
        if (households > population)
            throw table.Error(row.Line, at[1], $"{households}",
                Say($"at most the population, {population},",
                    $"不超过人口 {population}"));
        int over60 = table.Whole(row, at[3], 0, 60_000);
        if (over60 > population)
            throw table.Error(row.Line, at[3], $"{over60}",
                Say($"at most the population, {population},",
                    $"不超过人口 {population}"));
        int? alone = table.WholeOrNone(row, at[4], 0, 60_000);
        if (alone > Math.Min(over60, households))
        {
            throw table.Error(row.Line, at[4], $"{alone}",
                    Say($"at most those of 60+, {over60}, and the households, {households},",
                        $"不超过60岁及以上人数 {over60} 和户数 {households}"));
        }
        int buildings = table.Whole(row, at[5], 1, 500);
        if (buildings > households)
            throw table.Error(row.Line, at[5], $"{buildings}",
                Say($"at most the households, {households},",
                    $"不超过户数 {households}"));
        return new EstatePlan
        {
            Name = name,
            Population = population,
            Households = households,
            Over60 = over60,
            Over80Alone = alone,
            Buildings = buildings,
            Organizations = table.WholeOrNone(row, at[6], 0, 1_000),
            Floors = table.WholeOrNone(row, at[10], 1, 60) ?? 8,
        };
    }

    /// <summary>Numbers for the names of districts, subdistricts and communities, by first appearance.</summary>
    private sealed class Places(string town)
    {
        private readonly Dictionary<string, int> districts = new(StringComparer.Ordinal);
        private readonly Dictionary<(int District, string Name), int> subdistricts = [];
        private readonly Dictionary<(int Subdistrict, string Name), int> communities = [];

        public IReadOnlyList<string> Districts => [.. districts.OrderBy(d => d.Value).Select(d => d.Key)];

        public (int District, int Subdistrict, int Community) Of(string district, string subdistrict, string community)
        {
            int d = Number(districts, district.Length > 0 ? district : town);
            int s = Number(subdistricts, (d, subdistrict));
            return (d, s, Number(communities, (s, community)));
        }

        private static int Number<T>(Dictionary<T, int> numbers, T key) where T : notnull
        {
            if (!numbers.TryGetValue(key, out int number)) numbers[key] = number = numbers.Count;
            return number;
        }
    }
}
