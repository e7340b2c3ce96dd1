using Jinlin.Model.Engine;
using Jinlin.Planner.Sensitivity;

namespace Jinlin.Planner.Tests.Sensitivity;

public class VarianceSplitTests
{
    /// <summary>By hand: points differ by 4, seeds by 2, nothing else.</summary>
    [Fact]
    public void What_adds_up_has_no_interaction()
    {
        VarianceSplit split = VarianceSplit.Of([[0, 2], [4, 6]])!.Value;

        Assert.Equal(new VarianceSplit(8, 2, 0), split);
        Assert.Equal(.8, split.ShareOf(split.Points));
    }

    /// <summary>Variances 4, 1 and .25 go in and come out, up to sampling error.</summary>
    [Fact]
    public void The_parts_come_out_as_they_went_in()
    {
        const double Spread = 3.4641016;
        var chance = new Chance(5);
        double[][] outcomes = [.. Enumerable.Range(0, 600).Select(p => Enumerable.Range(0, 600).Select(s => Spread * (
            (2 * chance.Uniform((uint)p, 0, 1)) + chance.Uniform((uint)s, 0, 2)
            + (.5 * chance.Uniform((uint)p, (uint)s, 3)))).ToArray())];

        VarianceSplit split = VarianceSplit.Of(outcomes)!.Value;

        Assert.Equal(4, split.Points, .4);
        Assert.Equal(1, split.Seeds, .1);
        Assert.Equal(.25, split.Interaction, .005);
    }

    [Fact]
    public void One_seed_or_one_point_says_nothing()
    {
        Assert.Null(VarianceSplit.Of([[1, 2]]));
        Assert.Null(VarianceSplit.Of([[1], [2]]));
        Assert.Equal(0, VarianceSplit.Of([[1, 1], [1, 1]])!.Value.ShareOf(0));
    }
}
