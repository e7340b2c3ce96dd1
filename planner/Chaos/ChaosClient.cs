using Jinlin.Grains.Runs;
using Jinlin.Model.Engine;
using Jinlin.Model.MutualHelp;
using Jinlin.Model.World;
using Jinlin.Planner.Hosting;
using Jinlin.Planner.Input;

namespace Jinlin.Planner.Chaos;

/// <summary>
/// A client that goes on through losses: it asks whichever silo lives, and keeps what was acknowledged. One call at a
/// time.
/// </summary>
internal sealed class ChaosClient(ChaosCluster cluster, ChaosTally tally) : IAsyncDisposable
{
    /// <summary>The run's name.</summary>
    public const string RunName = "chaos";

    /// <summary>How long one call may take before another silo is asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Acknowledged commands.</summary>
    public List<(CommandOrder Order, CommandReceipt Receipt)> Acknowledged { get; } = [];

    private Carrier? _carrier;
    private ChaosSilo? _through;
    private uint _sent;

    /// <summary>Asks once; the outcome of a call that fails is unknown.</summary>
    /// <exception cref="UnansweredException">Nobody answered.</exception>
    /// <exception cref="RunException">The run said no.</exception>
    public async Task<T> Ask<T>(Func<IGrainFactory, Task<T>> question, CancellationToken cancellation)
    {
        if (_through is not { Lives: true }) await Leave();
        try
        {
            if (_carrier is null)
            {
                ChaosSilo[] living = cluster.Living;
                if (living.Length == 0) throw new UnansweredException("no silo lives");
                _through = living[Random.Shared.Next(living.Length)];
                _carrier = await Carrier.Open(_through.Gateway, null, cancellation);
            }
            return await question(_carrier.Grains).WaitAsync(Patience, cancellation);
        }
        catch (Exception lost) when (lost is not (RunException or OutOfMemoryException) && !cancellation.IsCancellationRequested)
        {
            await Leave();
            throw new UnansweredException(lost is InputException ? "nobody answers" : lost.Message);
        }
    }

    /// <summary>Asks the run until it answers.</summary>
    /// <exception cref="TimeoutException">It never does.</exception>
    public async Task<T> Insist<T>(
        Func<IRunGrain, Task<T>> question, TimeSpan atMost, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(atMost);
        while (true)
        {
            string why;
            try
            {
                return await Ask(grains => question(Run(grains)), cancellation);
            }
            catch (Exception refused) when (refused is RunException or UnansweredException)
            {
                why = refused.Message;
            }
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"no answer within {atMost.TotalSeconds:f0} s: {why}");
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Sends one command, or another order that changes no digest, as the keyed number says.</summary>
    public async Task Send(double what, NearNeighborModel model, CancellationToken cancellation)
    {
        uint number = _sent++;
        try
        {
            switch (what)
            {
                case < .85:
                    var order = OrderOf(number, model);
                    CommandReceipt receipt = await Ask(grains => Run(grains).Submit(order), cancellation);
                    Acknowledged.Add((order, receipt));
                    tally.Acknowledged++;
                    break;
                case < .90:
                    await Ask(grains => Told(Run(grains).Activate(number % 50, number % 2 == 0)), cancellation);
                    break;
                default:
                    await Ask(grains => Told(Run(grains).Pause()), cancellation);
                    await Insist(run => Told(run.Resume()), TimeSpan.FromSeconds(30), cancellation);
                    break;
            }
        }
        catch (Exception lost) when (lost is UnansweredException or RunException or TimeoutException)
        {
            tally.Unanswered++;
        }
    }

    /// <summary>The silo that coordinates the run, as its address; null: nobody knows.</summary>
    public static async Task<string?> Coordinator(IGrainFactory grains)
    {
        SiloAddress? address = await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(Run(grains));
        return address is null ? null : $"{address.Endpoint}";
    }

    public static IRunGrain Run(IGrainFactory grains) => grains.GetGrain<IRunGrain>(RunName);

    /// <summary>A task without an answer as one with.</summary>
    public static async Task<bool> Told(Task task)
    {
        await task;
        return true;
    }

    public async ValueTask DisposeAsync() => await Leave();

    /// <summary>A resident asks for help, each one once for a long while; the last field counts and is read by nobody.</summary>
    private static CommandOrder OrderOf(uint number, NearNeighborModel model)
    {
        int estates = model.Estates;
        var estate = new NeighborhoodId((int)(number % (uint)estates));
        Roster roster = model.RosterOf(estate);
        uint slot = number / (uint)estates % (uint)roster.Residents.Length;
        var key = new NeedKey((NeedKind)(number % 3), new Day(0), 7, fromShock: true);
        return new CommandOrder(roster.First.Value + slot, (byte)Kind.NeedArises, key.Value, 1, 0, number);
    }

    private async Task Leave()
    {
        if (_carrier is { } carrier)
        {
            _carrier = null;
            await carrier.DisposeAsync();
        }
        _through = null;
    }
}

/// <summary>Nobody answered; what was asked may have been done all the same.</summary>
internal sealed class UnansweredException(string message) : Exception(message);
