using CsCheck;
using Jinlin.Model.Engine;

namespace Jinlin.Model.Tests.Engine;

public class TownTests
{
    private const int Days = 4;

    [Fact]
    public void Digest_does_not_depend_on_threads()
    {
        UInt128 one = RunWhole(new Bazaar(5, 7, 9), threads: 1);
        Assert.Equal(one, RunWhole(new Bazaar(5, 7, 9), threads: 2));
        Assert.Equal(one, RunWhole(new Bazaar(5, 7, 9), threads: 8));
    }

    [Fact]
    public void Another_seed_gives_another_digest() =>
        Assert.NotEqual(RunWhole(new Bazaar(5, 7, 9), 1), RunWhole(new Bazaar(6, 7, 9), 1));

    [Fact]
    public void Where_a_run_is_cut_has_no_meaning()
    {
        UInt128 whole = RunWhole(new Bazaar(5, 4, 6), threads: 1);
        Gen.Int[1, (Days * 96) - 1].HashSet[0, 12].Sample(cuts =>
        {
            using var town = new Town(new Bazaar(5, 4, 6), 2);
            foreach (int cut in cuts.Order()) town.Advance(new Minute(cut * 15));
            town.Advance(new Day(Days).Start);
            return town.Digest() == whole;
        }, iter: 20);
    }

    [Fact]
    public void A_snapshot_at_any_quarter_hour_goes_on_to_the_same_end()
    {
        UInt128 whole = RunWhole(new Bazaar(5, 4, 6), threads: 1);
        Gen.Int[0, Days * 96].Sample(cut =>
        {
            using var before = new Town(new Bazaar(5, 4, 6), 1);
            before.Advance(new Minute(cut * 15));
            byte[] snapshot = before.Save();
            using var after = new Town(new Bazaar(5, 4, 6), 2);
            after.Load(snapshot);
            if (after.Digest() != before.Digest() || !after.Save().AsSpan().SequenceEqual(snapshot)) return false;
            after.Advance(new Day(Days).Start);
            return after.Digest() == whole;
        }, iter: 20);
    }

    [Fact]
    public void A_damaged_or_foreign_snapshot_is_refused()
    {
        using var town = new Town(new Bazaar(5, 4, 6), 1);
        town.Advance(new Minute(150));
        byte[] snapshot = town.Save();
        Assert.Contains("format", Assert.Throws<InvalidDataException>(() => town.Load(new byte[64])).Message);
        Assert.Throws<InvalidDataException>(() => town.Load(snapshot.AsMemory(0, snapshot.Length - 1)));
        Assert.Throws<InvalidDataException>(() => town.Load((byte[])[.. snapshot, 0]));
        using var other = new Town(new Bazaar(5, 4, 7), 1);
        Assert.Contains("another town", Assert.Throws<InvalidDataException>(() => other.Load(snapshot)).Message);
    }

    [Fact]
    public void A_command_takes_effect_at_a_quarter_hour_not_yet_granted_and_replays()
    {
        using var live = new Town(new Bazaar(5, 4, 6), 2);
        live.Advance(new Minute(75));
        Command command = live.Submit(new ActorId(7), Bazaar.Hop, 5);
        Assert.Equal(75, command.At.Value);
        live.Advance(new Day(1).Start + 30);
        live.Submit(new ActorId(1), Bazaar.Hop, 5);
        live.Advance(new Day(Days).Start);

        using var replay = new Town(new Bazaar(5, 4, 6), 1);
        replay.Replay(live.Journal);
        replay.Advance(new Day(Days).Start);
        Assert.Equal(live.Digest(), replay.Digest());
        Assert.NotEqual(RunWhole(new Bazaar(5, 4, 6), 1), replay.Digest());
    }

    [Fact]
    public void An_open_decision_blocks_and_the_answer_replays_without_the_controller()
    {
        using var live = new Town(new Bazaar(5, 4, 6), 2);
        for (uint i = 0; i < 6; i++) live.HomeOf(new ActorId(i)).Control(new ActorId(i), true);
        int decided = 0;
        while (!live.Advance(new Day(Days).Start))
        {
            foreach (Decision open in live.OpenDecisions.ToArray())
            {
                Assert.Equal(Bazaar.Ask, open.Kind);
                live.Decide(open, decided++ % 2 == 0 ? 77u : null);
            }
        }
        Assert.True(decided > 2);

        using var replay = new Town(new Bazaar(5, 4, 6), 1);
        replay.Replay(live.Journal);
        Assert.True(replay.Advance(new Day(Days).Start));
        Assert.Equal(live.Digest(), replay.Digest());
        Assert.NotEqual(RunWhole(new Bazaar(5, 4, 6), 1), replay.Digest());
    }

    [Fact]
    public void Every_message_sent_is_delivered_or_in_flight()
    {
        using var town = new Town(new Bazaar(9, 5, 8), 2) { VerifyInvariants = true };
        town.Advance(new Day(Days).Start);
        Assert.True(town.Delivered > 1000);
    }

    [Fact]
    public void Signals_act_at_the_midnight_after_the_next()
    {
        var handled = new List<long>();
        var signalled = new List<long>();
        using var town = new Town(new Bazaar(5, 3, 6), 1);
        town.DayEnded = (_, daily) =>
        {
            handled.Add(daily.Span[0]);
            signalled.Add(daily.Span[1] / 4);
        };
        town.Advance(new Day(5).Start);
        Assert.Equal([0, 0, .. handled.Take(3)], signalled);
    }

    [Fact]
    public void An_exception_in_a_handler_reaches_the_caller()
    {
        using var town = new Town(new Bazaar(5, 3, 6), 2);
        town.Submit(new ActorId(0), Bazaar.Ring, 1);
        Assert.Throws<ModelException>(() => town.Advance(new Day(1).Start));
    }

    private static UInt128 RunWhole(Bazaar model, int threads)
    {
        using var town = new Town(model, threads);
        town.Advance(new Day(Days).Start);
        return town.Digest();
    }
}
