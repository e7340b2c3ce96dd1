using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Explain;
using Jinlin.Planner.Tests.Experiments;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Planner.Tests.Explain;

/// <summary>One seed in two watched worlds, on the village that ships.</summary>
public sealed class StoryTellerTests
{
    private const int Days = 120;

    private static readonly Scenario Village = Villages.Scenario(Days);

    private static StoryTeller Teller(string policy, ulong seed = 8) => Teller(PolicyPresets.Find(policy)!, seed);

    private static StoryTeller Teller(PolicyPlan policy, ulong seed = 8)
    {
        IReadOnlyList<WatchedWorld> worlds = WatchedWorld.Run(
            Village, seed, [PolicyPresets.Find("none")!, policy], null, 2);
        return new StoryTeller(Village, seed, worlds[0], worlds[1]);
    }

    /// <summary>A policy that sets what is in force already: identical, to the last event.</summary>
    [Fact]
    public void A_null_policy_is_identical()
    {
        var levers = new Dictionary<Lever, double> { [Lever.Visits] = LeverCatalog.Baseline[Lever.Visits] };
        StoryTeller teller = Teller(new PolicyPlan(
            "idle", [new PolicyStep { Set = levers, Place = new Place.City() }]));
        Assert.NotEmpty(teller.Baseline.Events);
        Assert.Empty(teller.Differences.All);
        Assert.Equal(teller.Baseline.Events, teller.Policy.Events);
        Assert.Equal((null, null), teller.Extremes());
        Story story = teller.Tell(teller.Baseline.Needs.Keys.Min())!;
        Assert.Null(story.First);
        Assert.Equal(story.Baseline.Lines, story.Policy.Lines);
        Assert.Empty(story.Reached);
    }

    /// <summary>Law 5: the watched world is the world.</summary>
    [Fact]
    public void Watching_changes_no_digest()
    {
        StoryTeller teller = Teller("all");
        Assert.Equal(
            Planner.Experiments.SeedFork.Run(Village, 8, 1).World([PolicyPresets.Find("all")!], 1).Digest,
            teller.Policy.Digest);
    }

    /// <summary>Law 4: base needs are keyed, so both worlds have the same, at the same minute.</summary>
    [Fact]
    public void Both_worlds_have_the_same_base_needs()
    {
        StoryTeller teller = Teller("all");
        NeedKind[] kinds = [NeedKind.Emergency, NeedKind.Care, NeedKind.Errand, NeedKind.Childcare];
        IEnumerable<(NeedName, int)> Base(WatchedWorld world) => world.Needs.Where(n => kinds.Contains(n.Key.Key.Kind))
            .Select(n => (n.Key, n.Value.Arose)).Order();
        Assert.NotEmpty(Base(teller.Baseline));
        Assert.Equal(Base(teller.Baseline), Base(teller.Policy));
    }

    [Fact]
    public void Who_gained_most_gained_and_the_chain_goes_forward_in_time()
    {
        StoryTeller teller = Teller("all");
        IReadOnlyList<Gain> gains = Gains.Of(teller.Baseline, teller.Policy);
        (Story? gained, Story? lost) = teller.Extremes();
        Assert.Equal(gains[0].Resident, gained!.Name.Resident);
        Assert.True(gains[0].OnTime >= gains[^1].OnTime);
        foreach (Story story in new[] { gained, lost }.OfType<Story>())
        {
            Assert.NotNull(story.First);
            Assert.NotEmpty(story.Changes);
            Minute[] when = [.. story.Reached.Append(story.First!.Value).Select(s => s.Difference.Event.At)];
            Assert.Equal(when.Order(), when);
            // The first step touches nobody whose life differed before.
            EventDifference root = (story.Reached.Count > 0 ? story.Reached[0] : story.First.Value).Difference;
            Assert.All(EventDifferences.PartiesOf(root.Event), p =>
                Assert.True(teller.Differences.FirstOf(p)!.Value.Event.At >= root.Event.At));
        }
    }

    /// <summary>A policy on one estate is seen elsewhere only when a message has come: never on its first day.</summary>
    [Fact]
    public void Elsewhere_no_event_differs_before_the_first_mail()
    {
        Scenario five = Villages.Scenario(60) with { BurnInDays = 20 };
        five = five with
        {
            Calendar = new Calendar(new DateOnly(2024, 1, 1), 20, Holidays.Table),
            Town = new TownPlan
            {
                Name = "three",
                Provenance = Provenance.Synthetic,
                CensusYear = 2020,
                Districts = ["D"],
                Estates = [.. Enumerable.Range(0, 3).Select(e => new EstatePlan
                {
                    Name = $"E{e}", Population = 150, Households = 60, Buildings = 3, Over60 = 40, X = 700 * e,
                })],
            },
        };
        PolicyPlan one = new("one", [new PolicyStep
        {
            Set = PolicyPresets.Find("all")!.Steps[0].Set, Place = new Place.Estates([new NeighborhoodId(1)]),
        }]);
        IReadOnlyList<WatchedWorld> worlds = WatchedWorld.Run(five, 4, [PolicyPresets.Find("none")!, one], null, 2);
        EventDifferences differences = EventDifferences.Between(worlds[0], worlds[1]);
        Roster there = worlds[0].Estates[1];
        bool IsThere(Record r) => r.Actor.Value - there.First.Value < (uint)there.Actors;
        Assert.Contains(differences.All, d => IsThere(d.Event) && d.Event.At.Day.Value == 20);
        Assert.DoesNotContain(differences.All, d => !IsThere(d.Event) && d.Event.At.Day.Value == 20);
    }

    [Fact]
    public void A_needs_name_is_read_as_it_is_written()
    {
        Calendar calendar = Village.Calendar;
        foreach (bool shock in (bool[])[false, true])
        {
            var name = new NeedName(new ActorId(17), new NeedKey(NeedKind.Public, new Day(200), 3, shock));
            Assert.Equal(name, NeedName.Parse(name.Write(calendar), calendar));
        }
        foreach (string wrong in (string[])["", "17", "17/fall", "17/fell/2023-01-01/0", "x/fall/2023-01-01/0",
                     "17/fall/2023-13-01/0", "17/fall/1990-01-01/0", "17/fall/2023-01-01/8", "17/fall/2023-01-01/0/x"])
            Assert.Null(NeedName.Parse(wrong, calendar));
    }
}
