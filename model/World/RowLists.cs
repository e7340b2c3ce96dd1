using System.Runtime.CompilerServices;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// A short list for each actor of a neighborhood, all in one array: rows grow by powers of two, an empty row gives
/// its place back, and places are reused, so that steady state allocates nothing and idle rows cost nothing. A
/// row's order is the order in which it was filled.
/// </summary>
public sealed class RowLists<T>
    where T : unmanaged
{
    private readonly Row[] _rows;
    private readonly List<int>[] _free = new List<int>[18];
    private T[] _items = new T[16];
    private int _used;

    public RowLists(int rows)
    {
        _rows = new Row[rows];
        for (int i = 0; i < _free.Length; i++) _free[i] = [];
    }

    private struct Row
    {
        public int Offset;
        public ushort Count;
        public byte SizeClass;
    }

    public long Bytes => ((long)_items.Length * Unsafe.SizeOf<T>()) + ((long)_rows.Length * 8);

    /// <summary>One actor's list. Handed to that actor's handler, and only to it.</summary>
    public RowList<T> this[int row] => new(this, row);

    internal int CountOf(int row) => _rows[row].Count;

    internal Span<T> Items(int row) => _items.AsSpan(_rows[row].Offset, _rows[row].Count);

    internal void Add(int row, in T item)
    {
        ref Row r = ref _rows[row];
        if (r.Count == Capacity(r.SizeClass)) Grow(ref r);
        _items[r.Offset + r.Count++] = item;
    }

    /// <summary>Keeps the order of the rest.</summary>
    internal void RemoveAt(int row, int index)
    {
        ref Row r = ref _rows[row];
        Span<T> items = Items(row);
        items[(index + 1)..].CopyTo(items[index..]);
        if (--r.Count == 0) GiveBack(ref r);
    }

    internal void Clear(int row)
    {
        ref Row r = ref _rows[row];
        r.Count = 0;
        GiveBack(ref r);
    }

    public void Save(StateWriter writer)
    {
        for (int i = 0; i < _rows.Length; i++) writer.WriteSpan<T>(Items(i));
    }

    public void Load(StateReader reader)
    {
        Array.Clear(_rows);
        foreach (List<int> list in _free) list.Clear();
        _used = 0;
        for (int i = 0; i < _rows.Length; i++)
        {
            foreach (T item in reader.ReadArray<T>()) Add(i, item);
        }
    }

    public void SaveRow(int row, StateWriter writer) => writer.WriteSpan<T>(Items(row));

    public void LoadRow(int row, StateReader reader)
    {
        Clear(row);
        foreach (T item in reader.ReadArray<T>()) Add(row, item);
    }

    private static int Capacity(byte sizeClass) => sizeClass == 0 ? 0 : 1 << (sizeClass - 1);

    private void Grow(ref Row r)
    {
        byte next = (byte)(r.SizeClass + 1);
        int capacity = Capacity(next);
        if (capacity > ushort.MaxValue) throw new InvalidOperationException($"a row of more than {r.Count} items");
        int offset;
        if (_free[next].Count > 0)
        {
            offset = _free[next][^1];
            _free[next].RemoveAt(_free[next].Count - 1);
        }
        else
        {
            if (_used + capacity > _items.Length)
                Array.Resize(ref _items, Math.Max(_used + capacity, _items.Length + (_items.Length / 2)));
            offset = _used;
            _used += capacity;
        }
        _items.AsSpan(r.Offset, r.Count).CopyTo(_items.AsSpan(offset));
        GiveBack(ref r);
        r.Offset = offset;
        r.SizeClass = next;
    }

    private void GiveBack(ref Row r)
    {
        if (r.SizeClass > 0) _free[r.SizeClass].Add(r.Offset);
        r.SizeClass = 0;
    }
}

/// <summary>One actor's own list.</summary>
public readonly ref struct RowList<T>
    where T : unmanaged
{
    private readonly RowLists<T> _lists;
    private readonly int _row;

    internal RowList(RowLists<T> lists, int row) => (_lists, _row) = (lists, row);

    public int Count => _lists.CountOf(_row);

    /// <summary>The items, to read and change in place; not valid after an <see cref="Add"/>.</summary>
    public Span<T> Items => _lists.Items(_row);

    public ref T this[int index] => ref _lists.Items(_row)[index];

    public void Add(in T item) => _lists.Add(_row, item);

    public void RemoveAt(int index) => _lists.RemoveAt(_row, index);

    public void Clear() => _lists.Clear(_row);
}
