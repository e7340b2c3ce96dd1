using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Statistics;

public class AssumptionDrawsTests
{
    private static readonly Parameters Defaults = new();

    [Fact]
    public void Labelled_assumptions_are_drawn_within_their_ranges_and_nothing_else_moves()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            Parameters drawn = AssumptionDraws.Of(Defaults, seed);
            foreach (ParameterName name in ParameterNames.All)
            {
                double value = name.ValueIn(drawn);
                if (name.Info.Grade != Grade.Assumption) Assert.Equal(name.ValueIn(Defaults), value);
                else Assert.InRange(value, name.Info.Low, name.Info.High);
            }
        }
    }

    [Fact]
    public void One_seed_gives_one_draw_and_another_another()
    {
        Assert.Equal(AssumptionDraws.Of(Defaults, 5), AssumptionDraws.Of(Defaults, 5));
        Parameters one = AssumptionDraws.Of(Defaults, 5), two = AssumptionDraws.Of(Defaults, 6);
        Assert.All(AssumptionDraws.Labelled.Where(n => !n.IsWhole),
            n => Assert.NotEqual(n.ValueIn(one), n.ValueIn(two)));
    }

    [Fact]
    public void What_the_scenario_sets_stays()
    {
        Parameters set = Defaults with { ShareAirConditioned = .61 };
        Assert.Equal(.61, AssumptionDraws.Of(set, 5).ShareAirConditioned);
        Assert.Equal(123, AssumptionDraws.Of(Prices.Default.With("event", 123), 5)["event"]);
    }

    [Fact]
    public void Draws_fill_the_range_evenly_and_do_not_move_together()
    {
        double[] first = [.. Drawn("frail-over60")], second = [.. Drawn("disabled")];
        ParameterName name = AssumptionDraws.Labelled.Single(n => n.Name == "frail-over60");
        double middle = (name.Info.Low + name.Info.High) / 2, width = name.Info.High - name.Info.Low;
        Assert.Equal(middle, first.Average(), width * .05);
        Assert.Equal(width / Math.Sqrt(12), Moments.Deviation(first), width * .02);
        Assert.InRange(Moments.Correlation(first, second)!.Value, -.15, .15);
    }

    [Fact]
    public void No_two_assumptions_share_a_draw()
    {
        Parameters drawn = AssumptionDraws.Of(Defaults, 77);
        Prices prices = AssumptionDraws.Of(Prices.Default, 77);
        double[] shares =
        [
            .. AssumptionDraws.Labelled.Where(n => !n.IsWhole)
                .Select(n => (n.ValueIn(drawn) - n.Info.Low) / (n.Info.High - n.Info.Low)),
            .. Prices.Items.Select(i => (prices[i.Id] - i.Low) / (i.High - i.Low)),
        ];
        Assert.Equal(shares.Length, shares.Select(s => Math.Round(s, 7)).Distinct().Count());
    }

    [Fact]
    public void Prices_stay_within_their_ranges() => Assert.All(Prices.Items,
        i => Assert.InRange(AssumptionDraws.Of(Prices.Default, 9)[i.Id], i.Low, i.High));

    [Fact]
    public void Every_draw_is_a_world_that_runs()
    {
        Scenario village = Villages.Scenario(days: 30) with { BurnInDays = 30, Policies = [PolicyPresets.Find("all")!] };
        HashSet<string> digests = [];
        for (ulong seed = 1; seed <= 12; seed++)
        {
            Scenario drawn = AssumptionDraws.Of(village, seed);
            digests.Add(Replication.Run(
                new RunInputs { Scenario = drawn, Seed = 1, Command = "x" },
                new RunOptions { Threads = 1, RecordNeeds = false, VerifyInvariants = true }).DigestText);
        }
        Assert.Equal(12, digests.Count);
    }

    private static IEnumerable<double> Drawn(string parameter)
    {
        ParameterName name = AssumptionDraws.Labelled.Single(n => n.Name == parameter);
        for (ulong seed = 1; seed <= 400; seed++) yield return name.ValueIn(AssumptionDraws.Of(Defaults, seed));
    }
}
