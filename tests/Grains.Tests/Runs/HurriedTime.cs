namespace Jinlin.Grains.Tests.Runs;

/// <summary>Time that passes a number of times as fast: a minute's patience is over in a moment.</summary>
internal sealed class HurriedTime(int times) : TimeProvider
{
    public override long GetTimestamp() => base.GetTimestamp() * times;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private TimeSpan Hurried(TimeSpan time) => time > TimeSpan.Zero ? time / times : time;
}
