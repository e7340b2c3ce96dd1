using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Planner.Experiments;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;
using Jinlin.Planner.Runs;
using Jinlin.Planner.Tests.Experiments;

namespace Jinlin.Planner.Tests.Hosting;

public sealed class SiloWorldsTests
{
    /// <summary>Law 7: where a world runs has no meaning.</summary>
    [Fact]
    public async Task On_a_silo_worlds_have_the_same_bytes_as_without_one()
    {
        PairWork[] pairs = [.. Enumerable.Range(0, 3).Select(Work)];
        SortedDictionary<(int, int), byte[]> direct = Run(new DirectWorlds(1), pairs);
        await using var silo = new SiloWorlds(null, 2);
        Assert.Equal(direct, Run(silo, pairs));
        // What is left of a pair may be any of its worlds, and the silo stays.
        Assert.Equal(direct[(1, 2)], Run(silo, [pairs[1] with { Worlds = [2] }])[(1, 2)]);
    }

    /// <summary>Policies that name places run beside their baseline; also where that is only needed to show the way.</summary>
    [Fact]
    public async Task Only_what_changed_is_simulated_and_the_bytes_are_the_same()
    {
        PairWork pair = PlacedWork();
        SortedDictionary<(int, int), byte[]> direct = Run(new DirectWorlds(1), [pair]);
        await using var silo = new SiloWorlds(null, 1);
        Assert.Equal(direct, Run(silo, [pair]));
        Assert.InRange(silo.Effort.Days, 1, silo.Effort.OfDays / 2);
        Assert.Equal((2 * 6, 2 * 6 * 40), (silo.Effort.OfNeighborhoods, silo.Effort.OfDays));
        SortedDictionary<(int, int), byte[]> left = Run(silo, [pair with { Worlds = [1, 3] }]);
        Assert.Equal([(0, 1), (0, 3)], left.Keys);
        Assert.All(left, result => Assert.Equal(direct[result.Key], result.Value));
    }

    [Fact]
    public async Task Nothing_to_compute_asks_for_no_cluster()
    {
        await using var nowhere = new SiloWorlds("127.0.0.1:1", null);
        nowhere.Run([], (_, _, _) => Assert.Fail("nothing was asked for"), CancellationToken.None);
        InputException refused = Assert.Throws<InputException>(
            () => nowhere.Run([Work(0)], (_, _, _) => { }, CancellationToken.None));
        Assert.Contains("127.0.0.1:1", Assert.Single(refused.Errors).ToString());
    }

    [Fact]
    public void Results_of_another_engine_are_not_ours()
    {
        byte[] job = WorldWork.Ask([], new WorldJob(Work(0), [0], true));
        string ours = RunInputs.EngineVersion;
        byte[] foreign = System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(job).Replace(ours[^8..], "00000000"));
        byte[] answer = new WorldWork().Do(foreign, 1, CancellationToken.None);
        Assert.Empty(WorldWork.Read(answer, 1).Results);
        answer = System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString(answer).Replace(ours[^8..], "00000000"));
        InputException refused = Assert.Throws<InputException>(() => WorldWork.Read(answer, 1));
        Assert.Contains("--cluster", Assert.Single(refused.Errors).ToString());
    }

    private static PairWork Work(int pair) => new(
        pair,
        Villages.Scenario(days: 20) with
        {
            BurnInDays = 30,
            Policies = [.. new[] { "none", "guardianship", "all" }.Select(p => PolicyPresets.Find(p)!)],
        },
        (ulong)(7 + pair), [0, 1, 2]);

    /// <summary>Four estates; the first policy reaches one of them, the second all, the third a share after a while.</summary>
    private static PairWork PlacedWork()
    {
        IReadOnlyDictionary<Lever, double> set = PolicyPresets.Find("guardianship")!.Steps[0].Set;
        PolicyPlan Plan(string name, Place place, int from) =>
            new(name, [new PolicyStep { Set = set, Place = place, From = from }]);
        Scenario village = Villages.Scenario(days: 40);
        return new PairWork(
            0,
            village with
            {
                BurnInDays = 20,
                Town = village.Town with
                {
                    Estates = [.. Enumerable.Range(0, 4).Select(e => village.Town.Estates[0] with { Name = $"E{e}" })],
                },
                Policies =
                [
                    PolicyPresets.Find("none")!, Plan("one", new Place.Estates([new NeighborhoodId(1)]), 0),
                    Plan("city", new Place.City(), 0), Plan("later", new Place.Share(0.5), 20),
                ],
            },
            3, [0, 1, 2, 3]);
    }

    private static SortedDictionary<(int, int), byte[]> Run(IWorldRunner runner, PairWork[] pairs)
    {
        var results = new SortedDictionary<(int, int), byte[]>();
        runner.Run(
            pairs, (pair, world, result) => results.Add((pair.Pair, world), ReplicationCodec.Write(result)),
            CancellationToken.None);
        return results;
    }
}
