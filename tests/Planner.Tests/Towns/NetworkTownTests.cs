using Jinlin.Model.World;
using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class NetworkTownTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Arang_Dak_has_the_facts_that_its_source_lists()
    {
        NetworkSource source = ArangDak.Source();
        DyadTable dyads = NetworkTown.ReadDyads(source);
        NetworkFacts facts = NetworkFacts.Of(108, dyads.Ties);
        Assert.Equal(11_556, dyads.Pairs.Count);
        Assert.Equal((1_422, 36, 38), (facts.Ties, facts.OutDegreeMax, facts.InDegreeMax));
        Assert.Equal((.123, .713, .385),
            (Math.Round(facts.Density, 3), Math.Round(facts.Reciprocity, 3), Math.Round(facts.Transitivity, 3)));
        // Relatedness 0, under .125, to .25, to .5, .5 and over.
        IReadOnlyList<double> shares =
            NetworkFacts.TieShares(dyads.Tied, dyads.Covariate("ij_deg_r"), double.Epsilon, .125, .25, .5);
        Assert.Equal([.093, .062, .115, .267, .802], shares.Select(s => Math.Round(s, 3)));
    }

    [Fact]
    public void Arang_Dak_is_a_town_with_the_same_network()
    {
        TownPlan town = NetworkTown.Read(ArangDak.Source());
        EstatePlan estate = Assert.Single(town.Estates);
        Assert.Equal(Provenance.Consented, town.Provenance);
        Assert.Equal((108, 32, 1), (estate.Population, estate.Households, estate.Buildings));
        NetworkFacts facts = NetworkFacts.Of(108, estate.Ties!.Select(t => (t.From, t.To)));
        Assert.Equal((1_422, 36, 38), (facts.Ties, facts.OutDegreeMax, facts.InDegreeMax));
        Assert.Equal(.385, Math.Round(facts.Transitivity, 3));
        Assert.Equal(18, estate.People!.Min(p => p.Age));
        Assert.Equal(75, estate.People!.Max(p => p.Age));
        Assert.All(estate.People!.Zip(estate.People!.Skip(1)),
            pair => Assert.InRange(pair.Second.Household - pair.First.Household, 0, 1));
    }

    [Fact]
    public void A_tie_needs_all_reports_and_the_not_asked_have_none()
    {
        TownPlan town = Read("id,household,age,sex\na,1,30,F\nb,1,NA,M\nc,2,70,\n",
            "from,to,gives,gets\na,b,1,1\nb,a,1,0\na,c,NA,1\nc,b,1,1\n", "gives", "gets");
        EstatePlan estate = town.Estates[0];
        Assert.Equal(2, estate.Ties!.Count);
        int elder = estate.People!.ToList().FindIndex(p => p.Age == 70);
        int unknown = estate.People!.ToList().FindIndex(p => p.Age is null);
        Assert.Contains(estate.Ties, t => t.From == elder && t.To == unknown);
    }

    [Theory]
    [InlineData("id,household,age,sex\na,1,30,F\na,1,31,M\n", "from,to\n", 3, "an id of its own")]
    [InlineData("id,household,age,sex\na,1,300,F\nb,1,31,M\n", "from,to\n", 2, "0 to 110")]
    [InlineData("id,household,age,sex\na,1,30,X\nb,1,31,M\n", "from,to\n", 2, "F or M")]
    [InlineData("id,house,age,sex\na,1,30,F\n", "from,to\n", 1, "household")]
    [InlineData("id,household,age,sex,姓名\na,1,30,F,x\nb,1,31,M,y\n", "from,to\n", 1, "nobody real")]
    [InlineData("id,household,age,sex\na,1,30,F\nb,1,31,M\n", "from,to\na,c\n", 2, "id of a resident")]
    [InlineData("id,household,age,sex\na,1,30,F\nb,1,31,M\n", "from,to\na,a\n", 2, "somebody else")]
    [InlineData("id,household,age,sex\na,1,30,F\nb,1,31,M\n", "from,to\na,b\nb,a\na,b\n", 4, "line 2")]
    [InlineData("id,household,age,sex\na,1,30,F\nb,1,31,M\n", "from,too\na,b\n", 1, "\"to\"")]
    public void Bad_networks_are_refused(string residents, string dyads, int line, string expectation)
    {
        InputError error = Assert.Throws<InputException>(() => Read(residents, dyads)).Error;
        Assert.Equal(line, error.Line);
        Assert.Contains(expectation, error.Expectation);
    }

    [Fact]
    public void A_report_is_0_or_1()
    {
        InputError error = Assert.Throws<InputException>(() =>
            Read("id,household,age,sex\na,1,30,F\nb,1,31,M\n", "from,to,y\na,b,2\n", "y")).Error;
        Assert.Equal((2, "\"2\""), (error.Line, error.Value));
    }

    private TownPlan Read(string residents, string dyads, params string[] reports) => NetworkTown.Read(new NetworkSource
    {
        Name = "Net",
        Residents = folder.Write("residents.csv", residents),
        Dyads = folder.Write("dyads.csv", dyads),
        Provenance = Provenance.Synthetic,
        CensusYear = 2020,
        Reports = reports,
    });
}
