using System.Diagnostics;
using System.Net;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;

namespace Jinlin.Silo.Tests;

/// <summary>Silos find each other, and notice who is gone.</summary>
public sealed class MembershipTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("jinlin-members-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Three_silos_on_Redis_are_one_cluster_that_notices_a_kill_and_a_farewell()
    {
        await using RedisServer redis = await RedisServer.Start();
        var environment = new Dictionary<string, string> { ["JINLIN_REDIS"] = redis.Connection };
        string[] fast = ["--membership", "fast", "--threads", "1"];
        await using SiloProcess first = await SiloProcess.Start(_data, environment, fast);
        await using SiloProcess second = await SiloProcess.Start(_data, environment, fast);
        await using SiloProcess third = await SiloProcess.Start(_data, environment, fast);
        await using Carrier carrier = await Carrier.Open(first.Gateway, null, CancellationToken.None);
        await Active(carrier, 3);
        await third.Kill();
        long killed = Stopwatch.GetTimestamp();
        await Active(carrier, 2);
        output.WriteLine($"noticed after {Stopwatch.GetElapsedTime(killed).TotalSeconds:f1} s");
        Assert.Equal(0, await second.Terminate());
        await Active(carrier, 1);
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(first.Health)).StatusCode);
        foreach (SiloProcess silo in (SiloProcess[])[first, second, third])
            Assert.DoesNotContain(RedisServer.Password, silo.Output);
    }

    [Fact]
    public async Task Several_processes_on_one_machine_need_no_server()
    {
        await using SiloProcess first = await SiloProcess.Start(_data, null, "--membership", "fast");
        string primary = first.Ready.GetProperty("silo").GetString()!;
        await using SiloProcess second = await SiloProcess.Start(_data, null, "--membership", "fast", "--primary", primary);
        await using Carrier carrier = await Carrier.Open(second.Gateway, null, CancellationToken.None);
        await Active(carrier, 2);
        Assert.Equal(0, await second.Terminate());
    }

    [Fact]
    public async Task A_client_reaches_a_cluster_of_another_id_when_it_is_told_the_id()
    {
        await using SiloProcess silo = await SiloProcess.Start(_data, null, "--cluster-id", "other");
        await Assert.ThrowsAsync<InputException>(() => Carrier.Open(silo.Gateway, null, CancellationToken.None));
        Environment.SetEnvironmentVariable("JINLIN_CLUSTER_ID", "other");
        try
        {
            await using Carrier carrier = await Carrier.Open(silo.Gateway, null, CancellationToken.None);
            await Active(carrier, 1);
        }
        finally
        {
            Environment.SetEnvironmentVariable("JINLIN_CLUSTER_ID", null);
        }
    }

    [Fact]
    public async Task A_primary_that_is_not_there_is_one_clear_error()
    {
        (int code, string said) = await SiloProcess.Refused(null, "--data-folder", _data, "--primary", "127.0.0.1:1");
        Assert.Equal(2, code);
        Assert.StartsWith("--primary 127.0.0.1:1", Assert.Single(said.Split('\n')));
    }

    [Fact]
    public async Task Two_silos_that_know_nothing_of_each_other_are_two_clusters()
    {
        await using SiloProcess one = await SiloProcess.Start(Path.Combine(_data, "one"));
        await using SiloProcess other = await SiloProcess.Start(Path.Combine(_data, "other"));
        foreach (SiloProcess silo in (SiloProcess[])[one, other])
        {
            await using Carrier carrier = await Carrier.Open(silo.Gateway, null, CancellationToken.None);
            await Active(carrier, 1);
        }
    }

    /// <summary>Asks until that many silos are active; a cluster that never gets there fails the test.</summary>
    private static async Task Active(Carrier carrier, int silos)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var management = carrier.Grains.GetGrain<IManagementGrain>(0);
        using var round = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        int active = -1;
        while (active != silos)
        {
            if (patience.IsCancellationRequested) Assert.Fail($"{active} silos are active, not {silos}");
            try
            {
                active = (await management.GetHosts(onlyActive: true)).Count;
            }
            catch (Exception lost) when (lost is SiloUnavailableException or TimeoutException or OrleansException)
            {
                // The grain may have been on the silo that is gone: ask again.
            }
            await round.WaitForNextTickAsync();
        }
    }
}
