namespace Jinlin.Grains.Runs;

/// <summary>Wakes whoever waits; nobody waits longer than asked for. Within turns of one grain.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _set = New();

    public void Set()
    {
        TaskCompletionSource waiting = _set;
        _set = New();
        waiting.TrySetResult();
    }

    /// <summary>True if it was set, false if time ran out.</summary>
    public async Task<bool> Wait(TimeSpan atMost, TimeProvider time)
    {
        Task set = _set.Task;
        using var timeout = new CancellationTokenSource();
        Task first = await Task.WhenAny(set, Task.Delay(atMost, time, timeout.Token));
        await timeout.CancelAsync();
        return first == set;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
