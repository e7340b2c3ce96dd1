using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class TownMapTests : IDisposable
{
    private const string Households = "id,building\nh1,b1\nh2,b2\nh3,b2\n";

    private const string Residents = "id,household,age,sex\np1,h2,71,F\np2,h1,40,M\np3,h1,8,F\np4,h3,,\n";

    private const string Ties = "from,to,strength\np1,p2,.5\np2,p1,.25\n";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_four_files_make_a_town()
    {
        TownPlan town = Read(Map(Square("b1", 0), Square("b2", 1), Square("b3", 2)), Households, Residents, Ties);
        EstatePlan estate = Assert.Single(town.Estates);
        Assert.Equal(("Hill", 4, 3, 2, 1),
            (estate.Name, estate.Population, estate.Households, estate.Buildings, estate.Over60));
        List<ImportedResident> people = [.. estate.People!];
        Assert.Equal([0, 0, 1, 1], people.Select(p => p.Building));
        Assert.Equal((40, 8), (people[0].Age, people[1].Age));
        int elder = people.FindIndex(p => p.Age == 71);
        Assert.Equal([new InitialTie(0, elder, .25f), new InitialTie(elder, 0, .5f)], estate.Ties!);
        Assert.True(people[elder].Woman);
        Assert.Null(people.Single(p => p.Household == 3 - people[elder].Household).Age);
    }

    /// <summary>Null, not none: nobody's ties are known, so they are drawn.</summary>
    [Fact]
    public void Without_a_table_of_ties_they_are_drawn() => Assert.Null(
        Read(Map(Square("b1", 0), Square("b2", 1), Square("b3", 2)), Households, Residents, null).Estates[0].Ties);

    [Fact]
    public void Outlines_are_metres_around_the_towns_centre_in_every_system()
    {
        foreach (CoordinateSystem system in Enum.GetValues<CoordinateSystem>())
        {
            TownPlan town = Read(Map(Square("b1", 0), Square("b2", 1)), Households, Residents, null, system);
            Footprint footprint = town.Estates[0].Footprints![0];
            Assert.Equal(5, footprint.Outline.Count);
            Assert.Equal(footprint.Outline[0], footprint.Outline[^1]);
            // The square is .0001° wide and twice as far from the next: about 10 m by 11 m.
            Assert.InRange(footprint.Outline.Max(p => p.X) - footprint.Outline.Min(p => p.X), 9.5, 10.8);
            Assert.InRange(footprint.Outline.Max(p => p.Y) - footprint.Outline.Min(p => p.Y), 10.5, 11.6);
            Assert.InRange(town.Estates[0].Footprints!.Average(f => f.Outline[0].X), -20, 20);
        }
    }

    [Fact]
    public void The_order_of_the_files_rows_leaves_no_trace()
    {
        string map = Map(Square("b1", 0), Square("b2", 1));
        EstatePlan one = Read(map, Households, Residents, Ties).Estates[0];
        EstatePlan other = Read(map, "id,building\nh3,b2\nh1,b1\nh2,b2\n",
            "id,household,age,sex\np4,h3,,\np3,h1,8,F\np2,h1,40,M\np1,h2,71,F\n", Ties).Estates[0];
        Assert.Equal(one.People!, other.People!);
        Assert.Equal(one.Ties!, other.Ties!);
    }

    [Fact]
    public void Estates_are_told_apart_by_their_name()
    {
        TownPlan town = Read(Map(Square("b1", 0, "万科[二期]"), Square("b2", 1, "=cmd()")), Households, Residents, null);
        Assert.Equal(["万科[二期]", "=cmd()"], town.Estates.Select(e => e.Name));
        Assert.Equal([2, 2], town.Estates.Select(e => e.Population));
    }

    /// <summary>A tie between estates is one end's row; who is not in the table has no friend across town.</summary>
    [Fact]
    public void Ties_between_estates_are_rows_of_their_own_end()
    {
        TownPlan town = Read(
            Map(Square("b1", 0, "A"), Square("b2", 1, "B")), Households, Residents,
            "from,to,strength\np1,p4,.5\np1,p3,.4\np3,p1,.3\n");
        Assert.Single(town.Estates.SelectMany(e => e.Ties!));
        (int here, ImportedFarTie tie)[] far =
            [.. town.Estates.SelectMany((e, i) => e.FarTies!.Select(t => (i, t))).OrderByDescending(t => t.t.Strength)];
        Assert.Equal([.4f, .3f], far.Select(t => t.tie.Strength));
        Assert.Equal((far[0].here, far[0].tie.From), (far[1].tie.Estate, far[1].tie.To));
        Assert.Equal((far[1].here, far[1].tie.From), (far[0].tie.Estate, far[0].tie.To));
        Assert.NotEqual(far[0].here, far[1].here);
        Assert.Null(Read(
            Map(Square("b1", 0, "A"), Square("b2", 1, "B")), Households, Residents, null).Estates[0].FarTies);
        InputError twice = Refused(
            Map(Square("b1", 0, "A"), Square("b2", 1, "B")), Households, Residents,
            "from,to,strength\np1,p3,.5\np1,p3,.4\n");
        Assert.Contains("one row only", twice.Expectation);
        Assert.Equal(3, twice.Line);
    }

    [Theory]
    [InlineData("\"generator\":\"overpass-turbo\"", FootprintFile.OpenStreetMap)]
    [InlineData("\"attribution\":\"© OpenStreetMap\"", FootprintFile.OpenStreetMap)]
    [InlineData("\"attribution\":\"Survey of 2020\"", "Survey of 2020")]
    [InlineData("\"generator\":\"a program\"", null)]
    public void Attribution_is_carried(string member, string? expected)
    {
        string map = Map(Square("b1", 0), Square("b2", 1)).Replace("\"features\"", $"{member},\"features\"");
        Assert.Equal(expected, Read(map, Households, Residents, null).Attribution);
    }

    [Fact]
    public void The_larger_part_of_a_multipolygon_is_the_outline()
    {
        string both = "{\"type\":\"Feature\",\"properties\":{\"id\":\"b1\",\"floors\":9},\"geometry\":{\"type\":" +
            "\"MultiPolygon\",\"coordinates\":[[[[118,24],[118.0001,24],[118,24.0001],[118,24]]]," +
            "[[[118.001,24],[118.002,24],[118.001,24.001],[118.001,24]]]]}}";
        Footprint footprint = Read(Map(both, Square("b2", 1)), Households, Residents, null).Estates[0].Footprints![0];
        Assert.InRange(footprint.Outline.Max(p => p.X) - footprint.Outline.Min(p => p.X), 95, 105);
        Assert.Equal((9, 1), (footprint.Floors, footprint.Lifts));
    }

    [Theory]
    [InlineData("id,building\nh1,b9\n", 2, "building in the map")]
    [InlineData("id,building\nh1,b1\nh1,b2\n", 3, "line 2")]
    [InlineData("id\nh1\n", 1, "building")]
    [InlineData("id,building\nh1,b1\nh2,b2\nh3,b2\nh4,b1\n", 5, "at least one resident")]
    public void Bad_households_are_refused(string households, int line, string expectation) =>
        Check(Refused(null, households, Residents, Ties), "households.csv", line, expectation);

    [Theory]
    [InlineData("id,household,age\np1,h9,3\n", 2, "id of a household")]
    [InlineData("id,household,age\np1,h1,3\np1,h1,4\n", 3, "line 2")]
    [InlineData("id,household,age\np1,h1,111\n", 2, "0 to 110")]
    [InlineData("id,household,age,building\np1,h1,3,b2\n", 2, "building of household")]
    [InlineData("id,household,age,frail\np1,h1,3,maybe\n", 2, "yes or no")]
    [InlineData("id,household\np1,h1\n", 1, "age")]
    [InlineData("id,household,age,姓名\np1,h1,3,x\n", 1, "nobody real")]
    [InlineData("id,household,age,name\np1,h1,3,x\n", 1, "nobody real")]
    [InlineData("id,household,age\n11010519491231002X,h1,3\n", 2, "nobody real")]
    public void Bad_residents_are_refused(string residents, int line, string expectation) =>
        Check(Refused(null, Households, residents, Ties), "residents.csv", line, expectation);

    [Theory]
    [InlineData("from,to,strength\np1,p9,.5\n", 2, "id of a resident")]
    [InlineData("from,to,strength\np1,p1,.5\n", 2, "somebody else")]
    [InlineData("from,to,strength\np1,p2,.5\np1,p2,.6\n", 3, "one row only")]
    [InlineData("from,to,strength\np1,p2,0\n", 2, "above 0")]
    [InlineData("from,to,strength\np1,p2,1.5\n", 2, "0 to 1")]
    [InlineData("from,to,strength\np1,p2,NaN\n", 2, "0 to 1")]
    [InlineData("from,to\np1,p2\n", 1, "strength")]
    public void Bad_ties_are_refused(string ties, int line, string expectation) =>
        Check(Refused(null, Households, Residents, ties), "ties.csv", line, expectation);

    [Theory]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[118,24],[119,25],[119,24],[118,25],[118,24]]]}", "cross")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[118,24],[119,24],[119,25],[118,25]]]}", "standard")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[]}", "Polygon")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[118,24]}", "Polygon")]
    [InlineData("{\"type\":\"Blob\",\"coordinates\":[118,24]}", "standard")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[24,118],[24,119],[25,119],[24,118]]]}", "in this order")]
    [InlineData("null", "polygon")]
    public void Bad_polygons_are_refused_with_their_number(string geometry, string expectation)
    {
        string bad = "{\"type\":\"Feature\",\"properties\":{\"id\":\"b2\",\"floors\":3},\"geometry\":" + geometry + "}";
        InputError error = Refused(Map(Square("b1", 0), bad), Households, Residents, Ties);
        Check(error, "buildings.geojson", 3, expectation);
        Assert.StartsWith("feature 2:", error.Value);
    }

    [Theory]
    [InlineData("\"id\":\"b1\",\"floors\":3", "feature 1 has it")]
    [InlineData("\"floors\":3", "\"id\"")]
    [InlineData("\"id\":\"b2\"", "\"floors\"")]
    [InlineData("\"id\":\"b2\",\"floors\":61", "1 to 60")]
    [InlineData("\"id\":\"b2\",\"floors\":3,\"lifts\":-1", "0 to 20")]
    [InlineData("\"id\":\"b2\",\"floors\":3,\"户主\":\"x\"", "nobody real")]
    public void Bad_properties_are_refused_with_their_number(string properties, string expectation)
    {
        string bad = Square("b2", 1).Replace("\"id\":\"b2\",\"floors\":3", properties);
        InputError error = Refused(Map(Square("b1", 0), bad), Households, Residents, Ties);
        Check(error, "buildings.geojson", 3, expectation);
        Assert.StartsWith("feature 2:", error.Value);
    }

    [Fact]
    public void What_is_no_map_is_refused()
    {
        foreach (string other in (string[])["[]", "{", "{\"type\":\"Feature\"}", "x"])
            Assert.EndsWith("buildings.geojson", Refused(other, Households, Residents, Ties).File);
        string deep = new string('[', 40) + new string(']', 40);
        string map = Map(Square("b1", 0)).Replace("{\"id\"", "{\"x\":" + deep + ",\"id\"");
        Assert.Contains("deep", Refused(map, Households, Residents, Ties).Expectation);
    }

    [Fact]
    public void A_declared_system_may_not_contradict_the_file()
    {
        string map = Map(Square("b1", 0), Square("b2", 1)).Replace("\"features\"",
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\"");
        Assert.Equal(2, Read(map, Households, Residents, null).Estates[0].Buildings);
        Assert.Contains("declared", Assert.Throws<InputException>(() =>
            Read(map, Households, Residents, null, CoordinateSystem.Gcj02)).Error.Expectation);
    }

    [Fact]
    public void The_invented_village_reads()
    {
        TownPlan town = TownMap.Read(new TownMapSource
        {
            Buildings = Village("buildings.geojson"),
            Households = Village("households.csv"),
            Residents = Village("residents.csv"),
            Ties = Village("ties.csv"),
            Name = "Tidewater",
            Coordinates = CoordinateSystem.Wgs84,
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
        });
        EstatePlan estate = Assert.Single(town.Estates);
        Assert.Equal((12, 35), (estate.Buildings, estate.Households));
        Assert.InRange(estate.Population, 100, 140);
        Assert.InRange(estate.Ties!.Count, 300, 1_500);
        Assert.Contains("invented", town.Attribution);
    }

    private static string Village(string file) => Path.Combine(ArangDak.Root(), "scenarios", "village", file);

    private static void Check(InputError error, string file, int line, string expectation)
    {
        Assert.EndsWith(file, error.File);
        Assert.Equal(line, error.Line);
        Assert.Contains(expectation, error.Expectation);
    }

    /// <summary>A collection with one feature to a line, the first in line 2.</summary>
    private static string Map(params string[] features) =>
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + string.Join(",\n", features) + "\n]}\n";

    private static string Square(string id, int place, string? estate = null)
    {
        string first = $"[118.000{2 + (2 * place)},24]";
        string[] corners =
        [
            first, $"[118.000{3 + (2 * place)},24]", $"[118.000{3 + (2 * place)},24.0001]",
            $"[118.000{2 + (2 * place)},24.0001]", first,
        ];
        string of = estate is null ? "" : $",\"estate\":\"{estate}\"";
        return $"{{\"type\":\"Feature\",\"properties\":{{\"id\":\"{id}\",\"floors\":3{of}}},\"geometry\":" +
            $"{{\"type\":\"Polygon\",\"coordinates\":[[{string.Join(',', corners)}]]}}}}";
    }

    private InputError Refused(string? map, string households, string residents, string? ties) =>
        Assert.Throws<InputException>(() =>
            Read(map ?? Map(Square("b1", 0), Square("b2", 1)), households, residents, ties)).Error;

    private TownPlan Read(string map, string households, string residents, string? ties,
        CoordinateSystem system = CoordinateSystem.Wgs84)
    {
        return TownMap.Read(new TownMapSource
        {
            Buildings = folder.Write("buildings.geojson", map),
            Households = folder.Write("households.csv", households),
            Residents = folder.Write("residents.csv", residents),
            Ties = ties is null ? null : folder.Write("ties.csv", ties),
            Name = "Hill",
            Coordinates = system,
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
        });
    }
}
