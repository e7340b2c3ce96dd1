using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Reports;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Scenarios;
using Jinlin.Planner.Statistics;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>A pilot in some estates: what changes there, and what beyond.</summary>
public sealed class SpillOverTests
{
    private const int Estates = 5;

    [Fact]
    public void A_pilot_is_felt_inside_and_the_rest_waits_for_its_day()
    {
        ExperimentPlan plan = Plan(Staged(from: 182, new Place.Share(.2)));
        Comparison comparison = Compared(plan, pairs: 2);
        SpillOver spill = SpillOver.Of(comparison, plan.Worlds[1], 1, comparison.Primary.Indicator!)!;
        Assert.Equal(182, spill.Days);
        Assert.Equal((2, 2), (spill.Inside.Count, spill.Outside.Count));
        Assert.NotEqual(PairState.Identical, spill.Inside.State);
        Assert.True(Math.Abs(spill.Inside.Mean) > Math.Abs(spill.Outside.Mean));
        string page = ComparisonReport.Write(comparison, false);
        Assert.Contains("Pilot and spill-over", page);
        Assert.Contains("182 days", page);
    }

    [Fact]
    public void What_begins_everywhere_has_no_pilot()
    {
        ExperimentPlan plan = Plan(PolicyPresets.Find("guardianship")!);
        Assert.Null(SpillOver.Of(
            Compared(plan, pairs: 1), plan.Worlds[1], 1, SpillOver.Indicators[0]));
    }

    /// <summary>A policy on one estate leaves the others identical until a message reaches them.</summary>
    [Fact]
    public void Elsewhere_nothing_differs_before_the_first_mail()
    {
        ExperimentPlan plan = Plan(Staged(from: 182, new Place.Estates([new(2)])));
        SeedFork fork = SeedFork.Run(plan.Scenario, 4, 1);
        List<UInt128[]> none = [], pilot = [];
        var firstDay = new Day(plan.Scenario.BurnInDays);
        void Digests(List<UInt128[]> into, Town town, Day day)
        {
            if (day == firstDay) into.Add([.. town.Neighborhoods.Take(Estates).Select(n => n.Digest())]);
        }
        fork.World([plan.Worlds[0]], 1, new WorldWatch { DayEnded = (town, day) => Digests(none, town, day) });
        fork.World([plan.Worlds[1]], 1, new WorldWatch { DayEnded = (town, day) => Digests(pilot, town, day) });
        for (int e = 0; e < Estates; e++)
        {
            if (e == 2) Assert.NotEqual(none[0][e], pilot[0][e]);
            else Assert.Equal(none[0][e], pilot[0][e]);
        }
    }

    [Fact]
    public void The_policy_that_ships_says_the_same()
    {
        PolicyPlan pilot = ScenarioFile.Read(Villages.Shipped("district.yaml"), new ScenarioChanges(
            [Villages.Shipped("policies/pilot.yaml")], Days: 300)).Scenario.Policies[0];
        Assert.Equal("pilot", pilot.Name);
        Assert.Equal(new Place.Share(.2), pilot.Steps[0].Place);
        Assert.Equal((0, 182), (pilot.Steps[0].From, pilot.Steps[1].From));
        Assert.Equal(pilot.Steps[0].Set, pilot.Steps[1].Set);
    }

    private static Comparison Compared(ExperimentPlan plan, int pairs)
    {
        plan = plan with { Seeds = pairs };
        (ExperimentState state, StopReason reason) = new Experiment(plan, null, new DirectWorlds(2)).Run(default);
        return Comparison.Of(plan, state, reason);
    }

    private static PolicyPlan Staged(int from, Place place)
    {
        IReadOnlyDictionary<Lever, double> set = PolicyPresets.Find("guardianship")!.Steps[0].Set;
        return new PolicyPlan(
            "staged",
            [
                new PolicyStep { Set = set, Place = place },
                new PolicyStep { Set = set, Place = new Place.City(), From = from },
            ]);
    }

    private static ExperimentPlan Plan(PolicyPlan policy) => new()
    {
        Scenario = new Scenario
        {
            Name = "five",
            Town = new TownPlan
            {
                Name = "five",
                Provenance = Provenance.Synthetic,
                CensusYear = 2020,
                Districts = ["D"],
                Estates = [.. Enumerable.Range(0, Estates).Select(e => new EstatePlan
                {
                    Name = $"E{e}", Population = 150, Households = 60, Buildings = 3, Over60 = 40, X = 700 * e,
                })],
            },
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 20, Holidays.Table),
            BurnInDays = 20,
            HorizonDays = 200,
            Policies = [PolicyPresets.Find("none")!, policy],
        },
        Files = [HashedFile.Of("five.yaml", "x"u8)],
        Seed = 1,
        Command = "jinlin compare",
    };
}
