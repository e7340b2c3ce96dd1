using Microsoft.Extensions.Logging;

namespace Jinlin.Grains.Runs;

/// <summary>
/// On every silo: wakes unfinished runs whose coordinator was lost, and has those that run here brought to safety
/// before the silo leaves.
/// </summary>
internal sealed partial class Keeper(IGrainFactory grains, TimeProvider time, ILogger<Keeper> log)
    : ILifecycleParticipant<ISiloLifecycle>
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private Task _rounds = Task.CompletedTask;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(Keeper), ServiceLifecycleStage.Active,
        _ =>
        {
            _rounds = Task.Run(Watch, CancellationToken.None);
            return Task.CompletedTask;
        },
        async cancellation =>
        {
            await _leaving.CancelAsync();
            await _rounds.WaitAsync(cancellation);
            await Each(run => run.Safeguard(), cancellation);
        });

    private async Task Watch()
    {
        while (!_leaving.IsCancellationRequested)
        {
            await Each(run => run.Wake(), _leaving.Token);
            try
            {
                await Task.Delay(Round, time, _leaving.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Each(Func<IRunGrain, Task> what, CancellationToken cancellation)
    {
        try
        {
            string[] runs = await grains.GetGrain<IRunIndexGrain>(0).List().WaitAsync(cancellation);
            await Task.WhenAll(runs.Select(run => One(run, what, cancellation)));
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!cancellation.IsCancellationRequested) LogFailure(log, "the runs", failure);
        }
    }

    /// <summary>A run that cannot be looked after keeps nobody from the others.</summary>
    private async Task One(string run, Func<IRunGrain, Task> what, CancellationToken cancellation)
    {
        try
        {
            await what(grains.GetGrain<IRunGrain>(run)).WaitAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (!cancellation.IsCancellationRequested) LogFailure(log, run, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The keeper could not look after {Run}; it tries again")]
    private static partial void LogFailure(ILogger log, string run, Exception failure);
}
