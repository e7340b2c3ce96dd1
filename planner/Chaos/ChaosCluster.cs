namespace Jinlin.Planner.Chaos;

/// <summary>The silos of one chaos run and what is done to them. Leaves none behind.</summary>
internal sealed class ChaosCluster : IAsyncDisposable
{
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(3);

    private readonly ChaosPlan _plan;
    private readonly string _folder;
    private readonly ChaosRedis? _redis;
    private readonly ChaosTally _tally;
    private readonly Action<string> _tell;
    private readonly List<ChaosSilo> _silos = [];
    private readonly List<Task> _stalls = [];
    private readonly CancellationTokenSource _ending = new();

    private ChaosCluster(ChaosPlan plan, string folder, ChaosRedis? redis, ChaosTally tally, Action<string> tell) =>
        (_plan, _folder, _redis, _tally, _tell) = (plan, folder, redis, tally, tell);

    /// <summary>Those that were not killed and not told to leave.</summary>
    public ChaosSilo[] Living
    {
        get
        {
            lock (_silos) return [.. _silos.Where(s => s.Lives)];
        }
    }

    /// <param name="tell">Told what is done to which silo.</param>
    public static async Task<ChaosCluster> Open(
        ChaosPlan plan, string folder, ChaosTally tally, Action<string> tell, CancellationToken cancellation)
    {
        ChaosRedis? redis = ChaosRedis.Program is { } program
            ? await ChaosRedis.Start(program, Path.Combine(folder, "redis"), cancellation) : null;
        var cluster = new ChaosCluster(plan, folder, redis, tally, tell);
        try
        {
            await cluster.Start(cancellation);
            await Task.WhenAll(Enumerable.Range(1, plan.Silos - 1).Select(_ => cluster.Start(cancellation)));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one more silo, whatever the bound.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        string data = Path.Combine(_folder, "data");
        string? primary = _redis is null ? First()?.Address : null;
        ChaosSilo silo = _plan.InProcess
            ? await ChaosHost.Start(data, _redis?.Connection, primary, _plan.FastMembership, cancellation)
            : await ChaosProcess.Start(
                _plan.Program!, data, _redis?.Connection, primary, _plan.FastMembership, cancellation);
        lock (_silos) _silos.Add(silo);
        _tally.Starts++;
        _tell($"{silo.Address} started");
    }

    /// <summary>Does what the schedule says, or the nearest to it that can be done.</summary>
    /// <param name="coordinator">Finds the address of the run's coordinator, or null.</param>
    /// <returns>What is wrong with how a silo behaved; null: nothing.</returns>
    public async Task<string?> Do(
        ChaosEvent what, Func<Task<string?>> coordinator, CancellationToken cancellation)
    {
        ChaosSilo[] losable = [.. Living.Where(MayBeLost)];
        if (what.Action == ChaosAction.Start || losable.Length == 0)
        {
            if (Living.Length < _plan.Silos) await Start(cancellation);
            return null;
        }
        ChaosSilo chosen = losable[(int)(what.Choice * losable.Length)];
        switch (what.Action)
        {
            case ChaosAction.KillCoordinator:
                string? address = await coordinator();
                await Kill(Array.Find(losable, s => s.Address == address) ?? chosen);
                return null;
            case ChaosAction.KillAll:
                await Task.WhenAll(losable.Select(Kill));
                await Start(cancellation);
                return null;
            case ChaosAction.Stop:
                // Whoever leaves last has nobody to hand over to: that is a kill of all, which has its own turn.
                if (Living.Length == 1) return null;
                chosen.Lives = false;
                _tally.Stops++;
                _tell($"{chosen.Address} is told to stop");
                string? wrong = await chosen.Stop();
                _tell($"{chosen.Address} has stopped");
                return wrong;
            case ChaosAction.Stall:
                if (chosen.Stall(still: true)) _stalls.Add(LetGo(chosen));
                return null;
            default:
                await Kill(chosen);
                return null;
        }
    }

    /// <summary>Waits until no silo is held still any more.</summary>
    public Task Calm() => Task.WhenAll(_stalls);

    /// <summary>What is wrong with any silo: it ended by itself, or told the secret.</summary>
    public string? Wrong()
    {
        ChaosSilo[] all;
        lock (_silos) all = [.. _silos];
        foreach (ChaosSilo silo in all)
        {
            if (silo.Ended is { } ended) return ended;
            if (_redis is not null && silo.Output.Contains(_redis.Password, StringComparison.Ordinal))
                return $"silo {silo.Address} has told the password of Redis";
        }
        return null;
    }

    /// <summary>Leaves what every silo has said in the folder.</summary>
    public void WriteOutputs()
    {
        lock (_silos)
        {
            for (int i = 0; i < _silos.Count; i++)
            {
                File.WriteAllText(
                    Path.Combine(_folder, $"silo-{i + 1}.log"), $"{_silos[i].Address}\n{_silos[i].Output}\n");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Calm();
        ChaosSilo[] all;
        lock (_silos) all = [.. _silos];
        foreach (ChaosSilo silo in all) await silo.DisposeAsync();
        if (_redis is not null) await _redis.DisposeAsync();
        _ending.Dispose();
    }

    /// <summary>kill -9.</summary>
    public async Task Kill(ChaosSilo silo)
    {
        silo.Lives = false;
        _tally.Kills++;
        _tell($"{silo.Address} is killed");
        await silo.Kill();
    }

    private async Task LetGo(ChaosSilo silo)
    {
        silo.WasStalled = true;
        _tally.Stalls++;
        _tell($"{silo.Address} is held still");
        try
        {
            await Task.Delay(Stillness, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The end of all; it is let go first, since a process that is still cannot answer a signal.
        }
        silo.Stall(still: false);
        _tell($"{silo.Address} is let go");
    }

    private ChaosSilo? First()
    {
        lock (_silos) return _silos.Count == 0 ? null : _silos[0];
    }

    /// <summary>Without Redis the first silo keeps the list of members: it cannot be lost.</summary>
    public bool MayBeLost(ChaosSilo silo) => _redis is not null || silo != First();
}
