using Jinlin.Grains.Runs;
using Jinlin.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime.Messaging;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Jinlin.Grains.Tests;

/// <summary>Silos of one process that carry runs; what they keep outlives them.</summary>
internal sealed class RunCluster : IAsyncDisposable
{
    private readonly MemoryStore _store = new();
    private readonly MemoryStates _states = new();
    private Action<ISiloBuilder>? _also;
    private InProcessTestCluster _cluster = null!;

    public InProcessTestCluster Silos => _cluster;

    public MemoryStates States => _states;

    public static async Task<RunCluster> Start(int silos, Action<ISiloBuilder>? also = null)
    {
        var cluster = new RunCluster { _also = also };
        cluster._cluster = cluster.Build(silos);
        await cluster._cluster.DeployAsync();
        return cluster;
    }

    private InProcessTestCluster Build(int silos)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<IGrainStorage>(RunServices.StorageName, _states);
            silo.AddRuns(threads: 2);
            silo.Services.AddSingleton<IBlobStore>(_store);
            silo.Services.AddSingleton<IJournalStore>(_store);
            silo.Services.AddSingleton<IWorldSource, BazaarSource>();
            silo.Services.AddSingleton<IWorldSource, VillageSource>();
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                membership.NumMissedProbesLimit = 2;
                membership.NumVotesForDeathDeclaration = 1;
            });
            _also?.Invoke(silo);
        });
        return builder.Build();
    }

    /// <summary>What is kept under a prefix.</summary>
    public Task<IReadOnlyList<string>> Blobs(string prefix) => _store.ListAsync(prefix);

    public IRunGrain Run(string name) => _cluster.Client.GetGrain<IRunGrain>(name);

    /// <summary>An actor's address.</summary>
    public T Actor<T>(string run, uint actor)
        where T : IGrainWithStringKey => _cluster.Client.GetGrain<T>($"{run}/{actor}");

    /// <summary>The silo that coordinates a run.</summary>
    public async Task<InProcessSiloHandle> SiloOf(IRunGrain run)
    {
        SiloAddress? address = await _cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(run);
        return _cluster.GetSiloForAddress(address!)!;
    }

    /// <summary>Kills every silo at once and starts as many anew; what was kept is still there.</summary>
    public async Task RestartAll()
    {
        int silos = _cluster.Silos.Count;
        await Task.WhenAll(_cluster.Silos.ToArray().Select(_cluster.KillSiloAsync));
        await _cluster.KillClientAsync();
        await _cluster.DisposeAsync();
        _cluster = Build(silos);
        await _cluster.DeployAsync();
    }

    /// <summary>Starts a run and waits for its end.</summary>
    public async Task<(RunStatus Status, RunOutcome Outcome)> Complete(RunDefinition definition, string name = "run")
    {
        IRunGrain run = Run(name);
        await run.Start(definition);
        RunStatus status = await run.Until(s => s.IsOver);
        Assert.True(status.State == RunState.Finished, $"{status.State}: {status.Failure}");
        return (status, await run.Outcome());
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

internal static class RunWatching
{
    /// <summary>
    /// Submits while a gateway is dying: a call for which no connection could be made was never sent, so that asking
    /// again cannot put the command into the journal twice.
    /// </summary>
    public static async Task<CommandReceipt> SubmitPatiently(this IRunGrain run, CommandOrder order)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            try
            {
                return await run.Submit(order);
            }
            catch (ConnectionFailedException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Waits for a status, as an operator would: by watching. A run that never gets there fails the test.</summary>
    public static async Task<RunStatus> Until(this IRunGrain run, Func<RunStatus, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        RunStatus status = await run.Status();
        while (!reached(status))
        {
            if (patience.IsCancellationRequested) Assert.Fail($"the run stays {status}");
            status = await run.Watch(status.Version);
        }
        return status;
    }
}
