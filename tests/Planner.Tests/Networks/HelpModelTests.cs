using Jinlin.Model.Engine;
using Jinlin.Planner.Networks;

namespace Jinlin.Planner.Tests.Networks;

public class HelpModelTests
{
    /// <summary>The estimates come back within three standard errors, the spreads within a fifth.</summary>
    [Fact]
    public void What_made_a_network_is_found_in_it()
    {
        var truth = new HelpModel(-2, [.8, -.5], 1.5, .7, .4, []);
        Dyads pairs = Pairs(150);
        (bool Helps, bool Helped)[] made = MadeNetworks.Of(truth, pairs, 1, 5).Single();
        var network = new Dyads(150, pairs.Names,
            [.. pairs.All.Zip(made, (d, s) => d with { Helps = s.Helps, Helped = s.Helped })]);

        HelpModel found = HelpModel.Fit(network);

        double[] expected = [truth.Constant, .. truth.Covariates, truth.Reciprocity];
        double[] estimates = [found.Constant, .. found.Covariates, found.Reciprocity];
        for (int i = 1; i < expected.Length; i++)
            Assert.InRange(estimates[i] - expected[i], -3 * found.Errors[i], 3 * found.Errors[i]);
        // The constant also carries what the drawn people happen to give and receive on average.
        Assert.InRange(found.Constant, -2.3, -1.7);
        Assert.InRange(found.Giving, .8 * .7, 1.2 * .7);
        Assert.InRange(found.Receiving, .8 * .4, 1.2 * .4);
    }

    /// <summary>By hand: log odds 0 and ln 3, and an answer that adds ln 2.</summary>
    [Fact]
    public void The_four_states_of_a_pair()
    {
        (double neither, double forth, double back, double both) = HelpModel.Probabilities(0, Math.Log(3), Math.Log(2));

        Assert.Equal([1 / 11.0, 1 / 11.0, 3 / 11.0, 6 / 11.0], [neither, forth, back, both], (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void A_network_without_ties_has_finite_estimates()
    {
        HelpModel found = HelpModel.Fit(Pairs(10));

        Assert.All([found.Constant, found.Reciprocity, .. found.Covariates], v => Assert.True(double.IsFinite(v)));
    }

    internal static Dyads Pairs(int people)
    {
        var chance = new Chance(9);
        return new Dyads(people, ["near", "older"],
            [.. from i in Enumerable.Range(0, people)
                from j in Enumerable.Range(i + 1, people - i - 1)
                let near = chance.Uniform((uint)i, (uint)j, 1)
                select new Dyad(i, j, false, false,
                    [near, chance.Uniform((uint)i, (uint)j, 2)], [near, chance.Uniform((uint)j, (uint)i, 2)])]);
    }
}
