using Jinlin.Model.World;
using Jinlin.Planner.Input;
using static Jinlin.Planner.Wording.Language;

namespace Jinlin.Planner.Towns;

/// <summary>The files of a town on a map, and what must be declared about them.</summary>
public sealed record TownMapSource
{
    /// <summary>Outlines of the buildings, GeoJSON.</summary>
    public required string Buildings { get; init; }

    /// <summary>Which household lives in which building, CSV or .xlsx, as the two that follow.</summary>
    public required string Households { get; init; }

    public required string Residents { get; init; }

    /// <summary>Null: nothing is known of ties, synthesis draws them.</summary>
    public string? Ties { get; init; }

    public required string Name { get; init; }

    /// <summary>What the degrees in the map mean.</summary>
    public required CoordinateSystem Coordinates { get; init; }

    /// <summary>Synthetic or consented: residents given one by one are never an aggregate.</summary>
    public required Provenance Provenance { get; init; }

    public required int CensusYear { get; init; }

    /// <summary>Said on maps and in reports; null: what the map says of itself.</summary>
    public string? Attribution { get; init; }
}

/// <summary>
/// Imports a town from a map and tables. Buildings in which nobody lives are left out: the model's buildings are homes.
/// Ids only join the files to each other; nothing of them goes into the town.
/// </summary>
public static class TownMap
{
    private static readonly Column Id = new("id", "编号", true);

    private static readonly Column[] HouseholdColumns = [Id, new("building", "楼栋", true, "楼栋编号")];

    private static readonly Column[] ResidentColumns =
    [
        Id, new("household", "家庭", true, "户", "户编号", "家庭编号"), new("age", "年龄", true),
        new("building", "楼栋", false, "楼栋编号"), new("sex", "性别", false), new("frail", "失能", false),
        new("disabled", "残疾", false), new("migrant", "流动人口", false), new("clinician", "医护", false),
    ];

    private static readonly Column[] TieColumns =
        [new("from", "从", true), new("to", "到", true), new("strength", "强度", true)];

    /// <exception cref="InputException">The first thing wrong with the files.</exception>
    public static TownPlan Read(TownMapSource source)
    {
        FootprintFile map = FootprintFile.Read(source.Buildings, source.Coordinates);
        var homes = new Homes(source, map);
        homes.ReadHouseholds(Read(source.Households, ImportLimits.Residents));
        homes.ReadResidents(Read(source.Residents, ImportLimits.Residents));
        homes.Settle();
        if (source.Ties is { } ties) homes.ReadTies(Read(ties, ImportLimits.Ties));
        return new TownPlan
        {
            Name = source.Name,
            Provenance = source.Provenance,
            CensusYear = source.CensusYear,
            Districts = [source.Name],
            Estates = homes.Estates(new LocalMap(Centre(source.Buildings, map, source.Coordinates))),
            Attribution = source.Attribution ?? map.Attribution,
        };
    }

    private static Table Read(string path, int rows)
    {
        Table table = Table.Read(path, rows);
        PersonalData.Refuse(table);
        return table;
    }

    private static Degrees Centre(string path, FootprintFile map, CoordinateSystem system)
    {
        IEnumerable<Degrees> all = map.Buildings.SelectMany(b => b.Outline);
        var (west, east) = (all.Min(d => d.Longitude), all.Max(d => d.Longitude));
        var (south, north) = (all.Min(d => d.Latitude), all.Max(d => d.Latitude));
        var centre = new Degrees((west + east) / 2, (south + north) / 2);
        (double x, double y) = new LocalMap(centre).Metres(new Degrees(east, north));
        if (Math.Max(x, y) > 100_000)
        {
            double apart = 2 * Math.Max(x, y) / 1000;
            throw SourceFile.Error(path, 0, FormattableString.Invariant($"buildings {apart:0} km apart"),
                Say("a town of at most 200 km", "不超过 200 公里的城镇"));
        }
        return centre.ToWgs84(system);
    }

    private sealed record Household(string Id, int Building, int Line, List<Person> People);

    private sealed record Person(string Id, int Line, Household Household, ImportedResident Facts)
    {
        /// <summary>Index within the estate, once settled.</summary>
        public int Index { get; set; } = -1;
    }

    private sealed class Homes(TownMapSource source, FootprintFile map)
    {
        private readonly Dictionary<string, int> buildings =
            map.Buildings.Select((b, i) => (b.Id, i)).ToDictionary(b => b.Id, b => b.i, StringComparer.Ordinal);

        private readonly Dictionary<string, Household> households = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<InitialTie>> ties = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<ImportedFarTie>> farTies = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> inhabited = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Person>> settled = new(StringComparer.Ordinal);

        public void ReadHouseholds(Table table)
        {
            int[] at = Column.Find(table, HouseholdColumns);
            foreach (TableRow row in table.Rows)
            {
                string id = table.Required(row, at[0]), building = table.Required(row, at[1]);
                if (!buildings.TryGetValue(building, out int index))
                    throw table.Error(row.Line, at[1], building, Say("the id of a building in the map", "地图中某栋楼的编号"));
                if (!households.TryAdd(id, new Household(id, index, row.Line, [])))
                    throw table.Error(row.Line, at[0], id,
                        Say($"an id of its own (line {households[id].Line} has it)",
                            $"不重复的编号（第 {households[id].Line} 行已用）"));
            }
        }

        public void ReadResidents(Table table)
        {
            int[] at = Column.Find(table, ResidentColumns);
            foreach (TableRow row in table.Rows)
            {
                string id = table.Required(row, at[0]), home = table.Required(row, at[1]);
                if (!households.TryGetValue(home, out Household? household))
                    throw table.Error(row.Line, at[1], home, Say("the id of a household", "某户的编号"));
                string building = Table.Text(row, at[3]);
                if (building.Length > 0 && building != map.Buildings[household.Building].Id)
                    throw table.Error(row.Line, at[3], building,
                        Say($"the building of household \"{home}\"",
                            $"家庭“{home}”所在的楼栋"));
                var facts = new ImportedResident(0, household.Building, table.WholeOrNone(row, at[2], 0, 110),
                    table.Woman(row, at[4]), table.YesNo(row, at[5]), table.YesNo(row, at[6]),
                    table.YesNo(row, at[7]), table.YesNo(row, at[8]));
                var person = new Person(id, row.Line, household, facts);
                if (!people.TryAdd(id, person))
                    throw table.Error(row.Line, at[0], id,
                        Say($"an id of its own (line {people[id].Line} has it)",
                            $"不重复的编号（第 {people[id].Line} 行已用）"));
                household.People.Add(person);
            }
            foreach (Household household in households.Values)
            {
                if (household.People.Count == 0)
                    throw SourceFile.Error(source.Households, household.Line, Table.Quote(household.Id),
                        Say("a household with at least one resident", "至少有一位居民的家庭"));
            }
            if (people.Count == 0) throw table.Error(table.HeaderLine, "", Say("a row for each resident", "每位居民一行"));
        }

        /// <summary>Orders everybody by building, household and new key, and numbers them in their estate.</summary>
        public void Settle()
        {
            foreach (Household household in households.Values.OrderBy(h => h.Building)
                .ThenBy(h => NewKey.Of(source.Name, h.Id)))
            {
                string estate = EstateOf(household);
                if (!settled.TryGetValue(estate, out List<Person>? residents))
                {
                    settled[estate] = residents = [];
                    inhabited[estate] = [];
                    ties[estate] = [];
                    farTies[estate] = [];
                    places[estate] = places.Count;
                }
                List<int> homes = inhabited[estate];
                if (homes.Count == 0 || homes[^1] != household.Building) homes.Add(household.Building);
                foreach (Person person in household.People.OrderBy(p => NewKey.Rank(p.Facts.Age))
                    .ThenBy(p => NewKey.Of(source.Name, p.Id)))
                {
                    person.Index = residents.Count;
                    residents.Add(person);
                }
            }
        }

        public void ReadTies(Table table)
        {
            int[] at = Column.Find(table, TieColumns);
            var seen = new HashSet<(string, string)>();
            var degrees = new Dictionary<(string, int), int>();
            foreach (TableRow row in table.Rows)
            {
                Person from = Known(table, row, at[0]), to = Known(table, row, at[1]);
                string estate = EstateOf(from.Household);
                if (from == to) throw table.Error(row.Line, at[1], to.Id, "somebody else than in \"from\"");
                if (!seen.Add((from.Id, to.Id)))
                    throw table.Error(row.Line, at[1], to.Id,
                        Say($"one row only from {Table.Quote(from.Id)} to the same",
                            $"{Table.Quote(from.Id)} 到同一人只有一行"));
                int degree = degrees[(estate, from.Index)] = degrees.GetValueOrDefault((estate, from.Index)) + 1;
                if (degree > ImportLimits.TiesPerResident)
                {
                    throw table.Error(row.Line, at[0], from.Id,
                            Say($"at most {ImportLimits.TiesPerResident} ties from one",
                                $"每人至多 {ImportLimits.TiesPerResident} 条关系"));
                }
                double strength = table.Number(row, at[2], 0, 1);
                if (strength == 0) throw table.Error(row.Line, at[2], "0",
                    Say("a strength above 0, at most 1,",
                        "大于 0、不超过 1 的强度"));
                string other = EstateOf(to.Household);
                if (other == estate) ties[estate].Add(new InitialTie(from.Index, to.Index, (float)strength));
                else farTies[estate].Add(new ImportedFarTie(from.Index, places[other], to.Index, (float)strength));
            }
        }

        public IReadOnlyList<EstatePlan> Estates(LocalMap plane) => [.. settled.Select(estate =>
        {
            List<int> homes = inhabited[estate.Key];
            List<Footprint> footprints = [.. homes.Select(b => Footprint(map.Buildings[b], plane))];
            List<ImportedResident> residents = [];
            int household = -1;
            Household? last = null;
            foreach (Person person in estate.Value)
            {
                if (person.Household != last) household++;
                last = person.Household;
                int building = homes.BinarySearch(last.Building);
                residents.Add(person.Facts with { Household = household, Building = building });
            }
            return new EstatePlan
            {
                Name = estate.Key,
                Population = residents.Count,
                Households = household + 1,
                Buildings = homes.Count,
                Over60 = residents.Count(r => r.Age >= 60),
                Floors = (int)Math.Round(footprints.Average(f => f.Floors)),
                X = footprints.Average(f => Middle(f.Outline, p => p.X)),
                Y = footprints.Average(f => Middle(f.Outline, p => p.Y)),
                Footprints = footprints,
                People = residents,
                Ties = source.Ties is null ? null : [.. ties[estate.Key].OrderBy(t => t.From).ThenBy(t => t.To)],
                FarTies = source.Ties is null ? null
                    : [.. farTies[estate.Key].OrderBy(t => t.From).ThenBy(t => t.Estate).ThenBy(t => t.To)],
            };
        })];

        private string EstateOf(Household household) => map.Buildings[household.Building].Estate ?? source.Name;

        private Footprint Footprint(MapBuilding building, LocalMap plane) =>
            new([.. building.Outline.Select(d => plane.Metres(d.ToWgs84(source.Coordinates)))], building.Floors,
                building.Lifts);

        private Person Known(Table table, TableRow row, int column)
        {
            string id = table.Required(row, column);
            return people.TryGetValue(id, out Person? person)
                ? person
                : throw table.Error(row.Line, column, id, Say("the id of a resident", "某位居民的编号"));
        }

        private static double Middle(
            IReadOnlyList<(double X, double Y)> outline, Func<(double X, double Y), double> of) =>
            (outline.Min(of) + outline.Max(of)) / 2;
    }
}
