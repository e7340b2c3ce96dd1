using CsCheck;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.Policy;
using Jinlin.Model.Shocks;
using Jinlin.Model.World;
using static Jinlin.Model.Tests.World.Villages;
using Record = Jinlin.Model.Engine.Record;

namespace Jinlin.Model.Tests.World;

/// <summary>The eight laws on the near-neighbor model with every policy on.</summary>
public class LawTests
{
    private const int Days = 16;
    private static readonly Scenario All = Scene("all");
    private static readonly UInt128 Whole = DigestAfter(All, Days);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void The_digest_does_not_depend_on_threads(int threads) =>
        Assert.Equal(Whole, DigestAfter(All, Days, threads));

    [Fact]
    public void Another_seed_or_policy_gives_another_digest()
    {
        Assert.NotEqual(Whole, DigestAfter(All, Days, seed: 8));
        Assert.NotEqual(Whole, DigestAfter(Scene("none"), Days));
    }

    [Fact]
    public void Where_a_run_is_cut_has_no_meaning() =>
        Gen.Int[1, (Days * 96) - 1].HashSet[0, 20].Sample(cuts =>
        {
            using Town town = Open(All);
            foreach (int cut in cuts.Order()) town.Advance(new Minute(15 * cut));
            town.Advance(new Day(Days).Start);
            Assert.Equal(Whole, town.Digest());
        }, iter: 5, threads: 1);

    [Fact]
    public void A_snapshot_at_any_quarter_hour_goes_on_to_the_same_end() =>
        Gen.Int[1, (Days * 96) - 1].Sample(cut =>
        {
            using Town before = Open(All);
            before.Advance(new Minute(15 * cut));
            byte[] snapshot = before.Save();
            using Town after = Open(All, threads: 2);
            after.Load(snapshot);
            Assert.Equal(before.Digest(), after.Digest());
            Assert.Equal(snapshot, after.Save());
            after.Advance(new Day(Days).Start);
            Assert.Equal(Whole, after.Digest());
        }, iter: 5, threads: 1);

    /// <summary>The present forked into two futures: each is the same whenever it is taken up again.</summary>
    [Fact]
    public void A_snapshot_forks_into_another_policy() =>
        Gen.Int[1, (Days * 96) - 1].Sample(cut =>
        {
            Scenario none = Scene("none");
            using Town before = Open(none);
            before.Advance(new Minute(15 * cut));
            byte[] snapshot = before.Save();
            UInt128 Future(Scenario scenario, int threads)
            {
                using Town fork = Open(scenario, threads);
                fork.Load(snapshot);
                fork.Advance(new Day(Days + 2).Start);
                return fork.Digest();
            }

            UInt128 all = Future(All, 1);
            Assert.Equal(all, Future(All, 2));
            before.Advance(new Day(Days + 2).Start);
            Assert.Equal(before.Digest(), Future(none, 1));
            Assert.NotEqual(all, before.Digest());
        }, iter: 3, threads: 1);

    [Fact]
    public void Recording_changes_nothing()
    {
        using Town town = Open(All);
        Assert.NotEmpty(RecordsUntil(town, Days));
        Assert.Equal(Whole, town.Digest());
    }

    [Fact]
    public void A_journal_of_commands_replays()
    {
        using Town live = Open(All, threads: 2);
        for (int day = 1; day < Days; day += 3)
        {
            live.Advance(new Day(day).At(9, 15));
            Roster roster = ((EstatePopulation)live.Neighborhoods[day % 3].Population).Roster;
            live.Submit(
                roster.Resident(11 * day), (byte)Kind.NeedArises, new NeedKey(NeedKind.Errand, new Day(day), 7).Value);
            live.Submit(
                roster.Resident(13 * day), (byte)Kind.NeedArises,
                new NeedKey(NeedKind.Emergency, new Day(day), 7).Value);
        }
        live.Advance(new Day(Days).Start);
        using Town replay = Open(All);
        replay.Replay(live.Journal);
        replay.Advance(new Day(Days).Start);
        Assert.Equal(live.Digest(), replay.Digest());
        Assert.NotEqual(Whole, replay.Digest());
    }

    [Fact]
    public void Decisions_of_residents_take_effect_and_replay()
    {
        using Town live = Open(All);
        foreach (Neighborhood n in live.Neighborhoods.Take(3))
        {
            for (uint slot = 0; slot < People; slot += 2) n.Control(new ActorId(n.First.Value + slot), true);
        }
        uint decided = 0;
        while (!live.Advance(new Day(Days).Start))
        {
            foreach (Decision open in live.OpenDecisions.ToArray())
                live.Decide(open, decided++ % 3 == 2 ? null : decided % 2);
        }
        Assert.True(decided > 20, $"{decided} decisions");
        using Town replay = Open(All, threads: 2);
        replay.Replay(live.Journal);
        Assert.True(replay.Advance(new Day(Days).Start));
        Assert.Equal(live.Digest(), replay.Digest());
        Assert.NotEqual(Whole, replay.Digest());
    }

    /// <summary>Saved with a decision open, loaded elsewhere, decided there: as if it had been decided here.</summary>
    [Fact]
    public void A_blocked_run_is_saved_and_goes_on_elsewhere()
    {
        static Town Controlled()
        {
            Town town = Open(All);
            foreach (Neighborhood n in town.Neighborhoods.Take(3))
            {
                for (uint slot = 0; slot < People; slot += 2) n.Control(new ActorId(n.First.Value + slot), true);
            }
            return town;
        }

        static void Finish(Town town)
        {
            while (!town.Advance(new Day(Days).Start))
            {
                foreach (Decision open in town.OpenDecisions.ToArray()) town.Decide(open, open.Actor.Value / 2 % 2);
            }
        }

        using Town here = Controlled();
        for (int i = 0; i < 5; i++)
        {
            Assert.False(here.Advance(new Day(Days).Start));
            foreach (Decision open in here.OpenDecisions.ToArray()) here.Decide(open, open.Actor.Value / 2 % 2);
        }
        Assert.False(here.Advance(new Day(Days).Start));
        byte[] snapshot = here.Save();
        using Town there = Controlled();
        there.Load(snapshot);
        there.Replay(here.Journal);
        Finish(there);
        Finish(here);
        Assert.Equal(here.Digest(), there.Digest());
    }

    /// <summary>Who controls but leaves every decision to the rule changes nothing.</summary>
    [Fact]
    public void A_controller_who_never_decides_changes_nothing()
    {
        using Town town = Open(All);
        foreach (Neighborhood n in town.Neighborhoods) n.Control(new ActorId(n.First.Value + 5), true);
        while (!town.Advance(new Day(Days).Start))
        {
            foreach (Decision open in town.OpenDecisions.ToArray()) town.Decide(open, null);
        }
        Assert.Equal(Whole, town.Digest());
    }

    [Fact]
    public void Base_needs_are_the_same_in_every_world()
    {
        HashSet<(uint, uint, int)> calm = BaseNeeds(Scene("none"));
        Assert.True(calm.Count > 300, $"{calm.Count} needs");
        foreach (string policy in Policies) Assert.True(calm.SetEquals(BaseNeeds(Scene(policy))), policy);
        foreach (Shock shock in EachShock)
        {
            Assert.True(calm.SetEquals(BaseNeeds(Scene("none", shocks: shock))), $"{shock.Kind}");
            Assert.True(calm.SetEquals(BaseNeeds(Scene("all", shocks: shock))), $"{shock.Kind}");
        }
        Assert.False(calm.SetEquals(BaseNeeds(Scene("none"), seed: 8)));
    }

    [Fact]
    public void The_same_seed_has_the_same_people_under_every_policy()
    {
        byte[] People(string policy, ulong seed)
        {
            Roster roster = new NearNeighborModel(Scene(policy), seed).RosterOf(new NeighborhoodId(1));
            StateWriter writer = StateWriter.ToBytes();
            writer.WriteSpan<ResidentTraits>(roster.Residents);
            writer.WriteSpan<InitialTie>(roster.Ties);
            writer.WriteSpan<InitialFarTie>(roster.FarTies);
            return writer.Bytes.ToArray();
        }

        byte[] none = People("none", 7);
        Assert.All(Policies, policy => Assert.Equal(none, People(policy, 7)));
        Assert.NotEqual(none, People("none", 8));
    }

    [Fact]
    public void Without_policy_nobody_whom_a_policy_creates_says_a_word()
    {
        using Town town = Open(Scene("none"));
        town.Advance(new Day(40).Start);
        Kind[] silent = [.. OfPolicies.Where(kind => Sent(town, kind) == 0)];
        Assert.Equal(OfPolicies, silent);
        using Town all = Open(All);
        all.Advance(new Day(40).Start);
        Assert.True(OfPolicies.Count(kind => Sent(all, kind) > 0) > OfPolicies.Length / 2);
    }

    /// <summary>One who lives alone in a house of their own, without ties, chat or meetings.</summary>
    [Fact]
    public void A_change_of_one_who_meets_nobody_changes_nobody_else()
    {
        (List<Record> hermit, UInt128 digest) = Others(hermit: true, altered: false);
        (List<Record> changed, UInt128 alteredDigest) = Others(hermit: true, altered: true);
        Assert.Equal(hermit, changed);
        Assert.NotEqual(digest, alteredDigest);
        Assert.NotEqual(Others(hermit: false, altered: false).Records, Others(hermit: false, altered: true).Records);
    }

    /// <summary>Too far for a meal, without friends across town or public matters: nothing is shared.</summary>
    [Fact]
    public void A_policy_on_one_estate_leaves_those_it_does_not_reach_as_they_are()
    {
        var apart = new Parameters { ShareFarFriend = 0, RatePublic = 0 };
        var first = new Place.Estates([new NeighborhoodId(0)]);
        TownPlan far = Of(3, metres: 9000);
        using Town none = Open(Scene("none", far, parameters: apart)), all = Open(Scene("all", far, first, apart));
        none.Advance(new Day(30).Start);
        all.Advance(new Day(30).Start);
        Assert.NotEqual(none.Neighborhoods[0].Digest(), all.Neighborhoods[0].Digest());
        Assert.Equal(none.Neighborhoods[1].Digest(), all.Neighborhoods[1].Digest());
        Assert.Equal(none.Neighborhoods[2].Digest(), all.Neighborhoods[2].Digest());
    }

    /// <summary>With friends across town it reaches them, though by mail only.</summary>
    [Fact]
    public void A_policy_on_one_estate_reaches_others_by_mail()
    {
        var first = new Place.Estates([new NeighborhoodId(0)]);
        using Town none = Open(Scene("none")), all = Open(Scene("all", null, first));
        none.Advance(new Day(0).At(23, 45));
        all.Advance(new Day(0).At(23, 45));
        Assert.Equal(none.Neighborhoods[1].Digest(), all.Neighborhoods[1].Digest());
        none.Advance(new Day(40).Start);
        all.Advance(new Day(40).Start);
        Assert.NotEqual(none.Neighborhoods[1].Digest(), all.Neighborhoods[1].Digest());
    }

    [Fact]
    public void A_fifth_of_the_estates_is_among_two_fifths()
    {
        TownPlan town = Of(10);
        bool[] Branches(double share)
        {
            using Town run = Open(Scene("guardianship", town, new Place.Share(share)));
            run.Advance(new Day(2).Start);
            return [.. run.Neighborhoods.Select(n => n.SentByKind[(int)Kind.HeadAsked] > 0)];
        }

        bool[] fifth = Branches(.2), two = Branches(.4);
        Assert.Equal(2, fifth.Count(b => b));
        Assert.Equal(4, two.Count(b => b));
        Assert.All(fifth.Zip(two), p => Assert.True(!p.First || p.Second));
    }

    private static readonly Kind[] OfPolicies =
    [
        .. Enum.GetValues<Kind>().Where(k => k is >= Kind.EventOpens and <= Kind.EventBegins
            or >= Kind.HearingHeld and <= Kind.CreditRedeemed or >= Kind.GroupMandate and <= Kind.CoolRoomEntered
            or Kind.Whistle or >= Kind.DutyRunsAsked),
    ];

    private static long Sent(Town town, Kind kind) => town.Neighborhoods.Sum(n => n.SentByKind[(int)kind]);

    private static HashSet<(uint, uint, int)> BaseNeeds(Scenario scenario, ulong seed = 7)
    {
        using Town town = Open(scenario, seed: seed);
        return [.. RecordsUntil(town, 22)
            .Where(r => r.Kind == (ushort)Event.NeedArose && !new NeedKey(r.A).FromShock)
            .Select(r => (r.Actor.Value, r.A, r.At.Value))];
    }

    /// <summary>A run in which somebody of 70 is altered: what all others noted, and the digest.</summary>
    private static (List<Record> Records, UInt128 Digest) Others(bool hermit, bool altered)
    {
        List<ImportedResident> people =
            [.. Enumerable.Range(0, 199).Select(i => new ImportedResident(i / 2, i / 50, i % 4 == 0 ? 68 : 35))];
        people.Add(hermit ? new ImportedResident(100, 4, 70) : new ImportedResident(99, 3, 70));
        var town = new TownPlan
        {
            Name = "hermit's",
            Provenance = Provenance.Synthetic,
            CensusYear = 2020,
            Districts = ["d"],
            Estates =
            [
                new EstatePlan
                {
                    Name = "estate", Population = 200, Households = people[^1].Household + 1,
                    Buildings = people[^1].Building + 1, Over60 = 51, People = people,
                },
            ],
        };
        var model = new NearNeighborModel(Scene("none", town), 7);
        Roster roster = model.RosterOf(new NeighborhoodId(0));
        ref ResidentTraits somebody = ref roster.Residents[199];
        somebody.Contact = hermit ? ContactClass.Never : ContactClass.Daily;
        somebody.Timetable = Timetable.Homebound;
        somebody.ChatRank = hermit ? float.MaxValue : 0;
        somebody.Altruism = altered ? 9 : 0;
        somebody.LonelinessBias = altered ? 1 : -1;
        using var run = new Town(model, 1) { VerifyInvariants = true };
        List<Record> records = RecordsUntil(run, 60);
        return ([.. records.Where(r => r.Actor != roster.Resident(199))], run.Digest());
    }
}
