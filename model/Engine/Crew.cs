namespace Jinlin.Model.Engine;

/// <summary>
/// The threads that advance neighborhoods. Each takes the next piece of work until none is left, so a slow one
/// does not hold up the rest; the caller works too. An exception in one piece ends the round and is rethrown.
/// </summary>
internal sealed class Crew : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _start = new(0);
    private readonly CountdownEvent _done = new(1);
    private Action<int>? _work;
    private int _count;
    private int _next;
    private Exception? _failure;
    private volatile bool _closing;

    public Crew(int size)
    {
        _threads = new Thread[size - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(Loop) { IsBackground = true, Name = $"jinlin {i + 1}" };
            _threads[i].Start();
        }
    }

    /// <summary>Does pieces 0 to count − 1, in any order, on all threads.</summary>
    public void Run(int count, Action<int> work)
    {
        if (count == 0) return;
        _work = work;
        _count = count;
        _next = 0;
        _failure = null;
        int helpers = Math.Min(_threads.Length, count - 1);
        if (helpers > 0)
        {
            _done.Reset(helpers);
            _start.Release(helpers);
        }
        Work();
        if (helpers > 0) _done.Wait();
        if (_failure is { } failure) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    public void Dispose()
    {
        _closing = true;
        if (_threads.Length > 0) _start.Release(_threads.Length);
        foreach (Thread thread in _threads) thread.Join();
        _start.Dispose();
        _done.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _start.Wait();
            if (_closing) return;
            Work();
            _done.Signal();
        }
    }

    private void Work()
    {
        try
        {
            for (int i = Interlocked.Increment(ref _next) - 1; i < _count; i = Interlocked.Increment(ref _next) - 1)
                _work!(i);
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
            Volatile.Write(ref _next, _count);
        }
    }
}
