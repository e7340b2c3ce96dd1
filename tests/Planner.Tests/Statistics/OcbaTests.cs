using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class OcbaTests
{
    /// <summary>Chen and Lee 2011, p. 49, where lower is better: 11, 9, 19, 9, 2.</summary>
    [Fact]
    public void The_published_allocation() =>
        Assert.Equal([11, 9, 19, 9, 2], Ocba.Allocation([-1, -2, -3, -4, -5], [1, 1, 9, 9, 4], 50));

    [Fact]
    public void Equals_and_constants_still_add_up_to_the_budget()
    {
        Assert.Equal(100, Ocba.Allocation([1, 1, 1], [1, 2, 3], 100).Sum());
        Assert.Equal([34, 33, 33], Ocba.Allocation([1, 2, 3], [0, 0, 0], 100));
        Assert.Equal([0, 100], Ocba.Allocation([2, 1], [0, 4], 100));
        Assert.Equal([7], Ocba.Allocation([2], [1], 7));
    }
}
