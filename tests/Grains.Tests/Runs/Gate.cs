namespace Jinlin.Grains.Tests.Runs;

/// <summary>
/// Holds the first call of a name, or the first manifest that is written, until it is let through: a silo can be lost in
/// the middle of it.
/// </summary>
internal sealed class Gate(string phase) : IIncomingGrainCallFilter
{
    public const string Commit = "commit";

    private readonly TaskCompletionSource<SiloAddress?> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _through = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _armed;

    /// <summary>The silo on which the call is held; null for a manifest.</summary>
    public Task<SiloAddress?> Reached => _reached.Task;

    /// <summary>The next one is held.</summary>
    public void Arm() => Volatile.Write(ref _armed, 1);

    public void LetThrough() => _through.TrySetResult();

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.MethodName == phase) await Hold(context.TargetContext.Address.SiloAddress);
        await context.Invoke();
    }

    public Task Writing(string state) => phase == Commit && state == "manifest" ? Hold(null) : Task.CompletedTask;

    private Task Hold(SiloAddress? at)
    {
        if (Interlocked.Exchange(ref _armed, 0) == 0) return Task.CompletedTask;
        _reached.TrySetResult(at);
        return _through.Task;
    }
}
