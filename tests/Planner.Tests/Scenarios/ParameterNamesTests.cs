using Jinlin.Model.World;
using Jinlin.Planner.Scenarios;

namespace Jinlin.Planner.Tests.Scenarios;

public class ParameterNamesTests
{
    [Fact]
    public void Every_default_lies_in_its_own_range()
    {
        var defaults = new Parameters();
        Assert.Empty(ParameterNames.All
            .Where(p => p.ValueIn(defaults) < p.Info.Low || p.ValueIn(defaults) > p.Info.High).Select(p => p.Name));
    }

    [Fact]
    public void Names_are_in_kebab_case_and_distinct()
    {
        Assert.Contains("ask-chat", ParameterNames.All.Select(p => p.Name));
        Assert.Equal(ParameterNames.All.Count, ParameterNames.All.Select(p => p.Name).Distinct().Count());
    }
}
