using Jinlin.Planner.Commands;
using Jinlin.Planner.Towns;

namespace Jinlin.Planner.Tests.Towns;

public sealed class TownTablesTests
{
    [Fact]
    public void Estates_that_are_off_and_the_sums_are_shown()
    {
        var text = new StringWriter();
        TownTables.Fit(Terminal.Into(text, text),
            TownFit.Of([Rosters.Three("Exact"), Rosters.Three("[Off]", over60: 2)]));
        Assert.DoesNotContain("Exact", text.ToString());
        Assert.Contains("[Off]", text.ToString());
        Assert.Contains("-1", text.ToString());
        Assert.Contains("Households", text.ToString());
    }
}
