using Jinlin.Planner.Input;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class PriceFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Prices_are_read_by_item() =>
        Assert.Equal(250.5, Read("item,price\nevent,250.5\nvisit,0\n")["event"]);

    [Theory]
    [InlineData("item,price\nparty,1\n", 2, "event, visit")]
    [InlineData("item,price\nevent,1\nevent,2\n", 3, "once")]
    [InlineData("item,price\nevent,-1\n", 2, "from 0")]
    [InlineData("item\nevent\n", 1, "price")]
    public void Bad_prices_are_refused(string text, int line, string expectation)
    {
        InputError error = Assert.Throws<InputException>(() => Read(text)).Error;
        Assert.Equal(line, error.Line);
        Assert.Contains(expectation, error.Expectation);
    }

    private IReadOnlyDictionary<string, double> Read(string text) =>
        PriceFile.Read(folder.Write("costs.csv", text), ["event", "visit"]);
}
