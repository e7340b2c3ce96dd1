using Jinlin.Model.Engine;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class KimNelsonTests
{
    /// <summary>Kim and Nelson 2001: η = ½((2α)^(−2/9) − 1) for two systems and ten first replications.</summary>
    [Fact]
    public void Eta_is_the_published_constant() => Assert.Equal(.33405, KimNelson.Eta(2, 10, .05), 5);

    [Fact]
    public void Before_the_first_stage_is_done_all_survive()
    {
        Selection selection = new KimNelson(3, 1, 10).After([[1.0, 2], [1.0, 2], [1.0]]);
        Assert.Equal([0, 1, 2], selection.Surviving);
        Assert.Null(selection.Best);
    }

    [Fact]
    public void A_clear_winner_is_selected_at_the_first_stage()
    {
        Selection selection = new KimNelson(2, 1, 10).After([Draws(1, 10, 0), Draws(2, 10, 9)]);
        Assert.Equal((1, 10), (selection.Best, selection.Replications));
    }

    [Fact]
    public void Identical_policies_end_with_one_of_them()
    {
        double[] same = Draws(1, 10, 0);
        Assert.Equal(0, new KimNelson(2, 1, 10).After([same, same]).Best);
    }

    [Fact]
    public void A_selection_that_was_stopped_goes_on_to_the_same_end()
    {
        double[][] all = [Draws(1, 400, 0), Draws(2, 400, .3), Draws(3, 400, .6)];
        var rule = new KimNelson(3, .4, 10);
        Selection end = rule.After(all);
        Assert.NotNull(end.Best);
        Selection stopped = rule.After([.. all.Select(v => v.Take(end.Replications - 1).ToArray())]);
        Assert.Null(stopped.Best);
        // Only the survivors ran on.
        Selection resumed = rule.After([.. all.Select((v, i) =>
            stopped.Surviving.Contains(i) ? v : [.. v.Take(end.Replications - 1)])]);
        Assert.Equal(end.Best, resumed.Best);
    }

    /// <summary>
    /// At the least favorable lead, one smallest effect, and positive correlation: right in at least 95 % of 400
    /// selections, within binomial error.
    /// </summary>
    [Fact]
    public void The_best_is_selected_as_often_as_promised()
    {
        int right = 0;
        const int Times = 400;
        for (uint time = 0; time < Times; time++)
        {
            double[] shared = Draws(1000 + (10 * time), 300, 0);
            double[][] all =
            [
                .. new[] { 0, 0, .5 }.Select((lead, k) => Draws(1001 + (10 * time) + (uint)k, 300, lead)
                    .Select((v, i) => v + shared[i]).ToArray()),
            ];
            if (new KimNelson(3, .5, 10).After(all).Best == 2) right++;
        }
        Assert.True(right >= (.95 * Times) - (3 * Math.Sqrt(Times * .95 * .05)), $"{right} of {Times}");
    }

    /// <summary>Normal of variance 1 about a mean.</summary>
    private static double[] Draws(uint stream, int count, double mean) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
            mean + PortableMath.NormalInverse(new Chance(11).Uniform(stream, 0, 1, (uint)i))),
    ];
}
