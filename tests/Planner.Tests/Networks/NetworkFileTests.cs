using Jinlin.Planner.Input;
using Jinlin.Planner.Networks;

namespace Jinlin.Planner.Tests.Networks;

public sealed class NetworkFileTests : IDisposable
{
    private const string People = "id,wealth\na,1\nb,2\nc,4\nd,NA\n";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bare_edge_list_with_attributes_of_people()
    {
        NetworkFile file = Read("from,to\na,b\nb,a\na,c\n", People, c => c with { Attributes = ["wealth"] });

        Assert.Equal([(0, 1), (1, 0), (0, 2)], file.Dyads.Ties);
        Assert.Equal((3, 3), (file.Dyads.All.Count, file.Dropped));
        Assert.Equal(["wealth, giver", "wealth, receiver", "wealth, difference"], file.Dyads.Names);
    }

    [Fact]
    public void Without_a_table_of_people_they_are_whom_the_list_names()
    {
        NetworkFile file = Read("from,to,km\na,b,0\na,c,1\nb,c,2\nb,a,0\nc,a,1\nc,b,2\n", null,
            c => c with { Covariates = ["log:km"] });

        Assert.Equal((3, 6), (file.Dyads.People, file.Dyads.Ties.Count()));
        Assert.Equal(Math.Log(2), (file.Dyads.All[1].Forth[0] * file.Dyads.Scales[0]) + file.Dyads.Centers[0], 12);
    }

    [Theory]
    [InlineData("from,to,km\na,x,1\n", 2, "\"x\"", true)]
    [InlineData("from,to,km\na,b,-1\n", 2, "-1", true)]
    [InlineData("from,to,km\na,b,far\n", 2, "far", true)]
    [InlineData("from,to,km\na,b,1\na,b,1\n", 3, "a to b", true)]
    [InlineData("from,to,km\na,a,1\n", 2, "\"a\"", true)]
    [InlineData("from,to\na,b\n", 1, "from, to", true)]
    [InlineData("from,to,km\na,b,1\n", 0, "2", false)]
    public void What_is_wrong_is_told_with_its_line(string edges, int line, string found, bool listed)
    {
        InputError error = Assert.Single(Assert.Throws<InputException>(() =>
            Read(edges, listed ? People : null, c => c with { Covariates = ["log:km"] })).Errors);

        Assert.Equal(line, error.Line);
        Assert.Contains(found, error.Value);
    }

    private NetworkFile Read(string edges, string? people, Func<NetworkColumns, NetworkColumns> columns)
    {
        var named = new NetworkColumns { From = "from", To = "to" };
        if (people is not null) named = named with { People = (_folder.Write("people.csv", people), "id") };
        return NetworkFile.Read(_folder.Write("edges.csv", edges), columns(named));
    }
}
