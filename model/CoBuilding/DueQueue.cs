using Jinlin.Model.Engine;

namespace Jinlin.Model.CoBuilding;

/// <summary>
/// Work that waits for a department, by the day on which it is due: earliest due first, first come first within a
/// day (rule 7). A fluid: the servers together drain it at a constant rate. The unit is a thousandth of a minute of
/// one server, as an integer, so that no order of adding changes the sum.
/// </summary>
/// <remarks>
/// A fluid rather than a line of jobs because the background of a whole city passes through it: a day of it is one
/// addition. Work on a job is not tied to one server, so what is drained in a day never exceeds the capacity.
/// </remarks>
internal sealed class DueQueue
{
    /// <summary>Thousandths of a server minute.</summary>
    public const int Unit = 1000;

    private long[] _added = new long[64];
    private long[] _drained = new long[64];
    private int _end;

    /// <summary>The first due day that may still have work.</summary>
    public int FirstOpen { get; private set; }

    /// <summary>All that waits.</summary>
    public long Waiting { get; private set; }

    /// <summary>Adds work; returns its place: what was added for the same due day before it.</summary>
    public long Add(int dueDay, long work)
    {
        Reach(dueDay);
        long position = _added[dueDay];
        _added[dueDay] += work;
        Waiting += work;
        if (dueDay < FirstOpen) FirstOpen = dueDay;
        return position;
    }

    /// <summary>Does up to so much work, earliest due first; returns how much was done.</summary>
    public long Drain(long work)
    {
        long done = 0;
        while (done < work && Waiting > 0)
        {
            long here = Math.Min(work - done, _added[FirstOpen] - _drained[FirstOpen]);
            _drained[FirstOpen] += here;
            Waiting -= here;
            done += here;
            if (_added[FirstOpen] == _drained[FirstOpen] && Waiting > 0) FirstOpen++;
        }
        return done;
    }

    /// <summary>What is to be done before work that would be added now.</summary>
    public long Ahead(int dueDay) => Ahead(dueDay, dueDay < _end ? _added[dueDay] : 0);

    /// <summary>What is to be done before the work at a place of a due day.</summary>
    public long Ahead(int dueDay, long position)
    {
        long ahead = 0;
        for (int d = FirstOpen; d < Math.Min(dueDay, _end); d++) ahead += _added[d] - _drained[d];
        return ahead + (dueDay < _end ? Math.Max(0, position - _drained[dueDay]) : 0);
    }

    public void Save(StateWriter writer)
    {
        writer.Write(FirstOpen);
        writer.Write(Waiting);
        writer.WriteSpan<long>(_added.AsSpan(0, _end));
        writer.WriteSpan<long>(_drained.AsSpan(0, _end));
    }

    public void Load(StateReader reader)
    {
        FirstOpen = reader.Read<int>();
        Waiting = reader.Read<long>();
        long[] added = reader.ReadArray<long>(), drained = reader.ReadArray<long>();
        _end = added.Length;
        _added = new long[Math.Max(64, _end)];
        _drained = new long[_added.Length];
        added.CopyTo(_added, 0);
        drained.CopyTo(_drained, 0);
    }

    private void Reach(int dueDay)
    {
        if (dueDay >= _added.Length)
        {
            int length = Math.Max(dueDay + 1, 2 * _added.Length);
            Array.Resize(ref _added, length);
            Array.Resize(ref _drained, length);
        }
        if (dueDay >= _end) _end = dueDay + 1;
    }
}
