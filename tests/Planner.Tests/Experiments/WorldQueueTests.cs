using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;

namespace Jinlin.Planner.Tests.Experiments;

public sealed class WorldQueueTests
{
    private static readonly Scenario Any = Villages.Scenario(days: 1) with
    {
        Policies = [.. Enumerable.Repeat(PolicyPresets.Find("none")!, 5)],
    };

    [Fact]
    public void A_lane_stays_with_its_pair_and_then_helps_where_most_is_left()
    {
        var queue = new WorldQueue([Pair(0, 0, 1), Pair(1, 0, 1, 2, 3)]);
        Assert.Equal("0:0", Next(queue, 0));
        Assert.Equal("1:0", Next(queue, 1));
        Assert.Equal("0:1 last", Next(queue, 0));
        Assert.Equal("1:1", Next(queue, 0));
        Assert.Equal("1:2", Next(queue, 1));
        Assert.Equal("1:3 last", Next(queue, 2));
        Assert.Equal("none", Next(queue, 0));
        Assert.Equal("none", Next(queue, 7));
    }

    /// <summary>However lanes take turns, each world is run once, and one job of each pair is its last.</summary>
    [Fact]
    public void Every_world_is_handed_out_once() => Gen.Select(
        Gen.Int[0, 4].Array[1, 8], Gen.Int[0, 3].Array[64]).Sample((worlds, lanes) =>
        {
            var queue = new WorldQueue([.. worlds.Select((count, p) => Pair(p, [.. Enumerable.Range(0, count + 1)]))]);
            var jobs = new List<WorldJob>();
            foreach (int lane in lanes)
            {
                if (queue.Next(lane) is { } job) jobs.Add(job);
            }
            Assert.Equal(
                worlds.SelectMany((count, p) => Enumerable.Range(0, count + 1).Select(w => (p, w))),
                jobs.SelectMany(j => j.Worlds.Select(w => (j.Pair.Pair, w))).Order());
            Assert.Equal(Enumerable.Range(0, worlds.Length), jobs.Where(j => j.Last).Select(j => j.Pair.Pair).Order());
        });

    [Theory]
    [InlineData("0 1 2 3", "0,1,3 | 2")]
    [InlineData("0 1 2", "0,1 | 2")]
    [InlineData("1 2 3", "0,1,3 | 2")]
    [InlineData("1 2", "1 | 2")]
    [InlineData("0 2", "0 | 2")]
    public void Worlds_whose_policies_name_places_run_beside_the_baseline(string missing, string jobs)
    {
        PairWork work = Placed(2) with { Worlds = [.. missing.Split(' ').Select(int.Parse)] };
        Assert.Equal(jobs, string.Join(" | ", WorldQueue.JobsOf(work).Select(j => string.Join(',', j))));
        // In a town of one estate every place is all of it.
        Assert.All(WorldQueue.JobsOf(Placed(1) with { Worlds = work.Worlds }), j => Assert.Single(j));
    }

    private static PairWork Placed(int estates)
    {
        PolicyPlan Plan(Place place) => new(
            $"{place}", [new PolicyStep { Set = new Dictionary<Lever, double> { [Lever.Visits] = 1 }, Place = place }]);
        Scenario scenario = Any with
        {
            Town = Any.Town with { Estates = [.. Enumerable.Repeat(Any.Town.Estates[0], estates)] },
            Policies =
            [
                PolicyPresets.Find("none")!, Plan(new Place.Share(0.5)), Plan(new Place.City()),
                Plan(new Place.Estates([new NeighborhoodId(0)])),
            ],
        };
        return new PairWork(0, scenario, 1, []);
    }

    private static string Next(WorldQueue queue, int lane) => queue.Next(lane) is { } job
        ? $"{job.Pair.Pair}:{string.Join(',', job.Worlds)}{(job.Last ? " last" : "")}"
        : "none";

    private static PairWork Pair(int number, params int[] worlds) => new(number, Any, (ulong)number, worlds);
}
