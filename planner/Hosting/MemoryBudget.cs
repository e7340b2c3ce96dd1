namespace Jinlin.Planner.Hosting;

/// <summary>Lets no more worlds run at a time than fit into half of this process's memory; one always runs.</summary>
internal sealed class MemoryBudget
{
    /// <summary>Rows, queue, roster and a snapshot of one resident in one world, generously.</summary>
    private const int BytesPerResident = 1_500;

    private readonly object _gate = new();
    private int _running;

    /// <summary>How many worlds of a town run at a time: as many as threads, and as fit in half of the memory.</summary>
    public static int AtOnce(long residents, int threads)
    {
        long room = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / (Math.Max(1, residents) * BytesPerResident);
        return (int)Math.Clamp(room, 1, Math.Max(1, threads));
    }

    /// <summary>Waits until there is room; disposing makes room again.</summary>
    /// <param name="residents">Of the town.</param>
    /// <param name="threads">Worlds at most at a time, if all fit.</param>
    /// <exception cref="OperationCanceledException">It was stopped while it waited.</exception>
    public Share Take(long residents, int threads, CancellationToken cancellation)
    {
        int atOnce = AtOnce(residents, threads);
        using CancellationTokenRegistration stopped = cancellation.Register(Wake);
        lock (_gate)
        {
            while (_running >= atOnce)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_gate);
            }
            _running++;
        }
        return new Share(this, Math.Max(1, threads / atOnce));
    }

    private void Wake()
    {
        lock (_gate) Monitor.PulseAll(_gate);
    }

    private void Return()
    {
        lock (_gate)
        {
            _running--;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Room for one world.</summary>
    /// <param name="threads">How many threads it may use.</param>
    internal sealed class Share(MemoryBudget budget, int threads) : IDisposable
    {
        public int Threads => threads;

        public void Dispose() => budget.Return();
    }
}
