using Jinlin.Planner.Designs;

namespace Jinlin.Planner.Tests.Designs;

public class FullFactorialTests
{
    [Fact]
    public void Every_combination_stands_once_the_last_turning_fastest()
    {
        int[] levels = [2, 3, 2];

        int[][] all = [.. Enumerable.Range(0, (int)FullFactorial.Count(levels))
            .Select(i => FullFactorial.Levels(levels, i))];

        Assert.Equal(12, all.Select(c => string.Join(",", c)).Distinct().Count());
        Assert.Equal([0, 0, 1], all[1]);
        Assert.Equal([1, 2, 1], all[^1]);
    }

    [Fact]
    public void More_than_can_be_counted_is_said_and_not_wrapped() =>
        Assert.Equal(long.MaxValue, FullFactorial.Count([.. Enumerable.Repeat(10, 30)]));
}
