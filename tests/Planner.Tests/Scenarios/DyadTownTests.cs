using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Tests.Towns;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Scenarios;

public sealed class DyadTownTests : IDisposable
{
    private const string Scenario = """
        name: Net
        start: 2023-07-01
        horizon: 30
        town:
          dyads: dyads.csv
          residents: residents.csv
          name: Net
          provenance: consented
          census-year: 2018

        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Arang_Dak_is_a_scenario()
    {
        NetworkSource source = ArangDak.Source();
        File.Copy(source.Residents, folder.Path("residents.csv"));
        File.Copy(source.Dyads, folder.Path("dyads.csv"));
        TownPlan town = Read(Scenario + "  strength: .4\n  columns: {id: ID_number, household: houseID, age: age, " +
            "sex: sex, from: i_ID, to: j_ID, reports: [y, y.donor.oriented]}\n");
        EstatePlan estate = Assert.Single(town.Estates);
        Assert.Equal((108, 1_422), (estate.Population, estate.Ties!.Count));
        Assert.Equal(Provenance.Consented, town.Provenance);
        Assert.All(estate.Ties, t => Assert.Equal(.4f, t.Strength));
    }

    [Fact]
    public void Plain_tables_need_no_columns()
    {
        folder.Write("residents.csv", "id,household\na,1\nb,2\n");
        folder.Write("dyads.csv", "from,to\na,b\n");
        EstatePlan estate = Read(Scenario).Estates[0];
        Assert.Equal((2, 2, 1), (estate.Population, estate.Households, estate.Ties!.Count));
    }

    [Theory]
    [InlineData("  strength: 0\n", "0.04")]
    [InlineData("  columns: {form: x}\n", "from")]
    [InlineData("  columns: {from: x}\n", "\"x\"")]
    public void A_wrong_section_is_refused(string more, string expectation)
    {
        folder.Write("residents.csv", "id,household\na,1\nb,2\n");
        folder.Write("dyads.csv", "from,to\na,b\n");
        var refused = Assert.Throws<InputException>(() => Read(Scenario + more));
        Assert.Contains(refused.Errors, e => e.Expectation.Contains(expectation));
    }

    private TownPlan Read(string text) => ScenarioFile.Read(folder.Write("net.yaml", text)).Scenario.Town;
}
