using Jinlin.Model.Engine;
using Jinlin.Model.Indicators;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Runs;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Planner.Tests.Experiments;

/// <summary>Worlds forked at the end of burn-in, on the village that ships.</summary>
public sealed class SeedForkTests
{
    private static readonly Scenario Village = Villages.Scenario(days: 120);

    /// <summary>Law 7: where a run is cut, and that it was loaded, has no meaning.</summary>
    [Theory]
    [InlineData("none")]
    [InlineData("all")]
    [InlineData("guardianship")]
    public void A_forked_world_is_the_whole_run(string policy)
    {
        PolicyPlan plan = PolicyPresets.Find(policy)!;
        ReplicationResult forked = SeedFork.Run(Village, 5, 1).World([plan], 2);
        RunResult whole = Replication.Run(
            new RunInputs { Scenario = Village with { Policies = [plan] }, Seed = 5, Command = "x" },
            new RunOptions { Threads = 1, RecordNeeds = false });
        Assert.Equal(whole.DigestText, forked.DigestText);
        Assert.Equal(whole.MessagesSent, forked.Messages);
        foreach (Indicator indicator in IndicatorList.All)
        {
            for (int g = 0; g < (indicator.ByGroup ? Tally.GroupCount : 1); g++)
                Assert.Equal(whole.Series.Course(indicator, g), forked.Course(indicator, g));
        }
        Assert.Equal(whole.Series.Quality(new Day(Village.BurnInDays), 2), forked.Quality(2));
    }

    /// <summary>A town too large for a snapshot is run whole in every world, with the same bytes.</summary>
    [Fact]
    public void A_town_that_is_not_forked_has_the_same_result()
    {
        PolicyPlan all = PolicyPresets.Find("all")!;
        int begun = 0;
        var watch = new WorldWatch { Begun = town => begun += town.Clock == new Day(Village.BurnInDays).Start ? 1 : 0 };
        ReplicationResult forked = SeedFork.Run(Village, 5, 1).World([all], 1, watch);
        ReplicationResult whole = SeedFork.Run(Village, 5, 1, mostForked: 0).World([all], 1, watch);
        Assert.Equal(ReplicationCodec.Write(forked), ReplicationCodec.Write(whole));
        Assert.Equal(2, begun);
    }

    [Fact]
    public void Without_burn_in_every_world_begins_at_minute_0()
    {
        Scenario scenario = Villages.Scenario(days: 30) with { BurnInDays = 0 };
        ReplicationResult forked = SeedFork.Run(scenario, 5, 1).World([], 1);
        RunResult whole = Replication.Run(
            new RunInputs { Scenario = scenario, Seed = 5, Command = "x" }, new RunOptions { Threads = 1 });
        Assert.Equal(whole.DigestText, forked.DigestText);
        foreach (Indicator indicator in IndicatorList.All)
            Assert.Equal(whole.Series.Course(indicator), forked.Course(indicator));
    }

    /// <summary>Policies that set what is in force already change nothing, to the last event.</summary>
    [Fact]
    public void A_null_policy_differs_in_nothing()
    {
        var levers = new Dictionary<Lever, double> { [Lever.Visits] = LeverCatalog.Baseline[Lever.Visits] };
        var idle = new PolicyPlan(
            "idle", [new PolicyStep { Set = levers, Place = new Place.City() }]);
        SeedFork fork = SeedFork.Run(Village, 8, 1);
        (ReplicationResult none, List<Record> before) = Watched(fork, PolicyPresets.Find("none")!);
        (ReplicationResult same, List<Record> after) = Watched(fork, idle);
        Assert.NotEmpty(before);
        Assert.Equal(before, after);
        Assert.Equal(none.Digest, same.Digest);
        Assert.Equal(none.Messages, same.Messages);
        Assert.Equal(none.Weeks, same.Weeks);
        foreach ((int day, long[] integers) in none.Kept) Assert.Equal(integers, same.Kept[day]);
        foreach (Indicator indicator in IndicatorList.All)
        {
            for (int g = 0; g < (indicator.ByGroup ? Tally.GroupCount : 1); g++)
                Assert.Equal(none.Course(indicator, g), same.Course(indicator, g));
        }
    }

    [Fact]
    public void A_policy_differs_in_something_and_the_sums_of_estates_are_the_towns()
    {
        SeedFork fork = SeedFork.Run(Village, 8, 1);
        ReplicationResult none = fork.World([], 1), all = fork.World([PolicyPresets.Find("all")!], 1);
        Assert.NotEqual(none.Digest, all.Digest);
        Indicator onTime = IndicatorList.Find("on-time-rate")!;
        Assert.Single(all.Estates);
        Assert.Equal(all.Course(onTime), all.OfEstate(onTime, 0));
    }

    [Fact]
    public void Curves_end_with_the_course_and_look_back_four_weeks()
    {
        ReplicationResult result = SeedFork.Run(Village, 8, 1).World([], 1);
        Assert.Equal(Village.BurnInDays + 119, result.CurveDays[^1]);
        Assert.All(result.CurveDays, d => Assert.InRange(d, Village.BurnInDays, Village.BurnInDays + 119));
        RunResult whole = Replication.Run(
            new RunInputs { Scenario = Village, Seed = 8, Command = "x" }, new RunOptions { Threads = 1 });
        Indicator unmet = IndicatorList.Find("unmet-needs")!;
        Assert.Equal(
            result.CurveDays.Select(d => whole.Series.On(unmet, new Day(d), 0, 28)), result.Curve(unmet));
    }

    [Fact]
    public void A_stopped_world_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        SeedFork fork = SeedFork.Run(Village, 8, 1);
        var watch = new WorldWatch
        {
            DayEnded = (_, day) =>
            {
                if (day.Value == Village.BurnInDays + 10) stop.Cancel();
            },
        };
        Assert.Throws<OperationCanceledException>(() => fork.World([], 1, watch, stop.Token));
    }

    private static (ReplicationResult, List<Record>) Watched(SeedFork fork, PolicyPlan policy)
    {
        var records = new List<Record>();
        ReplicationResult result = fork.World([policy], 1, new WorldWatch
        {
            Begun = town =>
            {
                foreach (Neighborhood n in town.Neighborhoods) n.Recording = true;
            },
            DayEnded = (town, _) =>
            {
                foreach (Neighborhood n in town.Neighborhoods) n.DrainRecords(records);
            },
        });
        return (result, records);
    }
}
