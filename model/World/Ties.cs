using System.Buffers;
using Jinlin.Model.Engine;

namespace Jinlin.Model.World;

/// <summary>
/// Rule 5: each end keeps its own row of directed ties, 6 bytes each (slot, strength, day of last touch), at most
/// 64. Strength decays by a table on touch: s·2^(−Δt/h). Below .04 a tie is dropped; when the row is full the
/// weakest, then the lowest slot, yields. Strengths are integers in 65,535ths, so the arithmetic is exact.
/// </summary>
public sealed class Ties
{
    /// <summary>Most ties of one resident.</summary>
    public const int Most = 64;

    /// <summary>What stands for strength 1.</summary>
    public const int One = ushort.MaxValue;

    /// <summary>Ties weaker than this are forgotten: .04.</summary>
    public const int Forgotten = (int)(0.04 * One);

    /// <summary>Ties at least this strong count as knowing somebody: .1.</summary>
    public const int Known = (int)(0.1 * One);

    private const int Step = 4;

    /// <summary>One part in so many is kept free for rows that grow.</summary>
    private const int Headroom = 16;
    private readonly Row[] _rows;
    private readonly List<int>[] _free = new List<int>[(Most / Step) + 1];
    private readonly ushort[] _decay;
    private ushort[] _items = new ushort[3 * Step];
    private int _used;

    /// <param name="residents">Rows.</param>
    /// <param name="halfLife">h of rule 5 in days, 1 to 10,000.</param>
    public Ties(int residents, double halfLife)
        : this(residents, ParameterTables.StrengthDecay(halfLife))
    {
    }

    /// <param name="residents">Rows.</param>
    /// <param name="decay">2^(−days/h) in 65,535ths; shared by all estates.</param>
    internal Ties(int residents, ushort[] decay)
    {
        _rows = new Row[residents];
        for (int i = 0; i < _free.Length; i++) _free[i] = [];
        _decay = decay;
    }

    private struct Row
    {
        public int Offset;
        public byte Count;
        public byte Capacity;
    }

    public long Bytes => ((long)_items.Length * sizeof(ushort)) + ((long)_rows.Length * 8);

    /// <summary>One resident's own ties.</summary>
    public TieRow this[int resident] => new(this, resident);

    /// <summary>Strength after <paramref name="days"/> without touch.</summary>
    internal int Decay(int strength, int days) =>
        (int)(((uint)strength * _decay[Math.Min(days, _decay.Length - 1)]) >> 16);

    /// <summary>2^(−days/h) in 65,536ths.</summary>
    internal double DecayFactor(int days) => _decay[Math.Min(days, _decay.Length - 1)] * (1.0 / One);

    /// <summary>
    /// Makes room for all rows at minute 0 at once, and a little to grow: an array that grows row by row leaves ten times
    /// its size behind. Sorted by from.
    /// </summary>
    internal void Expect(ReadOnlySpan<InitialTie> ties)
    {
        int room = 0;
        for (int i = 0, next; i < ties.Length; i = next)
        {
            for (next = i + 1; next < ties.Length && ties[next].From == ties[i].From;) next++;
            room += 3 * Rounded(Math.Min(next - i, Most));
        }
        _items = new ushort[room + Math.Max(3 * Step, room / Headroom)];
    }

    /// <summary>
    /// Fills an empty row at minute 0, the strongest first where there are more than fit; returns their sum.
    /// </summary>
    internal double Start(int row, ReadOnlySpan<InitialTie> ties)
    {
        float least = ties.Length > Most ? LeastOfMost(ties) : 0;
        int fitting = Rounded(Math.Min(ties.Length, Most));
        _rows[row] = new Row { Offset = Reserve(fitting), Capacity = (byte)fitting };
        double sum = 0;
        foreach (InitialTie tie in ties)
        {
            if (tie.Strength < least || _rows[row].Count == Most) continue;
            Add(row, (ushort)tie.To, (ushort)(Math.Min(1, tie.Strength) * One), 0);
            sum += tie.Strength;
        }
        return sum;
    }

    /// <summary>The weakest of the strongest ties that fit into a row.</summary>
    private static float LeastOfMost(ReadOnlySpan<InitialTie> ties)
    {
        Span<float> strengths = stackalloc float[ties.Length];
        for (int i = 0; i < ties.Length; i++) strengths[i] = ties[i].Strength;
        strengths.Sort();
        return strengths[^Most];
    }

    /// <summary>
    /// Drops what has been forgotten and closes the gaps that grown rows left behind. Strengths do not change: a
    /// forgotten tie already counts as none.
    /// </summary>
    public void Compact(Day today)
    {
        int total = 0;
        for (int row = 0; row < _rows.Length; row++)
        {
            ref Row r = ref _rows[row];
            r.Count = (byte)KeepRemembered(row, today);
            total += Rounded(r.Count);
        }
        ushort[] items = ArrayPool<ushort>.Shared.Rent(3 * total);
        int used = 0;
        for (int row = 0; row < _rows.Length; row++)
        {
            ref Row r = ref _rows[row];
            int capacity = Rounded(r.Count);
            for (int column = 0; column < 3; column++)
            {
                _items.AsSpan(r.Offset + (column * r.Capacity), r.Count)
                    .CopyTo(items.AsSpan(used + (column * capacity)));
            }
            r.Offset = used;
            r.Capacity = (byte)capacity;
            used += 3 * capacity;
        }
        if (_items.Length > used + (4 * used / Headroom)) _items = new ushort[used + (used / Headroom)];
        items.AsSpan(0, used).CopyTo(_items);
        ArrayPool<ushort>.Shared.Return(items);
        _used = used;
        foreach (List<int> list in _free) list.Clear();
    }

    private static int Rounded(int count) => (count + Step - 1) / Step * Step;

    private int KeepRemembered(int row, Day today)
    {
        Span<ushort> slots = Slots(row), strengths = Strengths(row), days = DaysTouched(row);
        int kept = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            if (Decay(strengths[i], today.Value - days[i]) < Forgotten) continue;
            (slots[kept], strengths[kept], days[kept]) = (slots[i], strengths[i], days[i]);
            kept++;
        }
        return kept;
    }

    internal int CountOf(int row) => _rows[row].Count;

    /// <summary>True if another tie needs a larger row, or somebody's place.</summary>
    /// <summary>
    /// Whether a row should forget before it grows. A matter of the row's content alone: its capacity here depends on
    /// how it came to be, and a restored row has another.
    /// </summary>
    internal bool IsFull(int row) => _rows[row].Count > 0 && _rows[row].Count % Step == 0;

    internal Span<ushort> Slots(int row) => _items.AsSpan(_rows[row].Offset, _rows[row].Count);

    internal Span<ushort> Strengths(int row) =>
        _items.AsSpan(_rows[row].Offset + _rows[row].Capacity, _rows[row].Count);

    internal Span<ushort> DaysTouched(int row) =>
        _items.AsSpan(_rows[row].Offset + (2 * _rows[row].Capacity), _rows[row].Count);

    internal void Add(int row, ushort slot, ushort strength, ushort day)
    {
        ref Row r = ref _rows[row];
        if (r.Count == r.Capacity) Grow(ref r);
        int i = r.Offset + r.Count++;
        _items[i] = slot;
        _items[i + r.Capacity] = strength;
        _items[i + (2 * r.Capacity)] = day;
    }

    /// <summary>The last takes the removed one's place.</summary>
    internal void RemoveAt(int row, int index)
    {
        ref Row r = ref _rows[row];
        int last = r.Count - 1;
        for (int column = 0; column < 3; column++)
        {
            int start = r.Offset + (column * r.Capacity);
            _items[start + index] = _items[start + last];
        }
        r.Count--;
    }

    public void Save(StateWriter writer)
    {
        for (int i = 0; i < _rows.Length; i++) SaveRow(i, writer);
    }

    public void SaveRow(int row, StateWriter writer)
    {
        writer.WriteSpan<ushort>(Slots(row));
        writer.WriteSpan<ushort>(Strengths(row));
        writer.WriteSpan<ushort>(DaysTouched(row));
    }

    public void LoadRow(int row, StateReader reader)
    {
        _rows[row].Count = 0;
        ushort[] slots = reader.ReadArray<ushort>(), strengths = reader.ReadArray<ushort>();
        ushort[] days = reader.ReadArray<ushort>();
        for (int i = 0; i < slots.Length; i++) Add(row, slots[i], strengths[i], days[i]);
    }

    public void Load(StateReader reader)
    {
        Array.Clear(_rows);
        foreach (List<int> list in _free) list.Clear();
        _used = 0;
        for (int i = 0; i < _rows.Length; i++) LoadRow(i, reader);
    }

    private void Grow(ref Row r)
    {
        int capacity = r.Capacity + Step;
        if (capacity > Most) throw new InvalidOperationException($"more than {Most} ties");
        int offset = Reserve(capacity);
        for (int column = 0; column < 3; column++)
        {
            _items.AsSpan(r.Offset + (column * r.Capacity), r.Count)
                .CopyTo(_items.AsSpan(offset + (column * capacity)));
        }
        if (r.Capacity > 0) _free[r.Capacity / Step].Add(r.Offset);
        r.Offset = offset;
        r.Capacity = (byte)capacity;
    }

    private int Reserve(int capacity)
    {
        List<int> free = _free[capacity / Step];
        if (free.Count > 0)
        {
            int reused = free[^1];
            free.RemoveAt(free.Count - 1);
            return reused;
        }
        if (_used + (3 * capacity) > _items.Length)
            Array.Resize(ref _items, Math.Max(_used + (3 * capacity), _items.Length + (_items.Length / Headroom)));
        int offset = _used;
        _used += 3 * capacity;
        return offset;
    }
}

/// <summary>One resident's own directed ties.</summary>
public readonly ref struct TieRow
{
    private readonly Ties _ties;
    private readonly int _row;

    internal TieRow(Ties ties, int row) => (_ties, _row) = (ties, row);

    public int Count => _ties.CountOf(_row);

    /// <summary>Slots of those this resident has a tie to, in row order.</summary>
    public ReadOnlySpan<ushort> Slots => _ties.Slots(_row);

    /// <summary>Strength today of the tie at a place in the row, 0 to 65,535; 0 once forgotten.</summary>
    public int StrengthAt(int index, Day today)
    {
        int s = _ties.Decay(_ties.Strengths(_row)[index], today.Value - _ties.DaysTouched(_row)[index]);
        return s < Ties.Forgotten ? 0 : s;
    }

    /// <summary>Strength today toward a resident of the estate, 0 to 1; 0 without a tie.</summary>
    public double Strength(int slot, Day today)
    {
        int i = Slots.IndexOf((ushort)slot);
        return i < 0 ? 0 : StrengthAt(i, today) * (1.0 / Ties.One);
    }

    /// <summary>The strongest tie's place in the row and strength 0 to 1; (−1, 0) without ties.</summary>
    public (int Index, double Strength) Strongest(Day today)
    {
        int best = -1, strength = 0;
        for (int i = 0; i < Count; i++)
        {
            int s = StrengthAt(i, today);
            if (s > strength || (s == strength && best >= 0 && Slots[i] < Slots[best])) (best, strength) = (i, s);
        }
        return (best, strength * (1.0 / Ties.One));
    }

    /// <summary>
    /// A contact of weight a (rule 5): s ← s + a(1 − s), on top of the decay since the last touch. Returns by how
    /// much the row's sum of strengths changed beyond decay, in units of strength.
    /// </summary>
    public double Touch(int slot, double weight, Day today)
    {
        int i = Slots.IndexOf((ushort)slot);
        int old = i < 0 ? 0 : StrengthAt(i, today);
        int strength = Math.Min(Ties.One, old + (int)(weight * (Ties.One - old)));
        double change = (strength - old) * (1.0 / Ties.One);
        if (i >= 0)
        {
            _ties.Strengths(_row)[i] = (ushort)strength;
            _ties.DaysTouched(_row)[i] = (ushort)today.Value;
        }
        else if (strength >= Ties.Forgotten)
        {
            if (_ties.IsFull(_row)) change -= MakeRoom(strength, today);
            if (Count == Ties.Most) return 0;
            _ties.Add(_row, (ushort)slot, (ushort)strength, (ushort)today.Value);
        }
        else return 0;
        return change;
    }

    /// <summary>How many ties are at least as strong as <paramref name="least"/> (0 to 65,535) today.</summary>
    public int CountAtLeast(int least, Day today)
    {
        int n = 0;
        for (int i = 0; i < Count; i++)
        {
            if (StrengthAt(i, today) >= least) n++;
        }
        return n;
    }

    /// <summary>
    /// Drops what has been forgotten; if the row has its largest size and nobody was, the weakest below
    /// <paramref name="strength"/>. Returns the strength lost.
    /// </summary>
    private double MakeRoom(int strength, Day today)
    {
        for (int i = Count - 1; i >= 0; i--)
        {
            if (StrengthAt(i, today) == 0) _ties.RemoveAt(_row, i);
        }
        if (Count < Ties.Most) return 0;
        int weakest = -1, weakestStrength = strength;
        for (int i = 0; i < Count; i++)
        {
            int s = StrengthAt(i, today);
            if (s < weakestStrength || (s == weakestStrength && weakest >= 0 && Slots[i] < Slots[weakest]))
                (weakest, weakestStrength) = (i, s);
        }
        if (weakest < 0) return 0;
        _ties.RemoveAt(_row, weakest);
        return weakestStrength * (1.0 / Ties.One);
    }
}

/// <summary>A tie to somebody in another estate, kept in a side table.</summary>
public readonly record struct FarTie(uint To, ushort Strength, ushort Day);
