using Jinlin.Model.Engine;

namespace Jinlin.Benchmarks;

/// <summary>
/// Micro-aid: the smallest model worth running. N residents on a ring, neighbors at ±1, ±2, ±3, +4 and one at
/// random; a tick is a quarter-hour; at each tick 30 % ask one of their eight; the ask arrives one tick later; a
/// helper helps at most two per tick; the answer arrives a tick after that.
/// </summary>
public sealed class MicroAid(int residents, int perNeighborhood, ulong seed) : IModel
{
    private const byte Ask = 1, Answer = 2;
    private const uint AskPurpose = 1, WhomPurpose = 2, FriendPurpose = 3;
    private static readonly int[] Steps = [-1, 1, -2, 2, -3, 3, 4];

    public string Name => "micro-aid";

    public ulong Seed => seed;

    public Latencies Latencies => new(Minute.QuarterHour, Minute.QuarterHour);

    public IReadOnlyList<string> Kinds { get; } = ["", "ask", "answer"];

    public IReadOnlyList<string> Indicators { get; } = ["asked", "helped", "thanked"];

    public IReadOnlyList<int> ActorCounts { get; } =
        [.. Enumerable.Range(0, (residents + perNeighborhood - 1) / perNeighborhood)
            .Select(i => Math.Min(perNeighborhood, residents - (i * perNeighborhood)))];

    public bool AnswersCalls(NeighborhoodId neighborhood) => false;

    public ulong Signals(Day day, ReadOnlySpan<long> indicators, ulong signals) => 0;

    public IPopulation Populate(NeighborhoodId id) =>
        new Ring(residents, id.Value * perNeighborhood, ActorCounts[id.Value]);

    private struct Row
    {
        public int Tick, HelpedThisTick, Asked, Helped, Thanked;
    }

    private sealed class Ring(int residents, int first, int count) : IPopulation
    {
        private readonly Row[] _rows = new Row[count];

        /// <summary>Asks do not depend on state, so keyed chance lets a whole day's be drawn at once.</summary>
        public void BeginDay(Day day, ulong signals, Outbox outbox)
        {
            Span<uint> ask = stackalloc uint[96], whom = stackalloc uint[96];
            for (int i = 0; i < count; i++)
            {
                uint me = (uint)(first + i);
                outbox.ActAs(new ActorId(me));
                outbox.Chance.Fill(me, (uint)day.Value, AskPurpose, ask);
                outbox.Chance.Fill(me, (uint)day.Value, WhomPurpose, whom);
                for (int tick = 0; tick < ask.Length; tick++)
                {
                    if (ask[tick] >= 0.3 * 4294967296.0) continue;
                    _rows[i].Asked++;
                    uint friend = outbox.Chance.Bits(me, 0, FriendPurpose, 0) % (uint)residents;
                    int step = (int)(whom[tick] >> 29);
                    uint to = step < 7 ? (uint)(((int)me + Steps[step] + residents) % residents) : friend;
                    Tell(outbox, new ActorId(to), Ask, (tick * 15) + 15);
                }
            }
        }

        public void Handle(in Message m, Outbox outbox)
        {
            ref Row me = ref _rows[m.Receiver];
            if (m.Kind == Answer)
            {
                me.Thanked++;
                return;
            }
            int tick = m.Due.Value / Minute.QuarterHour;
            if (me.Tick != tick) (me.Tick, me.HelpedThisTick) = (tick, 0);
            if (me.HelpedThisTick == 2) return;
            me.HelpedThisTick++;
            me.Helped++;
            Tell(outbox, m.Sender, Answer, Minute.QuarterHour);
        }

        public void EndDay(Day day, Span<long> indicators)
        {
            indicators.Clear();
            foreach (ref readonly Row row in _rows.AsSpan())
            {
                indicators[0] += row.Asked;
                indicators[1] += row.Helped;
                indicators[2] += row.Thanked;
            }
        }

        public bool IsDecision(byte kind) => false;

        public void Save(StateWriter writer) => writer.WriteSpan<Row>(_rows);

        public void Load(StateReader reader) => reader.ReadInto<Row>(_rows);

        public void Verify(Minute now, Action<int, string> broken)
        {
            for (int i = 0; i < count; i++)
            {
                if (_rows[i].HelpedThisTick > 2) broken(i, $"helped {_rows[i].HelpedThisTick} in one tick, at most 2");
            }
        }

        private static void Tell(Outbox outbox, ActorId to, byte kind, int delay)
        {
            if (outbox.IsHere(to)) outbox.Send(to, kind, delay);
            else outbox.Mail(to, kind, delay - Minute.QuarterHour);
        }
    }
}
