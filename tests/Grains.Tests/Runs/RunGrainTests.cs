using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Tests.Engine;

namespace Jinlin.Grains.Tests.Runs;

/// <summary>One number: the digest is that of a single thread, however the run is carried (law 7).</summary>
public class RunGrainTests
{
    private static readonly RunDefinition Ten = BazaarSource.Define(days: 10);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 7)]
    [InlineData(1, 64)]
    [InlineData(2, 2)]
    [InlineData(2, 7)]
    [InlineData(4, 4)]
    [InlineData(4, 64)]
    public async Task The_digest_is_that_of_one_thread_for_any_number_of_silos_and_parts(int silos, int parts)
    {
        await using RunCluster cluster = await RunCluster.Start(silos);
        (RunStatus status, RunOutcome outcome) = await cluster.Complete(Ten with { Partitions = parts, Verify = true });
        Assert.Equal(BazaarSource.Expected(Ten), outcome.Digest);
        Assert.Equal(parts == 0 ? silos : Math.Min(parts, 7), status.Partitions);
        Assert.Equal(Math.Min(silos, status.Partitions), status.Silos);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(60)]
    [InlineData(1440)]
    public async Task Where_grants_are_cut_changes_nothing(int minutes)
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        RunDefinition cut = BazaarSource.Define(days: 4) with { Partitions = 3, GrantMinutes = minutes };
        Assert.Equal(BazaarSource.Expected(cut), (await cluster.Complete(cut)).Outcome.Digest);
    }

    [Fact]
    public async Task Daily_integers_are_those_of_one_thread()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        await cluster.Complete(Ten with { Partitions = 3 });
        var expected = new List<long[]>();
        BazaarSource.Expected(Ten, town => town.DayEnded = (_, day) => expected.Add(day.ToArray()));
        DaySeries days = await cluster.Run("run").Days(0);
        Assert.Equal(expected, days.Days);
    }

    [Fact]
    public async Task Paused_stepped_and_resumed_it_comes_to_the_same()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("stepped");
        await run.Start(Ten with { Partitions = 3, Paused = true });
        Assert.Equal(0, (await run.Until(s => s.State == RunState.Paused)).Minute);
        foreach (int step in (int[])[15, 60, 1440, 2175])
        {
            int from = (await run.Status()).Minute;
            await run.Step(step);
            Assert.Equal(from + step, (await run.Until(s => s.State == RunState.Paused)).Minute);
        }
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(BazaarSource.Expected(Ten), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task A_fork_at_a_cut_goes_on_to_the_same_end()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("parent");
        RunDefinition paused = Ten with { Partitions = 3, Paused = true };
        await run.Start(paused);
        await run.Step((3 * Minute.PerDay) + 45);
        await run.Until(s => s.State == RunState.Paused);
        await run.Fork("child", Ten);
        IRunGrain child = cluster.Run("child");
        await child.Until(s => s.State == RunState.Finished);
        Assert.Equal(BazaarSource.Expected(Ten), (await child.Outcome()).Digest);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(BazaarSource.Expected(Ten), (await run.Outcome()).Digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_fork_at_a_random_cut_takes_along_a_command_that_waits_there(ulong seed)
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("parent");
        await run.Start(Ten with { Partitions = 3, Paused = true });
        int cut = 15 * (int)(1 + (900 * new Chance(seed).Uniform(0, 0, 1)));
        await run.Step(cut);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt receipt = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        Assert.Equal(cut, receipt.At);
        await run.Fork("child", Ten with { Durable = seed % 2 == 0 });
        IRunGrain child = cluster.Run("child");
        await child.Until(s => s.State == RunState.Finished);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        byte[][] journal = await run.Journal(0);
        string expected = BazaarSource.Expected(Ten, town => town.Replay(Parse(journal)));
        Assert.NotEqual(BazaarSource.Expected(Ten), expected);
        Assert.Equal(expected, (await run.Outcome()).Digest);
        Assert.Equal(expected, (await child.Outcome()).Digest);
    }

    [Fact]
    public async Task A_command_that_the_run_will_not_live_to_see_is_refused()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        IRunGrain run = cluster.Run("brief");
        await run.Start(Ten with { Paused = true, Until = Minute.PerDay });
        await run.Until(s => s.State == RunState.Paused);
        await run.Step(Minute.PerDay - 15);
        await run.Until(s => s.State == RunState.Paused && s.Minute > 0);
        Assert.Equal(Minute.PerDay - 15, (await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1))).At);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        await Assert.ThrowsAsync<RunException>(() => run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1)));
    }

    [Fact]
    public async Task A_command_takes_effect_at_the_cut_that_its_receipt_names_and_replays()
    {
        RunDefinition eighty = BazaarSource.Define(days: 80, estates: 2);
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("commanded");
        await run.Start(eighty with { Partitions = 3, Paused = true });
        await run.Step(75);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt first = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 1));
        Assert.Equal(new CommandReceipt(0, 75), first);
        await run.Step(Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt second = await run.Submit(new CommandOrder(43, Bazaar.Hop, 6, 2));
        Assert.Equal(new CommandReceipt(1, 75 + Minute.PerDay), second);
        await run.Step(75 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        CommandReceipt third = await run.Submit(new CommandOrder(3, Bazaar.Hop, 6, 3));
        Assert.True(third.At > 70 * Minute.PerDay);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        string digest = (await run.Outcome()).Digest;
        Assert.NotEqual(BazaarSource.Expected(eighty), digest);
        byte[][] entries = await run.Journal(0);
        Assert.Equal(digest, BazaarSource.Expected(eighty, town => town.Replay(Parse(entries))));
    }

    [Fact]
    public async Task Decisions_stop_the_run_are_journaled_and_replay_without_whoever_made_them()
    {
        await using RunCluster cluster = await RunCluster.Start(2);
        IRunGrain run = cluster.Run("decided");
        await run.Start(Ten with { Partitions = 3, Paused = true, DecisionSeconds = 600 });
        var credentials = new Dictionary<uint, string>
        {
            [1] = await run.TakeOver(1),
            [81] = await run.TakeOver(81),
        };
        await run.Resume();
        int made = 0;
        RunStatus status = await run.Until(s => s.IsOver || s.State == RunState.Deciding);
        while (status.State == RunState.Deciding)
        {
            foreach (OpenDecision decision in status.OpenDecisions)
            {
                await Assert.ThrowsAsync<RunException>(() => run.Decide(decision, 5, credentials[82 - decision.Actor]));
                await run.Decide(decision, made++ % 3 == 0 ? null : (uint)made, credentials[decision.Actor]);
            }
            status = await run.Until(s => s.IsOver || (s.State == RunState.Deciding
                && !s.OpenDecisions.Intersect(status.OpenDecisions).Any()));
        }
        Assert.True(made > 5, $"only {made} decisions came up");
        Assert.Equal(RunState.Finished, status.State);
        byte[][] entries = await run.Journal(0);
        Assert.Equal(made, entries.Length);
        Assert.Equal((await run.Outcome()).Digest, BazaarSource.Expected(Ten, town => town.Replay(Parse(entries))));
    }

    [Fact]
    public async Task When_nobody_decides_in_time_the_rule_does_and_that_is_journaled()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        IRunGrain run = cluster.Run("undecided");
        await run.Start(Ten with { Partitions = 3, Paused = true, DecisionSeconds = 0 });
        await run.TakeOver(1);
        await run.Resume();
        await run.Until(s => s.State == RunState.Finished);
        Assert.NotEmpty(await run.Journal(0));
        Assert.Equal(BazaarSource.Expected(Ten), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task The_same_start_twice_is_one_run_and_another_under_its_name_is_refused()
    {
        await using RunCluster cluster = await RunCluster.Start(1);
        IRunGrain run = cluster.Run("one");
        await run.Start(Ten);
        await run.Start(Ten with { Input = [.. Ten.Input] });
        await Assert.ThrowsAsync<RunException>(() => run.Start(Ten with { Seed = 6 }));
        await Assert.ThrowsAsync<RunException>(() => cluster.Run("odd").Start(Ten with { Until = 7 }));
        await Assert.ThrowsAsync<RunException>(() => cluster.Run("elsewhere").Start(Ten with { World = "atlantis" }));
        await Assert.ThrowsAsync<RunException>(() => run.Submit(new CommandOrder(1_000_000, Bazaar.Hop)));
    }

    internal static Journal Parse(byte[][] entries)
    {
        var journal = new Journal();
        foreach (byte[] entry in entries) JournalEntry.Read(entry, journal);
        return journal;
    }
}
