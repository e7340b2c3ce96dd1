using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Statistics;

public class RegretTests
{
    /// <summary>Savage 1951; the metric as McPhail et al. 2018 define it, with minimax regret (−.1, −.4).</summary>
    [Fact]
    public void Greatest_regret_is_the_published_one()
    {
        IReadOnlyList<double> regret = Regret.Of([[.99, 1, .5], [.69, .6, .6]]);
        Assert.Equal(.1, regret[0], 12);
        Assert.Equal(.4, regret[1], 12);
    }

    [Fact]
    public void A_state_that_is_not_known_for_all_is_left_out() =>
        Assert.Equal([0.0, 1], Regret.Of([[2, double.NaN], [1, 9]]));
}
