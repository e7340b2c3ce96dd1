using System.Diagnostics;
using System.Globalization;
using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.Policy;
using Jinlin.Model.World;
using Jinlin.Planner.Hosting;

namespace Jinlin.Planner.Chaos;

/// <summary>
/// One seed: a durable live run on a cluster that swings up and down, with commands all the while; in the end the digest
/// is that of an undisturbed replay of the journal in this process, and the journal has every acknowledged command.
/// </summary>
public sealed class ChaosRun
{
    private const uint Gap = 11, What = 12;

    /// <summary>Snapshots by seed: at every cut that the bound on their share allows, or every so many seconds.</summary>
    private static readonly int[] SnapshotSeconds = [0, 0, 1, 3];

    /// <summary>Minutes granted at once, by seed; 0: as far as the look-ahead allows.</summary>
    private static readonly int[] GrantMinutes = [15, 60, 360, 0];

    private static readonly Scenario Town = new()
    {
        Name = "chaos",
        Town = TownPlans.Estate() with
        {
            Estates =
            [
                .. Enumerable.Range(1, 4).Select(i => TownPlans.Estate().Estates[0] with
                {
                    Name = $"Estate {i}", Population = 300, Households = 130, Buildings = 6, Over60 = 40,
                }),
            ],
        },
        HorizonDays = 3_650,
        BurnInDays = 0,
        Calendar = new Jinlin.Model.Policy.Calendar(new DateOnly(2024, 3, 1), 0, Holidays.Table),
        Policies = [PolicyPresets.Find("all")!],
    };

    private readonly ChaosPlan _plan;
    private readonly ChaosTally _tally = new();
    private readonly RunDefinition _definition;
    private readonly NearNeighborModel _model;
    private readonly Action<ChaosTally, string?>? _progress;
    private readonly List<string> _events = [];
    private readonly long _began = Stopwatch.GetTimestamp();
    private string? _wrong;

    private ChaosRun(ChaosPlan plan, Action<ChaosTally, string?>? progress)
    {
        (_plan, _progress) = (plan, progress);
        _definition = Define(plan.Seed);
        _model = new NearNeighborModel(Town, plan.Seed);
    }

    /// <summary>A durable run of four small estates, cut and kept in a way that the seed chooses.</summary>
    internal static RunDefinition Define(ulong seed) => NearNeighborWorlds.Define(Town, seed) with
    {
        Partitions = 2 + (int)(seed % 5),
        Durable = true,
        SnapshotSeconds = SnapshotSeconds[seed / 2 % 4],
        GrantMinutes = GrantMinutes[seed % 4],
        Verify = true,
        Activated = seed % 3 == 0 ? .05 : 0,
    };

    /// <summary>How long a run may take to go on after the last loss.</summary>
    private TimeSpan Patience => TimeSpan.FromSeconds(_plan.FastMembership ? 90 : 300);

    /// <param name="progress">Told what was done so far, and what happens now.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left behind.</exception>
    public static async Task<ChaosResult> Of(
        ChaosPlan plan, Action<ChaosTally, string?>? progress, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        string folder = Directory.CreateTempSubdirectory("jinlin-chaos-").FullName;
        var run = new ChaosRun(plan, progress);
        var result = new ChaosResult { Seed = plan.Seed, Command = plan.Command, Tally = run._tally };
        bool keep = false;
        try
        {
            await using ChaosCluster cluster = await ChaosCluster.Open(plan, folder, run._tally, run.Tell, cancellation);
            await using var client = new ChaosClient(cluster, run._tally);
            try
            {
                await run.Swing(cluster, client, cancellation);
                result = await run.Judge(result, cluster, client, cancellation);
            }
            catch (Exception broken) when (broken is TimeoutException or InvalidOperationException)
            {
                result = result with { Failure = broken.Message };
            }
            if (result.Failure is not null)
            {
                keep = true;
                cluster.WriteOutputs();
                await File.WriteAllLinesAsync(Path.Combine(folder, "events.log"), run._events, CancellationToken.None);
            }
        }
        finally
        {
            if (!keep) Directory.Delete(folder, recursive: true);
        }
        return result with { Seconds = Stopwatch.GetElapsedTime(began).TotalSeconds, Folder = keep ? folder : null };
    }

    /// <summary>Silos come and go while a client sends.</summary>
    private async Task Swing(ChaosCluster cluster, ChaosClient client, CancellationToken cancellation)
    {
        await client.Insist(run => ChaosClient.Told(run.Start(_definition)), Patience, cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(_plan.Length);
        Task losses = Task.Run(() => Lose(cluster, over.Token, cancellation), CancellationToken.None);
        var chance = new Chance(_plan.Seed);
        try
        {
            for (uint k = 0; !over.IsCancellationRequested && _wrong is null; k++)
            {
                await client.Send(chance.Uniform(k, 0, What), _model, over.Token);
                _progress?.Invoke(_tally, null);
                await Task.Delay(TimeSpan.FromMilliseconds(5 + (120 * chance.Uniform(k, 0, Gap))), over.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is up.
        }
        await losses;
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task Lose(ChaosCluster cluster, CancellationToken over, CancellationToken cancellation)
    {
        await using var observer = new ChaosClient(cluster, new ChaosTally());
        foreach (ChaosEvent next in ChaosSchedule.Of(_plan.Seed))
        {
            try
            {
                await Task.Delay(next.After, over);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            _wrong ??= await cluster.Do(next, () => Find(observer, cancellation), cancellation);
            if (_wrong is not null) break;
        }
        await cluster.Calm();
    }

    private static async Task<string?> Find(ChaosClient observer, CancellationToken cancellation)
    {
        try
        {
            return await observer.Ask(ChaosClient.Coordinator, cancellation);
        }
        catch (UnansweredException)
        {
            return null;
        }
    }

    /// <summary>The cluster is whole again: does the run go on, and did it come to what it should?</summary>
    private async Task<ChaosResult> Judge(
        ChaosResult result, ChaosCluster cluster, ChaosClient client, CancellationToken cancellation)
    {
        while (cluster.Living.Length < 2) await cluster.Start(cancellation);
        Tell("calm; the run must go on");
        string? wrong = _wrong;
        RunStatus status = await client.Insist(run => run.Status(), Patience, cancellation);
        if (!status.IsOver)
        {
            await client.Insist(run => ChaosClient.Told(run.Resume()), Patience, cancellation);
            status = await Until(client, s => s.IsOver || s.Minute > status.Minute, "goes on", cancellation);
            if (!status.IsOver)
            {
                await client.Insist(run => ChaosClient.Told(run.Pause()), Patience, cancellation);
                status = await Until(client, s => s.IsOver || s.State == RunState.Paused, "pauses", cancellation);
            }
        }
        result = result with { Days = new Minute(status.Minute).Day.Value, Epochs = status.Epoch };
        Tell($"{status.State} at day {result.Days}, epoch {result.Epochs}");
        if (status.State is RunState.Failed or RunState.Unknown)
            return result with { Failure = $"the run is {status.State}: {status.Failure}" };
        RunOutcome outcome = await client.Insist(run => run.Outcome(), Patience, cancellation);
        byte[][] entries = await client.Insist(run => run.Journal(0), Patience, cancellation);
        result = result with { Digest = outcome.Digest };
        wrong ??= Lost(client, entries) ?? Differs(outcome, entries, cancellation) ?? cluster.Wrong();
        if (wrong is null)
        {
            await client.Insist(run => ChaosClient.Told(run.Delete()), Patience, cancellation);
        }
        return result with { Failure = wrong };
    }

    private async Task<RunStatus> Until(
        ChaosClient client, Func<RunStatus, bool> reached, string what, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            RunStatus status = await client.Insist(run => run.Status(), Patience, cancellation);
            if (reached(status)) return status;
            if (Stopwatch.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"the run never {what} within {Patience.TotalSeconds:f0} s: {status}");
            await Task.Delay(50, cancellation);
        }
    }

    private void Tell(string what)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_began).TotalSeconds,7:f2} {what}");
        lock (_events) _events.Add(line);
        _progress?.Invoke(_tally, line);
    }

    /// <summary>An acknowledged command that is not in the journal as it was acknowledged.</summary>
    private static string? Lost(ChaosClient client, byte[][] entries)
    {
        Dictionary<long, Command> kept = Parse(entries).Commands.ToDictionary(c => c.Number);
        foreach ((CommandOrder order, CommandReceipt receipt) in client.Acknowledged)
        {
            if (!kept.TryGetValue(receipt.Number, out Command command) || command.D != order.D
                || command.To.Value != order.To || command.At.Value != receipt.At)
            {
                return $"command {order.D} was acknowledged as entry {receipt.Number} at minute {receipt.At}, "
                    + $"the journal of {entries.Length} has {(command == default ? "no such entry" : command.ToString())}";
            }
        }
        return null;
    }

    private string? Differs(RunOutcome outcome, byte[][] entries, CancellationToken cancellation)
    {
        using var town = new Town(new NearNeighborModel(Town, _plan.Seed), 1);
        town.Replay(Parse(entries));
        town.Advance(new Minute(outcome.Minute), cancellation);
        string expected = town.Digest().ToString("x32", CultureInfo.InvariantCulture);
        return outcome.Digest == expected
            ? null : $"the digest at minute {outcome.Minute} is {outcome.Digest}, that of an undisturbed replay {expected}";
    }

    private static Journal Parse(byte[][] entries)
    {
        var journal = new Journal();
        foreach (byte[] entry in entries) JournalEntry.Read(entry, journal);
        return journal;
    }
}
