using System.Runtime.ExceptionServices;

namespace Jinlin.Grains.Partitions;

/// <summary>
/// The threads of one silo that compute, one for each core, apart from those on which grains take their turns: full
/// cores delay no probe. Jobs of all runs share them piece by piece, in rotation, so that none waits for the whole of
/// another.
/// </summary>
public sealed class Cores : IDisposable
{
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _work = new(0);
    private readonly Lock _gate = new();
    private volatile Job[] _jobs = [];
    private volatile bool _closing;

    /// <param name="threads">How many threads; null: one for each core.</param>
    public Cores(int? threads = null)
    {
        _threads = new Thread[threads ?? Environment.ProcessorCount];
        for (int i = 0; i < _threads.Length; i++)
        {
            int number = i;
            _threads[i] = new Thread(() => Loop(number)) { IsBackground = true, Name = $"jinlin core {i}" };
            _threads[i].Start();
        }
    }

    /// <summary>How many threads compute.</summary>
    public int Count => _threads.Length;

    /// <summary>
    /// Does pieces 0 to count − 1, in any order. An exception in one ends the job and is that of the task; no piece
    /// of it runs any more when the task ends.
    /// </summary>
    public Task Run(int count, Action<int> piece)
    {
        if (count == 0) return Task.CompletedTask;
        var job = new Job(count, piece);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _jobs = [.. _jobs, job];
        }
        _work.Release(Math.Min(count, _threads.Length));
        return job.Done.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closing) return;
            _closing = true;
            foreach (Job job in _jobs) job.Done.TrySetException(new ObjectDisposedException(nameof(Cores)));
            _jobs = [];
        }
        _work.Release(_threads.Length);
        foreach (Thread thread in _threads) thread.Join();
        _work.Dispose();
    }

    private void Loop(int turn)
    {
        while (true)
        {
            _work.Wait();
            if (_closing) return;
            while (Next(turn++) is { } job)
            {
                if (job.DoOne()) Remove(job);
                if (_closing) return;
            }
        }
    }

    private Job? Next(int turn)
    {
        Job[] jobs = _jobs;
        for (int i = 0; i < jobs.Length; i++)
        {
            Job job = jobs[(int)((uint)(turn + i) % (uint)jobs.Length)];
            if (job.HasPieces) return job;
        }
        return null;
    }

    private void Remove(Job job)
    {
        lock (_gate) _jobs = [.. _jobs.Where(j => j != job)];
        job.Finish();
    }

    private sealed class Job
    {
        private readonly int _count;
        private readonly Action<int> _piece;
        private int _next;
        private int _open;
        private ExceptionDispatchInfo? _failure;

        public Job(int count, Action<int> piece) => (_count, _open, _piece) = (count, count, piece);

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HasPieces => Volatile.Read(ref _next) < _count;

        /// <summary>Does one piece; true if it was the last of all.</summary>
        public bool DoOne()
        {
            int i = Interlocked.Increment(ref _next) - 1;
            if (i >= _count) return false;
            int done = 1;
            try
            {
                _piece(i);
            }
            catch (Exception failure)
            {
                Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
                int unclaimed = _count - Math.Min(_count, Interlocked.Exchange(ref _next, _count));
                done += unclaimed;
            }
            return Interlocked.Add(ref _open, -done) == 0;
        }

        public void Finish()
        {
            if (_failure is { } failure) Done.TrySetException(failure.SourceException);
            else Done.TrySetResult();
        }
    }
}
