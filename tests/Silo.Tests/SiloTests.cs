using System.Net;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Hosting;

namespace Jinlin.Silo.Tests;

/// <summary>Processes over TCP, a real Redis, a real kill -9: the digest does not change.</summary>
public sealed class SiloTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("近邻 silo-").FullName;

    private static readonly Scenario Town = new()
    {
        Name = "processes",
        Town = TownPlans.Subdistrict() with { Estates = [.. TownPlans.Subdistrict().Estates.Take(4)] },
        HorizonDays = 120,
        BurnInDays = 0,
        Calendar = new Calendar(new DateOnly(2024, 3, 1), 0, Holidays.Table),
        Policies = [PolicyPresets.Find("all")!],
    };

    private static readonly RunDefinition Long = NearNeighborWorlds.Define(Town, 11) with
    {
        Partitions = 3,
        Durable = true,
        SnapshotSeconds = 1,
        Paused = true,
    };

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_silo_gets_ready_is_healthy_carries_a_run_and_stops_when_told()
    {
        await using SiloProcess silo = await SiloProcess.Start(_data);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(silo.Health)).StatusCode);
        await using (Carrier carrier = await Carrier.Open(silo.Gateway, null, CancellationToken.None))
        {
            IRunGrain run = carrier.Grains.GetGrain<IRunGrain>("short");
            await run.Start(Long with { Durable = false, Paused = false, Until = 10 * Minute.PerDay });
            await run.Until(s => s.State == RunState.Finished);
            Assert.Equal(Expected(10), (await run.Outcome()).Digest);
        }
        Assert.Equal(0, await silo.Terminate());
    }

    [Fact]
    public async Task After_a_kill_of_one_of_three_silos_the_run_goes_on()
    {
        await using RedisServer redis = await RedisServer.Start();
        await using SiloProcess first = await Join(redis), second = await Join(redis), third = await Join(redis);
        await using Carrier carrier = await Carrier.Open(first.Gateway, null, CancellationToken.None);
        IRunGrain run = carrier.Grains.GetGrain<IRunGrain>("survivor");
        await run.Start(Long);
        await run.Step(20 * Minute.PerDay);
        Assert.Equal(3, (await run.Until(s => s.State == RunState.Paused)).Silos);
        CommandReceipt receipt = await run.Submit(new CommandOrder(5, (byte)Kind.NeedArises, 0xF4, 1));
        await run.Resume();
        await run.Until(s => s.Minute > 25 * Minute.PerDay);
        await third.Kill();
        RunStatus status = await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(1, status.Journal);
        Assert.Equal(
            Expected(120, new Command(receipt.Number, new Minute(receipt.At), new ActorId(5), (byte)Kind.NeedArises, 0xF4, 1)),
            (await run.Outcome()).Digest);
        Assert.DoesNotContain(RedisServer.Password, first.Output + second.Output + third.Output);
    }

    [Fact]
    public async Task After_a_kill_of_every_silo_new_ones_take_the_run_up_from_its_last_manifest()
    {
        await using RedisServer redis = await RedisServer.Start();
        CommandReceipt receipt;
        await using (SiloProcess first = await Join(redis), second = await Join(redis))
        {
            await using Carrier carrier = await Carrier.Open(first.Gateway, null, CancellationToken.None);
            IRunGrain run = carrier.Grains.GetGrain<IRunGrain>("phoenix");
            await run.Start(Long with { SnapshotSeconds = 0 });
            await run.Step(20 * Minute.PerDay);
            await run.Until(s => s.State == RunState.Paused);
            receipt = await run.Submit(new CommandOrder(5, (byte)Kind.NeedArises, 0xF4, 1));
            await run.Resume();
            await run.Until(s => s.SafeMinute > 30 * Minute.PerDay);
            await Task.WhenAll(first.Kill(), second.Kill());
        }
        await using SiloProcess third = await Join(redis);
        await using Carrier again = await Carrier.Open(third.Gateway, null, CancellationToken.None);
        IRunGrain risen = again.Grains.GetGrain<IRunGrain>("phoenix");
        RunStatus status = await risen.Until(s => s.State == RunState.Finished);
        Assert.Equal(1, status.Journal);
        Assert.Equal(
            Expected(120, new Command(receipt.Number, new Minute(receipt.At), new ActorId(5), (byte)Kind.NeedArises, 0xF4, 1)),
            (await risen.Outcome()).Digest);
    }

    [Fact]
    public async Task A_silo_that_is_told_to_stop_hands_over_at_a_cut()
    {
        await using RedisServer redis = await RedisServer.Start();
        await using SiloProcess first = await Join(redis), second = await Join(redis);
        await using Carrier carrier = await Carrier.Open(first.Gateway, null, CancellationToken.None);
        IRunGrain run = carrier.Grains.GetGrain<IRunGrain>("handed");
        await run.Start(Long with { SnapshotSeconds = 3_600 });
        await run.Step(40 * Minute.PerDay);
        await run.Until(s => s.State == RunState.Paused);
        Assert.Equal(0, (await run.Status()).SafeMinute);
        Assert.Equal(0, await second.Terminate());
        await run.Resume();
        RunStatus status = await run.Until(s => s.State == RunState.Running && s.Minute >= 40 * Minute.PerDay);
        Assert.True(status.SafeMinute >= 40 * Minute.PerDay, $"safe at {status.SafeMinute}");
        await run.Until(s => s.State == RunState.Finished);
        Assert.Equal(Expected(120), (await run.Outcome()).Digest);
    }

    [Fact]
    public async Task Secrets_are_in_no_output_and_no_process_list()
    {
        await using RedisServer redis = await RedisServer.Start();
        await using SiloProcess silo = await Join(redis);
        Assert.DoesNotContain(RedisServer.Password, silo.CommandLine);
        (int code, string output) = await SiloProcess.Refused(
            new Dictionary<string, string>
            {
                ["JINLIN_REDIS"] = $"127.0.0.1:{redis.Port},password=wrong-{RedisServer.Password}",
            });
        Assert.Equal(2, code);
        Assert.Single(output.Split('\n'));
        Assert.DoesNotContain(RedisServer.Password, output + silo.Output);
    }

    [Theory]
    [InlineData("--address", "0.0.0.0")]
    [InlineData("--silo-port", "70000")]
    [InlineData("--membership", "quick")]
    [InlineData("--redis", "127.0.0.1:6379,password=x")]
    [InlineData("--threads", "0")]
    [InlineData("--data-folder")]
    [InlineData("--cluster-id", "a b")]
    public async Task A_wrong_setting_is_one_clear_error(params string[] flags)
    {
        (int code, string output) = await SiloProcess.Refused(null, flags);
        Assert.Equal(2, code);
        Assert.Single(output.Split('\n'));
        Assert.Contains(flags[0], output);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_error()
    {
        await using SiloProcess silo = await SiloProcess.Start(_data);
        string port = silo.Gateway.Split(':')[1];
        (int code, string output) = await SiloProcess.Refused(null, "--gateway-port", port, "--data-folder", _data);
        Assert.Equal(2, code);
        Assert.Contains("port", output);
        Assert.Single(output.Split('\n'));
    }

    private Task<SiloProcess> Join(RedisServer redis) => SiloProcess.Start(
        _data, new Dictionary<string, string> { ["JINLIN_REDIS"] = redis.Connection }, "--membership", "fast", "--threads", "1");

    private static string Expected(int days, params Command[] commands)
    {
        using var town = new Town(new NearNeighborModel(Town, 11), 1);
        var journal = new Journal();
        foreach (Command command in commands) journal.Add(command);
        town.Replay(journal);
        town.Advance(new Day(days).Start);
        return town.Digest().ToString("x32");
    }
}

internal static class Watching
{
    public static async Task<RunStatus> Until(this IRunGrain run, Func<RunStatus, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        RunStatus? status = null;
        while (status is null || !reached(status))
        {
            if (patience.IsCancellationRequested) Assert.Fail($"the run stays {status}");
            try
            {
                status = await run.Watch(status?.Version ?? 0);
                if (status.State == RunState.Failed) Assert.Fail(status.Failure);
            }
            catch (Exception lost) when (lost is SiloUnavailableException or TimeoutException or OrleansException)
            {
                // The coordinator's silo may be the one that was killed: ask again.
                await Task.Yield();
            }
        }
        return status;
    }
}
