using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Jinlin.Model.Engine;

/// <summary>
/// The pending messages of one neighborhood: a timing wheel of 1,440 minutes for the open day and 64 days beyond.
/// Messages lie in one pool and are chained by index, so adding and taking allocate nothing in steady state.
/// </summary>
/// <remarks>
/// A day's messages need twenty times the room of those that wait at midnight. So the room of an open day is lent, and
/// given back by <see cref="Park"/>: a thread advances one neighborhood after another in the same, cached memory.
/// </remarks>
internal sealed class Wheel
{
    /// <summary>More days than the longest delay (45.5) can reach.</summary>
    private const int Days = 64;

    /// <summary>The least room.</summary>
    private const int Least = 64;

    private readonly int[] _minuteHead = new int[Minute.PerDay];
    private readonly int[] _dayHead = new int[Days];
    private readonly ulong[] _occupied = new ulong[(Minute.PerDay + 63) / 64];
    private Message[] _pool = new Message[Least];
    private int[] _next = new int[Least];

    /// <summary>Room of one's own while the pool is lent, else null.</summary>
    private Message[]? _ownPool;
    private int[]? _ownNext;
    private int _free = -1;
    private int _used;
    private int _openDay = -1;

    public Wheel()
    {
        Array.Fill(_minuteHead, -1);
        Array.Fill(_dayHead, -1);
    }

    public int Count { get; private set; }

    /// <summary>Bytes held, for the memory budget.</summary>
    public long Bytes => ((long)(_pool.Length + (_ownPool?.Length ?? 0)) * (Unsafe.SizeOf<Message>() + sizeof(int)))
        + (sizeof(int) * (Minute.PerDay + Days)) + (sizeof(ulong) * _occupied.Length);

    public void Add(in Message message)
    {
        int node = _free;
        if (node >= 0) _free = _next[node];
        else
        {
            if (_used == _pool.Length) Grow();
            node = _used++;
        }
        _pool[node] = message;
        int day = message.Due.Value / Minute.PerDay;
        if (day == _openDay)
        {
            int minute = message.Due.Value - (day * Minute.PerDay);
            _next[node] = _minuteHead[minute];
            _minuteHead[minute] = node;
            _occupied[minute >> 6] |= 1UL << (minute & 63);
        }
        else
        {
            int slot = day & (Days - 1);
            _next[node] = _dayHead[slot];
            _dayHead[slot] = node;
        }
        Count++;
    }

    /// <summary>Spreads a day's messages over its minutes. The day before must be empty by then.</summary>
    public void OpenDay(Day day)
    {
        Borrow();
        _openDay = day.Value;
        int node = _dayHead[day.Value & (Days - 1)];
        _dayHead[day.Value & (Days - 1)] = -1;
        while (node >= 0)
        {
            int next = _next[node];
            int minute = _pool[node].Due.OfDay;
            _next[node] = _minuteHead[minute];
            _minuteHead[minute] = node;
            _occupied[minute >> 6] |= 1UL << (minute & 63);
            node = next;
        }
    }

    /// <summary>
    /// The first minute of the open day from <paramref name="from"/> on that has messages; else 1440.
    /// </summary>
    public int NextOccupied(int from)
    {
        int word = from >> 6;
        if (word >= _occupied.Length) return Minute.PerDay;
        ulong bits = _occupied[word] & (ulong.MaxValue << (from & 63));
        while (bits == 0)
        {
            if (++word == _occupied.Length) return Minute.PerDay;
            bits = _occupied[word];
        }
        return (word << 6) + BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>Moves one minute's messages of the open day into <paramref name="batch"/>; returns how many.</summary>
    public int Take(int minuteOfDay, ref Message[] batch)
    {
        int n = 0;
        int node = _minuteHead[minuteOfDay];
        _minuteHead[minuteOfDay] = -1;
        _occupied[minuteOfDay >> 6] &= ~(1UL << (minuteOfDay & 63));
        while (node >= 0)
        {
            if (n == batch.Length) Array.Resize(ref batch, 2 * n);
            batch[n++] = _pool[node];
            int next = _next[node];
            _next[node] = _free;
            _free = node;
            node = next;
        }
        Count -= n;
        return n;
    }

    /// <summary>Packs what waits into room of its own and gives the lent room back.</summary>
    public void Park()
    {
        if (_ownPool is not { } pool || _ownNext is not { } next) return;
        if (pool.Length < Count || pool.Length > Least + (4 * Count))
        {
            int room = Least + Count + (Count / 4);
            (pool, next) = (new Message[room], new int[room]);
        }
        _used = 0;
        Pack(_dayHead, pool, next);
        Pack(_minuteHead, pool, next);
        ArrayPool<Message>.Shared.Return(_pool);
        ArrayPool<int>.Shared.Return(_next);
        (_pool, _next, _ownPool, _ownNext, _free) = (pool, next, null, null, -1);
    }

    private void Pack(int[] heads, Message[] pool, int[] next)
    {
        foreach (ref int head in heads.AsSpan())
        {
            int node = head;
            if (node >= 0) head = _used;
            while (node >= 0)
            {
                int following = _next[node];
                pool[_used] = _pool[node];
                next[_used] = following >= 0 ? _used + 1 : -1;
                _used++;
                node = following;
            }
        }
    }

    private void Borrow()
    {
        if (_ownPool is not null) return;
        (_ownPool, _ownNext) = (_pool, _next);
        Lend(2 * (_used + Least));
        _ownPool.AsSpan(0, _used).CopyTo(_pool);
        _ownNext.AsSpan(0, _used).CopyTo(_next);
    }

    private void Lend(int room)
    {
        _pool = ArrayPool<Message>.Shared.Rent(room);
        _next = ArrayPool<int>.Shared.Rent(_pool.Length);
    }

    /// <summary>All pending messages, in no particular order.</summary>
    public Message[] ToArray()
    {
        var all = new Message[Count];
        int n = 0;
        foreach (int[] heads in (ReadOnlySpan<int[]>)[_minuteHead, _dayHead])
        {
            foreach (int head in heads)
            {
                for (int node = head; node >= 0; node = _next[node]) all[n++] = _pool[node];
            }
        }
        return all;
    }

    /// <summary>Forgets everything; the day that is open stays open.</summary>
    public void Clear(Day? openDay)
    {
        Array.Fill(_minuteHead, -1);
        Array.Fill(_dayHead, -1);
        Array.Clear(_occupied);
        _free = -1;
        _used = 0;
        Count = 0;
        _openDay = openDay?.Value ?? -1;
    }

    private void Grow()
    {
        if (_ownPool is null)
        {
            int size = _pool.Length + Math.Max(Least, _pool.Length / 4);
            Array.Resize(ref _pool, size);
            Array.Resize(ref _next, size);
            return;
        }
        (Message[] pool, int[] next) = (_pool, _next);
        Lend(2 * pool.Length);
        pool.AsSpan(0, _used).CopyTo(_pool);
        next.AsSpan(0, _used).CopyTo(_next);
        ArrayPool<Message>.Shared.Return(pool);
        ArrayPool<int>.Shared.Return(next);
    }
}
